"""Shared pictures: words in letters that there are, in lines that fit; a recall before everything; the same bytes."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from PIL.Image import Image as Picture

from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.metadata import extras
from ocop_site.pictures.shots import rendition
from ocop_site.pictures.social.backdrop import ALERT, RIVER, SEALS, backdrop
from ocop_site.pictures.social.card import SIZE, SocialCard
from ocop_site.pictures.social.composing import composed
from ocop_site.pictures.social.faces import FACES, NAME, Face
from ocop_site.pictures.social.key import key_of
from ocop_site.pictures.social.letters import KNOWN, can_write, plain
from ocop_site.pictures.social.setting import ELLIPSIS, fitted
from ocop_site.units import Pixel
from tests.support import some

CARD = SocialCard(
    "OCOP Mẫu", ("Lạp xưởng Mẫu", "Sample sausage"), ("Cơ sở Mẫu", "xã Mẫu"), "told", ("Chưa rõ", "Unknown")
)

LONG = (
    "Nghiêng",
    "Gạo huyết rồng Mộc Hóa loại thượng hạng đóng túi hút chân không dành cho bữa cơm ngày Tết của cả nhà",
    "Sản phẩm – của một cơ sở - có tên dài · và nhiều dấu / trong tên",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
)


def file_of(colour: str, size: tuple[int, int] = (400, 300)) -> tuple[Rendition, bytes]:
    """A thing of one colour that is cut out."""
    file = BytesIO()
    Image.new("RGBA", size, colour).save(file, "PNG")
    made = rendition("social-cutout", "webp", (Pixel(size[0]), Pixel(size[1])), file.getvalue())
    return made, file.getvalue()


def picture(card: SocialCard, *things: tuple[Rendition, bytes]) -> Picture:
    return Image.open(BytesIO(composed(card.with_things(tuple(each for each, _ in things)), dict(things)))).convert(
        "RGB"
    )


def share_of(picture: Picture, colour: str, box: tuple[int, int, int, int]) -> float:
    """The part of a box that has about a colour."""
    part = picture.crop(box)
    apart = ImageChops.difference(part, Image.new("RGB", part.size, colour)).convert("L").point(lambda step: step < 24)
    return sum(apart.histogram()[1:]) / (part.width * part.height)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_both_faces_have_every_letter_that_is_taken_for_known(face: Face) -> None:
    assert [letter for letter in some(sorted(KNOWN)) if not face.has(letter)] == []


@pytest.mark.parametrize("text", ["한국 김치", "جبن", "寿司", "Mẫu 🍚"])
def test_what_the_faces_lack_is_not_written(text: str) -> None:
    assert not can_write(text)


def test_other_letters_that_both_have_are_written() -> None:
    assert can_write("Ổi – “Ngọc Lan” 1,5 kg, Crème brûlée, Žižkov")


def test_letters_with_marks_beside_them_are_written_as_one() -> None:
    assert plain("Ô\u0309i\u2068 va\u0300 \n e\u0302") == "Ổi và ê"


def test_pairs_of_letters_stand_as_close_as_the_font_says() -> None:
    for face in FACES:
        assert face.width("AV", 100) < face.width("A", 100) + face.width("V", 100)
        assert face.width("oo", 100) == pytest.approx(2 * face.width("o", 100), abs=3)


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("width", [300, 560, 1072])
def test_words_never_leave_their_room_and_what_is_cut_says_so(text: str, width: int) -> None:
    block = fitted(text, NAME, (80, 60, 44), width, 3)
    assert len(block.lines) <= 3
    assert block.width <= width
    said = " ".join(block.lines).replace("\xa0", " ")
    assert said == text or said.endswith(ELLIPSIS)
    assert all(line[0] not in "-–·/" for line in block.lines)


def test_lines_are_about_as_long_as_one_another() -> None:
    text, width = "Khô cá sặc bổi Đồng Tháp Mười", 900
    assert NAME.width("Khô cá sặc bổi Đồng", 80) < width < NAME.width(text, 80)
    assert fitted(text, NAME, (80,), width, 3).lines == ("Khô cá sặc bổi", "Đồng Tháp Mười")


def test_it_is_a_jpeg_of_the_size_that_is_asked_for_with_nothing_but_the_picture() -> None:
    body = composed(CARD, {})
    with Image.open(BytesIO(body)) as opened:
        assert (opened.format, opened.size) == ("JPEG", SIZE)
    assert extras(body, "jpeg") == []
    assert len(body) < 60_000


def test_the_same_card_is_the_same_bytes_and_any_other_word_another_key() -> None:
    thing = file_of("#9B2C2C")
    card = CARD.with_things((thing[0],))
    assert composed(card, dict([thing])) == composed(card, dict([thing]))
    others = [CARD, card, SocialCard("OCOP Mẫu", ("Lạp xưởng",)), SocialCard("OCOP Mẫu", ("Lạp xưởng",), ground="leaf")]
    assert len({key_of(each) for each in others}) == len(others)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_things_lie_at_the_right_and_the_first_in_front(count: int) -> None:
    colours = ["#C81E1E", "#1EA03C", "#283CC8", "#E6C83C", "#111111", "#888888"]
    shown = picture(CARD, *[file_of(colour) for colour in colours[:count]])
    right = (640, 0, *SIZE)
    assert share_of(shown, colours[0], right) > 0.15
    for colour in colours[1 : min(count, 5)]:
        assert share_of(shown, colour, right) > 0.01
    assert share_of(shown, colours[0], (0, 0, 560, 480)) == 0


def test_words_stand_on_the_ground_of_the_thing() -> None:
    for ground in ("rice", "river", "leaf", "clay", "lotus", "mud"):
        assert picture(SocialCard("OCOP", ("Tên",), ground=ground)).getpixel((900, 30)) == pytest.approx(
            backdrop(ground).getpixel((900, 30)), abs=4
        )


def test_a_recall_stands_in_a_band_above_everything_and_nothing_lies_beside_it() -> None:
    shown = picture(SocialCard("OCOP Mẫu", ("Mẫu mắm",), recall=("Thu hồi sản phẩm", "Product recall")))
    assert share_of(shown, ALERT, (0, 0, SIZE[0], 170)) > 0.8
    assert share_of(shown, "#FBF7EE", (700, 200, SIZE[0], 500)) > 0.99


def test_without_a_word_that_can_be_written_the_thing_is_still_shown() -> None:
    assert share_of(picture(SocialCard("", ()), file_of("#C81E1E")), "#C81E1E", (640, 0, *SIZE)) > 0.15


def test_the_name_and_the_mark_are_in_the_colour_of_the_site() -> None:
    name = (0, 40, 500, 100)
    for about in (SocialCard("OCOP Mẫu", ("Tên",), brand="#7A1200"), SocialCard("OCOP Mẫu", ("Tên",))):
        shown = picture(about)
        assert (share_of(shown, "#7A1200", name) > 0.02) == bool(about.brand)
        assert (share_of(shown, RIVER, name) > 0.02) == (not about.brand)


def test_every_form_of_the_seal_is_drawn() -> None:
    plain_one = composed(SocialCard("OCOP", ("Tên",), told=("Chưa rõ",)), {})
    drawn = {composed(SocialCard("OCOP", ("Tên",), seal=form, told=("Chưa rõ",)), {}) for form in sorted(SEALS)}
    assert len(drawn | {plain_one}) == len(SEALS) + 1
