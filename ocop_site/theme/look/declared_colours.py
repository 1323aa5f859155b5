"""The colours that a theme lets a site set, as its `theme.yaml` declares them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ocop_site.content.entry import Entry
from ocop_site.problems import Problem
from ocop_site.theme.theme import ThemeColour

_TOKEN = re.compile(r"--[a-z][a-z0-9-]*")

_COLOUR = re.compile(r"#[0-9A-F]{6}")

_GROUNDS = ("light", "dark")


def colour_of(told: Mapping[str, Any]) -> ThemeColour:
    """A colour that is declared without fault."""
    light, dark = (tuple(told.get(key, ())) for key in _GROUNDS)
    return ThemeColour(told["token"], told.get("tint", ""), light, dark)


def declared_colour_faults(about: Entry, field: str) -> Iterator[Problem]:
    """What is no colour with its token, and what it stands on by light."""
    colours = about.data.get(field, {})
    if not isinstance(colours, dict):
        yield about.problem("theme.shape", (field,), field=field)
        return
    for name, told in colours.items():
        if not _is_colour(told):
            yield about.problem("theme.colour-shape", (field, name), key=True, name=name)


def _is_colour(told: Any) -> bool:
    if not isinstance(told, dict) or not {"token", "light"} <= told.keys() <= {"token", "tint", *_GROUNDS}:
        return False
    tokens, grounds = (told[key] for key in ("token", "tint") if key in told), (told.get(key, []) for key in _GROUNDS)
    return bool(told["light"]) and all(map(_is_token, tokens)) and all(map(_are_colours, grounds))


def _is_token(value: Any) -> bool:
    return isinstance(value, str) and bool(_TOKEN.fullmatch(value))


def _are_colours(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(each, str) and _COLOUR.fullmatch(each) for each in values)
