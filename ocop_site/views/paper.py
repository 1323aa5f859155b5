"""What a theme sees of what is printed on paper: pages in millimetres on which every line has its place.

A page is drawn as one SVG, since boxes of HTML snap to pixels in print and are up to 0.2 mm off. SVG does not wrap
text, so lines are broken here, by widths that no common font exceeds; what they look like is the theme's.
"""

from dataclasses import dataclass, replace

from ocop_site.text.language import TextRun


@dataclass(frozen=True, slots=True)
class Writing:
    """One line of a text. `y` is the line it stands on, `size` the height of its letters; bold where `is_bold`.

    `role`: name, other, maker, summary, aside (the summary in another language), stars, price, code, hint,
    heading, trail, stop, here, warning, index, page.
    `anchor`: start, middle or end of the line is at `x`.
    """

    x: float
    y: float
    size: float
    text: TextRun
    role: str
    is_bold: bool = False
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A QR code `size` wide with its quiet zone; `path` draws the dark modules on a square of `side` units."""

    x: float
    y: float
    size: float
    side: int
    path: str
    href: str


@dataclass(frozen=True, slots=True)
class PrintedStars:
    """Always solid: only what is in force is printed. `y` is the top, `size` the height of one."""

    x: float
    y: float
    size: float
    count: int


@dataclass(frozen=True, slots=True)
class Rule:
    """`role`: pen (to write on) or hair."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str = "hair"


@dataclass(frozen=True, slots=True)
class Field:
    """A coloured field: of an industry, by its id in `pattern`, or of the page (empty)."""

    x: float
    y: float
    width: float
    height: float
    pattern: str


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """`src` is a file beside the page; to be cropped to the box from its middle."""

    x: float
    y: float
    width: float
    height: float
    src: str
    alt: TextRun


@dataclass(frozen=True, slots=True)
class Piece:
    """A label, a card, a block: all of its lengths count from its own corner, and nothing of it stands outside."""

    x: float
    y: float
    width: float
    height: float
    writings: tuple[Writing, ...]
    codes: tuple[PrintedCode, ...] = ()
    stars: tuple[PrintedStars, ...] = ()
    rules: tuple[Rule, ...] = ()
    fields: tuple[Field, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()

    def moved(self, x: float, y: float) -> "Piece":
        """The same elsewhere on the page."""
        return replace(self, x=x, y=y)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of paper; `cuts` are the marks where it is cut apart."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    cuts: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetsView:
    """Labels or shelf talkers, posters: sheet after sheet."""

    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class PosterView:
    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
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
