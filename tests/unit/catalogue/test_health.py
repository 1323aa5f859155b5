"""Words that read as an effect on health are found where they stand, and harmless ones are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.catalogue.health import health_words
from ocop_site.records.scheme import Care

CARE = Care.model_validate(
    {
        "health_words": {
            "en": ["cure", "heals"],
            "vi": ["chữa", "điều trị", "phòng bệnh", "đề kháng", "tăng đề kháng"],
        },
        "harmless": {"vi": ["sửa chữa", "phòng bệnh cho cây"], "en": ["salt cure"]},
    }
)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Trà chữa ho.", "vi", ["chữa"]),
        ("Chữa ho, ĐIỀU TRỊ đau lưng", "vi", ["Chữa", "ĐIỀU TRỊ"]),
        ("giúp tăng đề kháng", "vi", ["tăng đề kháng"]),
        ("sức đề kháng", "vi", ["đề kháng"]),
        ("Xưởng sửa chữa máy", "vi", []),
        ("SỬA CHỮA máy rồi chữa ho", "vi", ["chữa"]),
        ("thuốc phòng bệnh cho cây", "vi", []),
        ("phòng bệnh cho người", "vi", ["phòng bệnh"]),
        ("chứa nhiều nước", "vi", []),
        ("chữa", "vi", ["chữa"]),
        ("", "vi", []),
        ("It cures and heals", "en", ["heals"]),
        ("A salt cure, no cure.", "en", ["cure"]),
        ("secure manicure", "en", []),
        ("chữa ho", "en", []),
        ("cure", "vi", []),
        ("cure", "ko", []),
    ],
)
def test_words_that_claim_an_effect_on_health_are_found(text: str, language: str, found: list[str]) -> None:
    assert [word for _, word in health_words(text, language, CARE)] == found


@given(st.text(alphabet="sửachữ đềkháng.\n"))
def test_a_word_stands_where_it_is_told(text: str) -> None:
    for offset, word in health_words(text, "vi", CARE):
        assert text[offset : offset + len(word)] == word


def test_without_words_nothing_is_warned_at() -> None:
    assert list(health_words("chữa bệnh", "vi", Care())) == []
