"""Things on a table: one in its middle, or several that overlap, the first in front."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image

Box = tuple[int, int, int, int]
"""Left, upper, right, lower."""

_SPOTS = {
    1: ((0.5, 1.0, 1.0),),
    2: ((0.6, 1.0, 0.74), (0.36, 0.6, 0.6)),
    3: ((0.54, 1.0, 0.66), (0.3, 0.6, 0.54), (0.74, 0.52, 0.52)),
    4: ((0.48, 0.94, 0.62), (0.28, 0.52, 0.5), (0.72, 0.46, 0.54), (0.82, 0.98, 0.38)),
    5: ((0.52, 0.86, 0.64), (0.3, 0.46, 0.5), (0.74, 0.42, 0.52), (0.82, 0.98, 0.4), (0.2, 1.0, 0.38)),
}
"""By how many there are, for each thing: the middle of its foot and its width, in parts of the box."""

MOST = max(_SPOTS)

_TALLEST = 0.86
"""How high a thing may be, in parts of its own width; of a single one, as high as the box."""

_SHADOW, _FALL = 46, 7
"""How dark a thing's shadow is, of 255, and how far it falls."""


def lay(picture: Image.Image, things: Sequence[bytes], box: Box) -> None:
    """Lays things, each the file of one that is cut out, those behind first."""
    left, upper, right, lower = box
    wide, high = right - left, lower - upper
    placed = list(zip(things, _SPOTS[min(len(things), MOST)], strict=False))
    for thing, (middle, foot, share) in sorted(placed, key=lambda each: each[1][1]):
        tallest = high if len(placed) == 1 else round(wide * share * _TALLEST)
        small, shadow = _fitted(thing, round(wide * share), tallest)
        x, y = round(left + wide * middle - small.width / 2), round(upper + high * foot - small.height)
        if len(placed) == 1:
            y -= (high - small.height) // 3
        picture.paste(_INK, (x + _FALL // 2, y + _FALL), shadow)
        picture.paste(small, (x, y), small)


_INK = (0x1D, 0x2A, 0x26)


@lru_cache(maxsize=64)
def _fitted(body: bytes, wide: int, tall: int) -> tuple[Image.Image, Image.Image]:
    """A thing in its size, and the mask of its shadow; many products have the same one."""
    thing = Image.open(BytesIO(body)).convert("RGBA")
    scale = min(wide / thing.width, tall / thing.height)
    size = max(1, round(thing.width * scale)), max(1, round(thing.height * scale))
    small = thing.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return small, small.getchannel("A").point([value * _SHADOW // 255 for value in range(256)])
