"""Pages of products: what it is, what its stars are worth today, who makes it, where to buy it, what is not known."""

from bisect import bisect_left
from collections.abc import Iterator

from ocop_site.catalogue.showing import Showing
from ocop_site.catalogue.suits import DIETS, suits
from ocop_site.editions.edition import Edition
from ocop_site.editions.naming import suit_name
from ocop_site.pages.keys import PageKey
from ocop_site.pages.products.evidence import record
from ocop_site.pages.products.food import food, is_food
from ocop_site.pages.products.listed import listed_of
from ocop_site.pages.products.offers import craft, lacks_price, links, packs, service, sold_at, travel
from ocop_site.pages.sheet import Sheet, shortened
from ocop_site.records.products.product import Product, Withdrawn
from ocop_site.records.values.months import spans
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import fold
from ocop_site.views import Card, Link, ProductView, SellerLine, SourceLine, WithdrawnView

SUMMARY_LENGTH = 200
"""How much of a summary a description holds: the maker and the code come after it."""

RELATED = 6
"""How many other products of the same producer a page shows."""


PAGES = ("products",)


def keys(edition: Edition) -> Iterator[PageKey]:
    return (PageKey("products", product_id) for product_id in edition.catalogue.products)


def plan(edition: Edition, key: PageKey) -> Sheet:
    product, showing = edition.catalogue.products[key.id], edition.catalogue.showing(key.id)
    if showing.withdrawn:
        return _withdrawn_sheet(edition, key, product, showing, showing.withdrawn)
    return _product_sheet(edition, key, product, showing)


def _product_sheet(edition: Edition, key: PageKey, product: Product, showing: Showing) -> Sheet:
    name, producer = edition.run(product.name).text, edition.title_of("producers", product.producer)
    summary = shortened(edition.parts.recalls_first(key.id, edition.run(product.summary).text), SUMMARY_LENGTH)
    maker = producer.text.rstrip(".")
    return Sheet(
        key=key,
        view=_view(edition, key.id, product, showing),
        title=edition.parts.titled(key.id, edition.words("product.title", name=name, code=product.code)),
        description=edition.words("product.description", summary=summary, producer=maker, code=product.code),
        crumbs=(edition.urls.menu_link("products"), edition.urls.link(key.thing, product.name)),
        texts=(product.name, product.summary),
    )


def _withdrawn_sheet(edition: Edition, key: PageKey, product: Product, showing: Showing, withdrawn: Withdrawn) -> Sheet:
    name, reason = edition.run(product.name).text, edition.run(withdrawn.reason).text.rstrip(".")
    view = WithdrawnView(
        code=product.code,
        name=edition.run(product.name),
        other_names=edition.others(product.name),
        summary=edition.run(product.summary),
        producer=edition.urls.link(("producers", product.producer), edition.title_of("producers", product.producer)),
        on=withdrawn.on.isoformat(),
        reason=edition.run(withdrawn.reason),
        successor=_successor(edition, withdrawn),
        law_warning=edition.maybe(showing.law_warning),
        notices=edition.parts.notices(key.id),
        sources=edition.parts.sources(product.sources),
        report=_report(edition, key.id, product),
    )
    return Sheet(
        key=key,
        view=view,
        title=edition.parts.titled(key.id, edition.words("withdrawn.title", name=name, code=product.code)),
        description=edition.words("withdrawn.description", reason=reason, code=product.code),
        crumbs=(edition.urls.menu_link("products"), edition.urls.link(key.thing, product.name)),
        texts=(product.name, withdrawn.reason),
    )


def _view(edition: Edition, product_id: str, product: Product, showing: Showing) -> ProductView:
    catalogue, contact = edition.catalogue, edition.parts.contact(product.producer)
    is_foreign = edition.language != catalogue.site.first_language
    return ProductView(
        code=product.code,
        short_address=edition.site_urls.absolute(edition.site_urls.code(product.code)),
        qr=edition.parts.qr(product.code),
        name=edition.run(product.name),
        name_is_ours=edition.language in product.name_is_ours,
        other_names=edition.others(product.name),
        also_known_as=tuple(edition.native(name) for name in _other_spellings(product)),
        say_it=edition.maybe(product.say_it) if is_foreign else None,
        glosses=edition.glossary.of(product.name) if is_foreign else (),
        glossary=edition.urls.href(("glossary", "")) if catalogue.glossary else None,
        seller=_seller(edition, product) if is_foreign and showing.may_be_sold else None,
        diets=tuple(_suits(edition, product, showing, of_diet=True)),
        suits=tuple(_suits(edition, product, showing, of_diet=False)),
        notices=edition.parts.notices(product_id),
        is_draft=showing.is_draft,
        law_warning=edition.maybe(showing.law_warning),
        supplement_notice=edition.maybe(showing.supplement_notice),
        status=edition.status.of(product_id),
        explain_stars=edition.parts.explain_stars(),
        record=record(edition, product),
        pattern=edition.parts.pattern(product.set),
        pictures=edition.pictures.of_page(product.photos),
        producer=edition.urls.link(("producers", product.producer), edition.title_of("producers", product.producer)),
        producer_kind=catalogue.kind_of_maker(product.producer),
        address=edition.addresses.of_product(product_id),
        contact=contact,
        summary=edition.run(product.summary),
        food=food(edition, product),
        story=edition.parts.prose(product.story),
        story_is_ours=product.story_is_ours,
        travel=travel(product),
        customs=tuple(edition.run(notice) for notice in showing.customs),
        packs=packs(edition, product, showing),
        is_gift=product.gift and showing.may_be_praised,
        contains=edition.parts.cards(i for i in product.contains if i in catalogue.products),
        season=tuple(spans(product.season)) if showing.may_be_praised else (),
        in_season=showing.may_be_praised and catalogue.today.month in product.season,
        season_note=edition.maybe(product.season_note) if showing.may_be_praised else None,
        season_sources=edition.parts.sources(product.season_sources) if showing.may_be_praised else (),
        service=service(edition, product_id, product),
        craft=craft(edition, product),
        links=links(edition, product, showing),
        sold_at=sold_at(edition, product_id),
        unknown=tuple(_unknown(edition, product_id, product, showing)),
        sources=_sources(edition, product),
        report=_report(edition, product_id, product),
        goes_with=edition.parts.promoted(product.goes_with) if showing.may_be_praised else (),
        more_by_producer=_more_by_producer(edition, product_id, product),
    )


def _other_spellings(product: Product) -> tuple[str, ...]:
    """Without those that only leave out marks: people search by them, nobody reads them."""
    if not product.also_known_as:
        return ()
    shown = {fold(words) for _, words in product.name}
    shown |= {fold(name) for name in product.also_known_as if not name.isascii()}
    return tuple(name for name in product.also_known_as if not name.isascii() or fold(name) not in shown)


def _seller(edition: Edition, product: Product) -> SellerLine:
    first = edition.catalogue.site.first_language
    question = edition.first_words.said("seller.question")
    return SellerLine(TextRun(product.name.run(first).text, first), TextRun(question.text, question.language or first))


def _suits(edition: Edition, product: Product, showing: Showing, *, of_diet: bool) -> Iterator[Link]:
    for suit in suits(product, edition.catalogue.today) if showing.may_be_praised else ():
        if (suit in DIETS) == of_diet and edition.facets.values.has("suits", suit):
            yield edition.urls.link(("suits", suit), suit_name(edition, suit))


def _unknown(edition: Edition, product_id: str, product: Product, showing: Showing) -> Iterator[str]:
    """What a buyer would ask next and no record answers, as word keys in the order of asking."""
    contact = edition.parts.contact(product.producer)
    if is_food(product) and not any(pack.net_weight for pack in product.packs):
        yield "weight"
    if lacks_price(product, showing):
        yield "price"
    if is_food(product):
        for field in ("ingredients", "allergens", "shelf_life", "storage"):
            if not getattr(product, field):
                yield field
    if showing.may_be_sold and product_id not in edition.catalogue.sold_at and product.service is None:
        yield "where_to_buy"
    if not (contact.phones or contact.zalo or contact.email):
        yield "contact"


def _sources(edition: Edition, product: Product) -> tuple[SourceLine, ...]:
    """The record's own sources, then those of its certificates and of its months."""
    certified = (source for certificate in product.certificates for source in certificate.sources)
    return edition.parts.sources([*product.sources, *certified, *product.season_sources])


def _more_by_producer(edition: Edition, product_id: str, product: Product) -> tuple[Card, ...]:
    """Neighbours in the alphabet among the maker's recognised products, the same number for each."""
    listed = listed_of(edition, product.producer)
    here = bisect_left(listed, edition.order_of(product_id), key=edition.order_of)
    after = here + (listed[here : here + 1] == [product_id])
    others = listed[after : after + RELATED] + listed[: min(here, RELATED)]
    return edition.parts.promoted(others[:RELATED])


def _successor(edition: Edition, withdrawn: Withdrawn) -> Card | None:
    successor = withdrawn.successor
    if not successor or successor not in edition.catalogue.products:
        return None
    return edition.parts.card(successor) if edition.catalogue.showing(successor).may_be_praised else None


def _report(edition: Edition, product_id: str, product: Product) -> str:
    return edition.parts.report(product.code, edition.site_urls.path(("products", product_id), edition.language))
