"""Pages of products: what it is, what its stars are worth today, who makes it, where to buy it, what is not known."""

from collections.abc import Iterator

from ocop_site.catalogue.care import contact_is_public, is_spirit
from ocop_site.catalogue.localities import address_of
from ocop_site.catalogue.status import CertificateState
from ocop_site.catalogue.suits import suits
from ocop_site.editions.edition import Edition
from ocop_site.pages.products.evidence import record
from ocop_site.pages.products.food import food, is_food
from ocop_site.pages.products.offers import craft, links, packs, service, sold_at, travel
from ocop_site.pages.sheet import Sheet, shortened
from ocop_site.records.product import Product, Withdrawn
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import fold
from ocop_site.views import Card, Link, ProductView, SellerLine, SourceLine, WithdrawnView

SUMMARY_LENGTH = 200
"""How much of a summary a description holds: the maker and the code come after it."""

RELATED = 6
"""How many other products of the same producer a page shows."""


def product_sheets(edition: Edition) -> Iterator[Sheet]:
    for product_id, product in edition.catalogue.products.items():
        if product.withdrawn:
            yield _withdrawn_sheet(edition, product_id, product, product.withdrawn)
        else:
            yield _product_sheet(edition, product_id, product)


def _product_sheet(edition: Edition, product_id: str, product: Product) -> Sheet:
    name, producer = edition.run(product.name).text, edition.catalogue.producers[product.producer]
    summary = shortened(edition.run(product.summary).text, SUMMARY_LENGTH)
    maker = edition.run(producer.name).text.rstrip(".")
    return Sheet(
        key=("products", product_id),
        view=_view(edition, product_id, product),
        title=edition.words("product.title", name=name, code=product.code),
        description=edition.words("product.description", summary=summary, producer=maker, code=product.code),
        crumbs=(edition.urls.menu_link("products"), edition.urls.link(("products", product_id), product.name)),
        texts=(product.name, product.summary),
        social=None if edition.catalogue.is_spirit(product_id) else edition.pictures.social(product.photos),
    )


def _withdrawn_sheet(edition: Edition, product_id: str, product: Product, withdrawn: Withdrawn) -> Sheet:
    name, reason = edition.run(product.name).text, edition.run(withdrawn.reason).text.rstrip(".")
    producer = edition.catalogue.producers[product.producer]
    view = WithdrawnView(
        code=product.code,
        name=edition.run(product.name),
        other_names=edition.others(product.name),
        summary=edition.run(product.summary),
        producer=edition.urls.link(("producers", product.producer), producer.name),
        on=withdrawn.on.isoformat(),
        reason=edition.run(withdrawn.reason),
        successor=_successor(edition, withdrawn),
        law_warning=edition.parts.law_warning(product_id),
        notices=edition.parts.notices(product_id),
        sources=edition.parts.sources(product.sources),
        report=_report(edition, product_id, product),
    )
    return Sheet(
        key=("products", product_id),
        view=view,
        title=edition.words("withdrawn.title", name=name, code=product.code),
        description=edition.words("withdrawn.description", reason=reason, code=product.code),
        crumbs=(edition.urls.menu_link("products"), edition.urls.link(("products", product_id), product.name)),
        texts=(product.name, withdrawn.reason),
    )


def _view(edition: Edition, product_id: str, product: Product) -> ProductView:
    catalogue, care = edition.catalogue, edition.catalogue.scheme.care
    producer = catalogue.producers[product.producer]
    spirit = is_spirit(product, care)
    address = address_of(product, producer)
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
        seller=_seller(edition, product)
        if is_foreign and not spirit and not catalogue.is_recalled(product_id)
        else None,
        suits=() if spirit else _suits(edition, product),
        notices=edition.parts.notices(product_id),
        is_draft=product.draft,
        law_warning=edition.parts.law_warning(product_id),
        supplement_notice=edition.parts.supplement_notice(product_id),
        status=edition.status.of(product_id),
        explain_stars=edition.parts.explain_stars(),
        record=record(edition, product),
        pattern=edition.parts.pattern(product.set),
        pictures=edition.pictures.of_page(product.photos),
        producer=edition.urls.link(("producers", product.producer), producer.name),
        producer_kind=producer.kind,
        address=edition.addresses.of_producer(address, producer) if address else None,
        contact=edition.parts.contact(producer, contact_is_public(producer)),
        summary=edition.run(product.summary),
        food=food(edition, product),
        story=edition.parts.prose(product.story),
        travel=travel(product),
        customs=tuple(edition.run(custom.notice) for custom in care.customs if product.set in custom.sets),
        packs=packs(edition, product, spirit),
        is_gift=product.gift and not spirit,
        contains=edition.parts.cards(
            i for i in product.contains if i in catalogue.products and not catalogue.is_spirit(i)
        ),
        season=() if spirit else tuple(sorted(product.season)),
        in_season=not spirit and catalogue.today.month in product.season,
        service=service(edition, product_id, product),
        craft=craft(edition, product),
        links=links(edition, product, spirit),
        sold_at=() if spirit else sold_at(edition, product_id),
        unknown=tuple(_unknown(edition, product_id, product, spirit)),
        sources=_sources(edition, product),
        report=_report(edition, product_id, product),
        goes_with=() if spirit else edition.parts.promoted(product.goes_with),
        more_by_producer=_more_by_producer(edition, product_id, product),
    )


def _other_spellings(product: Product) -> tuple[str, ...]:
    """Without those that only leave out marks: people search by them, nobody reads them."""
    shown = {fold(words) for _, words in product.name}
    shown |= {fold(name) for name in product.also_known_as if not name.isascii()}
    return tuple(name for name in product.also_known_as if not name.isascii() or fold(name) not in shown)


def _seller(edition: Edition, product: Product) -> SellerLine:
    first = edition.catalogue.site.first_language
    question = edition.first_words("seller.question")
    return SellerLine(TextRun(product.name.run(first).text, first), TextRun(question, first))


def _suits(edition: Edition, product: Product) -> tuple[Link, ...]:
    found = (suit for suit in suits(product, edition.catalogue.today) if suit in edition.facets.of("suits"))
    return tuple(edition.urls.link(("suits", suit), edition.words(f"suit.{suit}")) for suit in found)


def _unknown(edition: Edition, product_id: str, product: Product, spirit: bool) -> Iterator[str]:
    """What a buyer would ask next and no record answers, as word keys in the order of asking."""
    producer = edition.catalogue.producers[product.producer]
    if is_food(product) and not any(pack.net_weight for pack in product.packs):
        yield "weight"
    if not spirit and not any(pack.price for pack in product.packs) and not (product.service and product.service.price):
        yield "price"
    if is_food(product):
        for field in ("ingredients", "allergens", "shelf_life", "storage"):
            if not getattr(product, field):
                yield field
    if not spirit and product_id not in edition.catalogue.sold_at and product.service is None:
        yield "where_to_buy"
    if not contact_is_public(producer) or not (producer.phone or producer.zalo or producer.email):
        yield "contact"


def _sources(edition: Edition, product: Product) -> tuple[SourceLine, ...]:
    """The record's own sources, then those of its certificates."""
    return edition.parts.sources([*product.sources, *(i for c in product.certificates for i in c.sources)])


def _more_by_producer(edition: Edition, product_id: str, product: Product) -> tuple[Card, ...]:
    """Neighbours in the alphabet among the maker's recognised products, the same number for each."""
    catalogue = edition.catalogue
    listed = [
        i for i in catalogue.products_of[product.producer] if catalogue.status(i).state is not CertificateState.NONE
    ]
    others = edition.in_order({*listed, product_id})
    here = others.index(product_id)
    return edition.parts.promoted((others[here + 1 :] + others[:here])[:RELATED])


def _successor(edition: Edition, withdrawn: Withdrawn) -> Card | None:
    successor = withdrawn.successor
    if not successor or successor not in edition.catalogue.products or edition.catalogue.is_spirit(successor):
        return None
    return edition.parts.card(successor)


def _report(edition: Edition, product_id: str, product: Product) -> str:
    return edition.parts.report(product.code, edition.site_urls.path(("products", product_id), edition.language))
