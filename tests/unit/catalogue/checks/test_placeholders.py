"""What is unknown is left out: what people write in its place is told wherever it stands."""

from pathlib import Path

import pytest

from ocop_site.records.values.placeholders import placeholder
from tests.support import problems_of
from tests.unit.small import DAY, SAUCE, written

UNKNOWN = ["N/A", "n/a", "TODO", "TBD", "Chưa có", "không có", "Không có thông tin.", "đang cập nhật",
           "Đang cập nhật...", "sẽ bổ sung sau", "chưa rõ", "xxx", "...", "…", "???", "-", "[TODO]",
           "TODO: hỏi cơ sở", "#N/A", "Lorem ipsum dolor", "unknown", "To be updated",
           "Ngon ??", "Bánh ??? ngon", "<điền vào đây>", "[tên sản phẩm] ngon"]  # fmt: skip
KNOWN = ["Ăn thế nào?", "Không", "Na", "Na dai", "Trong", "Trống", "A3", "1/2", "XX", "Chưa có ở nơi nào khác.",
         "Không có chất bảo quản", "Cập nhật từ năm 2015", "Mọi thứ đều có...", "Ngon không?", "Thật à??",
         "[Tên cũ](product:gao)", "<gạo>", "Một.\n\n---\n\nHai."]  # fmt: skip


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_stands_for_something_unknown_is_told_at_its_text(tmp_path: Path, text: str) -> None:
    content = written(tmp_path / "c", SAUCE, files={"products/mam.yaml": f"taste:\n  vi: Mặn\n  en: '{text}'\n"})
    [problem] = problems_of(content, today=DAY, ledgers_bind=False)
    assert (problem.code, problem.location.line) == ("value.placeholder", 8)
    assert problem.is_error


@pytest.mark.parametrize("text", KNOWN)
def test_what_is_known_is_no_placeholder(text: str) -> None:
    assert placeholder(text) is None


@pytest.mark.parametrize(
    "line", ["taste: N/A", "also_known_as: [Mắm, '???']", "declaration: đang cập nhật", "ocop_code: chưa có",
             "set: '-'", "season: ['?']", "packs: [{net_weight: TBD}]"],
)  # fmt: skip
def test_no_field_takes_a_placeholder(tmp_path: Path, line: str) -> None:
    content = written(tmp_path / "c", SAUCE, files={"products/mam.yaml": f"{line}\n"})
    assert [p.code for p in problems_of(content, today=DAY, ledgers_bind=False)] == ["value.placeholder"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Đang cập nhật", 6),
        ("Một.\n\nTODO: viết tiếp", 8),
        ("Giá #N/A đồng.", 6),
        ("Một.\n\nN/A\n\nHai.", 8),
        ("- Gạo\n- Chưa có", 7),
    ],
)
def test_an_article_holds_no_placeholder(tmp_path: Path, body: str, line: int) -> None:
    news = f"---\ntitle: Tin\ndate: 2025-01-01\nsummary: Một tin.\n---\n{body}\n"
    content = written(tmp_path / "c", SAUCE, files={"news/tin.vi.md": news})
    problems = [p for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error]
    assert [(p.code, p.location.line) for p in problems] == [("value.placeholder", line)]


def test_a_line_across_an_article_is_no_placeholder(tmp_path: Path) -> None:
    news = "---\ntitle: Tin\ndate: 2025-01-01\nsummary: Một tin.\n---\nMột.\n\n---\n\n...\n\nHai.\n"
    content = written(tmp_path / "c", SAUCE, files={"news/tin.vi.md": news})
    assert [p.code for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error] == []
