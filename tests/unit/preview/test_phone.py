"""The code in the terminal, as a telephone sees it: the signs are painted, and the picture is read."""

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from ocop_site.preview.phone import in_terminal

CELL = (8, 16)
"""Pixels of a sign: twice as high as wide, as in most terminals."""

UPPER, LOWER = {"▀", "█"}, {"▄", "█"}


def painted(text: str) -> Image.Image:
    """A terminal's window that is black, with what its escapes say of each line's colours."""
    lines = [re.fullmatch(r"\x1b\[38;5;16;48;5;231m([ ▀▄█]+)\x1b\[0m", line) for line in text.split("\n")]
    rows = [line[1] for line in lines if line]
    assert len(rows) == len(lines)
    width, height = CELL
    image = Image.new("L", ((len(rows[0]) + 4) * width, (len(rows) + 4) * height), 0)
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(rows, 2):
        for x, sign in enumerate(row, 2):
            for half, signs in ((0, UPPER), (1, LOWER)):
                left, top = x * width, y * height + half * height // 2
                shade = 0 if sign in signs else 255
                draw.rectangle((left, top, left + width - 1, top + height // 2 - 1), fill=shade)
    return image


@pytest.mark.parametrize(
    "address", ["http://192.168.1.23:8000/", "http://10.0.0.2:65535/", "http://[fe80::1ff:fe23:4567:890a]:8001/"]
)
def test_a_telephone_reads_the_address(address: str) -> None:
    (found,) = zxingcpp.read_barcodes(painted(in_terminal(address)))
    assert found.text == address


def test_it_stands_in_light_whatever_the_colours_around_and_fits_into_a_window() -> None:
    lines = in_terminal("http://192.168.1.23:8000/").split("\n")
    signs = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    assert all(line.startswith("    ") and line.endswith("    ") for line in signs)
    assert not signs[0].strip()
    assert not signs[1].strip()
    assert len(signs) <= 22
    assert len({len(line) for line in signs}) == 1
