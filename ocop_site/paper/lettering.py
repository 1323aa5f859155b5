"""How wide a text is and where its lines break, without any font: a sheet is laid out here and printed anywhere.

The widths are those of the widest common screen font, so that in Segoe UI, Roboto, Arial or Helvetica every line is
shorter than reckoned and none ever leaves its label.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ocop_site.frozen import frozen

LINE = 1.3
"""The distance of two lines, in heights of letters: marks above capitals (Ầ) and below (ậ) stay clear of each other."""

RISE = 1.05
"""How far Ễ reaches above its base line, in heights of letters."""

FALL = 0.28
"""How far g and ậ reach below their base line, in heights of letters."""

_PLAIN = {
    .28: "ijl", .3: "IJ", .32: " ,.·’‘", .34: "/:;\\|", .36: "f", .38: "-", .4: "()[]t", .42: "!r", .46: '"',
    .5: "*_`–°", .52: "“”", .54: "?sz", .56: "Lc", .58: "Fk", .6: "vxy", .62: "PTYaeo",
    .64: "$0123456789ESbdghnpqu{}₫", .66: "K",
    .7: "ABCRVXZ", .74: "U", .76: "HN", .78: "&DG", .8: "OQ", .82: "w", .84: "#+<=>^~×", .88: "M", .98: "m",
}  # fmt: skip
_BOLD = {
    .36: "ijl", .38: " ,./IJ\\|·’‘", .4: ":;", .42: "-", .44: "f", .46: "!()[]", .48: "t", .5: "_`r–°", .54: '"*',
    .6: "?csz", .64: "L", .66: "vxy“”", .68: "aek", .7: "$0123456789EFTo₫", .72: "bdghnpqu{}", .74: "CPSYZ",
    .78: "ABKRVX", .82: "U", .84: "#+<=>DGHN^~×", .86: "OQ", .88: "&", .94: "w", 1.0: "M", 1.06: "m", 1.12: "W",
}  # fmt: skip

_HORN, _WIDER = "\u031b", 0.13
"""Ơ and ư are wider than the letter without its horn."""

_UNKNOWN = 1.06
"""The width of a letter that is not in the table, in heights of letters."""

_DASH = re.compile(r" ([-–—·/]) ")
"""No line begins with one of these."""


def _table(widths: Mapping[float, str]) -> dict[str, float]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_WIDTHS = {False: _table(_PLAIN), True: _table(_BOLD)}


@lru_cache(maxsize=1 << 16)
def width_of(text: str, is_bold: bool = False) -> float:
    """The width of a text in heights of letters; never less than what a browser will need."""
    return sum(_letter(character, is_bold) for character in text)


@lru_cache(maxsize=4096)
def _letter(character: str, is_bold: bool) -> float:
    base, *marks = tuple(
        unicodedata.normalize("NFD", character.replace("đ", "d").replace("Đ", "D").replace("\xa0", " "))
    )
    if unicodedata.combining(base):
        return 0.0
    return _WIDTHS[is_bold].get(base, _UNKNOWN) + (_WIDER if _HORN in marks else 0)


@frozen
class Wrapped:
    """A text in lines. `is_broken` where a word was too long for a line, `is_cut` where the text was cut off."""

    lines: tuple[str, ...]
    is_broken: bool = False
    is_cut: bool = False


def wrap(text: str, width: float, is_bold: bool = False, most: int | None = None, lead: float = 0) -> Wrapped:
    """The lines of a text that is no wider than `width`; beyond `most` lines it ends in an ellipsis.

    `width`, and `lead`, which is kept free before the first line, are in heights of letters.
    """
    words = _DASH.sub("\xa0\\1 ", text).split(" ")
    is_broken = any(width_of(word, is_bold) > width for word in words)
    lines = list(_lines(_pieces(words, width, is_bold) if is_broken else words, width, is_bold, lead))
    if most is None or len(lines) <= most:
        return Wrapped(tuple(lines), is_broken)
    last = lines[most - 1]
    while last and width_of(f"{last}…", is_bold) > width:
        last = last[:-1]
    return Wrapped((*lines[: most - 1], f"{last.rstrip(' ,.;:–')}…"), is_broken, True)


def balance(text: str, width: float, is_bold: bool = False, most: int | None = None, lead: float = 0) -> Wrapped:
    """The lines of a text, as many as `wrap` makes, and about as long as one another."""
    best = wrap(text, width, is_bold, most, lead)
    if best.is_broken or best.is_cut or len(best.lines) == 1:
        return best
    while len((narrower := wrap(text, width := width * 0.95, is_bold, most, lead)).lines) == len(best.lines):
        if narrower.is_broken or narrower.is_cut:
            break
        best = narrower
    return best


def _lines(words: Iterable[str], width: float, is_bold: bool, lead: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and lead + width_of(longer, is_bold) > width:
            yield line
            longer, lead = word, 0
        line = longer
    if line:
        yield line


def _pieces(words: Iterable[str], width: float, is_bold: bool) -> Iterator[str]:
    """Words that fit; one that does not is broken where it must be."""
    for word in words:
        piece = ""
        for character in word:
            if piece and width_of(piece + character, is_bold) > width:
                yield piece
                piece = ""
            piece += character
        yield piece
