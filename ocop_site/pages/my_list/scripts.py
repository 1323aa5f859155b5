"""What the page of a visitor's own list has to know of each product, as scripts of which it takes those that it needs.

Scripts, since a page from a folder may fetch nothing.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, once_each
from ocop_site.facts import fact, opaque
from ocop_site.pages.products.offers import service, sold_at
from ocop_site.text.formats import format_date, format_phone
from ocop_site.text.language import TextRun
from ocop_site.views import StatusLine

PER_SCRIPT = 128
"""About how many products a script tells of, at most: a list of a few needs a few, each some kilobytes on the wire."""

ListedProduct = dict[str, Any]
"""What the page is told of a product: texts as `[text, language or nothing]`, links with their address before it."""


@opaque
def my_list_scripts(edition: Edition) -> tuple[Document, ...]:
    """A product stands in the script whose place is its code's number modulo how many there are: a power of two,
    so that a new product seldom moves the others."""
    products = edition.catalogue.by_code
    count = 1
    while len(products) > count * PER_SCRIPT:
        count *= 2
    parts: list[dict[str, ListedProduct]] = [{} for _ in range(count)]
    for code, product_id in products:
        parts[number_of(code) % count][code] = _entry(edition, product_id)
    return tuple(_script(edition.language, number, part) for number, part in enumerate(parts))


def number_of(code: str) -> int:
    return int("".join(sign for sign in code if sign.isdigit()))


def _script(language: str, number: int, entries: dict[str, ListedProduct]) -> Document:
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    # Old browsers end a line at these two even in a string.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    body = f"ocop.listed({text});\n".encode()
    return Document(f"lists/{language}-{number}.{sha256(body).hexdigest()[:10]}.js", body)


@fact
def _entry(edition: Edition, product_id: str) -> ListedProduct:
    """A spirit, and what is recalled, is named and no more; of what was withdrawn it is told since when."""
    showing, card = edition.catalogue.showing(product_id), edition.parts.card(product_id)
    entry: ListedProduct = {"name": _text(card.name), "href": card.href, "maker": _maker(edition, product_id)}
    if notices := [_notice(edition, i) for i in showing.notices]:
        entry["notices"] = notices
    if showing.withdrawn:
        return entry | {"withdrawn": _withdrawn(edition, showing.withdrawn.on.isoformat())}
    entry["worth"] = [[stage.starts or "", _status(edition, stage)] for stage in (card.status, *card.status.later)]
    if showing.is_restrained:
        return entry | {"spirit": True}
    if showing.is_recalled:
        return entry | {"recalled": True}
    if card.picture:
        entry["picture"] = card.picture.src
    if places := list(_places(edition, product_id)):
        entry["places"] = places
    if phones := _phones(edition, product_id):
        entry["phones"] = phones
    return entry


def _text(run: TextRun) -> list[str]:
    return [run.text, run.language] if run.language else [run.text]


def _maker(edition: Edition, product_id: str) -> list[str]:
    maker = edition.catalogue.products[product_id].producer
    return [edition.urls.href(("producers", maker)), *_text(edition.title_of("producers", maker))]


def _places(edition: Edition, product_id: str) -> Iterator[list[Any]]:
    """Where it stands on a shelf, the showroom first, or where a service takes place: address, shelf, name."""
    offered = service(edition, product_id, edition.catalogue.products[product_id])
    if offered and offered.place:
        yield [offered.place.href, "", *_text(offered.place.label)]
    showroom = edition.catalogue.site.showroom
    home = edition.urls.href(("places", showroom)) if showroom else None
    for sold in sorted(sold_at(edition, product_id), key=lambda each: each.place.href != home):
        notes = [edition.words("my_list.shelf", shelf=sold.shelf)] if sold.shelf else []
        shelf = ", ".join([*notes, edition.words("my_list.out")] if sold.is_out else notes)
        yield [sold.place.href, shelf, *_text(sold.place.label)]


def _phones(edition: Edition, product_id: str) -> list[list[str]]:
    """The maker's, where they may be told: each for links, and for people."""
    phones = edition.parts.contact(edition.catalogue.products[product_id].producer).phones
    return [[phone, format_phone(phone, edition.language)] for phone in phones]


def _status(edition: Edition, line: StatusLine) -> str:
    """In words and without its class: a list may be printed, and paper outlives certificates."""
    if line.state in ("valid", "ending", "continued") and line.until:
        return _until(edition, line.until)
    return edition.words(f"my_list.status.{line.state}")


@once_each
def _until(edition: Edition, day: str) -> str:
    return edition.words("my_list.status.until", until=format_date(day, edition.language))


def _withdrawn(edition: Edition, on: str) -> str:
    return edition.words("my_list.withdrawn", on=format_date(on, edition.language))


def _notice(edition: Edition, notice_id: str) -> str:
    notice = edition.catalogue.notices[notice_id]
    return edition.words(f"my_list.{notice.kind}", date=format_date(notice.date.isoformat(), edition.language))
