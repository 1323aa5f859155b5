"""What a TIFF's directories tell undecoded: its pages, whether it is a raw photograph, whether it has its end.

TIFF 6.0, section 2; raw photographs of most cameras are TIFFs too.
"""

import struct
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeAlias

Directory: TypeAlias = Mapping[int, tuple[int, int, int]]
"""By tag: the kind of its values, how many there are, and the place of the value or of what leads to it."""

_MOST_DIRECTORIES, _MOST_ENTRIES, _MOST_BELOW = 500, 1000, 8
"""Far more than any program writes."""

_BYTES = {3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""The length of values by their kind, where it is more than one byte."""

_SUBFILE, _COMPRESSION, _COLOURS, _BELOW, _DNG = 254, 259, 262, 330, 50706

_ASIDE = 0b101
"""Of the tag 254: a smaller copy of another page, or a mask for one."""

_OF_SENSORS = (32803, 34892)
"""Colours as a sensor saw them (TIFF/EP, 6.2.46; DNG 1.7)."""

_OF_CAMERAS = (32767, 32769, 32770, 34713, 65000, 65535)
"""Packed as only cameras of Sony, Epson, Samsung, Nikon, Kodak and Pentax do."""


def pages(raw: bytes) -> list[int]:
    """The numbers of the directories that are pages, from 0. struct.error where one breaks off."""
    kinds = [_first(raw, directory, _SUBFILE) or 0 for directory in _directories(raw, _start(raw))]
    return [number for number, kind in enumerate(kinds) if not kind & _ASIDE]


def is_raw(raw: bytes) -> bool:
    """Whether the pixels are a sensor's, with a small picture beside them at most."""
    try:
        return raw[8:10] == b"CR" or any(_is_of_a_sensor(raw, each) for each in _all_directories(raw))
    except struct.error:
        return False


def leads_outside(raw: bytes) -> bool:
    """Whether the first directory names values beyond the end, such as its colours' profile. struct.error likewise."""
    first = next(_directories(raw, _start(raw)), {})
    lengths = ((count * _BYTES.get(kind, 1), at) for kind, count, at in first.values())
    return any(length > 4 and _number(raw, "I", at) + length > len(raw) for length, at in lengths)


def _is_of_a_sensor(raw: bytes, directory: Directory) -> bool:
    if _DNG in directory or _first(raw, directory, _COMPRESSION) in _OF_CAMERAS:
        return True
    return _first(raw, directory, _COLOURS) in _OF_SENSORS


def _all_directories(raw: bytes) -> Iterator[Directory]:
    """The first pages and what lies below each."""
    for directory in islice(_directories(raw, _start(raw)), _MOST_BELOW):
        yield directory
        _, count, at = directory.get(_BELOW, (4, 0, 0))
        places = _number(raw, "I", at) if count > 1 else at
        for number in range(min(count, _MOST_BELOW)):
            yield from islice(_directories(raw, _number(raw, "I", places + 4 * number)), 1)


def _directories(raw: bytes, at: int) -> Iterator[Directory]:
    """One after another, each leading to the next; a chain that bites its tail ends there."""
    seen: set[int] = set()
    while at and at not in seen and len(seen) < _MOST_DIRECTORIES:
        seen.add(at)
        count = min(_number(raw, "H", at), _MOST_ENTRIES)
        yield dict(_entry(raw, at + 2 + 12 * number) for number in range(count))
        at = _number(raw, "I", at + 2 + 12 * count)


def _entry(raw: bytes, at: int) -> tuple[int, tuple[int, int, int]]:
    return _number(raw, "H", at), (_number(raw, "H", at + 2), _number(raw, "I", at + 4), at + 8)


def _first(raw: bytes, directory: Directory, tag: int) -> int | None:
    """A tag's value, where it is one number."""
    kind, count, at = directory.get(tag, (0, 0, 0))
    return _number(raw, {3: "H", 4: "I"}[kind], at) if kind in (3, 4) and count == 1 else None


def _start(raw: bytes) -> int:
    return _number(raw, "I", 4)


def _number(raw: bytes, size: str, at: int) -> int:
    found: int = struct.unpack_from(("<" if raw.startswith(b"II") else ">") + size, raw, at)[0]
    return found
