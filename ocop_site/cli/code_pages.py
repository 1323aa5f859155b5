"""What is said to a program of Windows that takes it for letters of its console's code page, as PowerShell 5 does.

It turns what a command says into letters before it writes them into a file or hands them on, and knows no UTF-8 unless
somebody told it.
"""

import codecs
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from typing import IO

_UTF8, _UTF8_PAGE = "utf-8", 65001

_ASKED = ("PYTHONIOENCODING", "PYTHONUTF8", "MSYSTEM")
"""Somebody said which letters to use, or it is a shell of another kind."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

_ALIKE = {"đ": "d", "Đ": "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->"}


def encoding_for(stream: IO[str]) -> str:
    """UTF-8, but for a reader who would take it for something else."""
    if sys.platform != "win32" or stream.isatty():
        return _UTF8
    import ctypes

    return encoding_of(ctypes.windll.kernel32.GetConsoleOutputCP(), os.environ)


def encoding_of(page: int, environment: Mapping[str, str]) -> str:
    """The letters of a console's code page; 0 where there is no console."""
    if page in (0, _UTF8_PAGE) or any(name in environment for name in _ASKED):
        return _UTF8
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return _UTF8


def nearest_in(encoding: str) -> str:
    """The name of the rule by which letters that an encoding lacks become the nearest that it has."""

    def nearest(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        lacking = error.object[error.start : error.end]
        return "".join(_instead(character, encoding) for character in lacking), error.end

    rule = f"nearest-in-{encoding}"
    codecs.register_error(rule, nearest)
    return rule


def _instead(character: str, encoding: str) -> str:
    return next(words for words in (*_candidates(character), "?") if _has(words, encoding))


def _candidates(character: str) -> Iterator[str]:
    """The letter with its tone set beside it, as Windows' Vietnamese page writes it; then without marks."""
    if character in _ALIKE:
        yield _ALIKE[character]
    letter, *marks = list(unicodedata.normalize("NFD", character))
    for tone in _TONES.intersection(marks):
        yield unicodedata.normalize("NFC", letter + "".join(mark for mark in marks if mark != tone)) + tone
    yield letter


def _has(words: str, encoding: str) -> bool:
    try:
        words.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
