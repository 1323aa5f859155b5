"""How long a certificate runs, by the law's arithmetic alone.

Decision 26/2026/QĐ-TTg: valid for 36 months from issue (Art. 4.3), at most 180 days more where a late dossier is
pending (Art. 12.3). A term counted in months ends with its last day (Civil Code 2015, Art. 147-148).
"""

from datetime import date, timedelta

from ocop_site.frozen import frozen
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.scheme import Validity
from ocop_site.records.values.dates import add_months


@frozen
class Term:
    """The last day of a certificate's term: some day from `earliest` to `latest`, both within."""

    earliest: date
    latest: date


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


def in_force_until(certificate: Certificate, term: Term, day: date, validity: Validity) -> date | None:
    """The last day in force, where `day` is surely within; a coarse end counts from its earliest day."""
    if day <= term.earliest:
        return term.earliest
    until = continued_until(certificate, term, validity)
    return until if until and day <= until else None


def continued_until(certificate: Certificate, term: Term, validity: Validity) -> date | None:
    """As stated with its basis, and never beyond 180 days after the term (Art. 12.3)."""
    if certificate.extended_until is None or not certificate.basis or term.earliest == date.min:
        return None
    return min(certificate.extended_until, term.earliest + timedelta(days=validity.continuation_days))


def is_perhaps_continued(certificate: Certificate, term: Term, day: date, validity: Validity) -> bool:
    """A continuation is recorded that covers the day, should the term have ended at its latest."""
    stated = certificate.extended_until if certificate.basis else None
    return stated is not None and day <= min(stated, term.latest + timedelta(days=validity.continuation_days))


def has_lapsed(certificate: Certificate, term: Term, day: date, validity: Validity) -> bool:
    """Looked up after the longest continuation, and after the last source that may still list it: nothing followed."""
    lapsed_from = term.latest + timedelta(days=validity.continuation_days)
    checked, listed = certificate.checked, certificate.as_of
    return checked is not None and lapsed_from < checked <= day and (listed is None or listed.earliest <= checked)


def is_listed_after(certificate: Certificate, term: Term) -> bool:
    """A source still listed it after the computed end: perhaps renewed, and we do not know."""
    return certificate.as_of is not None and certificate.as_of.earliest > term.latest
