"""QR codes: small enough, with the margin they need, read back by two other programs from what is drawn."""

import io
import re

import cv2
import numpy
import pytest
import zxingcpp
from PIL import Image
from resvg_py import svg_to_bytes

from ocop_site.codes.qr import QUIET_ZONE, encode, path_data, png, svg

ADDRESSES = [
    "https://a.vn/p/LA008/",
    "https://ocop.longan.gov.vn/p/LA008/",
    "https://example.org/ocop-long-an/p/LAXY01234/",
    "https://xn--long-an-sn-phm-o7c.example/ocop/p/LA20000/",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("drawn", ["svg", "png"])
def test_what_is_drawn_is_read_back(address: str, drawn: str) -> None:
    code = encode(address)
    body = png(code) if drawn == "png" else svg_to_bytes(svg_string=svg(code).decode(), width=code.side * 6)
    image = numpy.asarray(Image.open(io.BytesIO(body)).convert("L"))
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [address]
    assert cv2.QRCodeDetector().detectAndDecode(image)[0] == address


def test_a_domain_of_twenty_letters_fits_into_version_3() -> None:
    assert len(encode("https://abcdefghijklmnopq.vn/p/LA008/").rows) <= 17 + 4 * 3


def test_error_correction_is_as_high_as_the_size_allows() -> None:
    """37 letters need version 3 at the lowest level, and that has room for the next one."""
    address = "https://abcdefghijklmnopq.vn/p/LA008/"
    (found,) = zxingcpp.read_barcodes(numpy.asarray(Image.open(io.BytesIO(png(encode(address)))).convert("L")))
    assert found.ec_level == "M"


def test_the_margin_of_four_modules_is_light() -> None:
    image = Image.open(io.BytesIO(png(encode(ADDRESSES[0])))).convert("L")
    scale = image.width // encode(ADDRESSES[0]).side
    inner = image.point(lambda value: 255 - value).getbbox()
    assert inner is not None
    assert inner[:2] == (QUIET_ZONE * scale, QUIET_ZONE * scale)
    assert inner[2:] == (image.width - QUIET_ZONE * scale, image.height - QUIET_ZONE * scale)


def test_the_path_covers_every_dark_module_once() -> None:
    code = encode(ADDRESSES[1])
    runs = re.findall(r"M\d+ \d+h(\d+)v1h-\1z", path_data(code))
    assert sum(map(int, runs)) == "".join(code.rows).count("1")
