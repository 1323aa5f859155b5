"""Numbers written in words, Vietnamese and English: `bốn mươi lăm` is 45, `không chín không ba` 0903."""

import re
from collections.abc import Iterator

from ocop_site.text.vietnamese import fold

_UNITS = {
    "không": "0", "một": "1", "mốt": "1", "hai": "2", "ba": "3", "bốn": "4", "tư": "4", "năm": "5", "lăm": "5",
    "nhăm": "5", "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9",
}  # fmt: skip
_TEENS = {
    "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19",
}  # fmt: skip
_TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fifty": "5", "sixty": "6", "seventy": "7", "eighty": "8",
    "ninety": "9",
}  # fmt: skip
_TEN, _TIMES_TEN, _NONE_BETWEEN, _HUNDRED = ("mười", "ten"), ("mươi", "chục"), ("lẻ", "linh"), ("trăm", "hundred")

_KNOWN = (*_UNITS, *_TEENS, *_TENS, *_TEN, *_TIMES_TEN, *_NONE_BETWEEN, *_HUNDRED)
_BY_WRITING = {fold(word): word for word in reversed(_KNOWN)} | {word: word for word in _KNOWN}
"""Each word also without its marks; `muoi` is then the ten of a larger number where one goes before."""

_BEGINS = [writing for writing, word in _BY_WRITING.items() if word not in (*_TIMES_TEN, *_NONE_BETWEEN, *_HUNDRED)]
_FIRST_LETTERS = "".join(sorted({writing[0] for writing in _BEGINS}))
_NUMERAL = re.compile(
    rf"\b(?=[{_FIRST_LETTERS}])(?:{'|'.join(_BEGINS)})(?:[ -](?:{'|'.join(_BY_WRITING)}))*\b", re.IGNORECASE
)

NUMBER_WORDS = frozenset(map(fold, _BEGINS))
"""The words that begin a number, folded: a text without any of them has no number in words."""


def in_digits(line: str) -> str:
    """The line with every number in words as digits; what is spoken figure by figure becomes one number."""
    return _NUMERAL.sub(lambda match: "".join(_digits(re.split("[ -]", match[0].casefold()))), line)


def _digits(words: list[str]) -> Iterator[str]:
    known = [_BY_WRITING[word] for word in words]
    for index, (written, word) in enumerate(zip(words, known, strict=True)):
        before, after = known[index - 1] if index else "", known[index + 1] if index + 1 < len(known) else ""
        is_ten = word in _TEN and not (written == "muoi" and before in _UNITS)
        if is_ten:
            yield "1" if after in _UNITS else "10"
        elif word in (*_TEN, *_TIMES_TEN):
            yield "" if after in _UNITS else "0"
        elif word in _HUNDRED:
            yield "" if after in (*_UNITS, *_TENS, *_NONE_BETWEEN, *_TEN) else "00"
        elif word in _NONE_BETWEEN:
            yield "0"
        elif word in _TENS:
            yield _TENS[word] + ("" if after in _UNITS else "0")
        else:
            yield _UNITS.get(word) or _TEENS[word]
