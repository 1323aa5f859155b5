"""What is said reaches readers who take it for letters of a code page: all letters, or the nearest."""

import unicodedata

import pytest

from ocop_site.cli.code_pages import encoding_of, nearest_in

SAID = "Đã công bố: 41 sản phẩm, “gạo”… 185.000 ₫ ⏎ \udcff"


@pytest.mark.parametrize(
    ("page", "environment", "encoding"),
    [
        (1258, {}, "cp1258"),
        (437, {"PATH": "C:/"}, "cp437"),
        (65001, {}, "utf-8"),
        (0, {}, "utf-8"),
        (99999, {}, "utf-8"),
        (1258, {"PYTHONIOENCODING": "utf-8"}, "utf-8"),
        (1258, {"MSYSTEM": "MINGW64"}, "utf-8"),
    ],
)
def test_the_letters_are_those_of_the_console_unless_somebody_asked_for_others(
    page: int, environment: dict[str, str], encoding: str
) -> None:
    assert encoding_of(page, environment) == encoding


def test_a_vietnamese_windows_gets_every_letter() -> None:
    read = SAID.encode("cp1258", nearest_in("cp1258")).decode("cp1258")
    assert unicodedata.normalize("NFC", read) == "Đã công bố: 41 sản phẩm, “gạo”… 185.000 ₫ ? ?"


def test_another_windows_gets_letters_without_marks_and_nothing_garbled() -> None:
    assert (
        SAID.encode("cp437", nearest_in("cp437")).decode("cp437") == 'Da công bo: 41 san pham, "gao"... 185.000 ? ? ?'
    )


def test_in_utf8_only_what_is_no_letter_is_changed() -> None:
    assert SAID.encode("utf-8", nearest_in("utf-8")).decode() == SAID.replace("\udcff", "?")
