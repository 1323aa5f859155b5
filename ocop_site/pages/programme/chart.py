"""Counts as columns on an axis of time, and targets as bars with a mark: from numbers to lengths.

All lengths are chart units, y grows downwards. One is a pixel where the chart is as wide as a screen of 360 px leaves
it, so a text of 14 units can be read there; on larger screens all grows.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor, log10

from ocop_site.frozen import frozen
from ocop_site.pages.boxes import BoundingBox, box_around, is_free
from ocop_site.records.values.dates import PartialDate
from ocop_site.units import ChartUnit
from ocop_site.views import Bullet, Chart, ChartBar, ChartPart, ChartTick

_UNIT = ChartUnit(1)

WIDTH, HEIGHT = 328.0 * _UNIT, 236.0 * _UNIT

TOP, FLOOR = 16.0 * _UNIT, 206.0 * _UNIT
"""The height of the highest level, and of zero."""

PAD = 16.0 * _UNIT
"""Between the axis of time and the ends of its first and last year, so that no column stands over its edge."""

WIDEST, NARROWEST = 30.0 * _UNIT, 4.0 * _UNIT
"""The width of a column at most and at least."""

DIGIT, LINE = 9.0 * _UNIT, 16.0 * _UNIT
"""The width of a digit, and the height of a line of text."""

MOST_LEVELS = 5

SHORTEST = 40.0 * _UNIT
"""The length of a bar that can hold its own number."""


@frozen
class Tally:
    """A count on a day, as far as the day is known; `classes` from five stars to three, empty where nobody told."""

    as_of: PartialDate
    total: int
    classes: tuple[tuple[int, int], ...] = ()

    @property
    def whole(self) -> int:
        """The total; never less than what its classes come to."""
        return max(self.total, sum(count for _, count in self.classes))


@frozen
class Time:
    """An axis true to time, on which every day is equally long: from the start of a year to the end of another."""

    first: int
    last: int
    left: ChartUnit

    def at(self, day: date) -> ChartUnit:
        """The position where a day begins."""
        begin, end = date(self.first, 1, 1), date(self.last + 1, 1, 1)
        part = (day - begin).days / (end - begin).days
        return round(self.left + PAD + part * (WIDTH - self.left - 2 * PAD), 1)


def chart(tallies: Sequence[Tally]) -> Chart | None:
    """The tallies as a chart, a column each in the order of time; None where there are none, or nothing was counted."""
    ordered = sorted(tallies, key=lambda tally: (tally.as_of.latest, tally.as_of.earliest))
    most = max((tally.whole for tally in ordered), default=0)
    if not most:
        return None
    levels = list(levels_up_to(most))
    left = DIGIT * _digits(levels[-1]) + 6 * _UNIT
    time = Time(min(t.as_of.year for t in ordered), max(t.as_of.year for t in ordered), left)
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        left=left,
        floor=FLOOR,
        bars=tuple(_bars(ordered, time, levels[-1])),
        levels=tuple(ChartTick(_height(level, levels[-1]), level) for level in levels),
        years=tuple(_years(time)),
        edges=tuple(time.at(date(year, 1, 1)) for year in range(time.first, time.last + 2)),
    )


def bullet(target: int, reached: int | None) -> Bullet:
    """A target and what was reached on one scale from zero; its end leaves room for a number beyond the longer one."""
    scale = (WIDTH - 2 * DIGIT - DIGIT * _digits(max(target, reached or 0))) / (max(target, reached or 0) or 1)
    length = None if reached is None else round(reached * scale, 1)
    return Bullet(WIDTH, round(target * scale, 1), length, length is not None and length >= SHORTEST)


def levels_up_to(most: int) -> Iterator[int]:
    """Zero and whole numbers of 1, 2 or 5 times a power of ten apart, the last of them no less than `most`."""
    least = max(1.0, most / (MOST_LEVELS - 1))
    power = 10 ** floor(log10(least))
    step = next(step * power for step in (1, 2, 5, 10) if step * power >= least)
    yield from range(0, step * ceil(most / step) + 1, step)


def _bars(tallies: Sequence[Tally], time: Time, highest: int) -> Iterator[ChartBar]:
    """Each in the middle of the time that its source tells; what tells less than a column's width makes room."""
    spans = [(time.at(t.as_of.earliest), time.at(t.as_of.latest + timedelta(days=1))) for t in tallies]
    middles: list[ChartUnit] = []
    for start, end in spans:
        middles.append(max((start + end) / 2, middles[-1] + NARROWEST + 1 * _UNIT if middles else 0.0 * _UNIT))
    width = _width_of(middles)
    columns = [
        (middle - width / 2, _height(tally.whole, highest), middle + width / 2, FLOOR)
        for middle, tally in zip(middles, tallies, strict=True)
    ]
    labels: list[BoundingBox[ChartUnit]] = []
    for tally, span, column in zip(tallies, spans, columns, strict=True):
        labels.append(_label(tally, column, [*columns, *labels]))
        yield ChartBar(
            as_of=str(tally.as_of),
            count=tally.total,
            x=round(column[0], 1),
            y=column[1],
            width=round(width, 1),
            number_y=round(labels[-1][3] - 3 * _UNIT, 1),
            span_from=span[0],
            span_to=span[1],
            parts=tuple(_parts(tally, highest)),
        )


def _width_of(middles: Sequence[ChartUnit]) -> ChartUnit:
    """The width of all columns alike: with a little room between the two that stand nearest."""
    nearest = min((after - before for before, after in pairwise(middles)), default=WIDEST / 0.8)
    return min(WIDEST, max(NARROWEST, nearest * 0.8))


def _label(
    tally: Tally, column: BoundingBox[ChartUnit], taken: Sequence[BoundingBox[ChartUnit]]
) -> BoundingBox[ChartUnit]:
    """Room for the number above a column, as low as no other column and number is in its way."""
    middle, top = (column[0] + column[2]) / 2, column[1] - LINE / 2
    others = [box for box in taken if box != column]
    while True:
        box = box_around((middle, top), DIGIT * _digits(tally.total) / 2, LINE / 2)
        if is_free(box, others) or top < LINE:
            return box
        top -= 1 * _UNIT


def _parts(tally: Tally, highest: int) -> Iterator[ChartPart]:
    """From the floor up: the highest class first, last what no class was told of."""
    below = 0
    for stars, count in (*tally.classes, (None, tally.whole - sum(count for _, count in tally.classes))):
        if count:
            y = _height(below + count, highest)
            yield ChartPart(stars, count, y, round(_height(below, highest) - y, 1))
            below += count


def _years(time: Time) -> Iterator[ChartTick]:
    """In the middle of each year, or of every second, fifth or tenth where there is no room for all."""
    band = time.at(date(time.first + 1, 1, 1)) - time.at(date(time.first, 1, 1))
    every = next((n for n in (1, 2, 5) if band * n >= 5 * DIGIT), 10)
    for year in range(time.first, time.last + 1):
        if (time.last - year) % every == 0:
            yield ChartTick(round((time.at(date(year, 1, 1)) + time.at(date(year + 1, 1, 1))) / 2, 1), year)


def _height(count: int, highest: int) -> ChartUnit:
    return round(FLOOR - (FLOOR - TOP) * count / highest, 1)


def _digits(number: int) -> float:
    """The width of a number in digits: a mark between thousands is half as wide."""
    return len(str(number)) + (len(str(number)) - 1) // 3 / 2
