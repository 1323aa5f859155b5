"""How words are set: in lines about as long as one another, in the largest letters that fit their room."""

import re
from collections.abc import Sequence

from ocop_site.frozen import frozen
from ocop_site.pictures.social.faces import Face

LEAD = 1.3
"""The distance of two lines, in heights of letters: marks above capitals (Ầ) and below (ậ) stay clear of each other."""

ELLIPSIS = "…"

_DASH = re.compile(" ([-–—·/]) ")
"""No line begins with one of these."""


@frozen
class TextBlock:
    """Lines of one face and size."""

    face: Face
    size: int
    lines: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        return self.lines[-1].endswith(ELLIPSIS)

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEAD

    @property
    def width(self) -> float:
        return max((self.face.width(line, self.size) for line in self.lines), default=0)


def fitted(text: str, face: Face, sizes: Sequence[int], width: float, most: int) -> TextBlock:
    """A text in the first of the `sizes`, falling, in which it takes no more than `most` lines; at last cut short."""
    for size in sizes:
        lines = _wrapped(text, face, size, width)
        if len(lines) <= most and all(face.width(line, size) <= width for line in lines):
            return TextBlock(face, size, _balanced(text, face, size, width, lines))
    return TextBlock(face, sizes[-1], _cut(_wrapped(text, face, sizes[-1], width), face, sizes[-1], width, most))


def _wrapped(text: str, face: Face, size: int, width: float) -> tuple[str, ...]:
    """As many words a line as fit; a word that fits none stands alone."""
    lines: list[str] = []
    for word in _DASH.sub("\u00a0\\1 ", text).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _balanced(text: str, face: Face, size: int, width: float, best: tuple[str, ...]) -> tuple[str, ...]:
    """The same number of lines, none much longer than the others."""
    while len(narrower := _wrapped(text, face, size, width := width * 0.94)) == len(best):
        if max(face.width(line, size) for line in narrower) > width:
            break
        best = narrower
    return best


def _cut(lines: Sequence[str], face: Face, size: int, width: float, most: int) -> tuple[str, ...]:
    """The first lines, each as long as there is room; an ellipsis tells that something is missing."""
    shown = [_shortened(line, face, size, width) for line in lines[:most]]
    if len(lines) > most and not shown[-1].endswith(ELLIPSIS):
        shown[-1] = _shortened(f"{shown[-1]} {lines[most]}{ELLIPSIS}", face, size, width)
    return tuple(shown)


def _shortened(line: str, face: Face, size: int, width: float) -> str:
    if face.width(line, size) <= width:
        return line
    while line and face.width(f"{line}{ELLIPSIS}", size) > width:
        line = line[:-1]
    return f"{line.rstrip(' ,.;:–·')}{ELLIPSIS}"
