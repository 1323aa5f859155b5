"""What a printed code or a barcode opens: a small page in every language, whatever has become of the product."""

from collections.abc import Iterator
from dataclasses import replace

from ocop_site.language import Run
from ocop_site.plan.lines import Editions, Lines, first_of
from ocop_site.plan.sheets import unlisted
from ocop_site.plan.views import CodeView, CodeVoice, LeaveLine, NoticeLine, Page, Switch
from ocop_site.records.product import Withdrawn
from ocop_site.showroom.permanent import codes_of, gtins_of


def permanent_pages(editions: Editions) -> Iterator[Page]:
    catalogue = first_of(editions).catalogue
    for code, product_id in codes_of(catalogue).items():
        yield _page(editions, product_id, code)
    for gtin, product_id in gtins_of(catalogue).items():
        yield _page(editions, product_id, catalogue.products[product_id].code, gtin)


def _page(editions: Editions, product_id: str, code: str, gtin: str | None = None) -> Page:
    """Told in the first language; within, each language has its own voice."""
    lines = first_of(editions)
    addresses, product, key = lines.addresses, lines.catalogue.products[product_id], ("products", product_id)
    is_shown = not (product.withdrawn or lines.catalogue.is_spirit(product_id))
    view = CodeView(
        code=code,
        now=None if code == product.code else product.code,
        gtin=gtin,
        picture=lines.card_picture(product.photos) if is_shown else None,
        voices=tuple(_voice(edition, product_id) for edition in editions.values()),
        fallback=lines.catalogue.site.fallback,
        link_set=addresses.link(addresses.link_set(gtin)) if gtin else None,
    )
    name = lines.run(product.name).text
    told = "gtin" if gtin else "code"
    title = lines.words(f"{told}.title", code=gtin or code, name=name)
    description = lines.words(f"{told}.description", code=gtin or code, name=name)
    switches = tuple(Switch(voice.language, voice.name, voice.href, here=False) for voice in view.voices)
    head = unlisted(lines, addresses.path(key, lines.language), title, description)
    head = replace(head, crumbs=(), switches=switches)
    file = lines.catalogue.files.get(key)
    path = addresses.gtin(gtin) if gtin else addresses.code(code)
    return Page(path, lines.language, head, view, (file,) if file else ())


def _voice(lines: Lines, product_id: str) -> CodeVoice:
    catalogue, product = lines.catalogue, lines.catalogue.products[product_id]
    return CodeVoice(
        language=lines.language,
        name=catalogue.site.languages[lines.language].name,
        href=lines.href(("products", product_id)),
        title=lines.run(product.name),
        producer=lines.run(catalogue.producers[product.producer].name),
        worth=lines.worth(product_id),
        law_warning=lines.law_warning(product_id),
        supplement_notice=lines.supplement_notice(product_id),
        notices=tuple(_notice(lines, line) for line in lines.notices(product_id)),
        withdrawn=_withdrawn(lines, product_id, product.withdrawn) if product.withdrawn else None,
    )


def _notice(lines: Lines, line: NoticeLine) -> NoticeLine:
    """With an anchor of its own in each language: all of them stand on one page."""
    return replace(line, anchor=f"{lines.language}-{line.anchor}")


def _withdrawn(lines: Lines, product_id: str, withdrawn: Withdrawn) -> LeaveLine:
    """A spirit is neither praised nor led to."""
    products = lines.catalogue.products
    heir = withdrawn.successor
    is_led_to = heir in products and not lines.catalogue.is_spirit(heir) if heir else False
    was: Run | None = None if lines.catalogue.is_spirit(product_id) else lines.run(products[product_id].summary)
    return LeaveLine(
        on=withdrawn.on.isoformat(),
        reason=lines.run(withdrawn.reason),
        was=was,
        successor=lines.link(("products", heir), products[heir].name) if heir and is_led_to else None,
    )
