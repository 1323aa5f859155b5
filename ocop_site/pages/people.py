"""Pages of those who make, decide and support: producers, decisions, partners."""

from collections.abc import Iterator, Sequence

from ocop_site.catalogue.care import contact_is_public, public_address
from ocop_site.catalogue.status import CertificateState
from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import by_page
from ocop_site.pages.sheet import Sheet
from ocop_site.records.dates import iso
from ocop_site.records.decision import Decision
from ocop_site.records.people import Producer
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import (
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

PARTNER_KINDS = ("enterprise", "research", "association", "promotion", "finance", "media")


def people_sheets(edition: Edition) -> Iterator[Sheet]:
    yield from _producers(edition)
    yield from _decisions(edition)
    yield from _partners(edition)


def producer_card(edition: Edition, producer_id: str) -> ProducerCard:
    producer = edition.catalogue.producers[producer_id]
    return ProducerCard(
        href=edition.urls.href(("producers", producer_id)),
        name=edition.run(producer.name),
        kind=producer.kind,
        locality=edition.addresses.locality_of(producer),
        count=len(_listed(edition, producer_id)),
    )


def _producers(edition: Edition) -> Iterator[Sheet]:
    producers = edition.catalogue.producers
    ordered = sorted(producers, key=lambda i: (collation_key(edition.run(producers[i].name).text), i))
    title = edition.words("producers.title")
    description = edition.words("producers.description", count=len(ordered))
    for page, shown in by_page(ordered) if ordered else ():
        cards = tuple(producer_card(edition, i) for i in shown)
        view = ProducersView(len(ordered), cards, edition.parts.turns(len(ordered), ("producers", ""), page))
        yield Sheet(("producers", ""), view, title, description, (edition.urls.menu_link("producers"),), page=page)
    for producer_id, producer in producers.items():
        yield from _producer(edition, producer_id, producer)


def _producer(edition: Edition, producer_id: str, producer: Producer) -> Iterator[Sheet]:
    key = ("producers", producer_id)
    listed = _listed(edition, producer_id)
    name = edition.distinct("producers", producer_id, edition.run(producer.name).text)
    for page, _ in by_page(listed):
        yield Sheet(
            key,
            _producer_view(edition, producer_id, producer, listed, page),
            edition.words("producer.title", name=name),
            edition.words("producer.description", name=name, count=len(listed)),
            (edition.urls.menu_link("producers"), edition.urls.link(key, producer.name)),
            texts=(producer.name, producer.story),
            page=page,
            social=edition.pictures.social(producer.photos),
        )


def _producer_view(
    edition: Edition, producer_id: str, producer: Producer, listed: Sequence[str], page: int
) -> ProducerView:
    catalogue = edition.catalogue
    all_products = catalogue.products_of.get(producer_id, ())
    others = [i for i in edition.in_order(all_products) if catalogue.status(i).state is CertificateState.NONE]
    contact = edition.parts.contact(producer, contact_is_public(producer))
    visits, safety, successor = producer.visits, producer.food_safety, producer.successor
    return ProducerView(
        name=edition.run(producer.name),
        other_names=edition.others(producer.name),
        registered_name=edition.native(producer.registered_name) if producer.registered_name else None,
        former_names=tuple(edition.native(name) for name in producer.former_names),
        kind=producer.kind,
        successor=edition.urls.link(("producers", successor), catalogue.producers[successor].name)
        if successor
        else None,
        since=iso(producer.since),
        addresses=tuple(edition.addresses.of_producer(address, producer) for address in producer.addresses),
        households_commune_only=any(public_address(a, producer) is not a for a in producer.addresses),
        contact=contact,
        visits_welcome=visits.welcome if visits else None,
        visits_note=edition.maybe(visits.note) if visits else None,
        food_safety=safety.number if safety else None,
        food_safety_until=iso(safety.until) if safety else None,
        pictures=edition.pictures.of_page(producer.photos),
        story=edition.parts.prose(producer.story),
        listing=edition.parts.listing(listed, ("producers", producer_id), page),
        others=edition.parts.cards(others),
        unknown=tuple(_unknown(producer, bool(contact.phone or contact.zalo or contact.email))),
        sources=edition.parts.sources(producer.sources),
    )


def _listed(edition: Edition, producer_id: str) -> list[str]:
    """A producer's products of the OCOP listings."""
    statuses = edition.catalogue.status
    product_ids = edition.catalogue.products_of.get(producer_id, ())
    return edition.in_order(i for i in product_ids if statuses(i).state is not CertificateState.NONE)


def _unknown(producer: Producer, has_contact: bool) -> Iterator[str]:
    if not producer.addresses:
        yield "address"
    if not has_contact:
        yield "contact"
    if producer.visits is None:
        yield "visits"


def _decisions(edition: Edition) -> Iterator[Sheet]:
    decisions = edition.catalogue.decisions
    ordered = sorted(decisions, key=lambda i: (decisions[i].issued.latest, i), reverse=True)
    title, description = edition.words("decisions.title"), edition.words("decisions.description")
    for page, shown in by_page(ordered) if ordered else ():
        cards = tuple(_decision_card(edition, i, decisions[i]) for i in shown)
        view = DecisionsView(len(ordered), cards, edition.parts.turns(len(ordered), ("decisions", ""), page))
        yield Sheet(("decisions", ""), view, title, description, (edition.urls.menu_link("decisions"),), page=page)
    for decision_id, decision in decisions.items():
        yield from _decision(edition, decision_id, decision)


def _decision_card(edition: Edition, decision_id: str, decision: Decision) -> DecisionCard:
    return DecisionCard(
        href=edition.urls.href(("decisions", decision_id)),
        number=decision.number,
        kind=decision.kind,
        issuer=edition.run(decision.issuer),
        issued=str(decision.issued),
        count=len(edition.catalogue.products_by_decision.get(decision_id, ())),
    )


def _decision(edition: Edition, decision_id: str, decision: Decision) -> Iterator[Sheet]:
    key = ("decisions", decision_id)
    product_ids = edition.in_order(edition.catalogue.products_by_decision.get(decision_id, ()))
    issuer, issued = edition.run(decision.issuer), format_date(str(decision.issued), edition.language)
    title = edition.words("decision.title", number=decision.number, issued=issued, issuer=issuer.text)
    for page, _ in by_page(product_ids):
        view = DecisionView(
            number=decision.number,
            kind=decision.kind,
            issuer=issuer,
            level=decision.level,
            issued=str(decision.issued),
            scan=edition.pictures.scan(decision.scan, TextRun(edition.words("decision.scan", number=decision.number))),
            listing=edition.parts.listing(product_ids, key, page),
            sources=edition.parts.sources(decision.sources),
        )
        words = {"issuer": issuer.text, "number": decision.number}
        description = edition.words("decision.description", **words, count=len(product_ids))
        crumbs = (edition.urls.menu_link("decisions"), edition.urls.link(key, decision.number))
        yield Sheet(key, view, title, description, crumbs, page=page)


def _partners(edition: Edition) -> Iterator[Sheet]:
    partners = edition.catalogue.partners
    if not partners:
        return
    groups = []
    for kind in PARTNER_KINDS:
        found = [i for i, partner in partners.items() if partner.kind == kind]
        ordered = sorted(found, key=lambda i: collation_key(edition.run(partners[i].name).text))
        if ordered:
            groups.append(PartnerGroup(kind, tuple(_partner(edition, i) for i in ordered)))
    title, description = edition.words("partners.title"), edition.words("partners.description")
    yield Sheet(
        ("partners", ""), PartnersView(tuple(groups)), title, description, (edition.urls.menu_link("partners"),)
    )


def _partner(edition: Edition, partner_id: str) -> PartnerLine:
    partner = edition.catalogue.partners[partner_id]
    offers = edition.parts.prose(partner.offers)
    return PartnerLine(
        edition.run(partner.name), offers, partner.website, edition.parts.sources(partner.sources), partner_id
    )
