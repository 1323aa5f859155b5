"""What a product's stars are worth, as pages tell it: on the day of the build, and on the days to come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Any

from ocop_site.catalogue.status import OUTLINED, SOLID, CertificateState, CertificateStatus
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.urls import EditionUrls
from ocop_site.facts import fact
from ocop_site.records.values.dates import iso
from ocop_site.text.language import TextRun
from ocop_site.views import Link, StatusLine


@dataclass(frozen=True, eq=False)
class Statuses:
    """The status of certificates in an edition's words."""

    localized: LocalizedCatalogue
    urls: EditionUrls

    @fact
    def of(self, product_id: str) -> StatusLine:
        """With what is to come; a day on which visitors are told nothing new is left out."""
        recalled_on = self._recalled_on(product_id)
        first, *rest = self.localized.catalogue.timeline(product_id)
        now = self._line(first.status, recalled_on)
        lines = [now, *(self._line(each.status, recalled_on, each.starts.isoformat()) for each in rest)]
        told = [_to_visitors(line) for line in lines]
        later = tuple(line for line, its, before in zip(lines[1:], told[1:], told, strict=False) if its != before)
        return replace(now, later=later) if later else now

    def _recalled_on(self, product_id: str) -> str | None:
        """Since when the oldest recall that stands does so."""
        catalogue = self.localized.catalogue
        recalls = catalogue.showing(product_id).recalls
        return min(catalogue.notices[i].date for i in recalls).isoformat() if recalls else None

    @fact
    def decision_link(self, decision_id: str) -> Link:
        return self.urls.link(("decisions", decision_id), self.localized.catalogue.decisions[decision_id].number)

    def _line(self, status: CertificateStatus, recalled_on: str | None, starts: str | None = None) -> StatusLine:
        if status.claim is None:
            none = CertificateState.NONE
            return StatusLine(str(none), recalled_on, seal=_seal(none, recalled_on), starts=starts)
        certificate = status.claim.certificate
        revoked = certificate.revoked if status.state is CertificateState.REVOKED else None
        sources = certificate.sources if status.state in OUTLINED else ()
        return StatusLine(
            state=str(status.state),
            recalled_on=recalled_on,
            stars=status.stars if status.shows_stars else None,
            solid=status.state in SOLID,
            seal=_seal(status.state, recalled_on),
            until=iso(status.until),
            ended=_ended(status),
            ended_by=_ended_by(status),
            as_of=iso(certificate.as_of),
            source=self._named(sources[0]) if sources else None,
            basis=self.localized.maybe(certificate.basis) if status.state is CertificateState.CONTINUED else None,
            revoked_on=iso(revoked.on) if revoked else None,
            revoked_by=self.decision_link(revoked.decision) if revoked and revoked.decision else None,
            starts=starts,
        )

    def _named(self, source_id: str) -> TextRun:
        source = self.localized.catalogue.sources[source_id]
        return self.localized.run(source.by or source.title)


SEALS: Mapping[CertificateState, str] = {
    CertificateState.VALID: "in_force",
    CertificateState.ENDING: "in_force",
    CertificateState.CONTINUED: "in_force",
    CertificateState.UNVERIFIED: "told",
    CertificateState.TERM_OVER: "over",
    CertificateState.LAPSED: "ended",
    CertificateState.REVOKED: "ended",
    CertificateState.NONE: "",
}
"""The form of the seal by what a certificate is worth."""

_DETAILS = attrgetter(
    "stars", "seal", "until", "ended", "ended_by", "as_of", "source", "basis", "revoked_on", "revoked_by"
)


def _seal(state: CertificateState, recalled_on: str | None) -> str:
    """A recall is told before what a certificate is worth."""
    return "recalled" if recalled_on else SEALS[state]


def _to_visitors(line: StatusLine) -> tuple[Any, ...]:
    """What a day tells them; a term that ends soon is valid until its day."""
    state = CertificateState.VALID if line.state == CertificateState.ENDING else line.state
    return str(state), _DETAILS(line)


def _is_over(status: CertificateStatus) -> bool:
    return status.state in (CertificateState.TERM_OVER, CertificateState.LAPSED)


def _ended_by(status: CertificateStatus) -> str | None:
    """The last day that a term can have had of which only the issue's latest day is known."""
    term = status.term if _is_over(status) else None
    return term.latest.isoformat() if term and term.earliest == date.min else None


def _ended(status: CertificateStatus) -> str | None:
    """The last day of a term, or of its continuation, that is over, no more exactly than it is known."""
    if not _is_over(status) or status.term is None or status.term.earliest == date.min:
        return None
    if status.continued:
        return status.continued.isoformat()
    earliest, latest = status.term.earliest, status.term.latest
    if earliest == latest:
        return latest.isoformat()
    same_month = earliest.strftime("%Y-%m") == latest.strftime("%Y-%m")
    return latest.isoformat()[:7] if same_month else str(latest.year)
