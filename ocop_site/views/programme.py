"""The programme in figures: charts, targets, counts."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import ChartUnit
from ocop_site.views.parts import Prose, SourceLine


@frozen
class ChartTick:
    """A number beside an axis; `at` is where on it."""

    at: ChartUnit
    value: int


@frozen
class ChartPart:
    """A part of a column, of one star class; `stars` None: of no class that a source tells."""

    stars: int | None
    count: int
    y: ChartUnit
    height: ChartUnit


@frozen
class ChartBar:
    """A column, its parts from the floor up. Its number stands in its middle on the line `number_y`.

    It is counted as of some day from `span_from` to `span_to`: a month is a short span of the axis, a year a long one.
    """

    as_of: str
    count: int
    x: ChartUnit
    y: ChartUnit
    width: ChartUnit
    number_y: ChartUnit
    span_from: ChartUnit
    span_to: ChartUnit
    parts: tuple[ChartPart, ...]


@frozen
class Chart:
    """Columns on an axis of time as SVG draws them; in units that are a pixel each on a phone.

    `left` is where the axis of time begins and `floor` the height of zero; `levels` are heights, `years` the middles
    of years and `edges` their beginnings and ends.
    """

    width: ChartUnit
    height: ChartUnit
    left: ChartUnit
    floor: ChartUnit
    bars: tuple[ChartBar, ...]
    levels: tuple[ChartTick, ...]
    years: tuple[ChartTick, ...]
    edges: tuple[ChartUnit, ...]


@frozen
class Bullet:
    """A bar as long as what was `reached`, if that is known, and the `target` as a mark, both from the left.

    `holds_number`: the bar has room for its number.
    """

    width: ChartUnit
    target: ChartUnit
    reached: ChartUnit | None
    holds_number: bool


@frozen
class TargetLine:
    """A target of the programme, and how far it was reached, as far as that is known."""

    what: TextRun
    value: int
    at_least: bool
    period: TextRun
    reached: int | None
    reached_as_of: str | None
    reached_note: TextRun | None
    bullet: Bullet
    sources: tuple[SourceLine, ...]


@frozen
class CountLine:
    """A count of products. `stars` from five to three: class and number; empty where the source tells no classes."""

    as_of: str
    products: int
    stars: tuple[tuple[int, int], ...]
    sources: tuple[SourceLine, ...]


@frozen
class ProgrammeView:
    """The programme. `counts` are its own; `recognitions` those in this catalogue by the year of their decision.

    Recognitions are told as recorded, whether in force today or not; there are none where fewer than two years are
    known. Each chart draws the lines of its table.
    """

    name: TextRun
    summary: TextRun
    story: Prose | None
    targets: tuple[TargetLine, ...]
    counts: tuple[CountLine, ...]
    chart: Chart | None
    recognitions: tuple[CountLine, ...]
    recognitions_chart: Chart | None
    sources: tuple[SourceLine, ...]
