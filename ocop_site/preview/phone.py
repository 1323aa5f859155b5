"""The preview's address as a code in the terminal, for a telephone that stands before the screen."""

from itertools import zip_longest

from ocop_site.codes.qr import QUIET_ZONE, encode

_HALVES = {("0", "0"): " ", ("1", "0"): "▀", ("0", "1"): "▄", ("1", "1"): "█"}

_DARK_ON_LIGHT, _AS_BEFORE = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
"""Black on white whatever the terminal's own colours are: many cameras do not read a code in light on dark."""


def in_terminal(address: str) -> str:
    """The code of an address, two rows of modules a line: most terminals' signs are twice as high as wide."""
    rows = encode(address).rows
    across = "0" * (len(rows) + 2 * QUIET_ZONE)
    margin = "0" * QUIET_ZONE
    whole = [*[across] * QUIET_ZONE, *(f"{margin}{row}{margin}" for row in rows), *[across] * QUIET_ZONE]
    lines = (_line(upper, lower) for upper, lower in zip_longest(whole[::2], whole[1::2], fillvalue=across))
    return "\n".join(f"{_DARK_ON_LIGHT}{line}{_AS_BEFORE}" for line in lines)


def _line(upper: str, lower: str) -> str:
    return "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
