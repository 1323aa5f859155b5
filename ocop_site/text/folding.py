"""Words as people type them: split from a text, spelled with their marks in ASCII, folded to bare letters.

A browser does the same to what is typed (`folding.js` of the theme kit); a test holds the two together.
"""

import re
import unicodedata
from functools import lru_cache

_SPELLED = {"đ": "d-", "\u0302": "^", "\u0306": "(", "\u031b": "+"}
"""How a letter's own marks are spelled, as RFC 1456 does; those of other languages are left out."""

_TONES = {"\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": "."}
"""How tones are spelled, all at the word's end."""

_WORD = re.compile(
    "[\u3005-\u3007\u3021-\u3035\u3040-\u312f\u31a0-\u31ff\u3400-\u9fff\ua000-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[0-9a-z\u0300-\u036f\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02af\u0370-\u1fff"
    "\u2c00-\u2dff\u3130-\u318f\ua4d0-\uabff\uac00-\ud7a3]+"
)
"""Letters and digits in a row, small; of writings that put no space between words each sign."""

_UNWRITTEN = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
"""Vowels and lengthenings of Hebrew and Arabic, which people write or leave out, and hamzas above and below."""

_SIGNS = str.maketrans(
    dict.fromkeys("\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a\u066b\u066c\u066d\u06d4", " ")
    | {chr(first + digit): str(digit) for first in (0x0660, 0x06F0) for digit in range(10)}
)
"""Commas and full stops among those letters part words; Arabic digits are those that everybody types."""

_I_FOR_Y = re.compile("(?<![aeiou])y|(?<=qu)y")

_UNSPELLED = str.maketrans("", "", "^(+-`?~'.")


@lru_cache(maxsize=10_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, small and decomposed: `Đậu phộng, 500g` is đậu, phộng and 500g. Eth stands for đ."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ð", "đ"))
    return tuple(_WORD.findall(plain if plain.isascii() else _UNWRITTEN.sub("", plain.translate(_SIGNS))))


@lru_cache(maxsize=50_000)
def spelled(word: str) -> str:
    """A word of `words_of` in the one spelling that it has wherever its tone is put: `hoà` and `hòa` are both hoa`."""
    letters = "".join(_SPELLED.get(sign, "" if _is_mark(sign) else sign) for sign in word)
    return letters + "".join(_TONES.get(sign, "") for sign in word)


@lru_cache(maxsize=50_000)
def folded(spelling: str) -> str:
    """The letters of a spelling without marks, y for i made i: `Mỹ` and `Mĩ` are both mi, `Tây` stays tay."""
    return _I_FOR_Y.sub("i", spelling.translate(_UNSPELLED))


def _is_mark(sign: str) -> bool:
    return "\u0300" <= sign <= "\u036f"
