"""Where a picture is cropped: around the point that the record names, else around what there is most to see of."""

from itertools import accumulate

from PIL import Image, ImageFilter

from ocop_site.pictures.recipe import Focus, Size

CropBox = tuple[int, int, int, int]
"""Left, upper, right, lower, in pixels of the picture."""

_SAMPLE_SIDE = 64
"""Pixels on the longer side of the small picture in which detail is looked for."""

_TO_CENTRE = 0.03
"""How much detail, as a part of the best, a crop may give up to stay at the centre."""


def crop_box(picture: Image.Image, size: Size, focus: Focus) -> CropBox:
    """The part of `size` to be shown of the picture; at least one side is the picture's own."""
    (width, height), (wide, high) = picture.size, size
    spare_x, spare_y = width - wide, height - high
    if focus:
        left = min(max(round(focus[0] * width - wide / 2), 0), spare_x)
        upper = min(max(round(focus[1] * height - high / 2), 0), spare_y)
    else:
        left = round(spare_x * _best(picture, wide / width, across=True)) if spare_x else 0
        upper = round(spare_y * _best(picture, high / height, across=False)) if spare_y else 0
    return left, upper, left + wide, upper + high


def _best(picture: Image.Image, share: float, across: bool) -> float:
    """Where the crop starts, as a part of the room it has: 0 at the left or top, 1 at the right or bottom."""
    small = picture.convert("L").resize(_shrunk(picture.size), Image.Resampling.BOX)
    edges = small.filter(ImageFilter.FIND_EDGES).crop((1, 1, small.width - 1, small.height - 1))
    line = edges.resize((edges.width, 1) if across else (1, edges.height), Image.Resampling.BOX)
    sums = [0, *accumulate(line.tobytes())]
    length = max(1, min(round(share * (len(sums) - 1)), len(sums) - 2))
    last_start = len(sums) - 1 - length
    detail = [sums[start + length] - sums[start] for start in range(last_start + 1)]
    enough = max(detail) * (1 - _TO_CENTRE)
    if detail[last_start // 2] >= enough:
        return 0.5
    starts = (start / last_start for start in range(last_start + 1) if detail[start] >= enough)
    return min(starts, key=lambda start: abs(start - 0.5))


def _shrunk(size: tuple[int, int]) -> tuple[int, int]:
    scale = _SAMPLE_SIDE / max(size)
    return max(4, round(size[0] * scale)), max(4, round(size[1] * scale))
