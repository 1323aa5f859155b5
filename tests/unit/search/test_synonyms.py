"""Words for the same thing stand beside what is called by one of them, the longest wording first."""

import pytest

from ocop_site.search.synonyms import SynonymIndex, spelling

SYNONYMS = SynonymIndex({"đậu phộng": ["lạc", "peanut"], "dưa": ["melon"], "dưa leo": ["dưa chuột", "cucumber"]})


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Đậu phộng rang", ["lạc", "peanut"]),
        ("Kẹo lạc", ["đậu phộng", "peanut"]),
        ("Roasted peanut", ["đậu phộng", "lạc"]),
        ("Dưa leo Thuận Giàu", ["dưa chuột", "cucumber"]),
        ("Dưa gang", ["melon"]),
        ("Đầu phòng", []),
        ("Phộng đậu", []),
        ("", []),
    ],
)
def test_whoever_types_one_word_finds_the_others(text: str, beside: list[str]) -> None:
    assert list(SYNONYMS.beside(spelling(text))) == [spelling(each) for each in beside]
