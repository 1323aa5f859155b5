"""What is printed on a thing and stays its own for ever: the catalogue's code, and the barcode of a pack (GTIN)."""

import re

from ocop_site.problems import Mistake

CODE = r"[A-Z]{2,4}[0-9]{3,5}"
"""A product's permanent code, as it is printed."""


def gtin_check_digit(digits: str) -> int:
    """The last digit that GS1 General Specifications 7.9 asks for after `digits`."""
    return -sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits))) % 10


def gtin(value: str) -> str:
    digits = re.sub(r"[\s-]", "", value)
    if not re.fullmatch(r"\d{8}|\d{12,14}", digits):
        raise Mistake("gtin.shape", value=value)
    if (right := gtin_check_digit(digits[:-1])) != int(digits[-1]):
        raise Mistake("gtin.check-digit", value=value, found=digits[-1], right=right)
    return digits


def padded(gtin: str) -> str:
    """A GTIN of any length as the fourteen digits that stand for the same article (GS1 General Specifications 3.3)."""
    return gtin.zfill(14)


def permanent(value: str) -> str:
    """A key of the ledger: a product's code, or all fourteen digits of a GTIN."""
    if re.fullmatch(CODE, value):
        return value
    if not re.fullmatch(r"\d{14}", value) or gtin_check_digit(value[:-1]) != int(value[-1]):
        raise Mistake("value.permanent", value=value)
    return value
