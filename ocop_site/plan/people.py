"""Pages of those who make, decide and support: producers, decisions, partners."""

from collections.abc import Iterator, Sequence

from ocop_site.catalogue.care import contact_is_public, public_address
from ocop_site.catalogue.certificate import Standing
from ocop_site.formats import format_date
from ocop_site.language import Run, collation_key
from ocop_site.plan.lines import Lines
from ocop_site.plan.paging import by_page
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.views import (
    DecisionCard,
    DecisionsView,
    DecisionView,
    PartnerGroup,
    PartnerLine,
    PartnersView,
    ProducerCard,
    ProducersView,
    ProducerView,
)
from ocop_site.records.dates import iso
from ocop_site.records.decision import Decision
from ocop_site.records.people import Producer

PARTNER_KINDS = ("enterprise", "research", "association", "promotion", "finance", "media")


def people_sheets(lines: Lines) -> Iterator[Sheet]:
    yield from _producers(lines)
    yield from _decisions(lines)
    yield from _partners(lines)


def producer_card(lines: Lines, producer_id: str) -> ProducerCard:
    producer = lines.catalogue.producers[producer_id]
    return ProducerCard(
        href=lines.href(("producers", producer_id)),
        name=lines.run(producer.name),
        kind=producer.kind,
        locality=lines.producer_locality(producer),
        count=len(_listed(lines, producer_id)),
    )


def _producers(lines: Lines) -> Iterator[Sheet]:
    producers = lines.catalogue.producers
    ordered = sorted(producers, key=lambda i: (collation_key(lines.run(producers[i].name).text), i))
    title = lines.words("producers.title")
    description = lines.words("producers.description", count=len(ordered))
    for page, shown in by_page(ordered) if ordered else ():
        cards = tuple(producer_card(lines, i) for i in shown)
        view = ProducersView(len(ordered), cards, lines.turns(len(ordered), ("producers", ""), page))
        yield Sheet(("producers", ""), view, title, description, (lines.menu_link("producers"),), page=page)
    for producer_id, producer in producers.items():
        yield from _producer(lines, producer_id, producer)


def _producer(lines: Lines, producer_id: str, producer: Producer) -> Iterator[Sheet]:
    key = ("producers", producer_id)
    listed = _listed(lines, producer_id)
    name = lines.distinct("producers", producer_id, lines.run(producer.name).text)
    for page, _ in by_page(listed):
        yield Sheet(
            key,
            _producer_view(lines, producer_id, producer, listed, page),
            lines.words("producer.title", name=name),
            lines.words("producer.description", name=name, count=len(listed)),
            (lines.menu_link("producers"), lines.link(key, producer.name)),
            texts=(producer.name, producer.story),
            page=page,
            social=lines.social(producer.photos),
        )


def _producer_view(
    lines: Lines, producer_id: str, producer: Producer, listed: Sequence[str], page: int
) -> ProducerView:
    catalogue = lines.catalogue
    all_products = catalogue.products_of.get(producer_id, ())
    others = [i for i in lines.in_order(all_products) if catalogue.worth(i).standing is Standing.NONE]
    contact = lines.contact(producer, contact_is_public(producer))
    visits, safety, successor = producer.visits, producer.food_safety, producer.successor
    return ProducerView(
        name=lines.run(producer.name),
        other_names=lines.others(producer.name),
        registered_name=lines.native(producer.registered_name) if producer.registered_name else None,
        former_names=tuple(lines.native(name) for name in producer.former_names),
        kind=producer.kind,
        successor=lines.link(("producers", successor), catalogue.producers[successor].name) if successor else None,
        since=iso(producer.since),
        addresses=tuple(lines.producer_address(address, producer) for address in producer.addresses),
        households_commune_only=any(public_address(a, producer) is not a for a in producer.addresses),
        contact=contact,
        visits_welcome=visits.welcome if visits else None,
        visits_note=lines.maybe(visits.note) if visits else None,
        food_safety=safety.number if safety else None,
        food_safety_until=iso(safety.until) if safety else None,
        pictures=lines.pictures(producer.photos),
        story=lines.prose(producer.story),
        listing=lines.listing(listed, ("producers", producer_id), page),
        others=lines.cards(others),
        unknown=tuple(_unknown(producer, bool(contact.phone or contact.zalo or contact.email))),
        sources=lines.sources(producer.sources),
    )


def _listed(lines: Lines, producer_id: str) -> list[str]:
    """A producer's products of the OCOP listings."""
    worths = lines.catalogue.worth
    product_ids = lines.catalogue.products_of.get(producer_id, ())
    return lines.in_order(i for i in product_ids if worths(i).standing is not Standing.NONE)


def _unknown(producer: Producer, has_contact: bool) -> Iterator[str]:
    if not producer.addresses:
        yield "address"
    if not has_contact:
        yield "contact"
    if producer.visits is None:
        yield "visits"


def _decisions(lines: Lines) -> Iterator[Sheet]:
    decisions = lines.catalogue.decisions
    ordered = sorted(decisions, key=lambda i: (decisions[i].issued.latest, i), reverse=True)
    title, description = lines.words("decisions.title"), lines.words("decisions.description")
    for page, shown in by_page(ordered) if ordered else ():
        cards = tuple(_decision_card(lines, i, decisions[i]) for i in shown)
        view = DecisionsView(len(ordered), cards, lines.turns(len(ordered), ("decisions", ""), page))
        yield Sheet(("decisions", ""), view, title, description, (lines.menu_link("decisions"),), page=page)
    for decision_id, decision in decisions.items():
        yield from _decision(lines, decision_id, decision)


def _decision_card(lines: Lines, decision_id: str, decision: Decision) -> DecisionCard:
    return DecisionCard(
        href=lines.href(("decisions", decision_id)),
        number=decision.number,
        kind=decision.kind,
        issuer=lines.run(decision.issuer),
        issued=str(decision.issued),
        count=len(lines.catalogue.products_by_decision.get(decision_id, ())),
    )


def _decision(lines: Lines, decision_id: str, decision: Decision) -> Iterator[Sheet]:
    key = ("decisions", decision_id)
    product_ids = lines.in_order(lines.catalogue.products_by_decision.get(decision_id, ()))
    issuer, issued = lines.run(decision.issuer), format_date(str(decision.issued), lines.language)
    title = lines.words("decision.title", number=decision.number, issued=issued, issuer=issuer.text)
    for page, _ in by_page(product_ids):
        view = DecisionView(
            number=decision.number,
            kind=decision.kind,
            issuer=issuer,
            level=decision.level,
            issued=str(decision.issued),
            scan=lines.scan(decision.scan, Run(lines.words("decision.scan", number=decision.number))),
            listing=lines.listing(product_ids, key, page),
            sources=lines.sources(decision.sources),
        )
        words = {"issuer": issuer.text, "number": decision.number}
        description = lines.words("decision.description", **words, count=len(product_ids))
        crumbs = (lines.menu_link("decisions"), lines.link(key, decision.number))
        yield Sheet(key, view, title, description, crumbs, page=page)


def _partners(lines: Lines) -> Iterator[Sheet]:
    partners = lines.catalogue.partners
    if not partners:
        return
    groups = []
    for kind in PARTNER_KINDS:
        found = [i for i, partner in partners.items() if partner.kind == kind]
        ordered = sorted(found, key=lambda i: collation_key(lines.run(partners[i].name).text))
        if ordered:
            groups.append(PartnerGroup(kind, tuple(_partner(lines, i) for i in ordered)))
    title, description = lines.words("partners.title"), lines.words("partners.description")
    yield Sheet(("partners", ""), PartnersView(tuple(groups)), title, description, (lines.menu_link("partners"),))


def _partner(lines: Lines, partner_id: str) -> PartnerLine:
    partner = lines.catalogue.partners[partner_id]
    offers = lines.prose(partner.offers)
    return PartnerLine(lines.run(partner.name), offers, partner.website, lines.sources(partner.sources), partner_id)
