"""What happened and on which day: recognised, upgraded, lapsed, revoked, withdrawn, recalled. From the records alone.

An event does not depend on the day of the build, but for being known by then: a feed that tells of it once tells of it
for good. Only notices end.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.status import CertificateState, status_on
from ocop_site.frozen import frozen
from ocop_site.records.products.product import Product

EventKind = Literal["certified", "upgraded", "renewed", "lapsed", "revoked", "withdrawn", "recall", "warning"]

_BY_PURPOSE: dict[str, EventKind] = {"first": "certified", "upgrade": "upgraded", "renewal": "renewed"}


@frozen
class Event:
    """`subject` is a product's id, or a notice's for a recall or warning; `claim` the certificate that it is about."""

    day: date
    kind: EventKind
    subject: str
    claim: Claim | None = None


def events(catalogue: Catalogue) -> list[Event]:
    """Those up to the catalogue's day, the newest first; of two alike on one day the first."""
    found: dict[tuple[date, str, str], Event] = {}
    for event in (*_of_products(catalogue), *_notices(catalogue)):
        if event.day <= catalogue.today:
            found.setdefault((event.day, event.kind, event.subject), event)
    return [found[key] for key in sorted(found, reverse=True)]


def _of_products(catalogue: Catalogue) -> Iterator[Event]:
    for product_id, product in catalogue.products.items():
        if withdrawn := catalogue.showing(product_id).withdrawn:
            yield Event(withdrawn.on, "withdrawn", product_id)
        else:
            yield from _of_certificates(catalogue, product_id, product)


def _of_certificates(catalogue: Catalogue, product_id: str, product: Product) -> Iterator[Event]:
    """What is not documented is no news; what is not known to the day has no day to stand under."""
    claims = catalogue.claims(product)
    for claim in claims:
        certificate = claim.certificate
        if claim.is_documented and certificate.issued and (issued := certificate.issued.full):
            yield Event(issued, _BY_PURPOSE[certificate.purpose or "first"], product_id, claim)
        if certificate.revoked and (revoked := certificate.revoked.on.full):
            yield Event(revoked, "revoked", product_id, claim)
        if (checked := certificate.checked) is not None:
            then = status_on(claims, checked, catalogue.scheme.validity)
            if then.state is CertificateState.LAPSED and then.claim == claim:
                yield Event(checked, "lapsed", product_id, claim)


def _notices(catalogue: Catalogue) -> Iterator[Event]:
    """Those that stand: one that has ended is told nowhere."""
    for notice_id, notice in catalogue.notices.items():
        if catalogue.stands(notice):
            yield Event(notice.date, notice.kind, notice_id)
