"""A display face cut to the letters that are needed, as WOFF2, and how wide and high it is.

What a browser has to wait for is at most MOST_BYTES. A face that would be more gives up, in this order, how letters
are set beside one another, then the letters beyond the alphabet, which come out in the visitor's own face.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from ocop_site.frozen import frozen
from ocop_site.theme.look.faces import SAMPLE, DisplayFace
from ocop_site.theme.look.letters import ALPHABET

MOST_BYTES = 25_000

FEATURES = ("locl", "kern", "lnum", "tnum")
"""Letters of a language's own, distances, figures of one height and one width; texts hold marks composed only."""

_NAMES = {1: "Display", 2: "Regular", 4: "Display", 6: "Display"}
"""What the cut face calls itself: its makers reserve their names for what they made themselves (OFL 1.1, 3)."""

_KEPT_NAMES = (0, 13, 14)
"""Whose it is, and its licence."""


@frozen
class CutFace:
    """`ranges` are the blocks of Unicode that its letters are of; lengths are in ems. `left_out` had no room."""

    woff2: bytes
    ranges: tuple[str, ...]
    width: float
    ascent: float
    descent: float
    left_out: str


def cut(face: DisplayFace, beyond: str, most_bytes: int = MOST_BYTES) -> CutFace:
    """The face with the alphabet and those of the letters beyond it that it has."""
    from fontTools.ttLib import TTFont

    with TTFont(face.path) as font:
        known = {chr(code) for code in font.getBestCmap()}
        width, ascent, descent = _measures(font)
    wanted = "".join(letter for letter in beyond if letter in known)
    ways = ((_subset(face, *way), *way) for way in _ways(known, wanted))
    woff2, letters, _ = next((way for way in ways if len(way[0]) <= most_bytes), (b"", set[str](), ()))
    left_out = "".join(letter for letter in wanted if letter not in letters)
    return CutFace(woff2, _ranges(letters), width, ascent, descent, left_out)


def _ways(known: set[str], wanted: str) -> Iterator[tuple[set[str], Sequence[str]]]:
    """Letters and features, the best first."""
    alphabet = known & ALPHABET
    for letters in ({*alphabet, *wanted}, alphabet):
        yield from ((letters, features) for features in (FEATURES, ()))


def _subset(face: DisplayFace, letters: set[str], features: Sequence[str]) -> bytes:
    """The same bytes whenever it is made."""
    from fontTools import subset

    options = subset.Options(
        flavor="woff2",
        layout_features=list(features),
        hinting=False,
        name_IDs=list(_KEPT_NAMES),
        recalc_timestamp=False,
    )
    with subset.load_font(face.path, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=sorted(map(ord, letters)))
        cutter.subset(font)
        for number, name in _NAMES.items():
            font["name"].setName(name, number, 3, 1, 0x409)
        subset.save_font(font, made := BytesIO(), options)
    return made.getvalue()


def _measures(font: Any) -> tuple[float, float, float]:
    """How wide a letter of the sample is on average, how high above and deep below the line they may reach."""
    names, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    width = sum(widths[names[ord(letter)]][0] for letter in SAMPLE) / len(SAMPLE)
    return width / em, font["hhea"].ascent / em, -font["hhea"].descent / em


def _ranges(letters: set[str]) -> tuple[str, ...]:
    """Blocks of 256: what else is of one is looked for in the face, not found, and comes out in the next one."""
    return tuple(f"U+{block:X}??" for block in sorted({ord(letter) >> 8 for letter in letters}))
