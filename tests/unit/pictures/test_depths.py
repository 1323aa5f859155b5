"""PNG of every depth and kind, written by hand: what is shown is what was written."""

from collections.abc import Callable

import pytest

from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import SCENE, SIZE, Colour, distance, quarters
from tests.unit.pictures.printing import JPEGS, shown

LOSS = 6

GREYS: tuple[Colour, ...] = ((0, 0, 0), (85, 85, 85), (170, 170, 170), (255, 255, 255))
"""Four that even two bits can tell apart."""

WHITE = (255, 255, 255)


def picture(depth: int, kind: int, pixel: Callable[[int], bytes], *extra: tuple[bytes, bytes]) -> bytes:
    """Four quarters; `pixel` gives the bytes of eight pixels of a quarter."""
    halves = [b"\0" + pixel(2 * row) * (SIZE[0] // 16) + pixel(2 * row + 1) * (SIZE[0] // 16) for row in (0, 1)]
    width = SIZE[0] // 16 * 16
    rows = halves[0] * (SIZE[1] // 2) + halves[1] * (SIZE[1] // 2)
    return corpus.png((width, SIZE[1] // 2 * 2), depth, kind, rows, *extra)


def found(raw: bytes) -> tuple[Colour, ...]:
    return quarters(shown(raw, "a.png", recipe=JPEGS))


def repeated(value: int, depth: int) -> bytes:
    """Eight pixels of one value below eight bits."""
    bits = 0
    for _ in range(8):
        bits = bits << depth | value
    return bits.to_bytes(depth, "big")


@pytest.mark.parametrize("depth", [2, 4, 8])
def test_grey_of_few_bits(depth: int) -> None:
    top = (1 << depth) - 1
    assert distance(found(picture(depth, 0, lambda n: repeated(GREYS[n][0] * top // 255, depth))), GREYS) <= LOSS


def test_black_and_white_of_one_bit() -> None:
    raw = picture(1, 0, lambda n: repeated(n % 2, 1))
    assert distance(found(raw), ((0, 0, 0), WHITE) * 2) <= LOSS


def test_grey_of_16_bits() -> None:
    raw = picture(16, 0, lambda n: (GREYS[n][0] * 257).to_bytes(2, "big") * 8)
    assert distance(found(raw), GREYS) <= LOSS


@pytest.mark.parametrize("low", [0, 255])
def test_colours_of_16_bits_whatever_their_lower_half(low: int) -> None:
    raw = picture(16, 2, lambda n: bytes(byte for part in SCENE[n] for byte in (part, low)) * 8)
    assert distance(found(raw), SCENE) <= LOSS


@pytest.mark.parametrize("depth", [8, 16])
def test_colours_with_transparency(depth: int) -> None:
    def pixel(n: int) -> bytes:
        parts = (*SCENE[n], 255 if n < 3 else 0)
        return bytes(byte for part in parts for byte in ((part, part) if depth == 16 else (part,))) * 8

    assert distance(found(picture(depth, 6, pixel)), (*SCENE[:3], WHITE)) <= LOSS


@pytest.mark.parametrize("depth", [8, 16])
def test_grey_with_transparency(depth: int) -> None:
    def pixel(n: int) -> bytes:
        parts = (GREYS[n][0], 255 if n else 0)
        return bytes(byte for part in parts for byte in ((part, part) if depth == 16 else (part,))) * 8

    assert distance(found(picture(depth, 4, pixel)), (WHITE, *GREYS[1:])) <= LOSS


@pytest.mark.parametrize("depth", [2, 4, 8])
def test_a_palette(depth: int) -> None:
    palette = b"".join(bytes(colour) for colour in SCENE)
    raw = picture(depth, 3, lambda n: repeated(n, depth), (b"PLTE", palette))
    assert distance(found(raw), SCENE) <= LOSS


def test_a_palette_with_degrees_of_transparency() -> None:
    palette = b"".join(bytes(colour) for colour in SCENE)
    raw = picture(8, 3, lambda n: bytes((n,)) * 8, (b"PLTE", palette), (b"tRNS", bytes((255, 128, 0, 255))))
    half = tuple(round(part * 128 / 255 + 127) for part in SCENE[1])
    assert distance(found(raw), (SCENE[0], half, WHITE, SCENE[3])) <= LOSS  # type: ignore[arg-type]


def test_a_grey_that_stands_for_nothing_is_white() -> None:
    raw = picture(8, 0, lambda n: bytes((GREYS[n][0],)) * 8, (b"tRNS", b"\0\x55"))
    assert distance(found(raw), (GREYS[0], WHITE, *GREYS[2:])) <= LOSS


def test_a_colour_that_stands_for_nothing_is_white() -> None:
    clear = bytes(byte for part in SCENE[2] for byte in (0, part))
    raw = picture(8, 2, lambda n: bytes(SCENE[n]) * 8, (b"tRNS", clear))
    assert distance(found(raw), (*SCENE[:2], WHITE, SCENE[3])) <= LOSS
