"""A display face is cut to what is needed, and what a browser waits for is at most so many bytes."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from ocop_site.theme.look.cutting import MOST_BYTES, CutFace, cut
from ocop_site.theme.look.faces import FACES, DisplayFace
from ocop_site.theme.look.letters import ALPHABET

CYRILLIC = "".join(map(chr, range(0x410, 0x450)))


@pytest.fixture(params=FACES)
def face(request: pytest.FixtureRequest) -> DisplayFace:
    return FACES[request.param]


def letters_of(made: CutFace) -> set[str]:
    return {chr(code) for code in opened(made).getBestCmap()}


def opened(made: CutFace) -> TTFont:
    return TTFont(BytesIO(made.woff2))


def test_every_face_has_the_whole_alphabet_in_a_few_bytes(face: DisplayFace) -> None:
    made = cut(face, "")
    assert letters_of(made) >= ALPHABET - {"\u00a0"}
    assert {"Ầ", "ộ", "Ữ", "ỵ", "Đ"} <= ALPHABET
    assert len(made.woff2) < MOST_BYTES * 0.6
    assert made.left_out == ""


def test_a_letter_of_a_name_is_added_where_the_face_has_it(face: DisplayFace) -> None:
    made = cut(face, "üЖ한")
    assert {"ü", "Ж"} <= letters_of(made)
    assert "한" not in letters_of(made)
    assert (made.left_out, "U+4??" in made.ranges, "U+D5??" in made.ranges) == ("", True, False)


def test_it_is_the_same_bytes_whenever_it_is_cut(face: DisplayFace) -> None:
    assert cut(face, "ü") == cut(face, "ü")


def test_it_has_another_name_than_its_makers_reserved_and_keeps_their_licence(face: DisplayFace) -> None:
    names = opened(cut(face, ""))["name"]
    assert {names.getDebugName(number) for number in (1, 4, 6)} == {"Display"}
    assert "Open Font License" in names.getDebugName(13)
    assert names.getDebugName(0)


def test_letters_are_set_beside_one_another_as_their_makers_wanted() -> None:
    assert "GPOS" in opened(cut(FACES["source-serif"], ""))


def test_what_has_no_room_goes_the_distances_first_then_the_letters_beyond_the_alphabet() -> None:
    face = FACES["source-serif"]
    whole = cut(face, CYRILLIC)
    without_distances = cut(face, CYRILLIC, len(whole.woff2) - 1)
    without_letters = cut(face, CYRILLIC, len(without_distances.woff2) - 1)
    assert (whole.left_out, without_distances.left_out, without_letters.left_out) == ("", "", CYRILLIC)
    assert letters_of(whole) == letters_of(without_distances) > letters_of(without_letters)
    assert letters_of(without_letters) == letters_of(cut(face, ""))


def test_the_licence_of_every_face_lies_beside_it(face: DisplayFace) -> None:
    assert b"SIL OPEN FONT LICENSE Version 1.1" in face.licence_path.read_bytes()
