"""What is the same on many shared pictures, painted once: grounds with the river's bands, seals, the edge of a photo.

Drawn here by the program alone, so that they need no judging and no process of their own.
"""

from functools import cache
from io import BytesIO

from PIL import Image

from ocop_site.pictures.recipe import GROUND_COLOURS, Colour
from ocop_site.pictures.social.card import SIZE

INK, QUIET, RIVER, RICE, ALERT, PAPER, WHITE, LINE = (
    "#1D2A26", "#4A5852", "#0E5A5E", "#8F6206", "#9B1C1C", "#FBF7EE", "#FFFFFF", "#DDD3BF",
)  # fmt: skip
"""The colours of a shared picture: it is looked at on white and on black, so it has but one scheme."""

_WATER: Colour = (0xA9, 0xD2, 0xD0)
"""Water on a ground that has its colour."""

RECALL_BAND = 176
"""How high the band is in which a recall stands."""

_BANDS = """
<path d="M0 470c110 0 190-34 330-34s190 26 330 6 250-88 540-88v276H0z" fill="{water}"/>
<path d="M640 420c140-30 250-60 560-56M650 474c150-26 280-52 550-50"
 fill="none" stroke="#0E5A5E" stroke-opacity=".28" stroke-width="3" stroke-linecap="round"/>
<path d="M0 584c120 0 190-30 320-30s220 44 400 44 290-44 480-44v76H0z" fill="{bank}"/>"""

_SEALS = {
    "in_force": '<path fill="{colour}" d="M24.0 2.8A6.8 6.8 0 0 1 34.6 5.6A6.8 6.8 0 0 1 42.4 13.4'
    "A6.8 6.8 0 0 1 45.2 24.0A6.8 6.8 0 0 1 42.4 34.6A6.8 6.8 0 0 1 34.6 42.4A6.8 6.8 0 0 1 24.0 45.2"
    "A6.8 6.8 0 0 1 13.4 42.4A6.8 6.8 0 0 1 5.6 34.6A6.8 6.8 0 0 1 2.8 24.0A6.8 6.8 0 0 1 5.6 13.4"
    'A6.8 6.8 0 0 1 13.4 5.6A6.8 6.8 0 0 1 24.0 2.8z"/>'
    '<path fill="none" stroke="#FFFFFF" stroke-width="4.6" d="M14.5 24.5l6.6 6.6 12.4-13.4"/>',
    "told": '<circle cx="24" cy="24" r="21" stroke-dasharray="5.4 3.4" stroke-dashoffset="2" {line}/>',
    "over": '<path d="M22.5 44.9A21 21 0 1 1 44.6 20" {line}/><path fill="{colour}" fill-rule="evenodd" d="'
    "M27 29a1.5 1.5 0 0 1 1.5-1.5h18a1.5 1.5 0 0 1 1.5 1.5v17.5a1.5 1.5 0 0 1-1.5 1.5h-18a1.5 1.5 0 0 1-1.5-1.5z"
    "M30 23.5h3.2v4H30zM41.8 23.5H45v4h-3.2zM37.5 36.1l2.9-3 2.3 2.3-2.9 3 2.9 2.9-2.3 2.3-2.9-3-2.9 3-2.3-2.3 2.9-2.9"
    '-2.9-3 2.3-2.3z"/>',
    "ended": '<path d="M24 3l6.5 13.6 14.9 2-10.9 10.4 2.7 14.8L24 36.6l-13.2 7.2 2.7-14.8L2.6 18.6l14.9-2z" '
    'stroke-linejoin="round" {line}/><path d="M5 44.5l38-38" stroke="{colour}" stroke-width="4" '
    'stroke-linecap="round"/>',
    "recalled": '<path fill="{colour}" fill-rule="evenodd" d="M14.5 1h19L47 14.5v19L33.5 47h-19L1 33.5v-19z'
    'M20.6 9.5V28h6.8V9.5zM20.6 31.6v6.8h6.8v-6.8z"/>',
}
"""The forms of the seal, as themes draw them, without a number: what is shared goes on when stars have ended."""

SEALS = frozenset(_SEALS)

PAST = frozenset({"over", "ended"})
"""What no longer holds, or of which nobody knows, has no colour of its own."""


@cache
def backdrop(ground: str, brand: str = RIVER) -> Image.Image:
    """A ground with the river's bands, and the mark in its corner in the colour of the site."""
    water = _WATER if ground == "river" else GROUND_COLOURS["river"]
    bank = GROUND_COLOURS["mud" if ground == "leaf" else "leaf"]
    bands = _BANDS.format(water=_hex(water), bank=_hex(bank))
    return _painted(f"{_filled(_hex(GROUND_COLOURS[ground]))}{bands}{_mark(64, 48, brand)}").convert("RGB")


@cache
def recall_backdrop(brand: str = RIVER) -> Image.Image:
    """Paper under a band, without anything that invites."""
    band = f'<rect width="{SIZE[0]}" height="{RECALL_BAND}" fill="{ALERT}"/>'
    return _painted(f"{_filled(PAPER)}{band}{_mark(64, 548, brand)}").convert("RGB")


@cache
def photo_edge(width: int) -> Image.Image:
    """What shows of a photograph at the right: all but an edge as a river bank has it."""
    path = f'<path d="M34 0c-18 90-34 120-30 210s42 130 40 224-26 120-30 196H{width}V0z" fill="#FFFFFF"/>'
    return _painted(path, width, SIZE[1]).getchannel("A")


@cache
def seal(form: str, colour: str, side: int) -> Image.Image:
    line = f'fill="none" stroke="{colour}" stroke-width="2.8"'
    drawn = _SEALS[form].format(colour=colour, line=line)
    return _painted(f'<svg viewBox="0 0 48 48" width="{side}" height="{side}">{drawn}</svg>', side, side)


def _mark(x: int, y: int, colour: str) -> str:
    """Three waves."""
    wave = "c5.700 0 5.700-4.300 11.400-4.300s5.700 4.300 11.400 4.300 5.700-4.300 11.400-4.300"
    waves = f"M2 12{wave}M2 22{wave}M2 32{wave}"
    path = f'<path d="{waves}" fill="none" stroke="{colour}" stroke-width="3.4" stroke-linecap="round"/>'
    return f'<g transform="translate({x} {y})">{path}</g>'


def _filled(colour: str) -> str:
    return f'<rect width="{SIZE[0]}" height="{SIZE[1]}" fill="{colour}"/>'


def _hex(colour: Colour) -> str:
    return f"#{bytes(colour).hex().upper()}"


def _painted(drawn: str, width: int = SIZE[0], height: int = SIZE[1]) -> Image.Image:
    import resvg_py

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{drawn}</svg>'
    png = resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, dpi=96, skip_system_fonts=True)
    return Image.open(BytesIO(png)).convert("RGBA")
