"""What is made of a picture: the places it stands in, and for each the crop, the formats and the widths."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from ocop_site.frozen import frozen
from ocop_site.units import Pixel

Focus: TypeAlias = tuple[float, float] | None
"""The point that matters most, as parts of width and height; None where no record names one."""

Size: TypeAlias = tuple[Pixel, Pixel]
"""Width and height."""

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue of sRGB, 0 to 255."""

Hurry: TypeAlias = Callable[[], bool]
"""Whether somebody waits: then a picture that was never made before is only sketched."""

WIDEST = Pixel(1600)
"""No rendition is wider; nothing larger than this ever leaves the content folder."""

NONE_COARSE = Pixel(1)
"""Where no picture looks coarse."""

GROUND_COLOURS: Mapping[str, Colour] = {
    "rice": (0xF3, 0xE4, 0xBC),
    "river": (0xCF, 0xE4, 0xE1),
    "leaf": (0xD9, 0xE5, 0xCC),
    "clay": (0xEF, 0xD8, 0xC9),
    "lotus": (0xF5, 0xD9, 0xE4),
    "mud": (0xE3, 0xDC, 0xC6),
}
"""What a record may lay a picture on that is cut out."""

CUT_OUT = "cutout"
"""The use of a picture without its ground, as large as the thing itself is in it, among others like it."""

SOCIAL, SOCIAL_CUT_OUT = "social", "social-cutout"
"""What the pictures beside shared links are composed of: a photograph at their side, a thing on their ground."""

WITHOUT_GROUND = frozenset({CUT_OUT, SOCIAL_CUT_OUT})

UNPUBLISHED = frozenset({SOCIAL, SOCIAL_CUT_OUT})
"""What other pictures are made of, and no page shows."""

PIN = "pin"
"""The use of a picture as a pin of the map: as large as a fingertip."""

ENDINGS = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg", "svg": ".svg"}

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


@frozen
class Shot:
    """A format with the widths it is rendered in, rising."""

    format: str
    widths: tuple[Pixel, ...]


@frozen
class Use:
    """A kind of place where a picture stands: `shots` from the best format to the one that every browser reads.

    What is narrower than `narrowest` or wider than `widest` (width to height) is cropped to it.
    """

    name: str
    narrowest: Fraction
    widest: Fraction
    shots: tuple[Shot, ...]
    good: Pixel = NONE_COARSE
    """The width below which a picture looks coarse there."""
    is_drawn: bool = False
    """Whether only drawings stand there, which are encoded with care."""

    @property
    def width(self) -> Pixel:
        """The widest rendition that the use has."""
        return max(each.widths[-1] for each in self.shots)

    def crop(self, width: Pixel, height: Pixel) -> Size:
        """The size of the part that is shown of a picture of that size."""
        ratio = Fraction(width, height)
        if ratio < self.narrowest:
            return width, Pixel(max(1, round(width / self.narrowest)))
        if ratio > self.widest:
            return Pixel(max(1, round(height * self.widest))), height
        return width, height


@frozen
class Recipe:
    """All that decides the renditions beside the bytes of the original; its `repr` is part of their key."""

    uses: tuple[Use, ...]
    focus: Focus = None
    ground: Colour | None = None
    """What shows where the picture is transparent; where nobody chose it, the picture itself decides."""
    avif: tuple[int, int] = (55, 9)
    """Quality and speed. Speed 8 costs three times as much for 4 % of the size, speed 6 nine times for 10 %."""
    avif_careful: tuple[int, int] = (55, 8)
    """The same for what speed 9 would make a quarter larger: flat areas, and pictures of little detail."""
    flat: float = 0.36
    """The share of pixels that equal their neighbour from which a picture is flat: drawings 0.5, photographs 0.2."""
    light: float = 0.07
    """Bytes a pixel of the smallest WebP below which a picture has little detail."""
    webp: tuple[int, int] = (75, 4)
    """Quality and method."""
    jpeg: int = 80
    """Quality."""

    def careful(self) -> "Recipe":
        """The recipe for a picture that is flat or has little detail."""
        return replace(self, avif=self.avif_careful)


def shot(format: str, *widths: int) -> Shot:
    """A format in widths of so many pixels, rising."""
    return Shot(format, tuple(map(Pixel, widths)))


def _exactly(width: int, height: int) -> tuple[Fraction, Fraction]:
    return Fraction(width, height), Fraction(width, height)


_PAGE = (Fraction(2, 3), Fraction(5, 2))
_CARD = _exactly(4, 3)
_SOCIAL = _exactly(600, 630)
_ANY = Fraction(0), Fraction(1_000_000)

# A phone of 360 px and 2x density shows a page's picture 656 px wide and a card's 316; kiosks take the page's. What is
# cut out is 240 px wide there among what lies on the home page, 126 on the wheel of the year, and less than 96 where it
# only marks a spot.
FULL = Recipe((
    Use("page", *_PAGE, (
        shot("avif", 320, 480, 720, 1080, WIDEST), shot("webp", 480, 720, 1080), shot("jpeg", 720, 1080),
    ), Pixel(640)),
    Use("card", *_CARD, (shot("avif", 320, 560), shot("webp", 320, 560), shot("jpeg", 320)), Pixel(320)),
    Use(SOCIAL, *_SOCIAL, (shot("jpeg", 600),)),
    Use(PIN, *_exactly(1, 1), (shot("webp", 96),)),
    Use(CUT_OUT, *_ANY, (shot("avif", 96, 144, 240, 360, 480), shot("webp", 144, 480)), is_drawn=True),
    Use(SOCIAL_CUT_OUT, *_ANY, (shot("webp", 640),)),
))  # fmt: skip

SKETCH = Recipe((Use("page", *_PAGE, (shot("jpeg", 720),)), Use("card", *_CARD, (shot("jpeg", 320),))))
"""The recipe for the preview of a photograph that is new: there at once, the rest when there is time."""


def rendered_widths(widths: Collection[Pixel], available: Pixel) -> list[Pixel]:
    """The widths to render, none larger than what is available; that itself where it adds a tenth or more."""
    fits = [width for width in sorted(widths) if width <= available]
    own = min(available, max(widths))
    return fits if fits and own < fits[-1] * 1.1 else [*fits, own]


def no_hurry() -> bool:
    """The hurry of a run for which nobody waits."""
    return False
