"""The colour that stands in a picture's place while it loads: one of few, since the site's policy allows no style."""

from PIL import Image

TONES = (
    "#1D2A26", "#3A3F3C", "#5B615D", "#86897F", "#B3B2A6", "#D8D3C4", "#F0EADB", "#FFFFFF",
    "#5A2A1E", "#8C4526", "#B86A3F", "#D69A6C", "#EBC7A3", "#7A1F1F", "#B0342B", "#DB6B55",
    "#6B4A12", "#8F6206", "#B98A1E", "#D9A432", "#EBCB78", "#F3E4BC", "#2C4A22", "#3B6B2E",
    "#6B8F4B", "#9DB878", "#D9E5CC", "#0E5A5E", "#4B8B8C", "#9CC6C2", "#A8155A", "#E3A2BE",
)  # fmt: skip
"""At most 32 by the themes' contract; a tone's number is its place here."""

_SAMPLE_SIDE = 24
"""Pixels on a side of the small picture in which tones are counted."""


def _palette() -> Image.Image:
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for tone in TONES for part in bytes.fromhex(tone[1:])])
    return palette


_PALETTE = _palette()


def tone_of(picture: Image.Image) -> int:
    """The number of the tone that covers most of an RGB picture."""
    small = picture.resize((_SAMPLE_SIDE, _SAMPLE_SIDE), Image.Resampling.BOX)
    counts = small.quantize(palette=_PALETTE, dither=Image.Dither.NONE).getcolors() or []
    return max(counts, key=lambda count: (count[0], -int(str(count[1]))))[1]  # type: ignore[return-value]
