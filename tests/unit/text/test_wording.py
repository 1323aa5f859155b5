"""The program's words: found by key and language, with plurals, and the same blanks to fill in in every language."""

import pickle
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest

import ocop_site
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.text.wording import Wording, WordTable, load_words, plural_forms
from tests.support import some

PACKAGE = Path(ocop_site.__file__).parent

PROGRAM: WordTable = {
    "menu": {"vi": "Sản phẩm", "en": "Products"},
    "count": {"vi": "{count} sản phẩm", "en": {"one": "{count} product", "other": "{count} products"}},
    "only-english": {"en": "Map of {name}"},
}
THEME: WordTable = {"menu": {"vi": "Mua gì?", "en": "What to buy"}}


def words(language: str, *tables: WordTable) -> Wording:
    return Wording(language, tables or (PROGRAM,))


def test_words_are_told_in_the_language() -> None:
    assert (words("vi")("menu"), words("en")("menu")) == ("Sản phẩm", "Products")


@pytest.mark.parametrize(("count", "told"), [(0, "0 products"), (1, "1 product"), (26, "26 products")])
def test_english_has_a_form_for_one(count: int, told: str) -> None:
    assert words("en")("count", count=count) == told


@pytest.mark.parametrize("count", [0, 1, 26])
def test_vietnamese_has_one_form(count: int) -> None:
    assert words("vi")("count", count=count) == f"{count} sản phẩm"


def test_a_language_with_more_forms_needs_no_code() -> None:
    forms = {"one": "{count} produkt", "few": "{count} produkty", "other": "{count} produktów"}
    told = [words("pl", {"count": {"en": "-", "pl": forms}})("count", count=count) for count in (1, 3, 5, 22)]
    assert told == ["1 produkt", "3 produkty", "5 produktów", "22 produkty"]


def test_a_form_that_is_missing_is_the_general_one() -> None:
    table: WordTable = {"count": {"en": {"other": "{count} in all"}}}
    assert words("en", table)("count", count=1) == "1 in all"


def test_words_that_a_language_lacks_are_english() -> None:
    assert words("vi")("only-english", name="Long An") == "Map of Long An"


@pytest.mark.parametrize(("count", "told"), [(1, "1 product"), (2, "2 products")])
def test_words_that_fell_back_have_the_forms_of_their_own_language(count: int, told: str) -> None:
    korean = Wording("ko", (PROGRAM,), ("en", "vi"))
    assert korean.said("count", count=count) == TextRun(told, "en")
    assert Wording("ko", (PROGRAM,), ("vi",)).said("count", count=count) == TextRun(f"{count} sản phẩm", "vi")


def test_what_is_blanks_and_signs_alone_is_in_no_language() -> None:
    table: WordTable = {"title": {"en": "{title} | {site}"}}
    assert Wording("ko", (table,)).said("title", title="쌀", site="예시") == TextRun("쌀 | 예시")


def test_a_date_is_written_as_the_words_around_it_are() -> None:
    table: WordTable = {"until": {"en": "until {day}", "vi": "đến {day}"}}
    day = format_date("2028-03-20", "ko")
    assert day == "2028년 3월 20일"
    assert Wording("ko", (table,), ("en",)).said("until", day=day) == TextRun("until 20 March 2028", "en")
    assert pickle.loads(pickle.dumps(day)) == day


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ko", "other"), ("vi", "other"), ("en", "one other"), ("fr", "one other"), ("ru", "one few many other"),
        ("ar", "zero one two few many other"),
    ],
)  # fmt: skip
def test_a_language_has_the_forms_that_its_numbers_ask_for(language: str, forms: str) -> None:
    assert plural_forms(language) == tuple(forms.split())


def test_the_first_table_that_has_a_key_counts() -> None:
    assert words("en", THEME, PROGRAM)("menu") == "What to buy"
    assert words("en", THEME, PROGRAM)("count", count=2) == "2 products"


def test_a_key_without_words_is_the_programs_mistake() -> None:
    assert not words("en").has("nothing")
    with pytest.raises(KeyError):
        words("en")("nothing")


def test_a_blank_without_a_value_is_the_programs_mistake() -> None:
    with pytest.raises(KeyError):
        words("en")("only-english", place="Long An")


def test_a_file_of_words_is_read_as_text_whatever_it_looks_like(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("no: {vi: 'Không', en: No}\nyear: {vi: 2025, en: 2025-07-01}\n", "utf-8")
    assert load_words(file) == {"no": {"vi": "Không", "en": "No"}, "year": {"vi": "2025", "en": "2025-07-01"}}


def test_an_empty_file_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("# none yet\n", "utf-8")
    assert load_words(tmp_path / "words.yaml") == {}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(said: str | Mapping[str, str]) -> Mapping[str, str]:
    """By CLDR's names; what has one form only is `other`."""
    return {"other": said} if isinstance(said, str) else said


OWN = load_words(PACKAGE / "editions" / "words.yaml")


def test_all_own_words_are_there_in_vietnamese_and_english() -> None:
    def is_said(by_language: Mapping[str, str | Mapping[str, str]], language: str) -> bool:
        return all(said.strip() for said in forms(by_language.get(language, "")).values())

    assert len(OWN) > 100
    assert [key for key, said in OWN.items() if not (is_said(said, "vi") and is_said(said, "en"))] == []


def test_all_own_words_have_the_same_blanks_in_both_languages() -> None:
    def general(said: str | Mapping[str, str]) -> set[str]:
        return blanks(forms(said)["other"])

    assert [key for key, said in OWN.items() if general(said["vi"]) != general(said["en"])] == []


def test_all_forms_of_number_have_the_same_blanks_but_perhaps_the_number() -> None:
    for key, by_language in OWN.items():
        for said in some(by_language.values()):
            found = [blanks(form) | {"count"} for form in forms(said).values()]
            assert all(one == found[0] for one in found), key
            assert isinstance(said, str) or "count" in blanks(said["other"]), key
