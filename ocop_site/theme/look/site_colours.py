"""A site's own colours in place of a theme's: none that cannot be read, and one for the night where it gives none."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ocop_site.frozen import frozen
from ocop_site.problems import Problem
from ocop_site.theme.look.colours import READABLE, readable, tinted, weakest
from ocop_site.theme.look.face_sheet import LAYER
from ocop_site.theme.theme import OPTIONS, ThemeColour, as_written

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")

_SCHEMES = ("light", "dark")

_BY_NIGHT = 7.0
"""The contrast of a colour for the night that is worked out: calmer than the least."""

_TINTS = {"light": (0.905, 0.03), "dark": (0.345, 0.045)}
"""Lightness and chroma of the tint of a colour, on which text of any of the theme's colours for text is read."""


@frozen
class SiteColour:
    """As a site gives it, or as it was worked out for the night."""

    light: str
    dark: str


def colour_faults(colours: Mapping[str, ThemeColour], given: Mapping[str, Any]) -> Iterator[Problem]:
    """What is no colour, and what cannot be read where the theme shows it."""
    for name, value in given.items():
        if name in colours:
            yield from _faults(name, colours[name], value)


def site_colours(colours: Mapping[str, ThemeColour], given: Mapping[str, Any]) -> Mapping[str, SiteColour]:
    """The colours that a site gives; they are without fault."""
    return {name: _colour(colours[name], value) for name, value in given.items() if name in colours}


def colour_sheet(colours: Mapping[str, ThemeColour], own: Mapping[str, SiteColour]) -> str:
    """The rules for the end of a style sheet; none where a site has no colours of its own."""
    light, dark = (dict(_tokens(colours, own, scheme)) for scheme in _SCHEMES)
    night = f" @media (prefers-color-scheme: dark) {{ {_root(dark)} }}" if dark else ""
    return f"@layer {LAYER} {{ {_root(light)}{night} }}\n" if light else ""


def paper_colours(colours: Mapping[str, ThemeColour], own: Mapping[str, SiteColour]) -> str:
    """The same for what is printed, where there is no night."""
    return f"{_root({colours[name].token: colour.light for name, colour in own.items()})}\n" if own else ""


def _faults(name: str, colour: ThemeColour, value: Any) -> Iterator[Problem]:
    parts = value if isinstance(value, dict) else {"light": value}
    if not {"light"} <= parts.keys() <= {*_SCHEMES}:
        yield Problem("theme.colour", OPTIONS, {"option": name, "found": ", ".join(map(str, parts)) or "–"})
        return
    for scheme, found in parts.items():
        option = f"{name}.{scheme}" if isinstance(value, dict) else name
        if not (isinstance(found, str) and _HEX.fullmatch(found)):
            yield Problem("theme.colour", OPTIONS, {"option": option, "found": as_written(found or "–")})
        else:
            yield from _contrast_faults(option, found.upper(), colour, scheme)


def _contrast_faults(option: str, found: str, colour: ThemeColour, scheme: str) -> Iterator[Problem]:
    grounds = _grounds(colour, scheme, found)
    if grounds and weakest(found, grounds)[0] < READABLE:
        ratio, ground = weakest(found, grounds)
        right = readable(nearer := readable(found, grounds), _grounds(colour, scheme, nearer))
        told = {"ground": ground, "ratio": f"{math.floor(ratio * 100) / 100:.2f}", "right": right}
        yield Problem("theme.contrast", OPTIONS, {"option": option, "found": found, **told})


def _grounds(colour: ThemeColour, scheme: str, shown: str) -> Sequence[str]:
    """What a colour is shown on, its own tint too; nothing in a scheme that the theme does not have."""
    grounds = colour.light if scheme == "light" else colour.dark
    return (*grounds, _tint(shown, scheme)) if grounds and colour.tint else grounds


def _tint(colour: str, scheme: str) -> str:
    return tinted(colour, *_TINTS[scheme])


def _colour(colour: ThemeColour, value: Any) -> SiteColour:
    if isinstance(value, dict) and "dark" in value:
        return SiteColour(value["light"].upper(), value["dark"].upper())
    light = (value["light"] if isinstance(value, dict) else value).upper()
    return SiteColour(light, readable(light, colour.dark, _BY_NIGHT) if colour.dark else light)


def _tokens(
    colours: Mapping[str, ThemeColour], own: Mapping[str, SiteColour], scheme: str
) -> Iterator[tuple[str, str]]:
    for name, colour in own.items():
        shown = colour.light if scheme == "light" else colour.dark
        if _grounds(colours[name], scheme, shown):
            yield colours[name].token, shown
            if colours[name].tint:
                yield colours[name].tint, _tint(shown, scheme)


def _root(tokens: Mapping[str, str]) -> str:
    return f":root {{ {' '.join(f'{token}: {colour};' for token, colour in tokens.items())} }}"
