"""What a product's stars are worth on a day. Pure: the records, the day and the scheme's terms decide alone.

Which of its claims counts is told by `claims`, how long one runs by `terms`; one may be revoked (Decision 26/2026,
Art. 8).
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from ocop_site.catalogue.claims import Claim, begins_after, has_begun, outweighs, recency_of, unanswered_revocation
from ocop_site.catalogue.terms import (
    Term,
    continued_until,
    has_lapsed,
    in_force_until,
    is_listed_after,
    is_perhaps_continued,
    term_of,
)
from ocop_site.frozen import frozen
from ocop_site.records.scheme import Validity


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


@frozen
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
    known = [claim for claim in claims if not begins_after(claim, day)]
    if len(known) > 1:
        known = [claim for claim in known if not any(outweighs(other, claim, validity) for other in known)]
    if not known:
        return NO_CERTIFICATE
    newest = _newest(known, validity)
    if revoked := unanswered_revocation(known, newest, day, validity):
        return CertificateStatus(CertificateState.REVOKED, revoked.certificate.stars, revoked)
    return min((_status_of(claim, day, validity) for claim in newest), key=_favour)


def _newest(claims: Sequence[Claim], validity: Validity) -> Sequence[Claim]:
    if len(claims) == 1:
        return claims
    recency = max(recency_of(claim, validity) for claim in claims)
    return [claim for claim in claims if recency_of(claim, validity) == recency]


def _status_of(claim: Claim, day: date, validity: Validity) -> CertificateStatus:
    certificate, term = claim.certificate, term_of(claim.certificate, validity)
    stars = certificate.stars
    if term is None:
        return CertificateStatus(CertificateState.UNVERIFIED, stars, claim)
    until = in_force_until(certificate, term, day, validity)
    if until and claim.is_documented and has_begun(claim, day):
        return CertificateStatus(_solid(day, until, term, validity), stars, claim, until, term)
    if day <= term.latest or is_perhaps_continued(certificate, term, day, validity):
        return CertificateStatus(CertificateState.UNVERIFIED, stars, claim, term=term)
    lapsed = has_lapsed(certificate, term, day, validity)
    if not lapsed and is_listed_after(certificate, term):
        return CertificateStatus(CertificateState.UNVERIFIED, stars, claim, term=term)
    continued = continued_until(certificate, term, validity) if claim.is_documented else None
    state = CertificateState.LAPSED if lapsed else CertificateState.TERM_OVER
    return CertificateStatus(state, stars, claim, term=term, continued=continued)


def _solid(day: date, until: date, term: Term, validity: Validity) -> CertificateState:
    if day > term.earliest:
        return CertificateState.CONTINUED
    return CertificateState.ENDING if (until - day).days <= validity.ending_days else CertificateState.VALID


def _favour(status: CertificateStatus) -> tuple[int, bool, bool, date]:
    """How much a status says for its product; the order of the records decides nothing."""
    return (
        status.stars or 0,
        status.state in SOLID,
        status.state is CertificateState.UNVERIFIED,
        status.until or date.min,
    )
