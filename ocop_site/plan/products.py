"""Pages of products: what it is, what its stars are worth today, who makes it, where to buy it, what is not known."""

from collections.abc import Iterator

from ocop_site.catalogue.care import contact_is_public, is_spirit
from ocop_site.catalogue.certificate import Standing
from ocop_site.catalogue.localities import address_of
from ocop_site.catalogue.suits import suits
from ocop_site.language import Run, fold
from ocop_site.plan.food import food, is_food
from ocop_site.plan.lines import Lines
from ocop_site.plan.offers import craft, links, packs, service, sold_at, travel
from ocop_site.plan.proofs import record
from ocop_site.plan.sheets import Sheet, shortened
from ocop_site.plan.views import (
    Card,
    Link,
    ProductView,
    SellerLine,
    SourceLine,
    WithdrawnView,
)
from ocop_site.records.product import Product, Withdrawn

SUMMARY_LENGTH = 200
"""How much of a summary a description holds: the maker and the code come after it."""

RELATED = 6
"""How many other products of the same producer a page shows."""


def product_sheets(lines: Lines) -> Iterator[Sheet]:
    for product_id, product in lines.catalogue.products.items():
        if product.withdrawn:
            yield _withdrawn_sheet(lines, product_id, product, product.withdrawn)
        else:
            yield _product_sheet(lines, product_id, product)


def _product_sheet(lines: Lines, product_id: str, product: Product) -> Sheet:
    name, producer = lines.run(product.name).text, lines.catalogue.producers[product.producer]
    summary = shortened(lines.run(product.summary).text, SUMMARY_LENGTH)
    maker = lines.run(producer.name).text.rstrip(".")
    return Sheet(
        key=("products", product_id),
        view=_view(lines, product_id, product),
        title=lines.words("product.title", name=name, code=product.code),
        description=lines.words("product.description", summary=summary, producer=maker, code=product.code),
        crumbs=(lines.menu_link("products"), lines.link(("products", product_id), product.name)),
        texts=(product.name, product.summary),
        social=None if lines.catalogue.is_spirit(product_id) else lines.social(product.photos),
    )


def _withdrawn_sheet(lines: Lines, product_id: str, product: Product, withdrawn: Withdrawn) -> Sheet:
    name, reason = lines.run(product.name).text, lines.run(withdrawn.reason).text.rstrip(".")
    producer = lines.catalogue.producers[product.producer]
    view = WithdrawnView(
        code=product.code,
        name=lines.run(product.name),
        other_names=lines.others(product.name),
        summary=lines.run(product.summary),
        producer=lines.link(("producers", product.producer), producer.name),
        on=withdrawn.on.isoformat(),
        reason=lines.run(withdrawn.reason),
        successor=_successor(lines, withdrawn),
        law_warning=lines.law_warning(product_id),
        notices=lines.notices(product_id),
        sources=lines.sources(product.sources),
        report=_report(lines, product_id, product),
    )
    return Sheet(
        key=("products", product_id),
        view=view,
        title=lines.words("withdrawn.title", name=name, code=product.code),
        description=lines.words("withdrawn.description", reason=reason, code=product.code),
        crumbs=(lines.menu_link("products"), lines.link(("products", product_id), product.name)),
        texts=(product.name, withdrawn.reason),
    )


def _view(lines: Lines, product_id: str, product: Product) -> ProductView:
    catalogue, care = lines.catalogue, lines.catalogue.scheme.care
    producer = catalogue.producers[product.producer]
    spirit = is_spirit(product, care)
    address = address_of(product, producer)
    is_foreign = lines.language != catalogue.site.first_language
    return ProductView(
        code=product.code,
        short_address=lines.addresses.absolute(lines.addresses.code(product.code)),
        qr=lines.qr(product.code),
        name=lines.run(product.name),
        name_is_ours=lines.language in product.name_is_ours,
        other_names=lines.others(product.name),
        also_known_as=tuple(lines.native(name) for name in _other_spellings(product)),
        say_it=lines.maybe(product.say_it) if is_foreign else None,
        glosses=lines.glosses.of(product.name) if is_foreign else (),
        glossary=lines.href(("glossary", "")) if catalogue.glossary else None,
        seller=_seller(lines, product) if is_foreign and not spirit and not catalogue.is_recalled(product_id) else None,
        suits=() if spirit else _suits(lines, product),
        notices=lines.notices(product_id),
        is_draft=product.draft,
        law_warning=lines.law_warning(product_id),
        supplement_notice=lines.supplement_notice(product_id),
        worth=lines.worth(product_id),
        explain_stars=lines.explain_stars(),
        record=record(lines, product),
        pattern=lines.pattern(product.set),
        pictures=lines.pictures(product.photos),
        producer=lines.link(("producers", product.producer), producer.name),
        producer_kind=producer.kind,
        address=lines.producer_address(address, producer) if address else None,
        contact=lines.contact(producer, contact_is_public(producer)),
        summary=lines.run(product.summary),
        food=food(lines, product),
        story=lines.prose(product.story),
        travel=travel(product),
        customs=tuple(lines.run(custom.notice) for custom in care.customs if product.set in custom.sets),
        packs=packs(lines, product, spirit),
        is_gift=product.gift and not spirit,
        contains=lines.cards(i for i in product.contains if i in catalogue.products and not catalogue.is_spirit(i)),
        season=() if spirit else tuple(sorted(product.season)),
        in_season=not spirit and catalogue.today.month in product.season,
        service=service(lines, product_id, product),
        craft=craft(lines, product),
        links=links(lines, product, spirit),
        sold_at=() if spirit else sold_at(lines, product_id),
        unknown=tuple(_unknown(lines, product_id, product, spirit)),
        sources=_sources(lines, product),
        report=_report(lines, product_id, product),
        goes_with=() if spirit else lines.promoted(product.goes_with),
        more_by_producer=_more_by_producer(lines, product_id, product),
    )


def _other_spellings(product: Product) -> tuple[str, ...]:
    """Without those that only leave out marks: people search by them, nobody reads them."""
    shown = {fold(words) for _, words in product.name}
    shown |= {fold(name) for name in product.also_known_as if not name.isascii()}
    return tuple(name for name in product.also_known_as if not name.isascii() or fold(name) not in shown)


def _seller(lines: Lines, product: Product) -> SellerLine:
    first = lines.catalogue.site.first_language
    question = lines.first_words("seller.question")
    return SellerLine(Run(product.name.run(first).text, first), Run(question, first))


def _suits(lines: Lines, product: Product) -> tuple[Link, ...]:
    found = (suit for suit in suits(product, lines.catalogue.today) if suit in lines.facets.of("suits"))
    return tuple(lines.link(("suits", suit), lines.words(f"suit.{suit}")) for suit in found)


def _unknown(lines: Lines, product_id: str, product: Product, spirit: bool) -> Iterator[str]:
    """What a buyer would ask next and no record answers, as word keys in the order of asking."""
    producer = lines.catalogue.producers[product.producer]
    if is_food(product) and not any(pack.net_weight for pack in product.packs):
        yield "weight"
    if not spirit and not any(pack.price for pack in product.packs) and not (product.service and product.service.price):
        yield "price"
    if is_food(product):
        for field in ("ingredients", "allergens", "shelf_life", "storage"):
            if not getattr(product, field):
                yield field
    if not spirit and product_id not in lines.catalogue.sold_at and product.service is None:
        yield "where_to_buy"
    if not contact_is_public(producer) or not (producer.phone or producer.zalo or producer.email):
        yield "contact"


def _sources(lines: Lines, product: Product) -> tuple[SourceLine, ...]:
    """The record's own sources, then those of its certificates."""
    return lines.sources([*product.sources, *(i for c in product.certificates for i in c.sources)])


def _more_by_producer(lines: Lines, product_id: str, product: Product) -> tuple[Card, ...]:
    """Neighbours in the alphabet among the maker's recognised products, the same number for each."""
    catalogue = lines.catalogue
    listed = [i for i in catalogue.products_of[product.producer] if catalogue.worth(i).standing is not Standing.NONE]
    others = lines.in_order({*listed, product_id})
    here = others.index(product_id)
    return lines.promoted((others[here + 1 :] + others[:here])[:RELATED])


def _successor(lines: Lines, withdrawn: Withdrawn) -> Card | None:
    successor = withdrawn.successor
    if not successor or successor not in lines.catalogue.products or lines.catalogue.is_spirit(successor):
        return None
    return lines.card(successor)


def _report(lines: Lines, product_id: str, product: Product) -> str:
    return lines.report(product.code, lines.addresses.path(("products", product_id), lines.language))
