"""Files come as bytes in many encodings: UTF-8 is read, and of the others each is called by its name."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.content.encodings.decoding import blemishes, decode, tidy
from ocop_site.content.entry import Position, Slip

PROJECT = Path(__file__).parents[3]

SENTENCE = "Sản phẩm bánh tráng nước dừa của hợp tác xã"
VNI = "Saûn phaåm baùnh traùng nöôùc döøa cuûa hôïp taùc xaõ"
TCVN3 = "S¶n phÈm b¸nh tr¸ng n\xadíc dõa cña hîp t¸c x·"


def windows_1258(text: str) -> bytes:
    """The encoding has the letters of Vietnamese, and the tones as characters of their own."""
    raw = b""
    for character in unicodedata.normalize("NFC", text):
        letter, *tone = [*unicodedata.normalize("NFD", character)]
        if tone and not (len(tone) == 1 and tone[0] in "\u0302\u0306\u031b"):
            tones = [mark for mark in tone if mark not in "\u0302\u0306\u031b"]
            letter = unicodedata.normalize("NFC", letter + "".join(mark for mark in tone if mark not in tones))
            raw += (letter + "".join(tones)).encode("cp1258")
        else:
            raw += character.encode("cp1258")
    return raw


def refusal(raw: bytes) -> Slip:
    with pytest.raises(Slip) as caught:
        decode(raw)
    return caught.value


def slips(text: str) -> list[Slip]:
    return blemishes(text)[1]


def test_utf8_is_read_with_and_without_a_byte_order_mark() -> None:
    assert decode(SENTENCE.encode()) == decode(SENTENCE.encode("utf-8-sig")) == SENTENCE


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_one(end: str) -> None:
    assert decode(f"a: 1{end}b: 2{end}".encode()) == "a: 1\nb: 2\n"


def test_unicode_line_separators_end_no_line_since_editors_show_none() -> None:
    assert decode("a\u2028b\u2029c\n".encode()) == "a b c\n"


@pytest.mark.parametrize("text", [SENTENCE, "code: LA008\n", "name: Bánh\n" * 500])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_recognised_with_and_without_their_mark(encoding: str, text: str) -> None:
    assert refusal(text.encode(encoding)).code == f"encoding.utf{encoding[4:6]}"


def test_a_nul_byte_is_told_with_its_place() -> None:
    slip = refusal("name: Bánh\nset: \0\n".encode())
    assert (slip.code, slip.mark) == ("encoding.nul", Position(2, 6))


def test_a_byte_that_is_not_utf8_is_told_with_its_place_in_characters() -> None:
    slip = refusal("name: Bánh tráng\nđặc sản: ".encode() + b"x\xe9y\n")
    assert (slip.code, slip.mark, slip.details) == ("encoding.not-utf8", Position(2, 11), {"byte": "0xE9"})


def test_a_letter_that_was_cut_in_two_is_not_utf8() -> None:
    assert refusal("Bánh tráng".encode()[:2] + b" x").mark == Position(1, 2)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-1", b"\xff\xd8\xff\xe0", b"\x89PNG"])
def test_office_documents_and_pictures_with_another_ending_are_recognised(start: bytes) -> None:
    assert refusal(start + bytes(100)).code == "encoding.binary"


OLD = {
    "TCVN3": ("encoding.tcvn3", TCVN3.encode("latin-1"), "S¶n", "Sản"),
    "VNI": ("encoding.vni", VNI.encode("latin-1"), "Saûn", "Sản"),
    "windows-1258": ("encoding.windows-1258", windows_1258(SENTENCE), "SaÒn", "Sản"),
}


@pytest.mark.parametrize(("code", "raw", "word", "meant"), OLD.values(), ids=OLD.keys())
def test_old_vietnamese_encodings_are_recognised_in_bytes(code: str, raw: bytes, word: str, meant: str) -> None:
    slip = refusal(b"code: LA008\nname: " + raw + b"\n")
    assert (slip.code, slip.mark) == (code, Position(2, 7))
    assert slip.details == {"word": word, "converted": meant}


@pytest.mark.parametrize(("code", "raw", "word", "meant"), OLD.values(), ids=OLD.keys())
def test_old_vietnamese_encodings_are_recognised_when_saved_so(code: str, raw: bytes, word: str, meant: str) -> None:
    text = f"code: LA008\nsummary: Bánh của chúng tôi\nname: {raw.decode('cp1252')}\n"
    (slip,) = slips(text)
    assert (slip.code, slip.mark, slip.details) == (code, Position(3, 7), {"word": word, "converted": meant})


CONVERTED = [
    ("encoding.vni", "SAÛN PHAÅM", "SAÛN", "SẢN"),
    ("encoding.vni", "Nguyeãn", "Nguyeãn", "Nguyễn"),
    ("encoding.vni", "ñöôøng", "ñöôøng", "đường"),
    ("encoding.tcvn3", "B¸nh", "B¸nh", "Bánh"),
    ("encoding.tcvn3", "thÞt heo", "thÞt", "thịt"),
    ("encoding.tcvn3", "SẠCH, g¹o", "g¹o", "gạo"),
    ("encoding.misread-utf8", "Sáº£n", "Sáº£n", "Sản"),
    ("encoding.misread-utf8", "ngon, LiÃªn há»‡", "LiÃªn", "Liên"),
    ("encoding.misread-utf8", "Mật ong NhÃ£n", "NhÃ£n", "Nhãn"),
    ("encoding.misread-utf8", "cafÃ©", "cafÃ©", "café"),
    ("encoding.misread-utf8", "30 Ä‘á»“ng", "Ä‘á»“ng", "đồng"),
]


@pytest.mark.parametrize(("code", "text", "word", "meant"), CONVERTED)
def test_a_single_word_is_enough_and_shown_as_it_was_meant(code: str, text: str, word: str, meant: str) -> None:
    (slip,) = slips(text)
    assert (slip.code, slip.details) == (code, {"word": word, "converted": meant})
    assert slip.mark == Position(1, text.index(word) + 1)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_whole_sentences_of_misread_utf8_are_told_once(encoding: str) -> None:
    seen = SENTENCE.encode().decode(encoding, "replace" if encoding == "cp1252" else "strict").replace("\ufffd", "")
    assert [slip.code for slip in slips(seen)] == ["encoding.misread-utf8"]


GOOD = [
    "Hoà bình, toà nhà, khoá học, hoả hoạn, thuý, quý, loã thể; HOÀ, TOÀ, KHOÁ",
    "HỢP TÁC XÃ “XÔ”, CÀ PHÊ”, XÃ” – ‘XÃ’ XÃ… XÃ— XÃ™ 30 °C ± 5 · 1½ kg m² №",
    "«Hạng khá» và «cà phê», giá 5 €: “Ô”… l’Ân",
    "Đắk Lắk, Krông Búk, K’Ho, Kơ Nia, Buôn Ma Thuột, Pleiku, xoong, boòng",
    "Où est l’août ? Noël, Thaï, laïc, maïs, naïf, Loïc, Haïti, œuvre, «théâtre», goût, aiguë, païen, Saül",
    "El Niño, Raúl, aún, país, baúl; São João, leão; schön, für, Maß, Äpfel; Ærø, blå, köy, Åse, crème brûlée",
    "Sony® and © 2024, 5 µm, 10 µg, N·m, kW·h, a×b, 2×3, Lô¹, ghi chú², XÃ¹, 1ª, 2º, ¿qué?, ¡hola!",
    "Perché, può, ciò, così, lunedì, virtù; SÌ, PERÒ, CITTÀ",
    "binde-s©, Stürmer's©, ¶ đoạn mới, § 5, a·b, OCOP·Long An",
    "เมืองไทย ភាសាខ្មែរ 한국어 中文 العربية हिन्दी 👨\u200d👩\u200d👧",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_text_of_any_language_raises_no_alarm(text: str) -> None:
    assert slips(text) == []
    assert slips(unicodedata.normalize("NFD", text)) == []


FILES = sorted(file for file in (PROJECT / "content").rglob("*") if file.suffix in (".yaml", ".md"))


def test_the_content_of_the_project_raises_no_alarm() -> None:
    assert FILES
    for file in FILES:
        assert slips(decode(file.read_bytes())) == [], file


def test_control_characters_are_told_and_give_way_to_a_space() -> None:
    text, found = blemishes("a: x\x07y\nb: \x1b\tz\n")
    assert text == "a: x y\nb:  \tz\n"
    assert [(slip.code, slip.mark, slip.details["character"]) for slip in found] == [
        ("encoding.control-character", Position(1, 5), "U+0007"),
        ("encoding.control-character", Position(2, 4), "U+001B"),
    ]


def test_a_letter_lost_in_a_conversion_is_told() -> None:
    (slip,) = slips("name: B\ufffdnh tr\ufffdng")
    assert (slip.code, slip.mark) == ("encoding.lost-character", Position(1, 8))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("story: B?nh tr?ng ngon\n", ["B?nh"]),
        ("a: 1\nstory: Đ?c s?n\nb: ph?i s??ng\n", ["Đ?c", "ph?i"]),
        ("??c s?n\n", ["??c"]),
        ("(?n ngon)\n", ["?n"]),
        ("B?NH TR?NG\n", ["B?NH"]),
        ("name: {vi: C? Ch?u}\n", ["Ch?u"]),
        ("M?m. Ngon, r?!\n", ["M?m"]),
    ],
)
def test_letters_that_a_program_wrote_as_question_marks_are_told(text: str, words: list[str]) -> None:
    found = [slip for slip in slips(text) if slip.code == "encoding.lost-letters"]
    assert [slip.details["word"] for slip in found] == words
    assert text.split("\n")[found[0].mark.line - 1][found[0].mark.column - 1 :].startswith(words[0])


@pytest.mark.parametrize(
    "text",
    [
        "Ăn thế nào? Ngon không?",
        "Mua ở đâu?Ở chợ.",
        "gì?uống gì?",
        "Really?Yes, really?",
        "(vì sao?) “Vì sao?” **Vì sao?**",
        "https://example.org/tim?tu=banh example.org?x index.php?id=3 [a](https://example.org/a?b)",
        "Ngon?! ??? a ?Mua ngay",
    ],
)
def test_a_question_is_no_lost_letter(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("\u00d0ậu phộng", "Đậu phộng"),
        ("\u00f0ặc sản", "đặc sản"),
        ("\u0189ẶC SẢN", "ĐẶC SẢN"),
        ("201/Q\u00d0-UBND của H\u00d0ND", "201/QĐ-UBND của HĐND"),
        ("ma\u00f0ur, \u00deorlákshöfn, Þa\u00f0", "ma\u00f0ur, \u00deorlákshöfn, Þa\u00f0"),
    ],
)
def test_tidy_text_has_the_vietnamese_letter_for_those_that_look_like_it(typed: str, meant: str) -> None:
    assert tidy(typed) == meant


def test_tidy_text_is_composed_and_free_of_what_is_invisible() -> None:
    assert tidy(unicodedata.normalize("NFD", SENTENCE)) == SENTENCE
    assert tidy("\ufeffBá\u200bnh\u00ad") == "Bánh"


def test_tidy_text_keeps_few_marks_on_a_letter() -> None:
    assert tidy("o\u031b\u0301") == "ớ"
    assert tidy("x" + "\u0301" * 1000) == "x"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_told_with_a_place(raw: bytes) -> None:
    slip: Slip | None = None
    text = fit = ""
    try:
        text = decode(raw)
        fit, _ = blemishes(text)
    except Slip as refused:
        slip = refused
    assert len(fit) == len(text)
    assert slip is None or (slip.mark.line >= 1 and slip.mark.column >= 1)


WESTERN = st.characters(min_codepoint=0xA0, max_codepoint=0xFF) | st.sampled_from("aeouydbn €‘“\x91")


@settings(max_examples=300, deadline=None)
@given(st.text(WESTERN, max_size=60))
def test_any_western_text_is_read_or_told(text: str) -> None:
    for slip in slips(text):
        assert text.split("\n")[slip.mark.line - 1][slip.mark.column - 1 :]
