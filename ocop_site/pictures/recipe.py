"""What is made of a picture: the places it stands in, and for each the crop, the formats and the widths."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Focus: TypeAlias = tuple[float, float] | None
"""The point that matters most, as parts of width and height; None where no record names one."""

WIDEST = 1600
"""No rendition is wider; nothing larger than this ever leaves the content folder."""

ENDINGS = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg", "svg": ".svg"}

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Shot:
    """One format in its widths (pixels, rising)."""

    format: str
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A kind of place where a picture stands: `shots` from the best format to the one that every browser reads.

    What is narrower than `narrowest` or wider than `widest` (width to height) is cropped to it.
    """

    name: str
    narrowest: Fraction
    widest: Fraction
    shots: tuple[Shot, ...]
    good: int = 1
    """The width below which a picture looks coarse there."""

    @property
    def width(self) -> int:
        """The widest rendition that is asked for."""
        return max(shot.widths[-1] for shot in self.shots)

    def crop(self, width: int, height: int) -> tuple[int, int]:
        """The size of what is shown of a picture of that size."""
        ratio = Fraction(width, height)
        if ratio < self.narrowest:
            return width, max(1, round(width / self.narrowest))
        if ratio > self.widest:
            return max(1, round(height * self.widest)), height
        return width, height


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides the renditions beside the original's bytes; what it says of itself is part of their key."""

    uses: tuple[Use, ...]
    focus: Focus = None
    avif: tuple[int, int] = (55, 8)
    """Quality and speed. Speed 6 costs 2.7 times as much for 2 % of the size."""
    webp: tuple[int, int] = (75, 4)
    """Quality and method."""
    jpeg: int = 80


def _exactly(width: int, height: int) -> tuple[Fraction, Fraction]:
    return Fraction(width, height), Fraction(width, height)


_PAGE = (Fraction(2, 3), Fraction(5, 2))
_CARD = _exactly(4, 3)
_SOCIAL = _exactly(1200, 630)

# A phone of 360 px and 2x density shows a page's picture 656 px wide and a card's 316; kiosks take the page's.
FULL = Recipe((
    Use("page", *_PAGE, (
        Shot("avif", (320, 480, 720, 1080, WIDEST)), Shot("webp", (480, 720, 1080)), Shot("jpeg", (720, 1080)),
    ), 640),
    Use("card", *_CARD, (Shot("avif", (320, 560)), Shot("webp", (320, 560)), Shot("jpeg", (320,))), 320),
    Use("social", *_SOCIAL, (Shot("jpeg", (1200,)),)),
))  # fmt: skip

SKETCH = Recipe((Use("page", *_PAGE, (Shot("jpeg", (720,)),)), Use("card", *_CARD, (Shot("jpeg", (320,)),))))
"""For the preview of a photograph that nobody has seen yet: there at once, the rest when there is time."""


def fitting(widths: Collection[int], available: int) -> list[int]:
    """The widths to make, never larger than there are pixels; the picture's own where it adds a tenth or more."""
    fits = [width for width in sorted(widths) if width <= available]
    own = min(available, max(widths))
    return fits if fits and own < fits[-1] * 1.1 else [*fits, own]
