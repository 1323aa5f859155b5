"""A visitor's own list: its page, and what that page has to know of each product.

The list is codes that the browser keeps, so what stands on it is known there alone: names, makers and places are
published as scripts of which the page takes those that it needs. Scripts, since a page from a folder may fetch nothing.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from ocop_site.catalogue.care import contact_is_public
from ocop_site.document import Document
from ocop_site.formats import format_date, format_phone
from ocop_site.language import Run
from ocop_site.plan.lines import Lines
from ocop_site.plan.list_pages import one_page
from ocop_site.plan.offers import service, sold_at
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.urls import Key
from ocop_site.plan.views import MyListView, WorthLine

KEY: Key = ("my_list", "")

MOST = 100
"""How many products a list holds."""

PER_SCRIPT = 128
"""About how many products a script tells of, at most: a list of a few needs a few, each some kilobytes on the wire."""

Entry = dict[str, Any]
"""What the page is told of a product: texts as `[text, language or nothing]`, links with their address before it."""


def my_list_sheet(lines: Lines, scripts: Sequence[Document]) -> Sheet:
    view = MyListView(
        address=lines.addresses.absolute(lines.addresses.path(KEY, lines.language)),
        scripts=tuple(lines.addresses.link(f"/{script.path}") for script in scripts),
        most=MOST,
        law_warning=_law_warning(lines),
        products=lines.menu_link("products"),
    )
    title, description = lines.words("my_list.title"), lines.words("my_list.description", most=MOST)
    return one_page(lines, KEY, view, title, description, is_indexed=False)


def my_list_scripts(lines: Lines) -> tuple[Document, ...]:
    """A product stands in the script whose place is its code's number modulo how many there are: a power of two,
    so that a new product seldom moves the others."""
    products = lines.catalogue.products
    count = 1
    while len(products) > count * PER_SCRIPT:
        count *= 2
    parts: list[dict[str, Entry]] = [{} for _ in range(count)]
    for product_id, product in sorted(products.items(), key=lambda item: item[1].code):
        parts[number_of(product.code) % count][product.code] = _entry(lines, product_id)
    return tuple(_script(lines.language, number, part) for number, part in enumerate(parts))


def number_of(code: str) -> int:
    return int("".join(sign for sign in code if sign.isdigit()))


def _script(language: str, number: int, entries: dict[str, Entry]) -> Document:
    told = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    # Old browsers end a line at these two even in a string.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    body = f"ocopListed({told});\n".encode()
    return Document(f"lists/{language}-{number}.{sha256(body).hexdigest()[:10]}.js", body)


def _entry(lines: Lines, product_id: str) -> Entry:
    """A spirit, and what is recalled, is named and no more; of what was withdrawn it is told since when."""
    product, card = lines.catalogue.products[product_id], lines.card(product_id)
    entry: Entry = {"name": _text(card.name), "href": card.href, "maker": _maker(lines, product_id)}
    if notices := [_notice(lines, i) for i in lines.catalogue.notices_of(product_id)]:
        entry["notices"] = notices
    if product.withdrawn:
        return entry | {"withdrawn": _withdrawn(lines, product.withdrawn.on.isoformat())}
    entry["worth"] = [[stage.starts or "", _worth(lines, stage)] for stage in (card.worth, *card.worth.later)]
    if lines.catalogue.is_spirit(product_id):
        return entry | {"spirit": True}
    if lines.catalogue.is_recalled(product_id):
        return entry | {"recalled": True}
    if card.picture:
        entry["picture"] = card.picture.src
    if places := list(_places(lines, product_id)):
        entry["places"] = places
    if phone := _phone(lines, product_id):
        entry["phone"] = phone
    return entry


def _text(run: Run) -> list[str]:
    return [run.text, run.language] if run.language else [run.text]


def _maker(lines: Lines, product_id: str) -> list[str]:
    maker = lines.catalogue.products[product_id].producer
    return [lines.href(("producers", maker)), *_text(lines.run(lines.catalogue.producers[maker].name))]


def _places(lines: Lines, product_id: str) -> Iterator[list[Any]]:
    """Where it stands on a shelf, the showroom first, or where a service takes place: address, shelf, name."""
    offered = service(lines, product_id, lines.catalogue.products[product_id])
    if offered and offered.place:
        yield [offered.place.href, "", *_text(offered.place.label)]
    showroom = lines.catalogue.site.showroom
    home = lines.href(("places", showroom)) if showroom else None
    for sold in sorted(sold_at(lines, product_id), key=lambda each: each.place.href != home):
        told = [lines.words("my_list.shelf", shelf=sold.shelf)] if sold.shelf else []
        shelf = ", ".join([*told, lines.words("my_list.out")] if sold.is_out else told)
        yield [sold.place.href, shelf, *_text(sold.place.label)]


def _phone(lines: Lines, product_id: str) -> list[str] | None:
    """The maker's, where it may be told: for links, and for people."""
    maker = lines.catalogue.producers[lines.catalogue.products[product_id].producer]
    if not maker.phone or not contact_is_public(maker):
        return None
    return [maker.phone, format_phone(maker.phone, lines.language)]


def _worth(lines: Lines, line: WorthLine) -> str:
    """In words and without its class: a list may be printed, and paper outlives certificates."""
    if line.standing in ("valid", "ending", "continued") and line.until:
        return lines.words("my_list.worth.until", until=format_date(line.until, lines.language))
    return lines.words(f"my_list.worth.{line.standing}")


def _withdrawn(lines: Lines, on: str) -> str:
    return lines.words("my_list.withdrawn", on=format_date(on, lines.language))


def _notice(lines: Lines, notice_id: str) -> str:
    notice = lines.catalogue.notices[notice_id]
    return lines.words(f"my_list.{notice.kind}", date=format_date(notice.date.isoformat(), lines.language))


def _law_warning(lines: Lines) -> Run | None:
    spirits = lines.catalogue.scheme.care.spirits
    return lines.run(spirits.warning) if spirits else None
