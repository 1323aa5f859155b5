"""What a product's stars are worth, as pages tell it: on the day of the build, and on the days to come."""

from dataclasses import replace
from itertools import groupby

from ocop_site.catalogue.certificate import OUTLINED, SOLID, Standing, Worth
from ocop_site.plan.figures import Figures
from ocop_site.plan.views import Link, WorthLine
from ocop_site.records.dates import iso


class Worths(Figures):
    """An edition that knows how to tell the worth of a certificate."""

    def worth(self, product_id: str) -> WorthLine:
        """With what is to come; a day on which visitors are told nothing new is left out."""
        told = [(stage.starts, self._worth_line(stage.worth)) for stage in self.catalogue.timeline(product_id)]
        news = [next(group) for _, group in groupby(told, key=lambda line: _to_visitors(line[1]))]
        (_, now), *later = news
        return replace(now, later=tuple(replace(line, starts=day.isoformat()) for day, line in later))

    def decision_link(self, decision_id: str) -> Link:
        return self.link(("decisions", decision_id), self.catalogue.decisions[decision_id].number)

    def _worth_line(self, worth: Worth) -> WorthLine:
        if worth.claim is None:
            return WorthLine(str(Standing.NONE))
        certificate = worth.claim.certificate
        revoked = certificate.revoked if worth.standing is Standing.REVOKED else None
        sources = certificate.sources if worth.standing in OUTLINED else ()
        return WorthLine(
            standing=str(worth.standing),
            stars=worth.stars if worth.shows_stars else None,
            solid=worth.standing in SOLID,
            until=iso(worth.until),
            ended=_ended(worth),
            as_of=iso(certificate.as_of),
            source=self.run(self.catalogue.sources[sources[0]].title) if sources else None,
            basis=self.maybe(certificate.basis) if worth.standing is Standing.CONTINUED else None,
            revoked_on=iso(revoked.on) if revoked else None,
            revoked_by=self.decision_link(revoked.decision) if revoked and revoked.decision else None,
        )


def _to_visitors(line: WorthLine) -> WorthLine:
    """A term that ends soon is valid until its day."""
    return replace(line, standing=str(Standing.VALID)) if line.standing == Standing.ENDING else line


def _ended(worth: Worth) -> str | None:
    """The last day of a term, or of its continuation, that is over, no more exactly than it is known."""
    if worth.standing not in (Standing.TERM_OVER, Standing.LAPSED) or worth.term is None:
        return None
    if worth.continued:
        return worth.continued.isoformat()
    earliest, latest = worth.term.earliest, worth.term.latest
    if earliest == latest:
        return latest.isoformat()
    same_month = earliest.strftime("%Y-%m") == latest.strftime("%Y-%m")
    return latest.isoformat()[:7] if same_month else str(latest.year)
