"""Lengths keep their units: mypy refuses to mix them, and at run time they are plain numbers."""

from pathlib import Path

import pytest
from mypy import api

from ocop_site.units import MM, Millimetre

BEGIN = "from ocop_site.units import MM, ChartUnit, MapUnit, Millimetre, Pixel\nlength: Millimetre\n"

SOUND = """
length = 2 * MM + 0.5 * (3 * MM) - MM / 2
length = -max(round(length, 3), 1.5 * MM)
ratio: float = length / MM
area: float = length
"""

MISTAKES = {
    "another unit added": "MM + MapUnit(1)",
    "a bare number added": "2 + MM",
    "a bare number": "length = 2.0",
    "a ratio": "length = MM / MM",
    "another unit": "length = ChartUnit(1)",
    "pixels": "length = Pixel(1)",
    "units of two drawings": "unit: MapUnit = ChartUnit(1)",
}


def test_mypy_refuses_to_mix_units_and_nothing_else(tmp_path: Path) -> None:
    code = tmp_path / "mixed.py"
    code.write_text(BEGIN + SOUND + "\n".join(MISTAKES.values()) + "\n", "utf-8")
    messages, _, _ = api.run([str(code), "--strict", "--config-file", "", "--cache-dir", str(tmp_path / "cache")])
    first = (BEGIN + SOUND).count("\n") + 1
    refused = {int(line.split(":")[-3]) for line in messages.splitlines() if ": error:" in line}
    assert refused == {first + number for number in range(len(MISTAKES))}, messages


@pytest.mark.parametrize("number", [0, 4, 2.5, 0.1 + 0.2])
def test_a_length_is_the_number_that_it_was_made_of(number: float) -> None:
    assert repr(number * MM) == repr(Millimetre(number)) == repr(number)
