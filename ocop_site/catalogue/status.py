"""What a product's stars are worth on a day. Pure: the records, the day and the scheme's terms decide alone.

Decision 26/2026/QĐ-TTg: valid for 36 months from issue (Art. 4.3), at most 180 days more where a late dossier is
pending (Art. 12.3), revocable (Art. 8). A term counted in months ends with its last day (Civil Code 2015,
Art. 147-148).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ocop_site.records.decision import Decision
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.scheme import Validity
from ocop_site.records.values.dates import PartialDate, add_months


class CertificateState(StrEnum):
    VALID = "valid"
    ENDING = "ending"
    CONTINUED = "continued"
    TERM_OVER = "term_over"
    LAPSED = "lapsed"
    REVOKED = "revoked"
    UNVERIFIED = "unverified"
    NONE = "none"


SOLID = frozenset({CertificateState.VALID, CertificateState.ENDING, CertificateState.CONTINUED})
"""In force, and shown so: the stars are solid."""

OUTLINED = frozenset({CertificateState.TERM_OVER, CertificateState.UNVERIFIED})
"""Told with a reservation: the stars are outlined."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Term:
    """The last day of a certificate's term: some day from `earliest` to `latest`, both within."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class CertificateStatus:
    """What is known on a day; `until` is the last day in force, and only where the stars are solid.

    `continued` is the last day of a continuation that is over too.
    """

    state: CertificateState
    stars: int | None = None
    claim: Claim | None = None
    until: date | None = None
    term: Term | None = None
    continued: date | None = None

    @property
    def shows_stars(self) -> bool:
        return self.state in SOLID or self.state in OUTLINED


NO_CERTIFICATE = CertificateStatus(CertificateState.NONE)


def status_on(claims: Sequence[Claim], day: date, validity: Validity) -> CertificateStatus:
    """The newest certificate counts, of several of one day the least; a revoked one never revives an older one.

    What only a rumour tells displaces no documented certificate before that one's term is over.
    """
    known = [claim for claim in claims if not _begins_after(claim, day)]
    known = [claim for claim in known if not any(_outweighs(other, claim, validity) for other in known)]
    if not known:
        return NO_CERTIFICATE
    recency = max(_recency(claim, validity) for claim in known)
    newest = [claim for claim in known if _recency(claim, validity) == recency]
    if revoked := _unanswered_revocation(known, newest, day, validity):
        return CertificateStatus(CertificateState.REVOKED, revoked.certificate.stars, revoked)
    return min((_status_of(claim, day, validity) for claim in newest), key=_favour)


def term_of(certificate: Certificate, validity: Validity) -> Term | None:
    """From `expires`, else 36 months from `issued`; `issued_by` alone says only when it has ended at the latest."""
    if certificate.expires:
        return Term(certificate.expires.earliest, certificate.expires.latest)
    if certificate.issued:
        first, last = certificate.issued.earliest, certificate.issued.latest
        return Term(add_months(first, validity.months), add_months(last, validity.months))
    if certificate.issued_by:
        return Term(date.min, add_months(certificate.issued_by.latest, validity.months))
    return None


def _status_of(claim: Claim, day: date, validity: Validity) -> CertificateStatus:
    certificate, term = claim.certificate, term_of(claim.certificate, validity)
    stars = certificate.stars
    if term is None:
        return CertificateStatus(CertificateState.UNVERIFIED, stars, claim)
    until = _in_force_until(certificate, term, day, validity)
    if until and claim.is_documented and _has_begun(claim, day):
        return CertificateStatus(_solid(day, until, term, validity), stars, claim, until, term)
    if day <= term.latest or _perhaps_continued(certificate, term, day, validity):
        return CertificateStatus(CertificateState.UNVERIFIED, stars, claim, term=term)
    has_lapsed = _found_lapsed(certificate, term, day, validity)
    if not has_lapsed and _listed_after(certificate, term):
        return CertificateStatus(CertificateState.UNVERIFIED, stars, claim, term=term)
    continued = _continued_until(certificate, term, validity) if claim.is_documented else None
    state = CertificateState.LAPSED if has_lapsed else CertificateState.TERM_OVER
    return CertificateStatus(state, stars, claim, term=term, continued=continued)


def _found_lapsed(certificate: Certificate, term: Term, day: date, validity: Validity) -> bool:
    """Looked up after the longest continuation, and after the last source that may still list it: nothing followed."""
    lapsed_from = term.latest + timedelta(days=validity.continuation_days)
    checked, listed = certificate.checked, certificate.as_of
    return checked is not None and lapsed_from < checked <= day and (listed is None or listed.earliest <= checked)


def _in_force_until(certificate: Certificate, term: Term, day: date, validity: Validity) -> date | None:
    """The last day in force, where `day` is surely within; a coarse end counts from its earliest day."""
    if day <= term.earliest:
        return term.earliest
    until = _continued_until(certificate, term, validity)
    return until if until and day <= until else None


def _solid(day: date, until: date, term: Term, validity: Validity) -> CertificateState:
    if day > term.earliest:
        return CertificateState.CONTINUED
    return CertificateState.ENDING if (until - day).days <= validity.ending_days else CertificateState.VALID


def _continued_until(certificate: Certificate, term: Term, validity: Validity) -> date | None:
    """As stated with its basis, and never beyond 180 days after the term (Art. 12.3)."""
    if certificate.extended_until is None or not certificate.basis or term.earliest == date.min:
        return None
    return min(certificate.extended_until, term.earliest + timedelta(days=validity.continuation_days))


def _perhaps_continued(certificate: Certificate, term: Term, day: date, validity: Validity) -> bool:
    """A continuation is recorded that covers the day, should the term have ended at its latest."""
    stated = certificate.extended_until if certificate.basis else None
    return stated is not None and day <= min(stated, term.latest + timedelta(days=validity.continuation_days))


def _favour(status: CertificateStatus) -> tuple[int, bool, bool, date]:
    """How much a status says for its product; the order of the records decides nothing."""
    return (
        status.stars or 0,
        status.state in SOLID,
        status.state is CertificateState.UNVERIFIED,
        status.until or date.min,
    )


def _listed_after(certificate: Certificate, term: Term) -> bool:
    """A source still listed it after the computed end: perhaps renewed, and we do not know."""
    return certificate.as_of is not None and certificate.as_of.earliest > term.latest


def _outweighs(documented: Claim, rumour: Claim, validity: Validity) -> bool:
    """Whether a rumour is told of a time in which a documented certificate runs, or before it."""
    term = term_of(documented.certificate, validity)
    if not rumour.is_rumour or not documented.is_documented or term is None:
        return False
    told = rumour.certificate.as_of
    return told is None or told.earliest <= term.latest


def _unanswered_revocation(
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
            and (_issued_since(other, revocation.on.latest) or _issued_after(other, _recency(claim, validity)))
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


def _begins_after(claim: Claim, day: date) -> bool:
    """It was not yet given on that day, even at its earliest; what was revoked by then had been given."""
    revoked = claim.certificate.revoked
    if revoked and revoked.on.earliest <= day:
        return False
    dates = (claim.certificate.issued, claim.decision.issued if claim.decision else None)
    return any(known is not None and known.earliest > day for known in dates)


def _has_begun(claim: Claim, day: date) -> bool:
    """It was surely given by that day."""
    return claim.begun is None or claim.begun.latest <= day


def _recency(claim: Claim, validity: Validity) -> date:
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
