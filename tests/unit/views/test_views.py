"""Every view is given by some page and shown by every theme, and every part of one is made somewhere."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path

import pytest

import ocop_site
from ocop_site import views
from ocop_site.theme.contract import contract
from ocop_site.theme.render import PROSE
from ocop_site.views import TEMPLATES, paper
from ocop_site.views.paper import PRINT_TEMPLATES
from tests.support import PROJECT

PACKAGE = Path(ocop_site.__file__).parent

THEMES = {
    "dong-bang": PROJECT / "themes" / "dong-bang",
    "giay": PROJECT / "tests" / "themes" / "giay",
    "equal work": PROJECT / "tests" / "benchmarks" / "equal_work" / "theme",
}

GIVERS: Mapping[type, str] = {**dict.fromkeys(TEMPLATES, "pages"), **dict.fromkeys(PRINT_TEMPLATES, "paper")}
"""Each view with the room that gives it."""


def made_in(*rooms: str) -> set[str]:
    """The names of all that is called in these rooms."""
    files = [file for room in rooms for file in (PACKAGE / room).rglob("*.py")]
    assert len(files) > 10, rooms
    calls = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    return {node.func.id for node in calls if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def declared() -> Iterator[type]:
    for each in (*vars(views).values(), *vars(paper).values()):
        if isinstance(each, type) and is_dataclass(each) and each.__module__.startswith(views.__name__):
            yield each


@pytest.mark.parametrize("view", GIVERS, ids=lambda view: view.__name__)
def test_a_view_is_given_by_a_page(view: type) -> None:
    assert view.__name__ in made_in(GIVERS[view])


def test_every_part_of_a_view_is_made_somewhere() -> None:
    made = made_in("editions", "pages", "paper")
    parts = set(declared()) - set(GIVERS)
    assert len(parts) > 50
    assert {part.__name__ for part in parts} - made == set()


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_a_template_for_every_view(theme: str) -> None:
    files = {file.stem for file in (THEMES[theme] / "templates").glob("*.html")}
    assert set(TEMPLATES.values()) - files == set()


def test_the_printing_theme_has_a_template_for_every_view_of_paper() -> None:
    """A theme may leave them out; that of the project prints."""
    templates = THEMES["dong-bang"] / "templates"
    assert [name for name in PRINT_TEMPLATES.values() if not (templates / f"{name}.html").is_file()] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_template_shows_a_view_or_is_part_of_another(theme: str) -> None:
    templates = THEMES[theme] / "templates"
    sources = {file.relative_to(templates).as_posix(): file.read_text("utf-8") for file in templates.rglob("*.html")}
    of_views = {PROSE, *(f"{name}.html" for name in (*TEMPLATES.values(), *PRINT_TEMPLATES.values()))}
    asked = r'\{%-? *(?:extends|from|import|include) "([^"]+)"'
    named = {name for source in sources.values() for name in re.findall(asked, source)}
    assert len(sources) >= len(TEMPLATES)
    assert sources.keys() - of_views - named == set()


def test_no_two_views_share_a_template() -> None:
    names = [*TEMPLATES.values(), *PRINT_TEMPLATES.values()]
    assert len(set(names)) == len(names)


def test_the_contract_tells_of_every_view_and_part() -> None:
    told = contract()
    rows = {*re.findall(r"^\| `?([A-Za-z_/]+)(?:\.html)?`? \|", told, re.MULTILINE)}
    names = {TEMPLATES.get(each) or PRINT_TEMPLATES.get(each) or each.__name__ for each in declared()}
    on_every_page = {"Page", "Head", "Chrome"}
    assert names - on_every_page - rows == set()
