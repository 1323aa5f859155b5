"""Points: on the map in degrees, on a picture in parts of its sides; written as lists of two numbers."""

import re
from typing import NamedTuple

from ocop_site.problems import Mistake
from ocop_site.text.signs import ascii_signs

_DEGREES = r"-?[0-9]{1,3}(\.[0-9]+)?"
_TWO_DEGREES = re.compile(r"\W*(-?[0-9]{1,3})[.,] ?([0-9]+)[°NB]?[\s,;]+(-?[0-9]{1,3})[.,] ?([0-9]+)[°EĐ]?\W*")

_ANGLE = re.compile(r"""(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''))?""")
"""`10°32'11.4"N`: degrees, minutes and seconds, as maps show them; both halves of the globe that Viet Nam lies in."""


class Point(NamedTuple):
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


def parse_point(value: object) -> Point:
    """`[latitude, longitude]` in degrees. A `Mistake` has the point that was meant, where it can be told."""
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _point_mistake(value)
    written = [ascii_signs(v) for v in value]
    if len(written) != 2 or not all(re.fullmatch(_DEGREES, v) for v in written):
        raise _point_mistake(", ".join(written))
    latitude, longitude = (float(v) for v in written)
    if abs(latitude) > 90:
        raise Mistake("point.swapped", first=written[0], second=written[1])
    if abs(longitude) > 180:
        raise Mistake("point.shape")
    return Point(latitude, longitude)


def _point_mistake(value: object) -> Mistake:
    """With the point that was meant, where it is written as a map shows it: `10,4898, 106,593`."""
    if isinstance(value, str) and (match := _TWO_DEGREES.fullmatch(ascii_signs(value))):
        return Mistake("point.near", value=value, proposal="[{}.{}, {}.{}]".format(*match.groups()))
    if isinstance(value, str) and len(angles := _ANGLE.findall(ascii_signs(value))) == 2:
        latitude, longitude = (_degrees(*angle) for angle in angles)
        return Mistake("point.near", value=value, proposal=f"[{latitude}, {longitude}]")
    return Mistake("point.shape")


def _degrees(degrees: str, minutes: str, seconds: str) -> float:
    return round(int(degrees) + int(minutes) / 60 + float(seconds.replace(",", ".") or 0) / 3600, 5)


def parse_focus(value: object) -> tuple[float, float]:
    """`[0.5, 0.3]`: parts of the width and of the height of a picture. A `Mistake` for anything else."""
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
        raise Mistake("photo.focus")
    written = [ascii_signs(v) for v in value]
    if not all(re.fullmatch(r"0|1|[01]\.0*|0?\.[0-9]+", v) for v in written):
        raise Mistake("photo.focus")
    across, down = (float(v) for v in written)
    return across, down
