"""Letters that a program could not keep and wrote as question marks: `B?nh tr?ng`."""

import re
from collections.abc import Iterator

from ocop_site.content.encodings.legacy import is_syllable
from ocop_site.frozen import frozen

_LONGEST = 60
"""Letters of a word, and of some that a question mark ties together."""

_TOKEN = re.compile(r"[^\s\"'“”‘’()\[\]{}<>,;:!|*_]+")
_WITHIN = re.compile(r"([^\W\d_]*)\?+([^\W\d_]+)")
_ADDRESS = re.compile(r"[/=&@\\#%]|\.\w")


@frozen
class LostLetters:
    """The first word of a line that lost letters, and where it stands, from 1."""

    line: int
    column: int
    word: str


def lost_letters(text: str) -> Iterator[LostLetters]:
    """One for each line that has such a word. A question, even one without a space after it, is none."""
    for number, line in enumerate(text.split("\n"), start=1) if "?" in text else ():
        if "?" in line and (token := next(filter(_has_lost, _TOKEN.finditer(line)), None)):
            yield LostLetters(number, token.start() + 1, token[0].rstrip("."))


def _has_lost(token: re.Match[str]) -> bool:
    word = token[0]
    if "?" not in word or len(word) > _LONGEST or _ADDRESS.search(word):
        return False
    return any(map(_is_lost, _WITHIN.finditer(word)))


def _is_lost(found: re.Match[str]) -> bool:
    """`ngon?Mua` and `gì?uống` are two words each; `tr?ng` and `??c` are none."""
    before, after = found[1], found[2]
    if before and after[0].isupper() and not before.isupper():
        return False
    return not all(is_syllable(word, strict=False) for word in (before, after) if word)
