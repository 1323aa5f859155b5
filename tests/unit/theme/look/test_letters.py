"""A face is cut for an alphabet that no edit changes, and for the few letters that names bring beside it."""

from pathlib import Path

from ocop_site.text.wording import WordTable
from ocop_site.theme.look.letters import letters_beyond
from tests.build.office import Thing
from tests.unit.small import linked


def test_names_in_vietnamese_and_english_add_nothing(tmp_path: Path) -> None:
    catalogue = linked(tmp_path / "content", Thing("Bưởi da xanh Ẩm", "buoi", "VD001"))
    assert letters_beyond(catalogue, ()) == ""


def test_names_in_other_languages_add_their_letters_in_order(tmp_path: Path) -> None:
    catalogue = linked(
        tmp_path / "content", Thing("Rượu Müller", "ruou-muller", "VD001"), Thing("Чай", "chai", "VD002")
    )
    assert letters_beyond(catalogue, ()) == "üЧай"


def test_words_count_in_the_site_s_languages_alone_with_all_their_forms(tmp_path: Path) -> None:
    catalogue = linked(tmp_path / "content")
    tables: list[WordTable] = [{"a": {"vi": "ß", "ko": "한"}, "b": {"en": {"one": "ø", "other": "å\n"}}}]
    assert letters_beyond(catalogue, tables) == "ßåø"
