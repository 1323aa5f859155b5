"""What a printed code or a barcode opens: a small page in every language, whatever has become of the product."""

from collections.abc import Iterator
from dataclasses import replace

from ocop_site.codes.resolve import codes_of, gtins_of
from ocop_site.editions.edition import Edition, Editions
from ocop_site.pages.sheet import unlisted
from ocop_site.records.product import Withdrawn
from ocop_site.text.language import TextRun
from ocop_site.views import CodeView, CodeVoice, LeaveLine, NoticeLine, Page, Switch


def permanent_pages(editions: Editions) -> Iterator[Page]:
    catalogue = editions.default.catalogue
    for code, product_id in codes_of(catalogue).items():
        yield _page(editions, product_id, code)
    for gtin, product_id in gtins_of(catalogue).items():
        yield _page(editions, product_id, catalogue.products[product_id].code, gtin)


def _page(editions: Editions, product_id: str, code: str, gtin: str | None = None) -> Page:
    """Told in the first language; within, each language has its own voice."""
    edition = editions.default
    addresses, product, key = edition.site_urls, edition.catalogue.products[product_id], ("products", product_id)
    is_shown = not (product.withdrawn or edition.catalogue.is_spirit(product_id))
    view = CodeView(
        code=code,
        now=None if code == product.code else product.code,
        gtin=gtin,
        picture=edition.pictures.card(product.photos) if is_shown else None,
        voices=tuple(_voice(edition, product_id) for edition in editions.values()),
        fallback=edition.catalogue.site.fallback,
        link_set=addresses.link(addresses.link_set(gtin)) if gtin else None,
    )
    name = edition.run(product.name).text
    told = "gtin" if gtin else "code"
    title = edition.words(f"{told}.title", code=gtin or code, name=name)
    description = edition.words(f"{told}.description", code=gtin or code, name=name)
    switches = tuple(Switch(voice.language, voice.name, voice.href, here=False) for voice in view.voices)
    head = unlisted(edition, addresses.path(key, edition.language), title, description)
    head = replace(head, crumbs=(), switches=switches)
    file = edition.catalogue.files.get(key)
    path = addresses.gtin(gtin) if gtin else addresses.code(code)
    return Page(path, edition.language, head, view, (file,) if file else ())


def _voice(edition: Edition, product_id: str) -> CodeVoice:
    catalogue, product = edition.catalogue, edition.catalogue.products[product_id]
    return CodeVoice(
        language=edition.language,
        name=catalogue.site.languages[edition.language].name,
        href=edition.urls.href(("products", product_id)),
        title=edition.run(product.name),
        producer=edition.run(catalogue.producers[product.producer].name),
        status=edition.status.of(product_id),
        law_warning=edition.parts.law_warning(product_id),
        supplement_notice=edition.parts.supplement_notice(product_id),
        notices=tuple(_notice(edition, line) for line in edition.parts.notices(product_id)),
        withdrawn=_withdrawn(edition, product_id, product.withdrawn) if product.withdrawn else None,
    )


def _notice(edition: Edition, line: NoticeLine) -> NoticeLine:
    """With an anchor of its own in each language: all of them stand on one page."""
    return replace(line, anchor=f"{edition.language}-{line.anchor}")


def _withdrawn(edition: Edition, product_id: str, withdrawn: Withdrawn) -> LeaveLine:
    """A spirit is neither praised nor led to."""
    products = edition.catalogue.products
    heir = withdrawn.successor
    is_led_to = heir in products and not edition.catalogue.is_spirit(heir) if heir else False
    was: TextRun | None = None if edition.catalogue.is_spirit(product_id) else edition.run(products[product_id].summary)
    return LeaveLine(
        on=withdrawn.on.isoformat(),
        reason=edition.run(withdrawn.reason),
        was=was,
        successor=edition.urls.link(("products", heir), products[heir].name) if heir and is_led_to else None,
    )
