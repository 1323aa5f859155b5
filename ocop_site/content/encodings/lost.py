"""Letters that a program could not keep and wrote as question marks: `B?nh tr?ng`."""

import re
from collections.abc import Iterator

from ocop_site.content.encodings.legacy import is_syllable

_TOKEN = re.compile(r"[^\s\"'“”‘’()\[\]{}<>,;:!|*_]+")
_WITHIN = re.compile(r"([^\W\d_]*)\?+([^\W\d_]+)")
_ADDRESS = re.compile(r"[/=&@\\#%]|\.\w")


def lost_letters(text: str) -> Iterator[tuple[int, str]]:
    """Where such words start, and the words. A question, even one without a space after it, is none."""
    if "?" not in text:
        return
    for token in _TOKEN.finditer(text):
        if "?" in token[0] and not _ADDRESS.search(token[0]) and any(map(_is_lost, _WITHIN.finditer(token[0]))):
            yield token.start(), token[0].rstrip(".")


def _is_lost(found: re.Match[str]) -> bool:
    """`ngon?Mua` and `gì?uống` are two words each; `tr?ng` and `??c` are none."""
    before, after = found[1], found[2]
    if before and after[0].isupper() and not before.isupper():
        return False
    return not all(is_syllable(word, strict=False) for word in (before, after) if word)
