"""The theme's colours as its style sheet has them: contrast in both schemes, wide-gamut values beside their hex.

Contrast as in WCAG 2.2 (1.4.3, 1.4.11); OKLCH, its matrices and how it is mapped to sRGB as in CSS Color 4.
"""

import math
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.stylesheets import every_rule
from tests.support import PROJECT, some

SHEETS = PROJECT / "themes" / "dong-bang" / "assets" / "css"

TOKENS = (SHEETS / "tokens.css").read_text("utf-8")

Colour = tuple[float, float, float]

TEXT, INTERFACE = 4.5, 3.0

GROUNDS = ("--paper", "--card")

WORDS = ("--ink", "--muted", "--river", "--lotus", "--rice", "--leaf", "--clay", "--alert")
"""Tokens that text is set in, on paper and on cards."""

PAIRS = [
    *((word, ground, TEXT) for word in WORDS for ground in GROUNDS),
    ("--on-river", "--river", TEXT),
    *(("--ink", f"--tint-{tint}", TEXT) for tint in ("plain", "rice", "river", "leaf", "clay", "lotus", "mud")),
    *(("--rice", ground, INTERFACE) for ground in GROUNDS),
    *(("--lotus", ground, INTERFACE) for ground in GROUNDS),
    ("--river", "--tint-river", TEXT),
    ("--river", "--tint-brand", TEXT),
    ("--ink", "--tint-brand", TEXT),
    ("--rice", "--rice-fill", 1.0),
]
"""What stands on what, and the least contrast: text, stars' outlines, the ring of focus, the hatching of columns."""

CLOSE = 0.03
"""Distance in OKLab below which two colours are the same to most eyes side by side."""


def tokens(scheme: str) -> Mapping[str, str]:
    """The hex tokens that hold in a scheme."""
    found: dict[str, str] = {}
    for within, rule in every_rule(TOKENS):
        conditions = within[1:]
        if conditions == () or (scheme == "dark" and conditions == ("@media (prefers-color-scheme: dark)",)):
            found |= {name: value for name, value in rule.declarations if value.startswith("#")}
    return found


def wide(scheme: str) -> Iterator[tuple[str, Colour]]:
    """The tokens that screens of a wide gamut show in place of the hex ones: lightness, chroma, hue in degrees."""
    pattern = re.compile(r"light-dark\(oklch\((.+?)\), oklch\((.+?)\)\)")
    for within, rule in every_rule(TOKENS):
        for name, value in rule.declarations if "@media (color-gamut: p3)" in within else ():
            match = pattern.fullmatch(value)
            assert match, f"{name}: {value}"
            lightness, chroma, hue = match[2 if scheme == "dark" else 1].split()
            yield name, (float(lightness.rstrip("%")) / 100, float(chroma), float(hue))


def linear(hex: str) -> Colour:
    parts = [int(hex[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def oklab(colour: Colour) -> Colour:
    red, green, blue = colour
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Linear sRGB, beyond 0 to 1 where sRGB cannot show the colour."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def mapped(lightness: float, chroma: float, hue: float) -> Colour:
    """The colour of most chroma that sRGB has in this lightness and hue, at most the one asked for."""
    low, high = 0.0, chroma
    while high - low > 1e-5:
        middle = (low + high) / 2
        fits = all(-1e-4 <= part <= 1 + 1e-4 for part in from_oklch(lightness, middle, hue))
        low, high = (middle, high) if fits else (low, middle)
    red, green, blue = (min(1.0, max(0.0, part)) for part in from_oklch(lightness, low, hue))
    return red, green, blue


def test_the_reckoning_is_right() -> None:
    assert contrast(linear("#000000"), linear("#FFFFFF")) == pytest.approx(21)
    assert contrast(linear("#767676"), linear("#FFFFFF")) == pytest.approx(4.54, abs=0.01)
    red = oklab(linear("#FF0000"))
    assert (red[0], math.hypot(*red[1:])) == pytest.approx((0.628, 0.2577), abs=1e-3)
    assert from_oklch(0.62796, 0.25768, 29.234) == pytest.approx((1, 0, 0), abs=1e-3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("above", "below", "least"), PAIRS, ids=lambda value: str(value).removeprefix("--"))
def test_what_stands_on_something_can_be_seen_on_it(scheme: str, above: str, below: str, least: float) -> None:
    found = tokens(scheme)
    assert contrast(linear(found[above]), linear(found[below])) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_wide_screens_too(scheme: str) -> None:
    found = {name: linear(value) for name, value in tokens(scheme).items()}
    found |= {name: from_oklch(*value) for name, value in wide(scheme)}
    for above, below, least in PAIRS:
        assert contrast(found[above], found[below]) >= least, (above, below)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wide_colour_that_srgb_cannot_show_comes_out_as_its_hex(scheme: str) -> None:
    hex_tokens, wide_tokens = tokens(scheme), dict(wide(scheme))
    assert set(wide_tokens) == {"--lotus", "--rice-fill"}
    for name, value in wide_tokens.items():
        assert math.dist(oklab(mapped(*value)), oklab(linear(hex_tokens[name]))) < CLOSE, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wide_colour_is_more_colourful_and_as_light(scheme: str) -> None:
    for name, (lightness, chroma, _) in some(wide(scheme)):
        plain = oklab(linear(tokens(scheme)[name]))
        assert chroma > math.hypot(*plain[1:]), name
        assert lightness == pytest.approx(plain[0], abs=0.005), name


def test_every_token_has_a_hex_before_any_support_is_asked_for() -> None:
    plain = {
        name for within, rule in every_rule(TOKENS) if within == ("@layer tokens",) for name, _ in rule.declarations
    }
    used = {name for file in SHEETS.rglob("*.css") for name in re.findall(r"var\((--[\w-]+)", file.read_text("utf-8"))}
    own = {
        name for file in SHEETS.rglob("*.css") if file.name != "tokens.css"
        for _, rule in every_rule(file.read_text("utf-8")) for name, _ in rule.declarations
    }  # fmt: skip
    assert used - own - plain == set()
    assert {name for name, _ in wide("light")} <= plain


def test_the_dark_scheme_has_every_colour_that_the_light_one_has() -> None:
    dark = [r for within, r in every_rule(TOKENS) if within[1:] == ("@media (prefers-color-scheme: dark)",)]
    assert {name for rule in dark for name, _ in rule.declarations} == set(tokens("light"))
