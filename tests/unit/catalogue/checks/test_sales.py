"""A spirit is neither sold nor recommended in words: not in its own record, not in another."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ocop_site.problems import Problem
from tests.support import problems_of
from tests.unit.small import DAY, RICE, written

SPIRIT = "code: VD009\nname: Đế Gò Đen\nset: 14\nproducer: nha\nsummary: Rượu trắng.\nsources: [s-so]\n"


def told(folder: Path, files: Mapping[str, str], fields: str = "") -> list[Problem]:
    written(folder, RICE, files={"products/de.yaml": f"{SPIRIT}{fields}\n", **files})
    return [each for each in problems_of(folder, today=DAY, ledgers_bind=False) if each.code.startswith("care.")]


@pytest.mark.parametrize(
    "fields",
    [
        "story: Một chai 150.000 đồng.",
        "story: Một chai chín chục ngàn.",
        "story: Yours for VND 90,000.",
        "story: '[Đặt](https://shopee.vn/de)'",
        "packs: [{name: Chai 90k}]",
        "taste: 'Ngon, mua hai chai tặng một chai.'",
        "story: 'Giao tận nhà, nhắn tin để đặt.'",
        "how_to_use: Làm quà Tết rất hợp.",
        "links: [{kind: article, url: 'https://shopee.vn/de', label: Bài viết}]",
        "links: [{kind: maker, url: 'https://example.org/', label: Đặt hàng tại đây}]",
    ],
)
def test_its_own_record_offers_no_spirit(tmp_path: Path, fields: str) -> None:
    [problem] = told(tmp_path / "c", {}, fields)
    assert (problem.code, problem.is_error) == ("care.spirit-sold", True)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("products/gao.yaml", "story: Mua kèm một chai rượu đế."),
        ("products/gao.yaml", "links: [{kind: shop, url: 'https://example.org/', label: Rượu đế}]"),
        ("places/quan.yaml", "name: Quán\nkind: shop\nstory: Quầy bán rượu đế 50.000 đồng.\nsources: [s-so]"),
        (
            "places/quan.yaml",
            "name: Quán\nkind: shop\nopening_hours: {mon: closed, note: Giảm giá rượu}\nsources: [s-so]",
        ),
        ("trails/di.yaml", "name: Đường\nsummary: Đi\nstops: [{producer: nha, note: Mua một can rượu đế}]"),
        (
            "news/tin.vi.md",
            "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Tin.\n---\nHội.\n\nRượu đế: 70.000 đồng.",
        ),
        ("news/tin.vi.md", "---\ntitle: Đặt mua rượu đế\ndate: 2026-01-01\nsummary: Tin.\n---\nHội."),
        ("news/tin.vi.md", "---\ntitle: Tin\ndate: 2026-01-01\nsummary: Giao rượu đế toàn quốc.\n---\nHội."),
        ("glossary.yaml", "rượu đế: {vi: 'bán ở chợ, 50 nghìn đồng'}"),
    ],
)
def test_no_other_record_offers_one(tmp_path: Path, file: str, text: str) -> None:
    [problem] = told(tmp_path / "c", {file: f"{text}\n"})
    assert (problem.code, problem.is_error) == ("care.spirit-sold", False)
    assert problem.location.file.endswith(Path(file).name)


def test_a_recall_may_tell_what_is_paid_back_and_a_name_is_no_offer(tmp_path: Path) -> None:
    notice = "kind: recall\ndate: 2026-11-01\nproducts: [de]\ntext: Rượu đế lỗi, hoàn 120.000 đồng.\nsources: [s-so]\n"
    assert told(tmp_path / "a", {"notices/n.yaml": notice}) == []
    box = "code: VD010\nname: Hộp quà Tết\nproducer: nha\ncontains: [de]\nsummary: Hộp.\nsources: [s-so]\n"
    assert told(tmp_path / "b", {"products/hop.yaml": box}) == []


@pytest.mark.parametrize(
    "story",
    ["Gạo này nấu được rượu. Bán tại quầy, 20.000 đồng.", "Ướp rượu trắng, bán tại quầy.", "Nghề nấu rượu có từ xưa."],
)
def test_what_is_offered_beside_a_drink_and_a_drink_that_is_only_spoken_of_are_none(tmp_path: Path, story: str) -> None:
    assert told(tmp_path / "c", {"products/gao.yaml": f"story: {story}\n"}) == []


def test_a_food_that_leads_to_a_spirit_is_warned_of(tmp_path: Path) -> None:
    [problem] = told(tmp_path / "c", {"products/gao.yaml": "story: '[chai này](product:de)'\n"})
    assert (problem.code, problem.is_error) == ("care.spirit-linked", False)
    assert problem.location.file.endswith("gao.yaml")
