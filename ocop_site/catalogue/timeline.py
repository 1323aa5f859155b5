"""What a product's stars will be worth from a day on, by what is recorded today: the periods, each until the next.

A page outlives the day it was built on; what it will have to say then is known already.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.status import CertificateStatus, status_on
from ocop_site.catalogue.terms import term_of
from ocop_site.frozen import frozen
from ocop_site.records.scheme import Validity


@frozen
class StatusPeriod:
    """The same status on every day from `starts` on."""

    starts: date
    status: CertificateStatus


def timeline(claims: Sequence[Claim], first: date, validity: Validity) -> tuple[StatusPeriod, ...]:
    """From the day `first` on. Every period is asked of `status_on` itself, so that the two cannot disagree."""
    stages = [StatusPeriod(first, status_on(claims, first, validity))]
    for day in _turning_days(claims, first, validity):
        if (then := status_on(claims, day, validity)) != stages[-1].status:
            stages.append(StatusPeriod(day, then))
    return tuple(stages)


def _turning_days(claims: Sequence[Claim], first: date, validity: Validity) -> list[date]:
    """The days after the first on which a status may change; too many do no harm, one too few would."""
    days = {day for claim in claims for day in _ordinals(claim, validity)}
    return [date.fromordinal(day) for day in sorted(days) if day > first.toordinal()]


def _ordinals(claim: Claim, validity: Validity) -> Iterator[int]:
    """Days as numbers, since some lie before the first day that a date can tell."""
    certificate, decision = claim.certificate, claim.decision
    revoked = certificate.revoked.on if certificate.revoked else None
    for known in (certificate.issued, decision.issued if decision else None, revoked):
        if known:
            yield known.earliest.toordinal()
            yield known.latest.toordinal()
    if certificate.checked:
        yield certificate.checked.toordinal()
    if certificate.extended_until:
        yield certificate.extended_until.toordinal() + 1
    if term := term_of(certificate, validity):
        for end in (term.earliest.toordinal(), term.latest.toordinal()):
            yield end - validity.ending_days
            yield end + 1
            yield end + validity.continuation_days + 1
