"""What the model of a record cannot take is told so that its editor knows what to write."""

from pathlib import Path

import pytest

from ocop_site.problems import Problem
from tests.support import problems_of
from tests.unit.small import CAKE, DAY, RICE, SAUCE, written

PRODUCT, PRODUCER = "products/mam.yaml", "producers/nha.yaml"


def told(content: Path, file: str, text: str) -> list[Problem]:
    """What is told where such lines are added to a record of a small catalogue."""
    problems = problems_of(written(content, RICE, SAUCE, files={file: text}), today=DAY, ledgers_bind=False)
    return [problem for problem in problems if problem.is_error]


def changed(content: Path, file: str, line: str, wrong: str) -> list[Problem]:
    """What is told where a line of a record is another."""
    path = written(content, RICE, SAUCE) / file
    text = path.read_text("utf-8")
    assert line in text
    path.write_text(text.replace(line, wrong, 1), "utf-8")
    return [problem for problem in problems_of(content, today=DAY, ledgers_bind=False) if problem.is_error]


def the_one(problems: list[Problem]) -> Problem:
    assert [problem.code for problem in problems] == [problems[0].code], "one mistake is told once"
    return problems[0]


@pytest.mark.parametrize(
    ("written_as", "code", "shown"),
    [
        ("withdrawn: true", "value.not-group", "withdrawn: {on: 2026-08-01, reason: {vi: "),
        ("certificates: [{stars: 4, revoked: yes}]", "value.not-group", "revoked: {on: 2025-05-01"),
        ("packs: [{price: 185000}]", "value.not-group", "as_of (ngày hỏi giá). Viết như: price: {from: 185000, "),
        ("packs: [500 g, 1 kg]", "value.item-not-group", "net_weight (khối lượng hoặc thể tích)"),
        ("made_at: Cần Đước", "value.not-group", "made_at: {former_commune: my-le}"),
        ("photos: anh.jpg", "value.not-list-of-groups", "alt (trong ảnh có gì). Viết như: photos: [{"),
        ("photos:\n  file: anh.jpg\n  alt: Ảnh", "value.not-list-of-groups", "“photos” là danh sách gồm các nhóm mục"),
        ("marks: VietGAP", "value.not-list-of-groups", "marks: [{kind: vietgap}]"),
        ("allergens: cá, Sữa", "value.not-list-of-choices", "allergens: [fish, milk]. Có thể chọn: celery (cần tây)"),
        ("allergens: không có", "value.not-list-of-choices", "allergens: [fish]"),
        ("also_known_as: lạp xưởng, lap xuong", "value.not-list", "also_known_as: [lạp xưởng, lap xuong]"),
        ('goes_with: "tương #1"', "value.not-list", "goes_with: [gao-vi-du]"),
        ("season: tháng 5", "value.not-list", "season: [5, 6, 7]"),
        ("season: 5", "value.not-list", "season: [5]"),
        ("season: {from: 5}", "value.not-list", "season: [5, 6, 7]"),
        ("declaration: [1, 2]", "value.not-single-as", "declaration: 01/CB/2024"),
        ("taste: [mặn, thơm]", "text.shape-as", 'taste: {vi: "Mặn, thơm."}'),
        ("taste: {vn: Mặn}", "text.language-near", "“vi”"),
        ("taste: {vi: Mặn, Tiếng Anh: Salty}", "text.language-near", "“en”"),
        ("taste: {en: Salty}", "text.first-language", "“vi: …”"),
    ],
)
def test_a_value_of_another_shape_is_told_with_a_right_one(
    tmp_path: Path, written_as: str, code: str, shown: str
) -> None:
    problem = the_one(told(tmp_path / "c", PRODUCT, f"{written_as}\n"))
    assert problem.code == code
    assert shown in problem.message("vi")


@pytest.mark.parametrize(
    ("written_as", "code", "shown"),
    [
        ("price: 185000", "field.elsewhere", "packs: [{price: {from: 185000, as_of: 2026-08}}]"),
        ("gtin: 2000000000015", "field.elsewhere", "“gtin” (mã vạch) nằm trong packs (quy cách và giá)"),
        ("alt: Ảnh", "field.elsewhere", "photos: [{alt: "),
        ("issued: 2025-03-20", "field.elsewhere", "certificates: [{issued: 2023-01-10}]"),
        ("ngày cấp: 2025-03-20", "field.elsewhere", "“issued” (ngày cấp)"),
        ("packs: [{ingredients: Cá}]", "field.outside", "không nằm trong “packs”"),
        ("opening_hours: {mon: closed}", "field.of-another-kind", "địa điểm (places/)"),
        ("phone: 0272 3826 123", "field.of-another-kind", "chủ thể (producers/), địa điểm (places/)"),
        ("địa chỉ: ấp 3", "field.of-another-kind", "“addresses” (địa chỉ)"),
        ("certificate: []", "field.unknown-near", "“certificates”"),
        ("thành phần: Cá", "field.unknown-near", "“ingredients” (thành phần)"),
        ("quy_cach: 500 g", "field.unknown-near", "“packs”"),
        ("bảo quản: nơi mát", "field.unknown-near", "“storage” (cách bảo quản)"),
        ("hạn sử dụng: 6 tháng", "field.unknown-near", "“shelf_life” (hạn dùng)"),
        ("gia: 185000", "field.unknown-called", "packs > price (giá tham khảo của gói)"),
        ("xyzzy: 1", "field.unknown-of-many", "content/README.md giải thích từng mục: code, name, "),
        ("made_at: {commune: can-duoc, xyzzy: 1}", "field.unknown", "commune (xã hiện nay)"),
    ],
)
def test_an_unknown_field_is_told_with_the_place_where_it_belongs(
    tmp_path: Path, written_as: str, code: str, shown: str
) -> None:
    problem = the_one(told(tmp_path / "c", PRODUCT, f"{written_as}\n"))
    assert problem.code == code
    assert shown in problem.message("vi")
    assert problem.location.line == 6


def test_a_shelf_written_into_a_place_is_sent_to_its_stock(tmp_path: Path) -> None:
    place = "name: Chợ\nkind: shop\nshelf: A3\n"
    problem = the_one(told(tmp_path / "c", "places/cho.yaml", place))
    assert "stock: [{shelf: A3}]" in problem.message("en")


@pytest.mark.parametrize("wrong", ["nam", "ten", "Name", "tên sản phẩm"])
def test_what_is_missing_because_its_name_is_wrong_is_told_once(tmp_path: Path, wrong: str) -> None:
    problem = the_one(changed(tmp_path / "c", PRODUCT, "name:", f"{wrong}:"))
    assert problem.code == "field.unknown-near"
    assert "“name” (tên sản phẩm)" in problem.message("vi")


def test_what_is_missing_is_told_with_an_example(tmp_path: Path) -> None:
    problem = the_one(told(tmp_path / "c", PRODUCT, "photos: [{file: a.jpg}]\n"))
    assert "“alt” (trong ảnh có gì: cho người không nhìn thấy); viết như: alt: {vi: " in problem.message("vi")
    assert (
        "“alt” (what it shows: for people who do not see it) is missing; write it as in: alt: {vi: "
        in problem.message("en")
    )


def test_a_field_of_a_group_is_known_by_a_word_of_its_label(tmp_path: Path) -> None:
    problems = told(tmp_path / "c", PRODUCT, "withdrawn: {ngày: 2026-01-01, lý do: Nghỉ}\n")
    assert [problem.code for problem in problems] == ["field.unknown-near"] * 2
    assert [problem.details["near"] for problem in problems] == ["on", "reason"]


def test_a_list_that_holds_nothing_good_is_not_called_empty_as_well(tmp_path: Path) -> None:
    problems = changed(tmp_path / "c", PRODUCT, "sources: [s-so]", "sources: [https://example.org/bai]")
    assert "value.empty-list" not in [problem.code for problem in problems]
    assert the_one(changed(tmp_path / "d", PRODUCT, "sources: [s-so]", "sources: []")).code == "value.empty-list"


def test_no_example_is_announced_where_there_is_none(tmp_path: Path) -> None:
    problem = the_one(changed(tmp_path / "c", "site.yaml", "news: tin-tuc", "news: [tin, tuc]"))
    assert problem.code == "value.not-single"


def test_a_list_within_a_list_is_not_told_that_its_field_takes_one_value(tmp_path: Path) -> None:
    problem = the_one(changed(tmp_path / "c", PRODUCT, "sources: [s-so]", "sources: [[s-so]]"))
    assert problem.code == "value.not-single"


@pytest.mark.parametrize(
    "bounds",
    [
        "{south: 11, west: 105, north: 10, east: 106}",
        "{south: 10, west: 105, north: 10, east: 105}",
        "{south: 10, west: 105, north: 11000, east: 106}",
    ],
)
def test_bounds_hold_a_part_of_the_earth(tmp_path: Path, bounds: str) -> None:
    problem = the_one(told(tmp_path / "c", "map.yaml", f"bounds: {bounds}\nsources: [s-so]\n"))
    assert (problem.code, problem.location.line) == ("bounds.shape", 1)
    assert "{south: 10.396, " in problem.message("en")


def test_news_without_its_date_is_told_with_an_example(tmp_path: Path) -> None:
    problem = the_one(told(tmp_path / "c", "news/hop.vi.md", "---\ntitle: Họp\nsummary: Họp.\n---\nBài.\n"))
    assert "“date” (ngày của tin: tin tức phải có); viết như: date: 2019-03-14" in problem.message("vi")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hợp tác xã", "“cooperative” (hợp tác xã)"),
        ("HTX", "“cooperative” (hợp tác xã)"),
        ("HKD", "“household” (hộ kinh doanh, hộ sản xuất)"),
        ("HTX nông nghiệp", "“cooperative” (hợp tác xã)"),
        ("công ty", "“enterprise” (doanh nghiệp, công ty)"),
        ("doanh nghiệp", "“enterprise” (doanh nghiệp, công ty)"),
        ("hộ kinh doanh", "“household” (hộ kinh doanh, hộ sản xuất)"),
        ("Cooperative", "“cooperative” (hợp tác xã)"),
        ("enterprize", "“enterprise” (doanh nghiệp, công ty)"),
    ],
)
def test_a_value_in_vietnamese_is_known_and_all_are_told_with_their_meaning(
    tmp_path: Path, typed: str, meant: str
) -> None:
    problem = the_one(changed(tmp_path / "c", PRODUCER, "kind: farm", f"kind: {typed}"))
    assert meant in problem.message("vi")
    assert "farm (trang trại), household (hộ kinh doanh, hộ sản xuất)" in problem.message("vi")
    assert "farm, household (registered household business)" in problem.message("en")


def test_a_value_of_a_list_is_known_by_a_part_of_its_words(tmp_path: Path) -> None:
    assert "“milk” (sữa)" in the_one(told(tmp_path / "c", PRODUCT, "allergens: [sữa bò]\n")).message("vi")
    assert "“crustaceans” (tôm, cua)" in the_one(told(tmp_path / "d", PRODUCT, "allergens: [tôm]\n")).message("vi")


def test_what_is_like_nothing_is_not_sent_astray(tmp_path: Path) -> None:
    problem = the_one(changed(tmp_path / "c", PRODUCER, "kind: farm", "kind: chưa rõ"))
    assert problem.code == "value.not-one-of"
    assert "hãy chọn một trong: cooperative (hợp tác xã), " in problem.message("vi")


class TestTheNextFreeCode:
    """The one after the highest that was ever given: a gap may have been printed once."""

    def lines(self, content: Path, *codes: str) -> None:
        given = "".join(f"{code}: {{product: cu-{code.lower()}, published: 2026-01-01}}\n" for code in codes)
        (content / "codes.yaml").write_text(given, "utf-8")

    @pytest.mark.parametrize(("wrong", "code"), [("", "product.code-missing"), ("code: 2\n", "product.code-wrong")])
    def test_is_proposed_where_a_code_is_missing_or_wrong(self, tmp_path: Path, wrong: str, code: str) -> None:
        content = written(tmp_path / "c", RICE, SAUCE)
        self.lines(content, "VD007", "VD041", "XY900")
        path = content / PRODUCT
        path.write_text(path.read_text("utf-8").replace("code: VD002\n", wrong), "utf-8")
        problem = next(each for each in problems_of(content, today=DAY) if each.code == code)
        assert "VD042" in problem.message("vi")

    def test_is_another_for_each_that_lacks_one(self, tmp_path: Path) -> None:
        content = written(tmp_path / "c", RICE, SAUCE, CAKE)
        for name in ("mam", "banh"):
            path = content / "products" / f"{name}.yaml"
            path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
        missing = [each for each in problems_of(content, today=DAY) if each.code == "product.code-missing"]
        assert {each.details["free"] for each in missing} == {"VD002", "VD003"}

    def test_is_proposed_to_one_of_two_that_have_the_same(self, tmp_path: Path) -> None:
        twice = changed(tmp_path / "c", PRODUCT, "code: VD002", "code: VD001")
        assert [problem.code for problem in twice] == ["product.code-twice"] * 2
        assert {problem.details["free"] for problem in twice} == {"VD002"}

    def test_is_not_proposed_to_a_product_that_has_one_in_the_ledger(self, tmp_path: Path) -> None:
        content = written(tmp_path / "c", RICE, SAUCE)
        (content / "codes.yaml").write_text("VD002: {product: mam, published: 2026-01-01}\n", "utf-8")
        path = content / PRODUCT
        path.write_text(path.read_text("utf-8").replace("code: VD002", "code: 2"), "utf-8")
        problem = the_one(problems_of(content, today=DAY))
        assert problem.code == "product.code-wrong-given"
        assert "VD002" in problem.message("vi")


PLACE = "name: Gian hàng\nkind: ocop_stall\nstock: [{product: %s}]\n"


@pytest.mark.parametrize("written_as", ["VD002", "vd 002", "Mắm", "mắm"])
def test_a_thing_by_its_name_or_code_is_told_with_its_id(tmp_path: Path, written_as: str) -> None:
    content = written(tmp_path / "c", RICE, SAUCE, files={"places/a.yaml": PLACE % written_as})
    [problem] = [each for each in problems_of(content, today=DAY) if "places/" in str(each.location)]
    assert (problem.code, problem.details["proposal"]) == ("value.id-there", "mam")


def test_no_id_is_proposed_that_leads_nowhere(tmp_path: Path) -> None:
    content = written(tmp_path / "c", RICE, files={"places/a.yaml": PLACE % "Kẹo dừa"})
    [problem] = [each for each in problems_of(content, today=DAY) if "places/" in str(each.location)]
    assert problem.code == "reference.products"


def test_several_ids_that_no_comma_parts_are_told_with_commas(tmp_path: Path) -> None:
    content = written(tmp_path / "c", RICE, SAUCE, files={"places/a.yaml": PLACE % "gao; mam"})
    [problem] = [each for each in problems_of(content, today=DAY) if "places/" in str(each.location)]
    assert (problem.code, problem.details["proposal"]) == ("value.id-several", "gao, mam")


def test_a_picture_by_its_way_on_a_computer_is_told_with_its_name(tmp_path: Path) -> None:
    place = "name: A\nkind: shop\nphotos: [{file: 'C:\\Users\\Lan\\banh.jpg', alt: Bánh}]\n"
    content = written(tmp_path / "c", RICE, files={"places/a.yaml": place})
    [problem] = [each for each in problems_of(content, today=DAY) if "places/" in str(each.location)]
    assert (problem.code, problem.details["file"]) == ("reference.media-path", "banh.jpg")
