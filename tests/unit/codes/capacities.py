"""What the symbols of ISO/IEC 18004:2015 hold, and the shortest way to write a content into one."""

from collections.abc import Iterator, Mapping
from math import inf

CODEWORDS = """
    19 16 13 9  34 28 22 16  55 44 34 26  80 64 48 36  108 86 62 46
    136 108 76 60  156 124 88 66  194 154 110 86  232 182 132 100  274 216 154 122
    324 254 180 140  370 290 206 158  428 334 244 180  461 365 261 197  523 415 295 223
    589 453 325 253  647 507 367 283  721 563 397 313  795 627 445 341  861 669 485 385
    932 714 512 406  1006 782 568 442  1094 860 614 464  1174 914 664 514  1276 1000 718 538
    1370 1062 754 596  1468 1128 808 628  1531 1193 871 661  1631 1267 911 701  1735 1373 985 745
    1843 1455 1033 793  1955 1541 1115 845  2071 1631 1171 901  2191 1725 1231 961  2306 1812 1286 986
    2434 1914 1354 1054  2566 1992 1426 1096  2702 2102 1502 1142  2812 2216 1582 1222  2956 2334 1666 1276
"""
"""Data codewords of eight bits (table 7) of versions 1 to 40, for L, M, Q and H each."""

DIGITS = frozenset("0123456789")
CAPITALS = DIGITS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")

STEPS = {"numeric": (4, 3, 3), "alphanumeric": (6, 5), "byte": (8,)}
"""Bits that one more sign takes in each mode, in turn (7.4.3 to 7.4.5)."""

HEADS = {"numeric": (14, 16, 18), "alphanumeric": (13, 15, 17), "byte": (12, 20, 20)}
"""Bits of a mode and its count (table 3), in the versions of each of `SIZES`."""

SIZES = (range(1, 10), range(10, 27), range(27, 41))


def smallest(content: str) -> tuple[int, str]:
    """The smallest version that holds a content of ASCII, and the highest level of error correction of it that does."""
    for size, versions in enumerate(SIZES):
        needed = shortest(content, size)
        for version in versions:
            if fitting := [level for level, held in held_by(version).items() if needed <= 8 * held]:
                return version, fitting[-1]
    raise ValueError(content)


def edges() -> Iterator[int]:
    """How many letters, a byte each, the symbols hold: of every version and level."""
    for size, versions in enumerate(SIZES):
        for version in versions:
            yield from ((8 * held - HEADS["byte"][size]) // 8 for held in held_by(version).values())


def held_by(version: int) -> Mapping[str, int]:
    """The data codewords of a version by level, the lowest level first."""
    held = list(map(int, CODEWORDS.split()))
    return dict(zip("LMQH", held[4 * version - 4 : 4 * version], strict=True))


def shortest(content: str, size: int) -> float:
    """The bits of the shortest division of a content into segments, each in one mode."""
    ways: Mapping[tuple[str, int], float] = {}
    for sign in content:
        ways = _one_more(ways, sign, size)
    return min(ways.values())


def _one_more(ways: Mapping[tuple[str, int], float], sign: str, size: int) -> Mapping[tuple[str, int], float]:
    """The least bits by the mode that one is in, and the number of signs after a whole group of it."""
    further: dict[tuple[str, int], float] = {}
    anew = min(ways.values(), default=0)
    for mode in ("byte", *["alphanumeric"] * (sign in CAPITALS), *["numeric"] * (sign in DIGITS)):
        steps = STEPS[mode]
        begun = {turn: ways.get((mode, turn), inf) for turn in range(len(steps))}
        begun[0] = min(begun[0], anew + HEADS[mode][size])
        for turn, bits in begun.items():
            further[mode, (turn + 1) % len(steps)] = bits + steps[turn]
    return further
