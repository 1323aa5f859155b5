"""Numbers as letters of a script: small ones are one byte, and text packs them well."""

from collections.abc import Iterable
from itertools import pairwise

_SIGNS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')

_FURTHER = 0xA1
"""Where those begin that do not find a place among the signs of ASCII."""

_MOST = len(_SIGNS) + 0x1F00

_ESCAPE = " "


def packed(numbers: Iterable[int]) -> str:
    """Each from 0 on as one sign; as three behind a space where it is large: how many times `_MOST`, and the rest."""
    return "".join(map(_signs.__getitem__, numbers))


def packed_rising(numbers: Iterable[int]) -> str:
    """Rising numbers by how far each is from the one before."""
    return packed(_gaps(numbers))


def _gaps(numbers: Iterable[int]) -> Iterable[int]:
    return (after - before for before, after in pairwise((0, *numbers)))


class _Signs(dict[int, str]):
    """Of every number that was asked for."""

    def __missing__(self, number: int) -> str:
        sign = self[number] = _sign(number)
        return sign


_signs = _Signs()


def _sign(number: int) -> str:
    if number < len(_SIGNS):
        return _SIGNS[number]
    if number < _MOST:
        return chr(_FURTHER + number - len(_SIGNS))
    return _ESCAPE + _sign(number // _MOST) + _sign(number % _MOST)
