"""The programme in figures: targets beside what was reached, counts over the years, what this catalogue records."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.programme.chart import Tally, bullet, chart
from ocop_site.pages.sheet import Sheet
from ocop_site.records.programme import Count, Target
from ocop_site.records.values.dates import PartialDate
from ocop_site.views import CountLine, ProgrammeView, TargetLine

FEWEST_YEARS = 2
"""Recognitions of a single year are no course of things."""


INDEXES = ("programme",)


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.catalogue.programme:
        yield PageKey("programme")


def plan(edition: Edition, key: PageKey) -> Sheet:
    programme = edition.catalogue.programme
    assert programme, "a key of the programme is there where a programme is"
    counts = sorted(programme.counts, key=lambda count: (count.as_of.latest, count.as_of.earliest))
    by_year = _recognised(edition.editions.default)
    recognitions = [Tally(PartialDate(year), of.total(), _falling(of)) for year, of in by_year]
    if len(recognitions) < FEWEST_YEARS:
        recognitions = []
    view = ProgrammeView(
        name=edition.run(programme.name),
        summary=edition.run(programme.summary),
        story=edition.parts.prose(programme.story),
        targets=tuple(_target(edition, target) for target in programme.targets),
        counts=tuple(_count(edition, count) for count in counts),
        chart=chart([Tally(count.as_of, count.products, _falling(count.stars)) for count in counts]),
        recognitions=tuple(CountLine(str(each.as_of), each.total, each.classes, ()) for each in recognitions),
        recognitions_chart=chart(recognitions),
        sources=edition.parts.sources(programme.sources),
    )
    return Sheet(
        key,
        view,
        edition.words("programme.title"),
        edition.run(programme.summary).text,
        (edition.urls.menu_link("programme"),),
        texts=(programme.name, programme.summary, programme.story),
    )


def _target(edition: Edition, target: Target) -> TargetLine:
    reached = target.reached
    return TargetLine(
        what=edition.run(target.what),
        value=target.value,
        at_least=target.at_least,
        period=edition.run(target.period),
        reached=reached.value if reached else None,
        reached_as_of=str(reached.as_of) if reached else None,
        reached_note=edition.maybe(reached.note) if reached else None,
        bullet=bullet(target.value, reached.value if reached else None),
        sources=edition.parts.sources([*target.sources, *(reached.sources if reached else ())]),
    )


def _count(edition: Edition, count: Count) -> CountLine:
    return CountLine(str(count.as_of), count.products, _falling(count.stars), edition.parts.sources(count.sources))


@fact
def _recognised(edition: Edition) -> list[tuple[int, Counter[int]]]:
    """The year and star class of every recognition that rests on a decision in this catalogue, in rising order.

    Whatever became of the certificates since; those of which no decision is recorded have no year to stand at.
    """
    catalogue, years = edition.catalogue, dict[int, Counter[int]]()
    for product_id in catalogue.present:
        for claim in catalogue.claims(catalogue.products[product_id]):
            if claim.decision and claim.decision.kind == "recognition":
                years.setdefault(claim.decision.issued.year, Counter())[claim.certificate.stars] += 1
    return sorted(years.items())


def _falling(stars: Mapping[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(stars.items(), reverse=True))
