"""Pages of decisions: all of them, and each with the products that it is about."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import share
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.sheet import Sheet
from ocop_site.text.formats import format_date
from ocop_site.views import DecisionCard, DecisionsView, DecisionView

INDEXES = PAGES = ("decisions",)


def keys(edition: Edition) -> Iterator[PageKey]:
    decisions, products = edition.catalogue.decisions, edition.catalogue.products_by_decision
    if decisions:
        yield from numbered("decisions", "", len(decisions))
    for decision_id in decisions:
        yield from numbered("decisions", decision_id, len(products.get(decision_id, ())))


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _decision_sheet(edition, key) if key.id else _index(edition, key)


@fact
def _newest_first(edition: Edition) -> list[str]:
    decisions = edition.catalogue.decisions
    return sorted(decisions, key=lambda i: (decisions[i].issued.latest, i), reverse=True)


def _index(edition: Edition, key: PageKey) -> Sheet:
    ordered = _newest_first(edition)
    cards = tuple(_card(edition, i) for i in share(ordered, key.number))
    view = DecisionsView(len(ordered), cards, edition.parts.turns(len(ordered), key.thing, key.number))
    title, description = edition.words("decisions.title"), edition.words("decisions.description")
    return Sheet(key, view, title, description, (edition.urls.menu_link("decisions"),))


def _card(edition: Edition, decision_id: str) -> DecisionCard:
    decision = edition.catalogue.decisions[decision_id]
    return DecisionCard(
        href=edition.urls.href(("decisions", decision_id)),
        number=decision.number,
        kind=decision.kind,
        issuer=edition.run(decision.issuer),
        issued=str(decision.issued),
        count=len(edition.catalogue.products_by_decision.get(decision_id, ())),
    )


def _decision_sheet(edition: Edition, key: PageKey) -> Sheet:
    decision = edition.catalogue.decisions[key.id]
    product_ids = edition.in_order(edition.catalogue.products_by_decision.get(key.id, ()))
    issuer, issued = edition.run(decision.issuer), format_date(str(decision.issued), edition.language)
    scan_words = edition.said("decision.scan", number=decision.number)
    view = DecisionView(
        number=decision.number,
        kind=decision.kind,
        issuer=issuer,
        level=decision.level,
        issued=str(decision.issued),
        scan=edition.pictures.scan(decision.scan, scan_words),
        document=edition.files.line(decision.scan, scan_words) if decision.scan else None,
        listing=edition.parts.listing(product_ids, key.thing, key.number),
        sources=edition.parts.sources(decision.sources),
    )
    words = {"number": decision.number, "issuer": issuer.text}
    return Sheet(
        key,
        view,
        edition.words("decision.title", issued=issued, **words),
        edition.words("decision.description", count=len(product_ids), **words),
        (edition.urls.menu_link("decisions"), edition.urls.link(key.thing, decision.number)),
    )
