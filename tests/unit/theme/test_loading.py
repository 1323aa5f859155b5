"""A theme that is not whole is told with its file, before any page is made."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from ocop_site.theme.loading import ThemeError, load_theme
from tests.support import PROJECT
from tests.unit.theme.sample_views import write


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT / "themes" / "dong-bang", tmp_path / "themes" / "dong-bang"))


def fault(folder: Path, options: dict[str, Any] | None = None) -> tuple[str, str, int]:
    with pytest.raises(ThemeError) as error:
        load_theme(folder, options or {})
    problem = error.value.problem
    assert all(problem.message(language) for language in ("vi", "en"))
    return problem.code, problem.location.file.rpartition("/")[2], problem.location.line


def test_a_theme_that_is_not_there_is_told_with_those_that_are(theme: Path) -> None:
    with pytest.raises(ThemeError) as error:
        load_theme(theme.parent / "dong-bangg", {})
    assert error.value.problem.code == "theme.missing"
    assert "dong-bang" in error.value.problem.message("en")


ABOUT = "name: Thử\napi: 3\n"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("theme.yaml", "name: Thử\napi: [", ("theme.yaml", "theme.yaml", 3)),
        ("theme.yaml", "- a", ("theme.yaml", "theme.yaml", 0)),
        ("theme.yaml", "nam: Thử\napi: 3", ("theme.field-unknown", "theme.yaml", 0)),
        ("theme.yaml", "api: 3", ("theme.field-missing", "theme.yaml", 0)),
        ("theme.yaml", "name: Thử\napi: 1", ("theme.api", "theme.yaml", 0)),
        ("theme.yaml", f"{ABOUT}css: site.css", ("theme.shape", "theme.yaml", 0)),
        ("theme.yaml", f"{ABOUT}css: [css/none.css]", ("theme.file-missing", "none.css", 0)),
        ("theme.yaml", f"{ABOUT}options: {{covers: plain}}", ("theme.shape", "theme.yaml", 0)),
        ("words.yaml", "a: {vi: A}", ("theme.words", "words.yaml", 0)),
        ("words.yaml", "a: {en: {one: A}}", ("theme.words-forms", "words.yaml", 0)),
        ("templates/home.html", "{% if %}", ("theme.template", "home.html", 1)),
        ("templates/home.html", "a\n{{ view.__class__ }}", ("theme.template", "home.html", 2)),
        ("templates/home.html", "{{ (view|map).gi_frame }}", ("theme.template", "home.html", 1)),
        ("templates/home.html", "\n\n{% autoescape false %}{% endautoescape %}", ("theme.template", "home.html", 3)),
        ("templates/home.html", "{% extends 'bas.html' %}", ("theme.template", "home.html", 1)),
        ("templates/home.html", "{% extends page.path %}", ("theme.template", "home.html", 1)),
        ("templates/kit/text.html", "", ("theme.kit", "text.html", 0)),
        ("templates/kit/own.html", "", ("theme.kit", "own.html", 0)),
        ("assets/css/base.css", "a{background:url(none.svg)}", ("theme.asset-unknown", "base.css", 0)),
        (
            "assets/css/base.css",
            "a{background:url('https://example.net/icon.svg')}",
            ("theme.asset-unknown", "base.css", 0),
        ),
        ("assets/zz/icon.svg", "<svg/>", ("theme.asset-twice", "icon.svg", 0)),
    ],
)
def test_a_fault_is_told_with_its_file(theme: Path, file: str, text: str, told: tuple[str, str, int]) -> None:
    write(theme, file, text)
    assert fault(theme) == told


def test_every_missing_template_is_named(theme: Path) -> None:
    (theme / "templates" / "home.html").unlink()
    (theme / "templates" / "trail.html").unlink()
    with pytest.raises(ThemeError, match=r"theme\.template-missing") as error:
        load_theme(theme, {})
    assert error.value.problem.details["names"] == "home.html, trail.html"


@pytest.mark.parametrize(
    ("options", "code"),
    [({"cover": "plain"}, "theme.option-unknown"), ({"covers": "loud"}, "theme.option-value")],
)
def test_an_option_that_the_theme_does_not_have_is_told_at_the_site(
    theme: Path, options: dict[str, str], code: str
) -> None:
    assert fault(theme, options) == (code, "site.yaml", 0)


def test_an_option_has_its_first_value_unless_the_site_sets_it(theme: Path) -> None:
    assert load_theme(theme, {}).options == {"covers": "patterns"}
    assert load_theme(theme, {"covers": "plain"}).options == {"covers": "plain"}
