"""An export is made anew where what it tells has changed: not every edit of a record makes all of them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ocop_site.dependencies import noted
from ocop_site.exports.exports import EXPORTS
from tests.support import catalogue_of, editions_of
from tests.unit.small import CERTIFIED, DAY, RICE, SAUCE, written

MAKER = "name: Nhà thử\nkind: farm\nphone: 0272 3822 055\nstory: {vi: Ba đời làm nghề.}\nsources: [s-so]\n"
PLACE = "name: {vi: Chợ}\nkind: shop\nphone: 0272 3822 077\nstock: [{product: gao, as_of: 2026-11-01}]\n"
PAGE = "---\ntitle: Giới thiệu\nsummary: Về danh mục.\n---\nLời dẫn.\n"

Asked = Mapping[str, Mapping[tuple[str, ...], str]]
"""Of each export, the fingerprints of what it asked for."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    more = f"{CERTIFIED}season: [11]\nstory: {{vi: Chuyện cũ.}}\npacks: [{{price: {{from: 45000, as_of: 2026-08}}}}]\n"
    files = {"producers/nha.yaml": MAKER, "places/cho.yaml": PLACE, "pages/gioi-thieu.vi.md": PAGE}
    return written(tmp_path / "content", SAUCE, RICE, files={"products/mam.yaml": more, **files})


def asked(content: Path) -> Asked:
    editions = editions_of(catalogue_of(content, today=DAY, ledgers_bind=False), content.parent / "pictures")
    found = {}
    for name, export in EXPORTS.items():
        with noted() as dependencies:
            assert all(document.body for document in export.documents(editions))
        found[name] = {each.name: each.fingerprint for each in dependencies}
    return found


@pytest.mark.parametrize(
    ("file", "old", "new", "exports"),
    [
        ("products/mam.yaml", "Chuyện cũ.", "Chuyện mới.", {"open data", "feeds"}),
        ("products/mam.yaml", "Để thử.", "Mắm thơm.", {"search", "open data", "feeds"}),
        ("products/mam.yaml", "45000", "46000", {"search", "open data", "feeds"}),
        ("products/mam.yaml", "vi: Mam", "vi: Mam moi", {"search", "open data", "feeds", "lists"}),
        ("producers/nha.yaml", "Ba đời", "Bốn đời", set()),
        ("producers/nha.yaml", "055", "066", {"search", "lists"}),
        ("producers/nha.yaml", "Nhà thử", "Nhà mới", {"search", "lists", "open data"}),
        ("places/cho.yaml", "077", "088", set()),
        ("pages/gioi-thieu.vi.md", "Lời dẫn.", "Lời cuối.", set()),
        ("pages/gioi-thieu.vi.md", "Về danh mục.", "Về dự án.", {"search"}),
    ],
)
def test_of_an_edit_only_exports_that_tell_what_was_edited(
    content: Path, file: str, old: str, new: str, exports: set[str]
) -> None:
    before, text = asked(content), (content / file).read_text("utf-8")
    assert old in text
    (content / file).write_text(text.replace(old, new), "utf-8")
    after = asked(content)
    assert {name for name in EXPORTS if before[name] != after[name]} == exports
