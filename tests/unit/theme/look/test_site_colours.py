"""A site's own colours take the place of a theme's, where they can be read; else it is told which would."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.problems import Problem
from ocop_site.theme.loading import Theme, ThemeError, load_theme
from ocop_site.theme.look.colours import contrast
from ocop_site.theme.look.dressing import dressed
from ocop_site.theme.look.site_colours import colour_faults, colour_sheet, site_colours
from tests.stylesheets import every_rule
from tests.support import PROJECT, some
from tests.unit.theme.test_tokens import GROUNDS, WORDS, tokens

DELTA = load_theme(PROJECT / "themes" / "dong-bang", {"display_face": "none"})

ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def faults(given: Mapping[str, Any]) -> list[Problem]:
    return list(colour_faults(DELTA.colours, given))


def set_by(theme: Theme, scheme: str = "") -> dict[str, str]:
    """The tokens that the last rules of the style sheet set, for a scheme or for all."""
    sheet = next(asset.body for asset in theme.assets if asset.path == theme.asset_paths["site.css"]).decode()
    told = sheet[sheet.rindex("@layer tokens") :]
    within = ("@layer tokens", f"@media (prefers-color-scheme: {scheme})") if scheme else ("@layer tokens",)
    return {name: value for at, rule in every_rule(told) if at == within for name, value in rule.declarations}


def in_colours(**options: Any) -> Theme:
    return dressed(load_theme(PROJECT / "themes" / "dong-bang", {"display_face": "none", **options}), "")[0]


def test_a_colour_is_told_in_the_layer_of_tokens_with_a_lighter_one_for_the_night() -> None:
    theme = in_colours(brand="#7A3B12")
    assert set_by(theme) == {"--river": "#7A3B12", "--tint-brand": "#F1DACF"}
    assert set_by(theme, "dark") == {"--river": "#E69E77", "--tint-brand": "#4C3224"}


def test_the_night_s_may_be_given() -> None:
    theme = in_colours(accent={"light": "#5b2a86", "dark": "#CBA6F7"})
    assert (set_by(theme), set_by(theme, "dark")) == ({"--lotus": "#5B2A86"}, {"--lotus": "#CBA6F7"})


def test_a_site_without_colours_of_its_own_has_the_theme_s() -> None:
    assert in_colours() == load_theme(PROJECT / "themes" / "dong-bang", {"display_face": "none"})


def test_paper_has_them_too() -> None:
    assert in_colours(brand="#7A3B12").paper_style.decode().endswith(":root { --river: #7A3B12; }\n")


def test_what_cannot_be_read_is_told_with_the_ratio_and_the_nearest_that_can() -> None:
    (problem,) = faults({"brand": "#F39C12"})
    assert (problem.code, problem.details["ratio"], problem.details["found"]) == ("theme.contrast", "1.65", "#F39C12")
    right = str(problem.details["right"])
    assert faults({"brand": right}) == []
    assert all(right in problem.message(language) for language in ("vi", "en"))


@settings(deadline=None)
@given(ANY)
def test_what_is_proposed_passes(colour: str) -> None:
    for scheme, before in (("light", {}), ("dark", {"light": "#0E5A5E"})):
        for problem in faults({"brand": {**before, scheme: colour}}):
            assert faults({"brand": {**before, scheme: problem.details["right"]}}) == []


@settings(deadline=None)
@given(ANY)
def test_the_night_s_that_is_worked_out_passes(colour: str) -> None:
    if not faults({"brand": colour}):
        night = site_colours(DELTA.colours, {"brand": colour})["brand"].dark
        assert faults({"brand": {"light": colour, "dark": night}}) == []


@settings(deadline=None)
@given(ANY)
def test_the_theme_s_own_words_are_read_on_any_tint(colour: str) -> None:
    own = {"brand": site_colours(DELTA.colours, {"brand": colour})["brand"]}
    sheet = colour_sheet(DELTA.colours, own)
    light, dark = re.findall(r"--tint-brand: (#[0-9A-F]{6})", sheet)
    assert contrast(tokens("light")["--ink"], light) >= 7
    assert contrast(tokens("dark")["--ink"], dark) >= 7


@pytest.mark.parametrize(
    ("value", "option"),
    [
        ("teal", "brand"),
        ("#0E5A5", "brand"),
        ("", "brand"),
        (["#0E5A5E"], "brand"),
        ({"dark": "#7FCBC6"}, "brand"),
        ({"light": "#0E5A5E", "night": "#7FCBC6"}, "brand"),
        ({"light": "#0E5A5E", "dark": "7FCBC6"}, "brand.dark"),
        ({"light": {"vi": "#0E5A5E"}}, "brand.light"),
        ({"light": {}}, "brand.light"),
    ],
)
def test_what_is_no_colour_is_told(value: Any, option: str) -> None:
    (problem,) = faults({"brand": value})
    assert (problem.code, problem.details["option"]) == ("theme.colour", option)
    assert all("#0E5A5E" in problem.message(language) for language in ("vi", "en"))


def test_a_name_that_is_nearly_one_is_told() -> None:
    with pytest.raises(ThemeError) as error:
        load_theme(PROJECT / "themes" / "dong-bang", {"brandd": "#0E5A5E"})
    assert error.value.problems[0].details["near"] == "brand"


def test_a_theme_tells_the_grounds_that_it_has() -> None:
    for colour in some(DELTA.colours.values()):
        assert colour.token in WORDS
        for scheme, grounds in (("light", colour.light), ("dark", colour.dark)):
            assert grounds == tuple(tokens(scheme)[ground] for ground in GROUNDS)


def test_a_theme_that_is_kept_has_the_same_colours(tmp_path: Path) -> None:
    for _ in range(2):
        kept = load_theme(PROJECT / "themes" / "dong-bang", {}, tmp_path)
    assert kept.colours == DELTA.colours
