"""What is gone is told once and first, as the cause, and its mentions are counted there."""

from pathlib import Path

import pytest

from ocop_site.problems import Problem
from tests.build.office import Thing
from tests.support import problems_of
from tests.unit.small import CAKE, DAY, RICE, SAUCE, written

CODES = "VD001: {product: gao, published: 2026-01-01}\nVD002: {product: mam, published: 2026-01-01}\n"

PUBLISHED = """\
records:
  products:
    gao: {since: 2026-01-01}
    mam: {since: 2026-01-01}
  producers:
    nha: {since: 2026-01-01}
    cu: {since: 2026-01-01, moved: nha}
    xua: {since: 2026-01-01, ended: 2026-05-01}
  places:
    cho: {since: 2026-01-01}
"""

MENTIONS = {
    "products/mam.yaml": "goes_with: [gao]\ncontains: [gao]\n",
    "places/a.yaml": "name: A\nkind: shop\nstock: [{product: gao}]\n",
    "places/b.yaml": "name: B\nkind: shop\nstock: [{product: gao}]\n",
}


def told(content: Path, *things: Thing, **files: str) -> list[Problem]:
    """What is told of a small catalogue with its ledgers."""
    more = {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
    written(content, *things, files={"codes.yaml": CODES, "published.yaml": PUBLISHED, **more})
    return problems_of(content, today=DAY)


def test_a_deleted_product_is_told_once_at_its_line_of_the_ledger(tmp_path: Path) -> None:
    content = written(tmp_path / "c", SAUCE, files={**MENTIONS, "codes.yaml": CODES, "published.yaml": PUBLISHED})
    [problem] = problems_of(content, today=DAY)
    assert (problem.code, str(problem.location)) == ("reference.lost-product", "c/published.yaml:3:5")
    assert problem.message("vi").startswith("sản phẩm “gao” (mã VD001) đã công bố nhưng tệp products/gao.yaml không")
    assert "4 chỗ còn nhắc đến: c/places/a.yaml:3:19, c/places/b.yaml:3:19, c/products/mam.yaml:6:13, …" in (
        problem.message("vi")
    )
    assert "withdrawn" in problem.message("en")


def test_a_deleted_product_that_nothing_mentions_is_told_once_too(tmp_path: Path) -> None:
    lost = [problem for problem in told(tmp_path / "c", SAUCE) if "gao" in problem.message("en")]
    assert [problem.code for problem in lost] == ["ledger.code-lost"]
    assert lost[0] == told(tmp_path / "c", SAUCE)[0], "before what follows from it"


def test_a_product_under_a_new_name_is_told_where_the_old_one_stands(tmp_path: Path) -> None:
    renamed = Thing("Gao", "gao-moi", "VD001")
    written(tmp_path / "c", SAUCE, files=MENTIONS)
    [problem] = told(tmp_path / "c", renamed)
    assert problem.code == "reference.moved"
    assert "hãy ghi gao-moi (cũng ở c/places/b.yaml:3:19" in problem.message("vi")


@pytest.mark.parametrize(
    ("producer", "code", "says"),
    [
        ("cu", "reference.moved", "“cu” nay là “nha”; hãy ghi nha"),
        ("xua", "reference.ended", "“xua” đã ngừng từ 2026-05-01"),
        ("la", "reference.producers", "không có chủ thể nào là “la”"),
        ("nhaa", "reference.producers-near", "có phải là “nha”?"),
    ],
)
def test_a_producer_that_is_not_there_is_told_once(tmp_path: Path, producer: str, code: str, says: str) -> None:
    content = written(tmp_path / "c", RICE, SAUCE, CAKE)
    for thing in (RICE, SAUCE, CAKE):
        path = content / "products" / f"{thing.id}.yaml"
        path.write_text(path.read_text("utf-8").replace("producer: nha", f"producer: {producer}"), "utf-8")
    (content / "codes.yaml").write_text(CODES, "utf-8")
    (content / "published.yaml").write_text(PUBLISHED, "utf-8")
    [problem] = problems_of(content, today=DAY)
    assert (problem.code, str(problem.location)) == (code, "c/products/banh.yaml:3:11")
    assert says in problem.message("vi")
    assert "(cũng ở c/products/gao.yaml:3:11, c/products/mam.yaml:3:11)" in problem.message("vi")


def test_a_place_that_is_gone_is_told_with_what_can_be_done(tmp_path: Path) -> None:
    [problem] = told(tmp_path / "c", RICE, SAUCE, trails__t="name: T\nsummary: S\nstops: [{place: cho}]\n")
    assert (problem.code, str(problem.location)) == ("reference.lost", "c/published.yaml:10:5")
    assert "“cho” (địa điểm) đã công bố" in problem.message("vi")
    assert "ended: <ngày>" in problem.message("vi")


def test_where_there_is_no_content_nothing_else_is_missing(tmp_path: Path) -> None:
    assert [problem.code for problem in problems_of(tmp_path / "nowhere")] == ["content.missing"]


def test_a_copied_product_is_told_once_and_its_original_not_at_all(tmp_path: Path) -> None:
    copy = Thing("Mam moi", "mam-moi", "VD002")
    written(tmp_path / "c", RICE, SAUCE, copy, files={"codes.yaml": CODES, "published.yaml": PUBLISHED})
    told_of_it = [each for each in problems_of(tmp_path / "c", today=DAY) if "products/mam" in str(each.location)]
    assert [(problem.code, str(problem.location)) for problem in told_of_it] == [
        ("product.code-twice", "c/products/mam-moi.yaml:1:7")
    ]
