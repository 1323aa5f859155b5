"""A page is made anew where what it shows has changed, and not where a record has of which it shows another part."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ocop_site.dependencies import noted
from ocop_site.pages.planning import keys, plan
from tests.build.office import Thing
from tests.support import catalogue_of, editions_of
from tests.unit.small import CAKE, CERTIFIED, DAY, RICE, SAUCE, written

FILES = {
    "products/gao.yaml": f"{CERTIFIED}season: [11]\n",
    "products/mam.yaml": CERTIFIED,
    "products/banh.yaml": f"{CERTIFIED}goes_with: [gao]\n",
    "producers/nha.yaml": "phone: 0272 3822 055\nstory: {vi: Ba đời làm nghề.}\n",
    "places/cho.yaml": "name: {vi: Chợ}\nkind: shop\nstory: {vi: Đông vui.}\n",
    "pages/gioi-thieu.vi.md": "---\ntitle: Giới thiệu\nsummary: Về danh mục.\n---\nLời dẫn.\n",
    "news/hoi-cho.vi.md": "---\ntitle: Hội chợ\nsummary: Cuối tháng.\ndate: 2026-11-01\n---\nMời bạn đến.\n",
}

Page = tuple[str, str]
"""The kind and id of what a page is about."""

Asked = Mapping[Page, Mapping[tuple[str, ...], str]]
"""Of each page of an edition, the fingerprints of what it asked for."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    producer = "name: Nhà thử\nkind: farm\nsources: [s-so]\n" + FILES["producers/nha.yaml"]
    return written(tmp_path / "content", RICE, SAUCE, CAKE, files={**FILES, "producers/nha.yaml": producer})


def asked(content: Path) -> Asked:
    catalogue = catalogue_of(content, today=DAY, ledgers_bind=False)
    edition = editions_of(catalogue, content.parent / "pictures").default
    found = {}
    for key in keys(edition):
        with noted() as dependencies:
            plan(edition, key)
        found[key.kind, key.id] = {each.name: each.fingerprint for each in dependencies}
    return found


def made_anew(before: Asked, after: Asked) -> set[Page]:
    return {page for page in before if before[page] != after[page]}


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        (
            "products/gao.yaml",
            "Để thử.",
            "Gạo thơm.",
            {("products", "gao"), ("code", "VD001"), ("gtin", "09520000000011")},
        ),
        ("producers/nha.yaml", "Ba đời", "Bốn đời", {("producers", "nha")}),
        ("places/cho.yaml", "Đông vui.", "Vắng.", {("places", "cho")}),
        ("pages/gioi-thieu.vi.md", "Lời dẫn.", "Lời cuối.", {("pages", "gioi-thieu")}),
        ("news/hoi-cho.vi.md", "Mời bạn đến.", "Đã xong.", {("news", "hoi-cho")}),
    ],
)
def test_of_a_text_that_is_edited_only_pages_that_show_it(
    content: Path, file: str, old: str, new: str, pages: set[Page]
) -> None:
    before, text = asked(content), (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new), "utf-8")
    assert made_anew(before, asked(content)) == pages


def test_a_telephone_number_is_on_the_pages_of_the_maker_and_its_products(content: Path) -> None:
    before, file = asked(content), content / "producers/nha.yaml"
    file.write_text(file.read_text("utf-8").replace("055", "066"), "utf-8")
    anew = made_anew(before, asked(content))
    shown = {("producers", "nha"), ("products", "gao"), ("products", "mam"), ("products", "banh")}
    assert shown <= anew <= shown | {("my_list", "")}


def test_a_name_is_where_it_is_linked_from(content: Path) -> None:
    before, file = asked(content), content / "products/gao.yaml"
    file.write_text(file.read_text("utf-8").replace("vi: Gao", "vi: Gao moi"), "utf-8")
    anew = made_anew(before, asked(content))
    assert {("home", ""), ("a_z", ""), ("codes", ""), ("producers", "nha"), ("products", "banh")} <= anew
    assert ("places", "cho") not in anew


def test_a_product_that_comes_changes_no_page_that_links_to_another(content: Path) -> None:
    written(content, Thing("Tra", "tra", "VD004"))
    before = asked(content)
    (content / "products/tra.yaml").unlink()
    after = asked(content)
    assert not made_anew({page: before[page] for page in after if page[0] in ("products", "code", "places")}, after)
