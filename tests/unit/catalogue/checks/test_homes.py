"""What a household has not agreed to show is found in every word of the catalogue, however it is written."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, RICE, written

HOME = """\
name: Cô Lan
kind: household
phone: 0903456789
zalo: 0912 345 678
email: lan@example.org
addresses: [{line: "số 12, đường Lê Lợi, ấp 3", commune: an-mau, point: [10.5, 106.6]}]
sources: [s-so]
"""


def told(folder: Path, files: Mapping[str, str], home: str = HOME) -> list[tuple[str, str, int]]:
    written(folder, RICE, files={"producers/nha.yaml": home, **files})
    found = problems_of(folder, today=DAY, ledgers_bind=False)
    return [
        (p.code, Path(p.location.file).name, p.location.line)
        for p in found
        if p.code in ("care.household", "care.person")
    ]


COMMUNE = "commune: an-mau"


@pytest.mark.parametrize(
    "words",
    [
        "Gọi 0903456789", "Gọi (0903) 456 789", "Gọi 0903/456/789", "Gọi 0903.456.789", "Gọi 0903–456–789",
        "+84 903 456 789", "Gọi 0903\u00a0456\u202f789", "0 9 0 3 4 5 6 7 8 9",
        "không chín không ba bốn năm sáu bảy tám chín", "không chín không ba, bốn trăm năm mươi sáu, bảy tám chín",
        "[gọi](tel:+84903456789)", "[thư](mailto:lan@example.org)", "lan+gao@example.org", "Thư Lan@Example.org",
        "số mười hai Lê Lợi ấp ba",
        "Zalo 0912345678",
        "Thư lan@example.org", "Thư LAN (at) example.org", "lan [a còng] example [chấm] org",
        "Nhà số 12, đường Lê Lợi, ấp 3",
        "SỐ 12 ĐƯỜNG LÊ LỢI ẤP 3", "so 12 duong le loi ap 3", "bản đồ 10.5001, 106.6002",
    ],
)  # fmt: skip
def test_a_secret_is_found_in_any_writing(tmp_path: Path, words: str) -> None:
    assert told(tmp_path / "c", {"products/gao.yaml": f'story: "{words}"\n'}) == [("care.household", "gao.yaml", 8)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("products/gao.yaml", "links: [{kind: shop, url: 'https://zalo.me/0903456789', label: Zalo}]"),
        (
            "products/gao.yaml",
            "links: [{kind: shop, url: 'https://maps.example.org/?q=10.5001%2C106.6002', label: Đường}]",
        ),
        ("products/gao.yaml", "certificates: [{stars: 3, holder: Hộ 0903456789, as_of: 2025, sources: [s-so]}]"),
        ("places/quan.yaml", "name: Quán\nkind: shop\nphone: 0903456789\nsources: [s-so]"),
        (
            "places/quan.yaml",
            f"name: Quán\nkind: shop\naddress: {{{COMMUNE}, point: [10.5005, 106.6005]}}\nsources: [s-so]",
        ),
        (
            "places/quan.yaml",
            f"name: Quán\nkind: shop\naddress: {{{COMMUNE}, line: số 12 đường Lê Lợi ấp 3}}\nsources: [s-so]",
        ),
        ("trails/di.yaml", "name: Đường đi\nsummary: Hẹn qua 0903 456 789\nstops: [{producer: nha}]"),
        ("partners/ban.yaml", "name: Bạn\nkind: media\noffers: Gọi 0903 456 789\nsources: [s-so]"),
        ("news/tin.vi.md", "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nGọi 0903 456 789."),
        ("glossary.yaml", "gạo: {vi: hỏi 0903 456 789}"),
    ],
)
def test_a_secret_is_found_in_any_field_of_any_record(tmp_path: Path, file: str, text: str) -> None:
    [(code, name, _)] = told(tmp_path / "c", {file: f"{text}\n"})
    assert (code, name) == ("care.household", Path(file).name)


@pytest.mark.parametrize(
    "name", ["registered_name: Hộ 0903456789", "visits: {welcome: true, note: Nhà ở ấp 3 số 12 đường Lê Lợi ấp 3}"]
)
def test_it_is_found_in_the_households_own_record_too(tmp_path: Path, name: str) -> None:
    assert told(tmp_path / "c", {}, f"{HOME}{name}\n") != []


@pytest.mark.parametrize(
    "text",
    [
        "declaration: 01/NGUYENVANAN/2024",
        "certificates: [{stars: 3, holder: Trần Thị Lan, as_of: 2025, sources: [s-so]}]",
    ],
)
def test_a_persons_name_is_no_holder_and_no_number(tmp_path: Path, text: str) -> None:
    assert [code for code, _, _ in told(tmp_path / "c", {"products/gao.yaml": f"{text}\n"})] == ["care.person"]


def test_what_a_household_agreed_to_show_is_no_secret(tmp_path: Path) -> None:
    text = {"products/gao.yaml": 'story: "Gọi 0903456789, số 12, đường Lê Lợi, ấp 3"\n'}
    agreed = "consent: {on: 2026-01-01, scope: [%s]}\n"
    assert told(tmp_path / "all", text, HOME + agreed % "address, contact") == []
    assert told(tmp_path / "half", text, HOME + agreed % "contact") != []
    assert told(tmp_path / "other", text, HOME.replace("household", "farm")) == []


def test_where_others_have_the_same_hamlet_nothing_is_told(tmp_path: Path) -> None:
    home = HOME.replace("số 12, đường Lê Lợi, ấp 3", "ấp 3")
    place = f"name: Quán\nkind: shop\naddress: {{{COMMUNE}, line: ấp 3, point: [10.6, 106.6]}}\nsources: [s-so]\n"
    assert (
        told(
            tmp_path / "c",
            {"places/quan.yaml": place, "products/gao.yaml": "made_at: {commune: an-mau, line: ấp 3}\n"},
            home,
        )
        == []
    )
    assert told(tmp_path / "d", {"products/gao.yaml": "story: Làm ở Ấp  3.\n"}, home) == [
        ("care.household", "gao.yaml", 8)
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Gọi 0987 654 321", "care.household"),
        ("Alo em Bảy 0987 654 321 nha", "care.household"),
        ("The owner is Mrs Tran Thi Lanh", "care.person"),
        ("Viết cho lan.72@gmail.com", "care.household"),
        ("Gmail: lan72", "care.household"),
        ("Tọa độ 10.49123, 106.59456", "care.household"),
        ("Lò ở nhà 12/3", "care.household"),
        ("Nhà số 45, tổ 7", "care.household"),
        ("[gọi](https://zalo.me/0987654321)", "care.household"),
        ("Bà Nguyễn Thị Sen làm bánh", "care.person"),
        ("CCCD 080123456789", "care.person"),
    ],
)
def test_what_its_record_does_not_even_keep_is_found_in_a_households_own_texts(
    tmp_path: Path, words: str, code: str
) -> None:
    home = "name: Cô Lan\nkind: household\nsources: [s-so]\n"
    assert told(tmp_path / "c", {"products/gao.yaml": f'story: "{words}"\n'}, home) == [(code, "gao.yaml", 8)]


@pytest.mark.parametrize(
    "words", ["Đường mang tên ông Nguyễn Văn Tiếp", "Lô 0912-345 còn 345 cái", "Từ năm 1987, 12 người thợ"]
)
def test_streets_and_figures_are_no_secrets(tmp_path: Path, words: str) -> None:
    home = "name: Cô Lan\nkind: household\nsources: [s-so]\n"
    assert told(tmp_path / "c", {"products/gao.yaml": f'story: "{words}"\n'}, home) == []


@pytest.mark.parametrize(
    ("file", "text", "count"),
    [
        ("news/tin.vi.md", "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nBà Trần Thị Lành mở lò Cô Lan.", 1),
        ("trails/di.yaml", "name: Đường\nsummary: Đi\nstops: [{producer: nha, note: Gặp bà Trần Thị Lành}]", 1),
        ("news/tin.vi.md", "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nBà Trần Thị Lành nói.", 0),
    ],
)
def test_a_person_named_beside_a_household_is_asked_about(tmp_path: Path, file: str, text: str, count: int) -> None:
    assert [code for code, _, _ in told(tmp_path / "c", {file: f"{text}\n"})] == ["care.person"] * count


@pytest.mark.parametrize("words", ["Cô Lan ở ấp 3, gọi 0987 654 321", "[Lò ấy](producer:nha): Zalo 0987654321"])
def test_a_number_beside_a_household_in_the_news_is_told_at_its_line(tmp_path: Path, words: str) -> None:
    news = f"---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nHội chợ, gọi 0272 3826 123.\n\n{words}\n"
    assert told(tmp_path / "c", {"news/tin.vi.md": news}) == [("care.household", "tin.vi.md", 8)]
