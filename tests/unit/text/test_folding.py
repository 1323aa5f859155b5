"""Words as people type them: wherever the tone stands, with y or i, composed or not, they are one."""

import unicodedata

import pytest

from ocop_site.text.folding import folded, spelled, words_of


def spellings(text: str) -> list[str]:
    return [spelled(word) for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đậu phộng, 500g", ["d-a^u.", "pho^ng.", "500g"]),
        ("Lạp-xưởng (tươi)", ["lap.", "xu+o+ng?", "tu+o+i"]),
        ("ST25 – Bảy Sánh", ["st25", "bay?", "sanh'"]),
        ("café crème", ["cafe'", "creme`"]),
        ("Straße ñandú", ["straße", "nandu~'"]),
        ("龍 山茶", ["龍", "山", "茶"]),
        ("쌀 10kg", [unicodedata.normalize("NFKD", "쌀"), "10kg"]),
        ("𠮷々", ["𠮷", "々"]),
        ("أَرُزّ، ٥ كـيلو", ["ارز", "5", "كيلو"]),
        ("שָׁלוֹם־עולם", ["שלום", "עולם"]),
        ("ខ្មែរ ไทย", ["ខ្មែរ", "ไทย"]),
        ("...", []),
    ],
)
def test_a_text_is_split_into_words_spelled_with_their_marks(text: str, found: list[str]) -> None:
    assert spellings(text) == found


@pytest.mark.parametrize("pair", ["hòa hoà", "thủy thuỷ", "HÒA hòa", "khỏe khoẻ"])
def test_a_word_is_spelled_alike_wherever_its_tone_stands(pair: str) -> None:
    one, other = spellings(pair)
    assert one == other


@pytest.mark.parametrize("text", ["Lạp xưởng", "Đậu phộng", "Nước mắm", "Ếch Ộp"])
def test_composed_and_decomposed_letters_are_the_same_words(text: str) -> None:
    assert spellings(unicodedata.normalize("NFD", text)) == spellings(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Đường", "duong"), ("mỹ", "mi"), ("mĩ", "mi"), ("quý", "qui"), ("quí", "qui"), ("Tây", "tay"),
        ("thủy", "thuy"), ("yến", "ien"), ("honey", "honey"), ("berry", "berri"),
    ],
)  # fmt: skip
def test_a_word_is_folded_to_its_bare_letters(word: str, letters: str) -> None:
    (found,) = spellings(word)
    assert folded(found) == letters


def test_no_two_tones_and_no_two_letters_are_spelled_alike() -> None:
    forms = "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ e ê o ô ơ u ư i y d đ"
    assert len(set(spellings(forms))) == len(forms.split())
