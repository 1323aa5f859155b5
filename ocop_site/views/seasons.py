"""The year as a wheel of twelve months, and what each of them brings."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import ChartUnit
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import Card, Picture, SourceLine


@frozen
class WheelPicture:
    """A thing that lies on its month, in a box of its own proportion; a photograph, not cut out, is shown round."""

    picture: Picture
    is_cut_out: bool
    x: ChartUnit
    y: ChartUnit
    width: ChartUnit
    height: ChartUnit


@frozen
class WheelMonth:
    """A month's piece of the wheel, 1 to 12: `path` is its outline, `ground` what it is laid on, as pictures are.

    `strokes` is path data of lines on it: waves where the ground is the river, else grains of rice.

    `link` leads to the month's list, with how many there are; nothing where nothing is in season. `products` are the
    first of them.
    """

    month: int
    is_now: bool
    ground: str
    path: str
    strokes: str
    number_x: ChartUnit
    number_y: ChartUnit
    link: Link | None
    products: tuple[Link, ...]
    picture: WheelPicture | None


@frozen
class SeasonLine:
    """A season with a name of its own; `spans` are the first and last months of what is of it in one go."""

    name: TextRun
    ground: str
    spans: tuple[tuple[int, int], ...]
    note: TextRun | None
    sources: tuple[SourceLine, ...]


@frozen
class FeastLine:
    """A feast by the lunar calendar, on the day when it comes next; `x` and `y` are its spot on the wheel's rim."""

    name: TextRun
    day: str
    x: ChartUnit
    y: ChartUnit
    sources: tuple[SourceLine, ...]


@frozen
class Wheel:
    """The year as SVG draws it, January to December clockwise with December's middle at the top, a square of `size`.

    A unit is a pixel where it fills a screen of 360 px. `hub` is the radius of the middle, which is empty, `rim` that
    of the edge. `seasons` that this month is of stand first, then as they are recorded; `now` are their names. `all`
    leads to the page of the seasons.
    """

    size: ChartUnit
    hub: ChartUnit
    rim: ChartUnit
    months: tuple[WheelMonth, ...]
    now: tuple[TextRun, ...]
    seasons: tuple[SeasonLine, ...]
    feasts: tuple[FeastLine, ...]
    all: Link


@frozen
class SeasonProduct:
    """A product with all its months, 1 to 12; `spans` are the first and last of those in one go."""

    card: Card
    months: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@frozen
class SeasonsView:
    """What is in season when: the wheel, where anything may be recommended, and each product once, with its months.

    `now` is what is in season this month, `coming` what is in the next two, `later` what comes after these, in the
    order in which it does; of many the first. `months` leads to the list of each month in which anything is, with
    how many there are; `bare` are the months, 1 to 12, in which nothing is.
    """

    heading: TextRun
    note: TextRun
    wheel: Wheel | None
    now: tuple[SeasonProduct, ...]
    coming: tuple[SeasonProduct, ...]
    later: tuple[SeasonProduct, ...]
    months: tuple[Link, ...]
    bare: tuple[int, ...]
