"""How broad a river is drawn, where it begins and where it ends."""

import re

from ocop_site.problems import Mistake
from ocop_site.text.signs import ascii_signs

NARROWEST, BROADEST = 1.0, 60.0


def parse_widths(value: object) -> tuple[float, float]:
    """`[3, 12]`. A `Mistake` for anything else."""
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
        raise Mistake("value.widths")
    written = [ascii_signs(v) for v in value]
    if not all(re.fullmatch(r"[0-9]{1,2}(\.[0-9]+)?", v) for v in written):
        raise Mistake("value.widths")
    first, last = (float(v) for v in written)
    if not all(NARROWEST <= width <= BROADEST for width in (first, last)):
        raise Mistake("value.widths")
    return first, last
