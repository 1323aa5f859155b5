"""What is printed on a thing and stays its own for ever: the catalogue's code, and the barcode of a pack (GTIN)."""

import re
from collections.abc import Iterator
from itertools import count
from typing import TypeAlias, TypeVar

from ocop_site.problems import Mistake
from ocop_site.text.signs import foreign_letter, latin_letters

CODE = r"[A-Z]{2,4}[0-9]{3,5}"
"""A product's permanent code, as it is printed."""


class Code(str):
    """A product's permanent code: `LA008`."""

    __slots__ = ()


class Gtin(str):
    """A GTIN of 8, 12, 13 or 14 digits, as a pack bears it; what is remembered and published has fourteen."""

    __slots__ = ()

    @property
    def padded(self) -> "Gtin":
        """The fourteen digits that stand for the same article (GS1 General Specifications 3.3)."""
        return Gtin(self.zfill(14))


Identifier: TypeAlias = Code | Gtin
"""A key of the ledger of codes: a product's code, or all fourteen digits of a GTIN."""

AnyIdentifier = TypeVar("AnyIdentifier", Code, Gtin)


def parse_code(value: str) -> Code:
    if not re.fullmatch(CODE, value):
        raise _code_mistake(value)
    return Code(value)


def codes_from(code: Code) -> Iterator[Code]:
    """A code and those after it, in as many digits: LA099, LA100."""
    prefix = code.rstrip("0123456789")
    digits = code.removeprefix(prefix)
    return (Code(f"{prefix}{number:0{len(digits)}d}") for number in count(int(digits)))


def parse_prefix(value: str) -> str:
    """The letters that a catalogue's codes begin with."""
    if not re.fullmatch("[A-Z]{2,4}", value):
        raise Mistake("value.code-prefix", value=value)
    return value


_ROUNDED = re.compile(r"\d(?:[.,]\d+)?\s*[eE]\s*\+?\s*\d{1,2}")
"""`8.93512E+12`: what a spreadsheet shows of a long number."""


def parse_gtin(value: str) -> Gtin:
    digits = re.sub(r"[\s-]", "", value)
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", digits):
        raise Mistake("gtin.rounded" if _ROUNDED.fullmatch(value) else "gtin.shape", value=value)
    if (right := gtin_check_digit(digits[:-1])) != int(digits[-1]):
        raise Mistake("gtin.check-digit", value=value, found=digits[-1], right=right)
    return Gtin(digits)


def parse_identifier(value: str) -> Identifier:
    if re.fullmatch(CODE, value):
        return Code(value)
    if not re.fullmatch(r"[0-9]{14}", value) or gtin_check_digit(value[:-1]) != int(value[-1]):
        raise Mistake("value.permanent", value=value)
    return Gtin(value)


def _code_mistake(value: str) -> Mistake:
    """With the code that was probably meant: in capitals, without blanks, with all its noughts."""
    typed = re.sub(r"[\s._-]", "", latin_letters(value).upper())
    match = re.fullmatch(r"([A-Z]{2,4})([0-9]{1,5})", typed, re.ASCII)
    if not match or "\n" in value:
        return Mistake("value.code", value=value)
    proposal = f"{match[1]}{match[2].zfill(3)}"
    if foreign := foreign_letter(value):
        place, letter, script = foreign
        return Mistake("value.code-letter", value=value, place=place, letter=letter, script=script, proposal=proposal)
    return Mistake("value.code-near", value=value, proposal=proposal)


def gtin_check_digit(digits: str) -> int:
    """The last digit that GS1 General Specifications 7.9 asks for after `digits`."""
    return -sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits))) % 10
