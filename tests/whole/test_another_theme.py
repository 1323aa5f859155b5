"""A second theme shows every view there is, by the contract alone: whole and valid pages, nothing true left out."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from ocop_site.pages.planning import keys, plan
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.text.wording import load_words
from ocop_site.theme.loading import load_theme
from ocop_site.views import TEMPLATES, NoticeLine, Page, Prose, SourceLine, StatusLine
from tests.conftest import DAY, Building
from tests.support import PROJECT, Outcome, Task, build, catalogue_of, editions_of, some

THEMES, THEME = PROJECT / "tests" / "themes", "giay"

WORDS = load_words(THEMES / THEME / "words.yaml")

CONTENTS = [PROJECT / "content", PROJECT / "tests" / "example" / "content"]

Said = Callable[[Page], str]


def task_of(content: Path, folder: Path, cache: Path, themes: Path = THEMES) -> Task:
    return Task(content, themes, folder / "output", cache=cache, theme=THEME, today=DAY)


def planned(task: Task) -> list[Page]:
    """Every page with its view, as the build is about to render them but for pictures."""
    catalogue = catalogue_of(task.content, today=task.today, theme=task.theme)
    editions = editions_of(catalogue, task.content / "media")
    return [plan(edition, key) for edition in editions.values() for key in keys(edition)]


@pytest.fixture(scope="module", params=CONTENTS, ids=["sample", "example"])
def site(request: pytest.FixtureRequest, building: Building, cache: Path) -> tuple[list[Page], Path, Outcome]:
    name = f"giay of {request.param.relative_to(PROJECT).parts[0]}"
    built = building(name, "output", request.param, themes=THEMES, theme=THEME)
    return planned(task_of(request.param, built.folder.parent, cache)), built.folder, built.outcome


def said(output: Path, page: Page) -> str:
    """The words of a page as it was published, their white space made even."""
    file = output / page.path.lstrip("/") / "index.html" if page.path.endswith("/") else output / page.path.lstrip("/")
    body = LexborHTMLParser(file.read_bytes()).body
    assert body
    return even(body.text())


def even(text: str) -> str:
    return " ".join(text.split())


def parts(value: object, kind: type) -> Iterator[Any]:
    """Every part of a kind in a view, however deep."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name), kind)


def voices(page: Page) -> list[tuple[str, object]]:
    """What a page tells in each of its languages; most pages have one."""
    return [(voice.language, voice) for voice in getattr(page.view, "voices", ())] or [(page.language, page.view)]


def test_the_theme_is_whole() -> None:
    """For each kind of view a template; a new one needs a heading, its facts, and words in `words.yaml` if any."""
    there = {file.stem for file in (THEMES / THEME / "templates").glob("*.html")}
    missing = sorted(f"{name}.html" for name in TEMPLATES.values() if name not in there)
    assert not missing, f"tests/themes/{THEME}/templates/ lacks {', '.join(missing)}"
    assert load_theme(THEMES / THEME, {}).name == "Giấy"


def test_it_has_no_script_and_no_word_too_many() -> None:
    assert not list((THEMES / THEME).rglob("*.js"))
    sources = "".join(file.read_text("utf-8") for file in (THEMES / THEME / "templates").glob("*.html"))
    computed = tuple(key for key in WORDS if f'"{key.partition(".")[0]}." ~' in sources)
    assert [key for key in WORDS if f'w("{key}"' not in sources and key not in computed] == []


def test_every_kind_of_view_occurs_in_the_sample_and_the_example(cache: Path, tmp_path: Path) -> None:
    found = {type(page.view) for content in CONTENTS for page in planned(task_of(content, tmp_path, cache))}
    assert {kind.__name__ for kind in TEMPLATES} - {kind.__name__ for kind in found} == set()


def test_every_page_is_published_and_our_own_check_finds_no_fault(site: tuple[list[Page], Path, Outcome]) -> None:
    planned, output, outcome = site
    told = {problem.code for problem in outcome.problems if problem.code.startswith(("site.", "theme."))}
    assert told == {"site.url-reserved"}
    assert outcome.pages == len(planned) == len(list(output.rglob("*.html")))


def test_what_stars_are_worth_is_on_the_page_of_every_card_and_product(site: tuple[list[Page], Path, Outcome]) -> None:
    planned, output, _ = site
    told = 0
    for page in planned:
        words = said(output, page)
        shown = [(language, view) for language, view in voices(page) if not getattr(view, "withdrawn", None)]
        facts = [f for language, view in shown for line in parts(view, StatusLine) for f in facts_of(line, language)]
        assert [fact for fact in facts if fact not in words] == [], page.path
        told += len(facts)
    assert told > 100


def facts_of(line: StatusLine, language: str) -> Iterator[str]:
    """The words that a worth must not be shown without."""
    standing = "valid" if line.state == "ending" else line.state
    yield str(WORDS[f"status.{standing}"][language])
    if line.stars:
        yield ("★" if line.solid else "☆") * line.stars
    for day in (line.until, line.ended, line.ended_by, line.revoked_on, line.as_of, line.starts):
        if day:
            yield format_date(day, language)
    for run in (line.source, line.basis):
        if run:
            yield even(run.text)


def test_warnings_and_notices_are_on_every_page_that_has_them(site: tuple[list[Page], Path, Outcome]) -> None:
    planned, output, _ = site
    for page in some(page for page in planned if any(cautions(page))):
        words = said(output, page)
        assert [caution for caution in cautions(page) if caution not in words] == [], page.path


def cautions(page: Page) -> Iterator[str]:
    """What a page must say before it praises."""
    for _, view in voices(page):
        leave = getattr(view, "withdrawn", None)
        for holder, name in (
            (view, "law_warning"),
            (view, "supplement_notice"),
            (view, "reason"),
            (leave, "reason"),
        ):
            if run := getattr(holder, name, None):
                yield even(run.text)
        for notice in parts(view, NoticeLine):
            yield even(notice.text.source.partition("[")[0])


def test_what_is_not_known_is_told(site: tuple[list[Page], Path, Outcome]) -> None:
    planned, output, _ = site
    for page in some(page for page in planned if getattr(page.view, "unknown", ())):
        words = said(output, page)
        facts = [str(WORDS[f"fact.{key}"][page.language]) for key in getattr(page.view, "unknown", ())]
        assert [fact for fact in facts if fact not in words] == [], page.path


def test_sources_are_named_where_a_page_has_them(site: tuple[list[Page], Path, Outcome]) -> None:
    planned, output, _ = site
    for page in some(page for page in planned if any(parts(page.view, SourceLine))):
        words = said(output, page)
        titles = [even(line.title.text) for line in parts(page.view, SourceLine)]
        assert [title for title in titles if title not in words] == [], page.path


def test_what_a_page_is_about_is_told_in_its_language_or_marked(site: tuple[list[Page], Path, Outcome]) -> None:
    planned, output, _ = site
    for page in some(planned):
        words = said(output, page)
        for name in ("name", "heading", "title", "summary", "note"):
            run = getattr(page.view, name, None)
            assert not isinstance(run, TextRun) or even(run.text) in words, (page.path, name)
        assert not any(isinstance(each, Prose) and not each.source for each in parts(page.view, Prose))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("{{ view.pirce }}", "pirce"),
        ("{{ view.catalogue }}", "catalogue"),
        ("{{ products_of }}", "products_of"),
        ("{{ view.status.until_when|day }}", "until_when"),
        ("{{ w('khong.co') }}", "khong.co"),
        ("{{ asset('khong-co.js') }}", "khong-co.js"),
        ("{{ view.name|safe }}", "safe"),
    ],
)
def test_a_name_that_the_contract_does_not_have_stops_the_build_and_is_told(
    cache: Path, tmp_path: Path, wrong: str, told: str
) -> None:
    themes = tmp_path / "themes"
    shutil.copytree(THEMES, themes)
    template = themes / THEME / "templates" / "product.html"
    lines = template.read_text("utf-8").splitlines()
    line = lines.index("{{ cautions(view) }}")
    template.write_text("\n".join([*lines[:line], wrong, *lines[line + 1 :]]), "utf-8")
    outcome = build(task_of(CONTENTS[1], tmp_path, cache, themes))
    problem = next(problem for problem in outcome.problems if problem.is_error)
    assert outcome.change is None
    assert not (tmp_path / "output").exists()
    assert str(problem.location).startswith(f"themes/{THEME}/templates/product.html:{line + 1}")
    for language in ("vi", "en"):
        assert told in problem.message(language)


def test_a_kind_of_view_without_a_template_stops_the_build_and_the_template_is_named(
    cache: Path, tmp_path: Path
) -> None:
    themes = tmp_path / "themes"
    shutil.copytree(THEMES, themes)
    (themes / THEME / "templates" / "trail.html").unlink()
    outcome = build(task_of(CONTENTS[1], tmp_path, cache, themes))
    assert outcome.change is None
    told = [problem.message("en") for problem in outcome.problems if problem.is_error]
    assert told == ["the theme lacks templates: trail.html"]
