"""What a printed code or a barcode opens: a small page in every language, whatever has become of the product."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ocop_site.codes.resolve import codes_of, gtins_of
from ocop_site.dependencies import Tracked
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.products.offers import lacks_price, packs
from ocop_site.pages.sheet import unlisted
from ocop_site.pages.social.picture import social_picture
from ocop_site.records.products.product import Withdrawn
from ocop_site.records.values.identifiers import Code, Gtin, Identifier
from ocop_site.views import CodeView, CodeVoice, LeaveLine, NoticeLine, Page, Switch

PAGES = ("code", "gtin")


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.is_default:
        yield from (PageKey("gtin" if isinstance(i, Gtin) else "code", i) for i in products_by_identifier(edition))


def path(edition: Edition, key: PageKey) -> str:
    identifier, urls = _identifier(key), edition.site_urls
    return urls.gtin(identifier) if isinstance(identifier, Gtin) else urls.code(identifier)


def plan(edition: Edition, key: PageKey) -> Page:
    """Told in the first language; within, each language has its own voice."""
    identifier = _identifier(key)
    product_id = products_by_identifier(edition)[identifier]
    urls, product, about = edition.site_urls, edition.catalogue.products[product_id], ("products", product_id)
    voices, name = tuple(_voice(each, product_id) for each in edition.editions.values()), edition.run(product.name).text
    title = edition.parts.titled(product_id, edition.words(f"{key.kind}.title", code=key.id, name=name))
    description = edition.parts.titled(product_id, edition.words(f"{key.kind}.description", code=key.id, name=name))
    head = unlisted(edition, urls.path(about, edition.language), title, description)
    switches = tuple(Switch(voice.language, voice.name, voice.href, here=False) for voice in voices)
    file = edition.catalogue.files.get(about)
    return Page(
        path=path(edition, key),
        language=edition.language,
        head=replace(head, crumbs=(), switches=switches, social=social_picture(edition, about)),
        view=_view(edition, identifier, product_id, voices),
        sources=(file,) if file else (),
    )


def product_of(edition: Edition, key: PageKey) -> str:
    """The product that a page is of, be it its own, its code's or its barcode's; empty where it is of none."""
    if key.kind in PAGES:
        return products_by_identifier(edition)[_identifier(key)]
    return key.id if key.kind == "products" else ""


def _identifier(key: PageKey) -> Identifier:
    return Code(key.id) if key.kind == "code" else Gtin(key.id)


@fact
def products_by_identifier(edition: Edition) -> Mapping[Identifier, str]:
    """Of every code, then of every barcode."""
    return Tracked(dict([*codes_of(edition.catalogue).items(), *gtins_of(edition.catalogue).items()]))


def _view(edition: Edition, identifier: Identifier, product_id: str, voices: tuple[CodeVoice, ...]) -> CodeView:
    product, showing = edition.catalogue.products[product_id], edition.catalogue.showing(product_id)
    gtin = identifier if isinstance(identifier, Gtin) else None
    return CodeView(
        code=product.code if gtin else identifier,
        now=None if gtin or identifier == product.code else product.code,
        gtin=gtin,
        picture=edition.pictures.card(product.photos) if showing.may_be_displayed else None,
        voices=voices,
        fallback=edition.catalogue.site.fallback,
        link_set=edition.site_urls.link(edition.site_urls.link_set(gtin)) if gtin else None,
    )


def _voice(edition: Edition, product_id: str) -> CodeVoice:
    showing, card = edition.catalogue.showing(product_id), edition.parts.card(product_id)
    product = edition.catalogue.products[product_id]
    told = () if showing.withdrawn else packs(edition, product, showing)
    return CodeVoice(
        language=edition.language,
        name=edition.catalogue.site.languages[edition.language].name,
        href=card.href,
        title=card.name,
        producer=card.producer,
        locality=card.locality,
        summary=edition.run(product.summary) if showing.may_be_praised else None,
        packs=told,
        is_price_unknown=lacks_price(product, showing),
        status=card.status,
        law_warning=edition.maybe(showing.law_warning),
        supplement_notice=edition.maybe(showing.supplement_notice),
        notices=tuple(_notice(edition, line) for line in edition.parts.notices(product_id)),
        withdrawn=_withdrawn(edition, product_id, showing.withdrawn) if showing.withdrawn else None,
    )


def _notice(edition: Edition, line: NoticeLine) -> NoticeLine:
    """With an anchor of its own in each language: all of them stand on one page."""
    return replace(line, anchor=f"{edition.language}-{line.anchor}")


def _withdrawn(edition: Edition, product_id: str, withdrawn: Withdrawn) -> LeaveLine:
    """A spirit is neither praised nor led to."""
    catalogue, products = edition.catalogue, edition.catalogue.products
    heir = withdrawn.successor
    is_led_to = heir in products and catalogue.showing(heir).may_be_praised if heir else False
    was = edition.run(products[product_id].summary) if catalogue.showing(product_id).may_be_praised else None
    return LeaveLine(
        on=withdrawn.on.isoformat(),
        reason=edition.run(withdrawn.reason),
        was=was,
        successor=edition.urls.link(("products", heir), products[heir].name) if heir and is_led_to else None,
    )
