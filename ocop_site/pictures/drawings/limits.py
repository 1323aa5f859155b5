"""The measures of a drawing: its lengths in one unit, and how long it keeps its painter.

That is counted before anything is painted, since a few lines can ask for hours.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite

MOST_PARTS = 20_000
"""Shapes that are drawn, those of `use` and of clipping counted each time: a few lines can ask for millions."""

_LONG = 250
"""Characters of an outline that count as another shape."""

_SLOW = 25
"""Shapes that take as long as one that is clipped, dashed or half transparent as a whole."""

MOST_DEPTH = 60
"""Elements within one another."""


@dataclass(slots=True)
class Part:
    """An element: how many shapes its drawing is worth by itself, whose parts it draws again, and what is below."""

    weight: int = 1
    again: tuple[str, ...] = ()
    below: list["Part"] = field(default_factory=list)


_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"

_LENGTH = re.compile(rf"({_NUMBER})\s*([a-zA-Z]*)", re.ASCII)

_UNITS = {
    "": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96 / 72, "pc": 16.0,
    "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0,
}  # fmt: skip
"""Pixels in each unit of length (CSS Values 4, 6.1 and 6.2), letters being those of a browser: 16 px high."""


def number(text: str) -> float | None:
    """A bare number; None for what is none."""
    match = re.fullmatch(rf"\s*({_NUMBER})\s*", text, re.ASCII)
    return float(match[1]) if match and isfinite(float(match[1])) else None


def length(text: str) -> float | None:
    """A length in pixels; None for what is none, or depends on where the drawing stands, such as `100%`."""
    match = _LENGTH.fullmatch(text.strip())
    factor = _UNITS.get(match[2].lower()) if match else None
    return float(match[1]) * factor if match and factor and isfinite(float(match[1])) else None


def in_pixels(lengths: str) -> str | None:
    """One or several lengths with those in other units turned to pixels; None where a unit is not known here."""
    known = True

    def turned(match: re.Match[str]) -> str:
        nonlocal known
        known = known and match[2].lower() in _UNITS
        return match[0] if match[2] == "" else f"{float(match[1]) * _UNITS.get(match[2].lower(), 0):.9g}"

    even = _LENGTH.sub(turned, lengths)
    return even if known else None


def part_of(element: str, kept: Mapping[str, str]) -> Part:
    """The part that an element is, by those of its attributes that are kept."""
    clips = re.findall(r"url\(#([\w.-]+)\)", kept.get("clip-path", ""))
    used = [kept["href"].removeprefix("#")] if element == "use" and "href" in kept else []
    is_slow = clips or "stroke-dasharray" in kept or number(kept.get("opacity", "1")) != 1
    return Part(1 + sum(map(len, kept.values())) // _LONG + (_SLOW if is_slow else 0), (*used, *clips))


def is_too_much(top: Part, named: Mapping[str, Part]) -> bool:
    """Whether a drawing is more than MOST_PARTS shapes; `named` are the parts that others draw again."""
    return _drawn(top, named, {}, ()) > MOST_PARTS


def _drawn(part: Part, named: Mapping[str, Part], known: dict[int, int], within: tuple[int, ...]) -> int:
    """How many shapes a part draws; one that would draw itself is beyond any number."""
    if id(part) in within or len(within) > 2 * MOST_DEPTH:
        return MOST_PARTS + 1
    if id(part) not in known:
        parts = [*part.below, *(named[name] for name in part.again if name in named)]
        inner = (*within, id(part))
        drawn = part.weight + sum(_drawn(each, named, known, inner) for each in parts)
        known[id(part)] = min(drawn, MOST_PARTS + 1)
    return known[id(part)]
