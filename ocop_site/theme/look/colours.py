"""How well one colour can be seen on another, and the nearest that can.

Contrast as in WCAG 2.2 (1.4.3, relative luminance); lightness, chroma and hue as in OKLCH (CSS Color 4, 9 and 13).
"""

import math
from collections.abc import Sequence
from typing import TypeAlias

Linear: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1 as light adds up."""

READABLE = 4.5
"""The least contrast of text."""

_MIDDLE = 0.18
"""The luminance from which black is better seen on a ground than white."""

_HALVINGS = 10
"""So that a colour is found to a thousandth of lightness, which no eye tells apart."""


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def weakest(colour: str, grounds: Sequence[str]) -> tuple[float, str]:
    """The ground that a colour is worst seen on, after how well."""
    return min((contrast(colour, ground), ground) for ground in grounds)


def readable(colour: str, grounds: Sequence[str], least: float = READABLE) -> str:
    """The colour, or else the one of its hue and least further away in lightness that is seen on all grounds."""
    if weakest(colour, grounds)[0] >= least:
        return colour
    lightness, chroma, hue = _oklch(colour)
    fails, passes = lightness, 0.0 if _luminance(grounds[0]) > _MIDDLE else 1.0
    for _ in range(_HALVINGS):
        middle = (fails + passes) / 2
        is_seen = weakest(of_oklch(middle, chroma, hue), grounds)[0] >= least
        fails, passes = (fails, middle) if is_seen else (middle, passes)
    return of_oklch(passes, chroma, hue)


def tinted(colour: str, lightness: float, chroma: float) -> str:
    """A tint of its hue; of a grey, a grey."""
    _, own, hue = _oklch(colour)
    return of_oklch(lightness, min(chroma, own), hue)


def of_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour, or where sRGB has none so colourful the one of most chroma that it has."""
    low, high = 0.0, chroma
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (middle, high) if _fits(_linear_of(lightness, middle, hue)) else (low, middle)
    parts = _linear_of(lightness, high if _fits(_linear_of(lightness, high, hue)) else low, hue)
    return "#" + "".join(f"{round(_encoded(min(1.0, max(0.0, part))) * 255):02X}" for part in parts)


def _fits(parts: Linear) -> bool:
    return all(-1e-4 <= part <= 1 + 1e-4 for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Linear:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _oklch(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _linear_of(lightness: float, chroma: float, hue: float) -> Linear:
    """Beyond 0 to 1 where sRGB has no such colour."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
