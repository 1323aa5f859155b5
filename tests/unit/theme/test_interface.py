"""An office's words of the interface: what is wrong with them is told at its line, and how many are missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ocop_site.problems import Problem
from ocop_site.text.wording import WordTable
from ocop_site.theme.interface import Interface, check_words
from tests.support import Task, understand
from tests.unit.small import RICE, written

TABLE: WordTable = {
    "menu": {"vi": "Sản phẩm", "en": "Products"},
    "made": {"vi": "{name} làm", "en": "Made by {name}"},
    "count": {"vi": "{count} món", "en": {"one": "one thing", "other": "{count} things"}},
    "plain": {"vi": "{name} | {site}", "en": "{name} | {site}"},
}


def told(folder: Path, words: str, language: str = "ko", spoken: str | None = None) -> Iterator[Problem]:
    """What is told of a file of words in a site that speaks `spoken` beside its own languages."""
    content = written(folder / "content", RICE, files={f"words/{language}.yaml": words})
    site = yaml.load((content / "site.yaml").read_text("utf-8"), yaml.BaseLoader)
    if (spoken or language) not in site["languages"]:
        site["languages"][spoken or language] = {"name": "x"}
    (content / "site.yaml").write_text(yaml.safe_dump(site, allow_unicode=True, sort_keys=False), "utf-8")
    understood = understand(Task(content, ledgers_bind=False))
    assert understood.catalogue, understood.problems
    return check_words(understood.records, Interface((TABLE,)), understood.catalogue.words)


@pytest.mark.parametrize(
    ("words", "code", "at"),
    [
        ('menus: "제품"\n', "words.unknown", (1, 1)),
        ('menu: "제품"\nmade: "{nam} 만듦"\n', "words.blank-unknown", (2, 7)),
        ('made: "만듦"\n', "words.blank-missing", (1, 7)),
        ('made: "{name"\n', "words.braces", (1, 7)),
        ('made: "{name!r}"\n', "words.braces", (1, 7)),
        ('made: "{name.x}"\n', "words.braces", (1, 7)),
        ('menu: "<b>제품</b>"\n', "words.markup", (1, 7)),
        ("menu:\n  other: 제품\n", "words.no-forms", (2, 3)),
        ('count:\n  one: "하나"\n  other: "{count}개"\n', "words.forms", (2, 3)),
        ('count: "개"\n', "words.blank-missing", (1, 8)),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, words: str, code: str, at: tuple[int, int]) -> None:
    (found,) = (problem for problem in told(tmp_path, words) if problem.code != "words.missing")
    assert found.code == code
    assert found.message("vi") != found.message("en")
    assert (found.location.file, found.location.line, found.location.column) == ("content/words/ko.yaml", *at)


def test_a_language_needs_all_of_its_forms_and_the_number_only_in_the_general_one(tmp_path: Path) -> None:
    forms = {"one": "вещь", "few": "{count} вещи", "many": "{count} вещей"}
    (wrong, _) = told(tmp_path / "a", yaml.safe_dump({"count": forms}, allow_unicode=True), "ru")
    assert wrong.details["needed"] == "one, few, many, other"
    whole = yaml.safe_dump({"count": {**forms, "other": "{count} вещи"}}, allow_unicode=True)
    assert [problem.code for problem in told(tmp_path / "b", whole, "ru")] == ["words.missing"]


def test_what_is_missing_is_counted_without_what_has_no_words(tmp_path: Path) -> None:
    (found,) = told(tmp_path, 'menu: "제품"\nmade: ""\n')
    assert (found.details["count"], found.details["of"]) == (2, 3)
    assert not found.is_error


def test_words_of_a_language_that_the_site_has_not_are_told_and_do_no_harm(tmp_path: Path) -> None:
    found = {problem.code: problem for problem in told(tmp_path, 'menu: "제품"\n', "ko", spoken="zh")}
    assert set(found) == {"words.language", "words.missing"}
    assert not found["words.language"].is_error


def test_the_programs_own_words_are_not_for_an_office_to_change(tmp_path: Path) -> None:
    (found,) = told(tmp_path, 'menu: "Hàng"\n', "vi")
    assert (found.code, found.location.column) == ("words.own", 1)
    assert "“menu”" in found.message("vi")
