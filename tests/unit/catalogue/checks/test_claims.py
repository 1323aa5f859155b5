"""Words cannot say what the record does not: stars, validity, an effect on health, in any text of any kind."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ocop_site.problems import Problem
from tests.support import problems_of
from tests.unit.small import DAY, RICE, SAUCE, written

CARE = """
care:
  health_words: {vi: [chữa, chữa bệnh, bổ phổi], en: [good for the heart]}
  harmless: {vi: [sửa chữa], en: [salt cure]}
"""


def told(folder: Path, files: Mapping[str, str], care: str = CARE) -> list[Problem]:
    written(folder, RICE, SAUCE, files={"scheme.yaml": care, **files})
    found = problems_of(folder, today=DAY, ledgers_bind=False)
    return sorted((each for each in found if each.code.startswith("care.")), key=lambda each: each.location)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("products/gao.yaml", "also_known_as: [Gạo 5 sao]"),
        ("products/gao.yaml", "story: 'Gạo **5 sao** của làng'"),
        ("products/gao.yaml", "taste: {vi: Ngon., en: A four-star taste}"),
        ("products/mam.yaml", "packs: [{name: Hộp OCOP 4}]"),
        ("products/mam.yaml", "taste: 'Đạt 92 điểm OCOP'"),
        ("products/gao.yaml", "photos: [{file: a.jpg, alt: Gạo ⭐⭐⭐⭐}]"),
        ("products/gao.yaml", "links: [{kind: shop, url: 'https://example.org/', label: Gạo bốn sao}]"),
        ("products/gao.yaml", "say_it: Giấy chứng nhận còn hiệu lực"),
        ("producers/nha.yaml", "story: Chuyên hàng 4 sao"),
        ("producers/nha.yaml", "registered_name: HTX Năm Sao"),
        ("places/quan.yaml", "name: Quán OCOP 5 sao\nkind: shop\nsources: [s-so]"),
        ("trails/di.yaml", "name: Đường đi\nsummary: Toàn hàng ★★★★\nstops: [{producer: nha}]"),
        ("trails/di.yaml", "name: Đường đi\nsummary: Đi bộ\nstops: [{producer: nha, note: Ăn gạo 4 sao}]"),
        ("places/quan.yaml", "name: Quán\nkind: shop\nstory: '[Gạo](product:gao) 4 sao ở đây'\nsources: [s-so]"),
        (
            "news/tin.vi.md",
            "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nMở cửa.\n\n- [Gạo](product:gao) đạt 4 sao",
        ),
        ("news/tin.vi.md", "---\ntitle: Gạo làng đạt 4 sao\ndate: 2026-01-01\nsummary: Tin.\n---\nKể."),
        ("doors.yaml", "gao-ngon:\n  title: Gạo 4 sao\n  rule: {products: [gao]}"),
        ("year.yaml", "feasts: [{name: Lễ hội gạo 4 sao, lunar_day: 15/8, sources: [s-so]}]"),
        ("map.yaml", "towns: [{name: Gạo 4 sao, point: [10.5, 106.5]}]\nsources: [s-so]"),
    ],
)
def test_stars_in_words_are_an_error_that_names_their_field(tmp_path: Path, file: str, text: str) -> None:
    written(tmp_path / "c", RICE)
    (tmp_path / "c" / "media").mkdir()
    (tmp_path / "c" / "media" / "a.jpg").write_bytes(b"")
    [problem] = told(tmp_path / "c", {file: f"{before(tmp_path / 'c' / file)}{text}\n"})
    assert problem.code.startswith("care.star-words")
    assert problem.is_error
    assert all("certificates" in problem.message(language) for language in ("vi", "en"))


def before(file: Path) -> str:
    """What a file says already, where `written` would not keep it."""
    return file.read_text("utf-8") if file.exists() and file.parent.name == "producers" else ""


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("places/quan.yaml", "name: Quán\nstory: Toàn món 4 sao\nkind: shop\nsources: [s-so]"),
        ("places/quan.yaml", "name: Quán\nkind: shop\nstock: [{product: gao, shelf: OCOP 4 sao}]\nsources: [s-so]"),
        (
            "places/quan.yaml",
            "name: Quán\nkind: shop\nopening_hours: {mon: closed, note: Bán gạo bốn sao}\nsources: [s-so]",
        ),
        ("partners/ban.yaml", "name: Bạn\nkind: media\noffers: Bao tiêu gạo 4 sao\nsources: [s-so]"),
        ("news/tin.vi.md", "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nGao của làng đạt 4 sao."),
        ("doors.yaml", "gao-ngon:\n  title: Gạo\n  note: Gạo ở đây đạt 4 sao.\n  rule: {products: [gao]}"),
        ("pages/ve.vi.md", "---\ntitle: Về\nsummary: Trang.\n---\nMọi sản phẩm trong danh mục này còn hiệu lực."),
        ("notices/tin.yaml", "kind: warning\ndate: 2026-11-01\nproducts: [gao]\ntext: Gạo vẫn 4 sao.\nsources: [s-so]"),
    ],
)
def test_where_they_may_be_said_of_a_product_they_are_a_warning(tmp_path: Path, file: str, text: str) -> None:
    [problem] = told(tmp_path / "c", {file: f"{text}\n"})
    assert (problem.code, problem.is_error) == ("care.star-words-elsewhere", False)


def test_an_address_says_no_more_than_its_record(tmp_path: Path) -> None:
    link = "links: [{kind: article, url: 'https://example.org/gao-chua-ung-thu', label: Bài}]\n"
    assert [p.code for p in told(tmp_path / "a", {"products/gao.yaml": link})] == ["care.health-word"]
    named = "code: VD009\nname: Gạo\nproducer: nha\nsummary: Gạo.\nsources: [s-so]\n"
    assert [p.code for p in told(tmp_path / "b", {"products/gao-ocop-4-sao.yaml": named})] == ["care.star-words"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("products/gao.yaml", "story: Gần khách sạn 4 sao, năm sau lại đến, chương trình OCOP năm 2023"),
        ("products/gao.yaml", "story: Mỗi năm sao chè hai đợt"),
        ("products/gao.yaml", "story: Cho mo den het nam nay"),
        ("products/gao.yaml", "story: Lãi suất có hiệu lực đến hết vụ"),
        (
            "news/tin.vi.md",
            "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nTỉnh có 20 hàng 4 sao.\n\n[Gạo](product:gao).",
        ),
        ("pages/sao.vi.md", "---\ntitle: Hạng 3 sao, 4 sao, 5 sao\nsummary: Nghĩa của 5 sao.\n---\n4 sao là gì."),
    ],
)
def test_what_tells_of_the_programme_may_speak_of_stars(tmp_path: Path, file: str, text: str) -> None:
    assert told(tmp_path / "c", {file: f"{text}\n"}) == []


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("products/gao.yaml", "also_known_as: [Gạo bổ phổi]", 8),
        ("products/gao.yaml", "taste: {vi: Ngon., en: Chữa ho.}", 8),
        ("products/gao.yaml", "story:\n  vi: |-\n    Ngày xưa.\n\n    Lá này bổ\n    phổi.", 12),
        ("producers/nha.yaml", "story: good for the heart", 4),
        ("glossary.yaml", "đinh lăng: {vi: lá bo phoi, en: a leaf}", 1),
        ("trails/di.yaml", "name: Đường đi\nsummary: Đi bộ bổ phổi\nstops: [{producer: nha}]", 2),
        ("news/tin.vi.md", "---\ntitle: Trà chữa bệnh\ndate: 2026-01-01\nsummary: Tin.\n---\nKể.", 2),
        ("news/tin.vi.md", "---\ntitle: Trà\ndate: 2026-01-01\nsummary: Tin.\n---\nKể.\n\nTrà ch**ữ**a ho.", 8),
    ],
)
def test_a_claim_about_health_is_warned_of_at_its_line(tmp_path: Path, file: str, text: str, line: int) -> None:
    written(tmp_path / "c", RICE)
    [problem] = told(tmp_path / "c", {file: f"{before(tmp_path / 'c' / file)}{text}\n"})
    assert (problem.code, problem.is_error, problem.location.line) == ("care.health-word", False, line)


def test_harmless_phrases_warn_of_nothing(tmp_path: Path) -> None:
    assert told(tmp_path / "a", {"products/gao.yaml": "story: Xưởng sửa chữa máy, a salt cure\n"}) == []
    assert (
        told(tmp_path / "b", {"products/gao.yaml": "story: Lá này bổ phổi\n"}, "care: {harmless: {vi: [bổ phổi]}}")
        == []
    )


@pytest.mark.parametrize("words", ["tốt cho dạ dày", "hạ mỡ máu", "strengthens your bones", "降血压", "면역"])
def test_the_program_has_lists_of_its_own_and_a_scheme_adds_to_them(tmp_path: Path, words: str) -> None:
    text = {"products/gao.yaml": f"story: Gạo này {words}, dẻo như tơ trời\n"}
    assert [p.code for p in told(tmp_path / "a", text, "begun: 2018-05-07")] == ["care.health-word"]
    assert len(told(tmp_path / "b", text, "care: {health_words: {vi: [tơ trời]}}")) == 2


@pytest.mark.parametrize(
    "words", ["có giấy chứng nhận sản phẩm OCOP", "đã được công nhận OCOP", "đạt chuẩn OCOP", "an OCOP-certified food"]
)
def test_recognition_in_words_needs_a_certificate(tmp_path: Path, words: str) -> None:
    said, certificate = f"story: Gạo {words}.\n", "certificates: [{stars: 3, as_of: 2025, sources: [s-so]}]\n"
    assert [p.code for p in told(tmp_path / "a", {"products/gao.yaml": said})] == ["care.recognised-words"]
    assert told(tmp_path / "b", {"products/gao.yaml": said + certificate}) == []


@pytest.mark.parametrize("words", ["Gao vừa được công nhận OCOP", "HTX được cấp bằng OCOP cho Gao"])
def test_elsewhere_it_is_a_warning_where_the_product_is_named(tmp_path: Path, words: str) -> None:
    files = {"places/quan.yaml": f"name: Quán\nkind: shop\nstory: {words}\nsources: [s-so]\n"}
    [problem] = told(tmp_path / "a", files)
    assert (problem.code, problem.is_error) == ("care.recognised-words", False)
    certificate = "certificates: [{stars: 3, as_of: 2025, sources: [s-so]}]\n"
    assert told(tmp_path / "b", {**files, "products/gao.yaml": certificate}) == []


def test_what_is_not_recognised_yet_may_say_so(tmp_path: Path) -> None:
    assert (
        told(tmp_path / "c", {"products/gao.yaml": "story: Gạo chưa được công nhận OCOP, not OCOP-certified.\n"}) == []
    )
