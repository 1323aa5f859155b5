"""Printed labels that no longer tell the truth: stars whose day is over, products that have left, another address."""

from collections.abc import Iterator
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.status import SOLID
from ocop_site.codes.resolve import resolve
from ocop_site.desk.locations import location_in_ledger
from ocop_site.problems import Problem, Severity
from ocop_site.records.ledgers import GivenCode


def outdated(content: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """The labels that have to be taken down, in the order of codes, each with the reason."""
    for code, given in sorted(catalogue.codes.items()):
        product_id = resolve(catalogue.published, "products", given.product)
        if given.printed is None or product_id not in catalogue.products:
            continue
        for reason in _reasons(catalogue, product_id, given):
            product, withdrawn = catalogue.products[product_id], catalogue.showing(product_id).withdrawn
            details: dict[str, object] = {
                "code": code,
                "name": product.name.run(catalogue.site.first_language).text,
                "claim": given.claim,
            }
            details |= {"stars": given.stars, "on": withdrawn.on if withdrawn else ""}
            details |= {"address": given.addresses[0] if given.addresses else "", "url": catalogue.site.url}
            yield Problem(
                f"labels.outdated-{reason}", location_in_ledger(content, catalogue, code), details, Severity.WARNING
            )


def is_outdated(catalogue: Catalogue, given: GivenCode) -> bool:
    """Whether labels of a code that are on record say what is no longer so."""
    product_id = resolve(catalogue.published, "products", given.product)
    return product_id in catalogue.products and any(True for _ in _reasons(catalogue, product_id, given))


def _reasons(catalogue: Catalogue, product_id: str, given: GivenCode) -> Iterator[str]:
    showing = catalogue.showing(product_id)
    if showing.withdrawn:
        yield "withdrawn"
    elif showing.is_recalled:
        yield "recalled"
    elif given.claim and given.claim < catalogue.today:
        yield "claim"
    elif given.claim:
        status = showing.status
        if status.state not in SOLID:
            yield "standing"
        elif given.stars and status.stars != given.stars:
            yield "stars"
    if given.addresses and given.addresses[0] != catalogue.site.url:
        yield "address"
