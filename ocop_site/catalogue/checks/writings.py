"""How people write what leads to a home: telephones, mail addresses, lines of an address, points on a map."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from ocop_site.records.values.points import Point
from ocop_site.text.numerals import in_digits
from ocop_site.text.plain_text import PlainText, plain_text

NEAR = 200
"""Metres within which a point tells where a home is."""

SHORT_LINE = 3
"""Words below which a line (`ấp 3`) is too common to lead to a door."""

LONG_BOX = 10
"""Letters from which the name of a mail box is nobody else's."""

Line = tuple[str, ...]
"""The words of a line, folded."""

_AT = re.compile(r"\s*@\s*|[\s({]+(?:at|a còng|a cong)[\s)}]+", re.IGNORECASE)
_DOT = re.compile(r"[\s({]+(?:dot|chấm|cham)[\s)}]+", re.IGNORECASE)
_DEGREES = re.compile(r"(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(\d{1,2}(?:[.,]\d+)?)")
_DECIMAL = re.compile(r"\d{1,3}\.\d{3,}"), re.compile(r"\d{1,3},\d{3,}")
_BRACKETS = re.compile(r"[\[\]()<>{}]")
_MAIL = re.compile(r"[^\s@;,:/?=&]+(?:@[^\s@;,:/?=&]+)?")
_TAG = re.compile(r"\+[^@]*(?=@)")
_GENERIC = {"so", "nha", "to", "ap", "duong", "hem", "khom", "khu", "pho", "group", "hamlet", "street", "road", "no"}
"""Words of addresses that lead to no door by themselves."""

_FILLERS = {"x", "va", "roi", "so", "dau", "cuoi", "tiep", "sau", "then", "and"}
_MISREAD = {"o": "0", "l": "1", "i": "1", "s": "5"}
"""Letters that stand among digits for digits."""


class Index:
    """Secrets by their owners, found in a text without looking at each of them."""

    def __init__(self) -> None:
        self._numbers: dict[str, set[str]] = {}
        self._mails: dict[str, set[str]] = {}
        self._lines: dict[str, set[tuple[Line, str]]] = {}
        self._points: dict[tuple[int, int], set[tuple[Point, str]]] = {}

    def __bool__(self) -> bool:
        return any((self._numbers, self._mails, self._lines, self._points))

    def add_number(self, number: str, owner: str) -> None:
        """A number in international form."""
        self._numbers.setdefault(number.removeprefix("+84").lstrip("0"), set()).add(owner)

    def add_mail(self, mail: str, owner: str) -> None:
        """The address, and the name of its box where that alone finds it."""
        box, _, _ = mail.casefold().partition("@")
        for writing in (mail.casefold(), *([box] if len(box) >= LONG_BOX else [])):
            self._mails.setdefault(writing, set()).add(owner)

    def add_line(self, line: str, owner: str) -> None:
        """The line, and what stands between its commas where that alone leads to the door."""
        parts = [part for part in map(folded_words, line.split(",")) if _leads_to_a_door(part)]
        for words in (folded_words(line), *parts):
            if words:
                leading = [word for word in words if word not in _GENERIC] or words
                self._lines.setdefault(max(leading, key=len), set()).add((words, owner))

    def add_point(self, point: Point, owner: str) -> None:
        self._points.setdefault(_cell(point), set()).add((point, owner))

    def near(self, point: Point) -> set[str]:
        """Whose homes lie near a point."""
        row, column = _cell(point)
        around = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        found = (each for cell in around for each in self._points.get(cell, ()))
        return {owner for home, owner in found if _metres(home, point) <= NEAR}

    def told_in(self, text: str) -> Iterator[tuple[str, bool]]:
        """Whose secrets a text tells, and whether only by a line too short to lead to a door by itself."""
        for plain in readings(text):
            yield from ((owner, False) for owner in self._reached(plain))
            yield from self._lines_in(plain)

    def _reached(self, plain: PlainText) -> Iterator[str]:
        for digits in digit_runs(plain):
            for length in {len(number) for number in self._numbers}:
                for start in range(len(digits) - length + 1):
                    yield from self._numbers.get(digits[start : start + length], ())
        for word in _MAIL.findall(_mail_writing(plain.unparted)) if self._mails else ():
            yield from self._mails.get(_TAG.sub("", word.strip(".()<>")), ())
        for point in _coordinates(plain.line) if self._points else ():
            yield from self.near(point)

    def _lines_in(self, plain: PlainText) -> Iterator[tuple[str, bool]]:
        for word in plain.vocabulary & self._lines.keys():
            for line, owner in self._lines[word]:
                if _holds([each.bare for each in plain.words], line):
                    yield owner, len(line) < SHORT_LINE


def readings(text: str) -> tuple[PlainText, PlainText]:
    """A text as it is read, and with the addresses that its links lead to."""
    spelled = in_digits(unquote(text))
    return plain_text(spelled), plain_text(_BRACKETS.sub(" ", spelled))


def folded_words(text: str) -> Line:
    return tuple(word.bare for word in plain_text(in_digits(text)).words)


def digit_runs(plain: PlainText) -> Iterator[str]:
    """Digits that follow each other, whatever stands between them but words."""
    run = ""
    for word in plain.words:
        digit = word.bare if word.bare.isdecimal() else _MISREAD.get(word.bare) if run else None
        if digit is not None:
            run += digit
        elif not (run and word.bare in _FILLERS):
            yield run
            run = ""
    yield run


def _mail_writing(line: str) -> str:
    return re.sub(r"\s*\.\s*", ".", _AT.sub("@", _DOT.sub(".", line))).casefold()


def _leads_to_a_door(words: Line) -> bool:
    return len(words) >= SHORT_LINE and any(word.isdecimal() for word in words)


def _holds(words: list[str], line: Line) -> bool:
    """The line as it stands, or all of it that leads to a door close together in another order."""
    if any(tuple(words[i : i + len(line)]) == line for i in range(len(words) - len(line) + 1)):
        return True
    leading = {word for word in line if word not in _GENERIC}
    if len(leading) < SHORT_LINE or not any(word.isdecimal() for word in leading) or not leading <= set(words):
        return False
    width = len(line) + SHORT_LINE
    return any(leading <= set(words[i : i + width]) for i in range(len(words)))


def _coordinates(text: str) -> Iterator[Point]:
    """Of any two numbers that follow each other, whichever comes first."""
    found = [int(d) + int(m) / 60 + float(s.replace(",", ".")) / 3600 for d, m, s in _DEGREES.findall(text)]
    decimal = _DECIMAL[0].findall(text) or _DECIMAL[1].findall(text)
    found += [float(number.replace(",", ".")) for number in decimal]
    for one, other in pairwise(found):
        yield from (Point(one, other), Point(other, one))


def _cell(point: Point) -> tuple[int, int]:
    """A square that is wider than a home is near."""
    return round(point.latitude / 0.004), round(point.longitude / 0.004)


def _metres(one: Point, other: Point) -> float:
    """The distance on a sphere that is flat enough for two points of one province."""
    north = (one.latitude - other.latitude) * 111_320
    east = (one.longitude - other.longitude) * 111_320 * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)
