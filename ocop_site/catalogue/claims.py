"""What records claim of a product, and which of several claims counts on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from ocop_site.catalogue.terms import term_of
from ocop_site.frozen import frozen
from ocop_site.records.decision import Decision
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.scheme import Validity
from ocop_site.records.values.dates import PartialDate, add_months


@frozen
class Claim:
    """A certificate with the decision that its id names, and whether a source vouches for it."""

    certificate: Certificate
    decision: Decision | None = None

    @property
    def begun(self) -> PartialDate | None:
        """When it was given, as far as known: without a date of issue its decision's counts."""
        return self.certificate.issued or (self.decision.issued if self.decision else None)

    @property
    def is_documented(self) -> bool:
        """A decision with its issuer, a source, and a date of issue or expiry to the day."""
        certificate, decision = self.certificate, self.decision
        dated = any(d is not None and d.day for d in (certificate.issued, certificate.expires))
        sourced = bool(certificate.sources or (decision and decision.sources))
        return dated and sourced and decision is not None and decision.kind == "recognition" and bool(decision.issuer)

    @property
    def is_rumour(self) -> bool:
        """No decision and no date of its own: only that a source once said so."""
        certificate = self.certificate
        known = (certificate.issued, certificate.issued_by, certificate.expires, certificate.revoked, self.decision)
        return not any(known)


def outweighs(documented: Claim, rumour: Claim, validity: Validity) -> bool:
    """Whether a rumour is told of a time in which a documented certificate runs, or before it."""
    if not rumour.is_rumour or not documented.is_documented:
        return False
    term, told = term_of(documented.certificate, validity), rumour.certificate.as_of
    return term is not None and (told is None or told.earliest <= term.latest)


def unanswered_revocation(
    claims: Iterable[Claim], newest: Sequence[Claim], day: date, validity: Validity
) -> Claim | None:
    """The claim last revoked by `day`, unless all that is newest was surely issued since, or surely after that claim.

    What had been superseded before it was revoked was no longer what counted.
    """
    unanswered = [
        (revocation.on.latest, claim)
        for claim in claims
        if (revocation := claim.certificate.revoked)
        and revocation.on.earliest <= day
        and not all(
            other is not claim
            and (_issued_since(other, revocation.on.latest) or _issued_after(other, recency_of(claim, validity)))
            for other in newest
        )
    ]
    return max(unanswered, key=lambda revoked: revoked[0])[1] if unanswered else None


def _issued_since(claim: Claim, day: date) -> bool:
    issued = claim.certificate.issued
    return issued is not None and issued.earliest >= day


def _issued_after(claim: Claim, day: date) -> bool:
    """Surely later than that day, which is known."""
    return claim.begun is not None and date.min < day < claim.begun.earliest


def begins_after(claim: Claim, day: date) -> bool:
    """It was not yet given on that day, even at its earliest; what was revoked by then had been given."""
    revoked = claim.certificate.revoked
    if revoked and revoked.on.earliest <= day:
        return False
    dates = (claim.certificate.issued, claim.decision.issued if claim.decision else None)
    return any(known is not None and known.earliest > day for known in dates)


def has_begun(claim: Claim, day: date) -> bool:
    """It was surely given by that day."""
    return claim.begun is None or claim.begun.latest <= day


def recency_of(claim: Claim, validity: Validity) -> date:
    """When it was issued, as far as known; without any date it is older than all others."""
    certificate, decision = claim.certificate, claim.decision
    for known in (certificate.issued, certificate.issued_by, decision.issued if decision else None):
        if known:
            return known.latest
    if certificate.expires:
        return add_months(certificate.expires.latest, -validity.months)
    return _latest(certificate.as_of)


def _latest(known: PartialDate | None) -> date:
    return known.latest if known else date.min
