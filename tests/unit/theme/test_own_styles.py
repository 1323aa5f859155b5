"""A page that most come to first has its style in itself, and its policy allows that style alone."""

import re
from pathlib import Path

import pytest

from ocop_site.pages.policy import POLICY, allowed, source_of
from ocop_site.preview.own_names import with_own_names
from ocop_site.theme.files import read_files
from ocop_site.theme.own_styles import own_styles, page_styles, style_sources
from ocop_site.theme.theme import Theme
from ocop_site.views import TEMPLATES
from tests.support import some
from tests.unit.theme.sample_views import BASE, delta, page_of, renderer, view_of, write

PATHS = {"x.svg": "assets/x.0123456789.svg"}


def styles_of(folder: Path, **without: list[str]) -> dict[str, str]:
    write(folder, "css/a.css", "a { b: url(../img/x.svg) }")
    write(folder, "css/b.css", "b { c: d }")
    return own_styles(read_files(folder), ["css/b.css", "css/a.css"], without, PATHS)


def worn(styles: dict[str, str]) -> Theme:
    return Theme("", {}, {}, {}, (), {}, styles)


def test_a_page_has_every_sheet_in_order_but_those_that_it_does_without(tmp_path: Path) -> None:
    styles = page_styles(worn(styles_of(tmp_path, home=[], code=["css/a.css"])), "/thu")
    assert styles["home"].text == "b{c:d}a{b:url(/thu/assets/x.0123456789.svg)}"
    assert styles["code"].text == "b{c:d}"


def test_a_policy_names_the_style_of_its_page_and_the_host_s_names_all(tmp_path: Path) -> None:
    theme = worn(styles_of(tmp_path, home=[], code=["css/a.css"], product=["css/a.css"]))
    styles = page_styles(theme, "/thu")
    sources = {name: source_of(str(style.text).encode()) for name, style in styles.items()}
    assert {name: allowed(style.policy) for name, style in styles.items()} == {
        name: {"'self'", source} for name, source in sources.items()
    }
    assert style_sources(theme, "/thu") == sorted(set(sources.values()))
    assert len(set(sources.values())) == 2


def test_nothing_in_a_style_ends_it(tmp_path: Path) -> None:
    write(tmp_path, "a.css", 'a{content:"</style>"}')
    styles = own_styles(read_files(tmp_path), ["a.css"], {"home": []}, {})
    assert page_styles(worn(styles), "")["home"].text == 'a{content:"<\\/style>"}'


@pytest.mark.parametrize("template", some(sorted(delta().own_styles)))
def test_the_style_stands_in_the_page_as_its_policy_has_it(template: str) -> None:
    view = next(view for view, name in TEMPLATES.items() if name == template)
    html = renderer(delta()).render(page_of(view_of(view, full=True))).body.decode()
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    assert html.count(source_of(style.encode())) == 1
    assert 'rel="stylesheet"' not in html


def test_all_other_pages_ask_for_the_file_and_so_does_every_page_of_a_preview() -> None:
    for theme in (delta(), with_own_names(delta())):
        for view, template in TEMPLATES.items():
            if template in theme.own_styles:
                continue
            html = renderer(theme).render(page_of(view_of(view, full=False))).body.decode()
            assert "<style" not in html
            assert f'content="{POLICY}"' in html
            assert f'<link rel="stylesheet" href="{BASE}/{theme.asset_paths["site.css"]}">' in html
    assert not with_own_names(delta()).own_styles
