"""Mistakes as they are told: the line with a caret, as JSON, as GitHub shows them, and what was probably meant."""

import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.problems import Location, Problem, Severity, as_github, as_json, as_text, in_order, nearest


def problem(line: int = 3, column: int = 8, excerpt: str = "  gift: yes", **more: str) -> Problem:
    details = {"value": more.get("value", "yes")}
    return Problem("value.flag", Location(more.get("file", "products/a.yaml"), line, column), details, excerpt=excerpt)


LOST = {"found": "cho", "kind": "place", "folder": "places", "count": 1, "places": "a.yaml:3"}


def caret_column(told: str) -> tuple[str, int]:
    """The line as it is shown, and where in it the caret points."""
    _, shown, caret = told.split("\n")
    assert caret.strip() == "^"
    return shown, len(caret) - 1


def test_a_mistake_is_told_with_its_place_its_line_and_a_caret() -> None:
    assert as_text(problem(column=9), "en").splitlines() == [
        "products/a.yaml:3:9: error: “yes” must be true or false",
        "      gift: yes",
        "            ^",
    ]


def test_a_mistake_is_told_in_vietnamese() -> None:
    assert as_text(problem(), "vi").startswith("products/a.yaml:3:8: lỗi: “yes” ")
    assert as_text(problem().as_warning(), "vi").startswith("products/a.yaml:3:8: lưu ý: ")


def test_a_warning_is_no_error() -> None:
    assert problem().is_error
    assert not problem().as_warning().is_error
    assert problem().as_warning().severity is Severity.WARNING
    assert as_text(problem().as_warning(), "en").startswith("products/a.yaml:3:8: warning: ")


def test_another_language_is_told_in_english() -> None:
    assert problem().message("ko") == problem().message("en")


def test_without_a_line_there_is_no_caret() -> None:
    assert as_text(problem(0, 0, excerpt=""), "en") == "products/a.yaml: error: “yes” must be true or false"


def test_a_tab_before_the_column_keeps_the_caret_below_it() -> None:
    assert as_text(problem(column=3, excerpt="\t\tgift: yes"), "en").endswith("\n    \t\tgift: yes\n    \t\t^")


@given(st.integers(1, 400), st.integers(0, 200))
def test_the_caret_points_at_the_character_however_long_the_line(column: int, after: int) -> None:
    line = "." * (column - 1) + "X" + "." * after
    shown, at = caret_column(as_text(problem(column=column, excerpt=line), "en"))
    assert shown[at] == "X"
    assert len(shown) <= 4 + 120


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\u2028", "\x1b", "\x9b", "\u3164", "\U000e0041"]
)
def test_what_nobody_sees_is_shown_by_its_name(hidden: str) -> None:
    name = f"[U+{ord(hidden):04X}]"
    told = as_text(problem(column=8, excerpt=f"  a{hidden}b: Xyz", value=f"x{hidden}y", file=f"a{hidden}.yaml"), "vi")
    assert hidden not in told
    assert told.startswith(f"a{name}.yaml:3:8: lỗi: “x{name}y”")
    shown, at = caret_column(told)
    assert shown[at:] == "Xyz"
    for other in (as_github, lambda each, language: as_json([each], language)):
        assert hidden not in json.dumps(other(problem(value=f"x{hidden}y"), "en"), ensure_ascii=False)


def test_letters_of_two_columns_and_marks_of_none_keep_the_caret_below() -> None:
    _, at = caret_column(as_text(problem(column=5, excerpt="越南e\u0301X"), "en"))
    assert at == 4 + 2 + 2 + 1


def test_a_value_of_several_lines_is_told_in_one() -> None:
    told = as_text(problem(excerpt="", value="a\nproducts/b.yaml:1:1: error: b"), "en")
    assert told.count("\n") == 0


def test_a_caret_may_point_behind_the_last_character() -> None:
    shown, at = caret_column(as_text(problem(column=6, excerpt="name:"), "en"))
    assert at == len(shown)


@pytest.mark.parametrize(
    ("place", "told"),
    [(Location("a.yaml"), "a.yaml"), (Location("a.yaml", 3), "a.yaml:3"), (Location("a.yaml", 3, 8), "a.yaml:3:8")],
)
def test_a_place_is_told_as_far_as_it_is_known(place: Location, told: str) -> None:
    assert str(place) == told


def test_a_code_without_words_is_the_programs_mistake() -> None:
    with pytest.raises(KeyError):
        Problem("no.such-code", Location("a.yaml"))


def test_problems_stand_by_file_line_and_column_each_once() -> None:
    last, first, second = problem(2, 1, file="products/b.yaml"), problem(2, 9), problem(10, 1)
    assert in_order([last, second, first, problem(2, 9), last]) == [first, second, last]


def test_a_file_that_cannot_be_read_and_a_record_that_is_gone_come_before_what_follows_from_them() -> None:
    follows, lost = problem(file="a.yaml"), Problem("reference.lost", Location("published.yaml", 3), LOST)
    unread, warning = (
        Problem("yaml.tab", Location("z.yaml", 1)),
        Problem("name.leftover", Location("z~"), {"name": "z~"}),
    )
    assert in_order([follows, warning.as_warning(), lost, unread]) == [unread, lost, follows, warning.as_warning()]


def test_further_places_of_a_mistake_are_named_as_far_as_they_can_be_taken_in() -> None:
    places = [Location(f"products/{name}.yaml", 3) for name in "bcdef"]
    assert replace(problem(), also=tuple(places[:1])).message("en") == (
        "“yes” must be true or false (also at products/b.yaml:3)"
    )
    assert (
        replace(problem(), also=tuple(places))
        .message("vi")
        .endswith("(cũng ở products/b.yaml:3, products/c.yaml:3, products/d.yaml:3 và 2 chỗ khác)")
    )


def test_two_mistakes_at_one_place_are_both_told() -> None:
    assert len(in_order([problem(value="yes"), problem(value="no")])) == 2


def test_json_is_one_object_with_its_summary_first() -> None:
    told = as_json([problem(), problem(0, 0).as_warning()], "vi", published=False, pages=0)
    found = json.loads(told)
    assert list(found) == ["published", "pages", "problems"]
    assert found["problems"] == [
        {"severity": "error", "code": "value.flag", "file": "products/a.yaml", "line": 3, "column": 8}
        | {"message": problem().message("vi")},
        {"severity": "warning", "code": "value.flag", "file": "products/a.yaml", "line": 0, "column": 0}
        | {"message": problem().message("vi")},
    ]
    assert "phải" in told


def test_json_without_problems_is_still_an_object() -> None:
    assert json.loads(as_json([], "en", published=True)) == {"published": True, "problems": []}


def test_github_is_told_with_file_line_and_column() -> None:
    assert as_github(problem(), "en") == "::error file=products/a.yaml,line=3,col=8::“yes” must be true or false"
    assert as_github(problem(0, 0).as_warning(), "en").startswith("::warning file=products/a.yaml::")


def test_what_means_something_to_github_is_escaped() -> None:
    told = as_github(problem(file="a,b:c%.yaml", value="50%\r\n::error::x"), "en")
    assert told.startswith("::error file=a%2Cb%3Ac%25.yaml,line=3,col=8::“50%25%0D%0A::error::x”")
    assert "\n" not in told


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("certificate", ["code", "certificates"], "certificates"),
        ("Summary", ["summary", "story"], "summary"),
        ("lap-suong-tuoi", ["lap-xuong-tuoi", "muoi-ot"], "lap-xuong-tuoi"),
        ("lạp-xưởng", ["lap-xuong", "muoi-ot"], "lap-xuong"),
        ("dau phong", ["Đậu phộng", "Dưa leo"], "Đậu phộng"),
        ("CAN DUOC", ["Cần Giuộc", "Cần Đước"], "Cần Đước"),
        (unicodedata.normalize("NFD", "Cần Đước"), ["Cần Giuộc", "Cần Đước"], "Cần Đước"),
        ("weight", ["net_weight", "name"], "net_weight"),
        ("vi-du", ["htx-vi-du", "hkd-khac"], "htx-vi-du"),
        ("vi-du", ["htx-vi-du", "hkd-vi-du"], None),
        ("price", ["service", "producer"], None),
        ("phones", ["photos"], None),
        ("zzz", ["code", "name"], None),
        ("code", [], None),
        ("", ["code"], None),
    ],
)
def test_the_word_that_was_probably_meant_is_found(word: str, known: list[str], near: str | None) -> None:
    assert nearest(word, known) == near


def test_of_words_that_differ_in_marks_only_one_is_always_the_same() -> None:
    assert nearest("ma", ["má", "mà"]) == nearest("ma", ["mà", "má"])
