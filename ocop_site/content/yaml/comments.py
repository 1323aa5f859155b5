"""What YAML takes for a comment although it reads as if the value went on: people write `Bánh #1` and `#OCOP`.

A comment of an editor has a space after its `#`; where a letter or digit follows at once, words would be lost.
"""

import re

from yaml.events import CollectionEndEvent, ScalarEvent

from ocop_site.content.encodings.decoding import mark_at
from ocop_site.content.entry import Position, Slip

_SHOWN = 40
_BESIDE = re.compile(r"[ \t]+(#\w[^\n]*)")
_BELOW = re.compile(r"[ \t]*\n( *)(#\w(?!\w*:(?: |$))[^\n]*)", re.MULTILINE)
"""A line below the value; `#key: value` is a field that was put aside."""

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ANYWHERE = re.compile(r"(?:^|\s)(#\w.*)")
_CLOSING = re.compile(r"\s(#.*[]}].*)")
_BEFORE_WORDS = re.compile(r"^ *(?:- +)*")


def cut_off(text: str, event: ScalarEvent | CollectionEndEvent, *, in_brackets: bool) -> Slip | None:
    """The comment that follows a value, where it is none."""
    if event.end_mark is None or (isinstance(event, ScalarEvent) and event.style in ("|", ">")):
        return None
    if beside := _BESIDE.match(text, event.end_mark.index):
        return _slip(mark_at(text, beside.start(1)), beside[1])
    if in_brackets or not isinstance(event, ScalarEvent) or event.style:
        return None
    below = _BELOW.match(text, event.end_mark.index)
    if below and len(below[1]) > _least_indentation(text, event):
        return _slip(mark_at(text, below.start(2)), below[2])
    return None


def swallowed(lines: list[str], first: int, last: int, *, in_brackets: bool) -> Slip | None:
    """The comment that keeps lines, counted from 1, from being read: with the colon, or with a closing bracket."""
    for number in range(first, min(last, len(lines)) + 1):
        bare = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), lines[number - 1])
        match = _ANYWHERE.search(bare) or (_CLOSING.search(bare) if in_brackets else None)
        if match:
            return _slip(Position(number, match.start(1) + 1), lines[number - 1][match.start(1) :])
    return None


def _slip(at: Position, lost: str) -> Slip:
    shown = lost if len(lost) <= _SHOWN else f"{lost[:_SHOWN]}…"
    return Slip("yaml.hash", at.line, at.column, lost=shown)


def _least_indentation(text: str, event: ScalarEvent) -> int:
    """A line below belongs to a value where it is indented more than the value's name, or than its dash."""
    if event.start_mark is None:
        return 0
    begins = event.start_mark.index - event.start_mark.column
    line = text[begins : event.start_mark.index]
    words = len(line) - len(_BEFORE_WORDS.sub("", line, count=1))
    return words if words < event.start_mark.column else len(line) - len(line.lstrip(" "))
