"""QR codes: as small as the standard allows, with their margin, read back by two programs from what is drawn."""

import io
import random
import re
from collections.abc import Iterator

import pytest
import zxingcpp
from PIL import Image
from resvg_py import svg_to_bytes

from ocop_site.codes.qr import PNG_SCALE, QUIET_ZONE, QrCode, QrCodes, encode, png, svg
from tests.unit.codes.capacities import edges, smallest
from tests.unit.codes.readers import by_opencv, by_zxing, faint, photographed

ADDRESSES = [
    "https://a.vn/p/LA008/",
    "https://ocop.longan.gov.vn/p/LA008/",
    "https://example.org/ocop-long-an/p/LAXY01234/",
    "https://xn--long-an-sn-phm-o7c.example/ocop/p/LA20000/",
]

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"

SMALL = 4
"""Pixels a module, as a printer of labels (203 dpi) makes one of half a millimetre."""


def some_address(seed: int) -> str:
    """An address as offices have them: any domain, sometimes a path, any prefix and number."""
    chance = random.Random(seed)
    domain = "".join(chance.choices(LETTERS, k=chance.randint(1, 40)))
    path = "".join(
        f"/{''.join(chance.choices(LETTERS, k=chance.randint(1, 30)))}" for _ in range(chance.choice((0, 0, 1, 3)))
    )
    prefix = "".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=chance.randint(2, 5)))
    return f"https://{domain}{chance.choice(('.vn', '.gov.vn', '.org'))}{path}/p/{prefix}{chance.randint(1, 99999):03}/"


def address_of(length: int) -> str:
    return "https://" + "".join(random.Random(length).choices(LETTERS, k=length - 17)) + "/p/LA008/"


def painted(code: QrCode, scale: int) -> Image.Image:
    image = svg_to_bytes(svg_string=svg(code).decode(), width=code.side * scale)
    return Image.open(io.BytesIO(image)).convert("L")


def level(code: QrCode) -> str:
    """The error correction that a symbol's format information tells (ISO/IEC 18004, 7.9.1)."""
    return {"01": "L", "00": "M", "11": "Q", "10": "H"}[f"{int(code.rows[8][:2], 2) ^ 0b10:02b}"]


def version(code: QrCode) -> int:
    return (len(code.rows) - 17) // 4


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("drawn", ["svg", "png"])
def test_what_is_drawn_is_read_back(address: str, drawn: str) -> None:
    code = encode(address)
    image = Image.open(io.BytesIO(png(code))).convert("L") if drawn == "png" else painted(code, 6)
    assert by_zxing(image) == [address]
    assert by_opencv(image) == address


@pytest.mark.parametrize("block", range(10))
def test_any_address_is_read_small_turned_faint_and_by_a_hand_that_shakes(block: int) -> None:
    for seed in range(20 * block, 20 * block + 20):
        address = some_address(seed)
        image = painted(encode(address), SMALL)
        assert by_opencv(image) == address
        for seen in (image, faint(image), image.rotate(90), photographed(image)):
            assert by_zxing(seen) == [address]


@pytest.mark.parametrize("block", range(18, 258, 24))
def test_an_address_of_any_length_is_read(block: int) -> None:
    for length in range(block, block + 24):
        image = painted(encode(address_of(length)), SMALL)
        assert by_opencv(image) == address_of(length)
        assert by_zxing(photographed(image)) == [address_of(length)]


@pytest.mark.parametrize("letters", [*range(1, 2953, 41), 2953])
def test_a_symbol_of_every_size_is_read(letters: int) -> None:
    content = "".join(random.Random(letters).choices(LETTERS[:26], k=letters))
    assert by_zxing(painted(encode(content), SMALL)) == [content]


def contents() -> Iterator[str]:
    """What fills each version and level, and is a letter too long for it; addresses; what has capitals and numbers."""
    yield from ("a" * (letters + more) for letters in edges() for more in (0, 1) if letters + more <= 2953)
    yield from map(some_address, range(200))
    yield from (
        *("0" * 41, "0" * 42, "A" * 25, "A" * 26),
        *("12345678/ABCDEFGHIJ/abcdef/0123456789", "https://A.VN/P/LA008/"),
    )


def test_a_symbol_is_the_smallest_one_with_the_most_error_correction_that_fits() -> None:
    """By the capacities of ISO/IEC 18004:2015, table 7, and the shortest way to write each content."""
    assert [(text, *smallest(text)) for text in contents()] == [
        (text, version(code := encode(text)), level(code)) for text in contents()
    ]


def test_what_no_symbol_holds_is_an_error() -> None:
    assert version(encode("a" * 2953)) == 40
    with pytest.raises(ValueError, match="too long"):
        encode("a" * 2960)


def test_a_domain_of_twenty_letters_fits_into_version_3() -> None:
    assert version(encode("https://abcdefghijklmnopq.vn/p/LA008/")) <= 3


def test_what_a_symbol_tells_of_itself_is_what_its_reader_says() -> None:
    """37 letters need version 3 at the lowest level, and that has room for the next one."""
    code = encode("https://abcdefghijklmnopq.vn/p/LA008/")
    (found,) = zxingcpp.read_barcodes(painted(code, 6))
    assert (found.ec_level, found.symbology_identifier) == (level(code), "]Q1") == ("M", "]Q1")


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_margin_of_four_modules_is_light(address: str) -> None:
    code = encode(address)
    inner = Image.open(io.BytesIO(png(code))).convert("L").point(lambda value: 255 - value).getbbox()
    margin, side = QUIET_ZONE * PNG_SCALE, code.side * PNG_SCALE
    assert inner == (margin, margin, side - margin, side - margin)


@pytest.mark.parametrize("address", [*ADDRESSES, "a" * 2953])
def test_rows_path_and_pixels_are_the_same_drawing(address: str) -> None:
    code = encode(address)
    by_rows = {
        (x, y) for y, row in enumerate(code.rows, QUIET_ZONE) for x, dark in enumerate(row, QUIET_ZONE) if dark == "1"
    }
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)
    by_path = [(x, int(y)) for left, y, length in runs for x in range(int(left), int(left) + int(length))]
    assert (set(by_path), len(by_path)) == (by_rows, len(by_rows))
    assert "".join(f"M{left} {y}h{length}v1h-{length}z" for left, y, length in runs) == code.path

    body = png(code)
    image = Image.open(io.BytesIO(body))
    assert (image.format, image.mode, image.size) == ("PNG", "1", (code.side * PNG_SCALE,) * 2)
    assert (body[24], body[25]) == (1, 0), "a bit for each pixel, grey"
    modules = Image.new("1", (code.side,) * 2, 1)
    for place in by_path:
        modules.putpixel(place, 0)
    assert image.tobytes() == modules.resize(image.size, Image.Resampling.NEAREST).tobytes()


def test_a_code_is_drawn_when_it_is_first_asked_for_and_never_again() -> None:
    codes = QrCodes()
    assert list(codes) == []
    assert codes[ADDRESSES[0]] is codes[ADDRESSES[0]]
    assert dict(codes) == {ADDRESSES[0]: encode(ADDRESSES[0])}
