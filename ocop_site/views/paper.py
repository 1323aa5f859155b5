"""What a theme sees of what is printed on paper: pages in millimetres on which every line has its place.

A page is drawn as one SVG, since boxes of HTML snap to pixels in print and are up to 0.2 mm off. SVG does not wrap
text, so lines are broken here, by widths that no common font exceeds; what they look like is the theme's.
"""

from dataclasses import replace

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import Millimetre
from ocop_site.views.seasons import Wheel
from ocop_site.views.sheets import MapSheet


@frozen
class Writing:
    """One line of a text. `y` is its base line, `size` the height of its letters; bold where `is_bold`.

    `role`: name, other, maker, summary, aside (the summary in another language), stars, hours, price, code, hint,
    heading, trail, stop, here, warning, index, page, invitation, month, sample (across what is none to be hung up).
    `anchor`: start, middle or end of the line is at `x`.
    """

    x: Millimetre
    y: Millimetre
    size: Millimetre
    text: TextRun
    role: str
    is_bold: bool = False
    anchor: str = "start"


@frozen
class PrintedCode:
    """A QR code `size` wide with its quiet zone; `path` draws the dark modules on a square of `side` units."""

    x: Millimetre
    y: Millimetre
    size: Millimetre
    side: int
    path: str
    href: str


@frozen
class PrintedSeal:
    """The seal with the number of stars in it, always solid: only what is in force is printed. `size` is its width."""

    x: Millimetre
    y: Millimetre
    size: Millimetre
    count: int


@frozen
class Rule:
    """A line from one point to another. `role`: pen (to write on), hair or cut (where the paper is cut apart)."""

    x1: Millimetre
    y1: Millimetre
    x2: Millimetre
    y2: Millimetre
    role: str = "hair"


@frozen
class Field:
    """A coloured field: of an industry, by its id in `pattern`, or of the page (empty).

    `ground`: the name of the colour that a picture in front of it is laid on, where its record says so. `is_printed`:
    with the pattern of the industry on it.
    """

    x: Millimetre
    y: Millimetre
    width: Millimetre
    height: Millimetre
    pattern: str
    ground: str = ""
    is_printed: bool = False


@frozen
class PrintedShape:
    """A drawn form: `path` is what SVG draws in millimetres, from `x` and `y` on.

    `role`: water, deep, bank (bands of the river), stream and stops (the line of a trail and the stops on it).
    """

    x: Millimetre
    y: Millimetre
    path: str
    role: str


@frozen
class PrintedPicture:
    """A picture, cropped to its box from the middle. `src` is a file beside the page.

    `whole`: x, y, width and height of all of a drawing, where the box is a window on it: browsers crop no drawings.
    """

    x: Millimetre
    y: Millimetre
    width: Millimetre
    height: Millimetre
    src: str
    alt: TextRun
    whole: tuple[Millimetre, Millimetre, Millimetre, Millimetre] | None = None


@frozen
class PrintedWheel:
    """The wheel of the year, `size` wide. No month of it is now, since paper outlives the month.

    What lies on it stands among the pictures of its piece.
    """

    x: Millimetre
    y: Millimetre
    size: Millimetre
    wheel: Wheel


@frozen
class PrintedMap:
    """The map with its pins, `width` wide, in letters of 8 points and more. The `src` of a picture is a file beside."""

    x: Millimetre
    y: Millimetre
    width: Millimetre
    height: Millimetre
    sheet: MapSheet


@frozen
class Piece:
    """A label, a card or a block: all in it is measured from its own upper left corner and stays within it."""

    x: Millimetre
    y: Millimetre
    width: Millimetre
    height: Millimetre
    writings: tuple[Writing, ...]
    codes: tuple[PrintedCode, ...] = ()
    seals: tuple[PrintedSeal, ...] = ()
    rules: tuple[Rule, ...] = ()
    fields: tuple[Field, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
    wheels: tuple[PrintedWheel, ...] = ()
    shapes: tuple[PrintedShape, ...] = ()
    maps: tuple[PrintedMap, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The pictures beside the page that it shows."""
        pins = (pin for each in self.maps for plate in each.sheet.plates for pin in plate.pins)
        return *(each.src for each in self.pictures), *(pin.picture.src for pin in pins if pin.picture)

    def moved(self, x: Millimetre, y: Millimetre) -> "Piece":
        """The same piece with its corner elsewhere on the page."""
        return replace(self, x=x, y=y)


@frozen
class Leaf:
    """A page of paper; `cuts` are the marks where it is cut apart."""

    width: Millimetre
    height: Millimetre
    pieces: tuple[Piece, ...]
    cuts: tuple[Rule, ...] = ()


@frozen
class SheetsView:
    """Labels or shelf talkers, posters: sheet after sheet."""

    title: str
    leaves: tuple[Leaf, ...]


@frozen
class PosterView:
    """Posters of places, one on each leaf or more."""

    title: str
    leaves: tuple[Leaf, ...]


@frozen
class BookletView:
    """The printed catalogue: cover, an industry after the other, the index."""

    title: str
    leaves: tuple[Leaf, ...]


PrintView = SheetsView | PosterView | BookletView

PRINT_TEMPLATES: dict[type, str] = {
    SheetsView: "print/sheet",
    PosterView: "print/poster",
    BookletView: "print/booklet",
}
