"""What the command writes: every word that is missing, once, below what stands there."""

from pathlib import Path

import pytest
import yaml

from ocop_site.desk.words import WordsWritten, write_words
from ocop_site.problems import Mistake
from tests.support import PROJECT, Task
from tests.unit.small import RICE, written


@pytest.fixture
def task(tmp_path: Path) -> Task:
    return Task(written(tmp_path / "content", RICE), PROJECT / "themes")


def data(file: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return found


def test_every_missing_word_is_written_with_vietnamese_and_english_above_it(task: Task) -> None:
    done = write_words(task, "ko", None)
    file = task.content / "words" / "ko.yaml"
    assert (done.file, done.added, done.is_of_site) == (file, done.left, False)
    assert '\n# vi: Món\n# en: Products\nproducts.menu: ""\n' in file.read_text("utf-8")
    assert "skip" in data(file), "a word of the theme"
    assert "title.with-site" not in data(file), "blanks and signs alone"
    assert set(data(file).values()) == {""}, "Korean has one form for all numbers"


def test_a_language_is_asked_for_the_forms_that_it_has(task: Task) -> None:
    file = write_words(task, "ar", None).file
    assert data(file)["print.booklet.count"] == dict.fromkeys(("zero", "one", "two", "few", "many", "other"), "")
    assert "few = 3, 4, 5 …" in file.read_text("utf-8")
    assert "# en one: {count} product\n# en other: {count} products\n" in file.read_text("utf-8")
    assert list(data(write_words(task, "ru", None).file)["print.booklet.count"]) == ["one", "few", "many", "other"]  # type: ignore[call-overload]


def test_run_again_it_adds_what_is_missing_and_keeps_every_byte(task: Task) -> None:
    file = task.content / "words" / "ko.yaml"
    file.parent.mkdir()
    own = b'\xef\xbb\xbf# ours\r\nproducts.menu: "\xec\xa0\x9c\xed\x92\x88"\r\nskip:\r\n'
    file.write_bytes(own)
    first = write_words(task, "ko", None)
    assert file.read_bytes().startswith(own + b"\r\n# vi: ")
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert (data(file)["products.menu"], first.added) == ("제품", first.left - 1)
    before = file.read_bytes()
    assert write_words(task, "KO", None) == WordsWritten(file, 0, first.left, False)
    assert file.read_bytes() == before


def test_a_file_of_something_else_is_left_alone(task: Task) -> None:
    for name in ("site.yaml", "products/gao.yaml"):
        file = task.content / name
        before = file.read_bytes()
        with pytest.raises(Mistake) as mistake:
            write_words(task, "ko", file)
        assert mistake.value.code == "words.unread"
        assert file.read_bytes() == before


def test_a_file_that_cannot_be_read_is_left_alone(task: Task) -> None:
    file = task.content.parent / "ko.yaml"
    file.write_text('products.menu: "제품\n', "utf-8")
    with pytest.raises(Mistake):
        write_words(task, "ko", file)
    assert file.read_text("utf-8") == 'products.menu: "제품\n'


@pytest.mark.parametrize("language", ["xx9", "", "tiếng Hàn", "../ko"])
def test_what_is_no_language_is_told(task: Task, language: str) -> None:
    with pytest.raises(Mistake) as mistake:
        write_words(task, language, None)
    assert mistake.value.code == "words.code"
    assert not (task.content / "words").exists()


def test_what_is_written_is_read_as_not_yet_translated(task: Task) -> None:
    written_words = write_words(task, "zh_Hant", None)
    assert written_words.file.name == "zh-hant.yaml"
    assert write_words(task, "zh-hant", None).left == written_words.added
