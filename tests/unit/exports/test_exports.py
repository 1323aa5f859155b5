"""Everything that machines read is of just one export, told by its path alone, or stands beside its page."""

from collections.abc import Iterator
from pathlib import Path

from ocop_site.document import Document
from ocop_site.exports.exports import BESIDE, EXPORTS, OF_PAGES, Export, PagesExport
from ocop_site.pages.planning import keys, plan
from tests.support import some
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told

ALL = (*EXPORTS.values(), *OF_PAGES)


def made(folder: Path) -> Iterator[tuple[Export | PagesExport, Document]]:
    editions = told(linked(folder / "content", RICE, SAUCE, files={"products/gao.yaml": CERTIFIED}), folder)
    pages = [plan(edition, key) for edition in editions.values() for key in keys(edition)]
    for export in EXPORTS.values():
        yield from ((export, document) for document in export.documents(editions))
    for telling in OF_PAGES:
        facts = [fact for page in pages if (fact := telling.fact(page)) is not None]
        yield from ((telling, document) for document in telling.documents(editions, facts))


def test_a_document_is_owned_by_the_export_that_makes_it_and_by_no_other(tmp_path: Path) -> None:
    for export, document in some(made(tmp_path)):
        assert [each for each in ALL if each.owns(document.path)] == [export], document.path


def test_what_stands_beside_a_page_is_of_no_export(tmp_path: Path) -> None:
    editions = told(linked(tmp_path / "content", RICE), tmp_path)
    beside = [*BESIDE["code"](editions, "VD001"), *BESIDE["gtin"](editions, "09520000000011")]
    for document in some(beside):
        assert not any(export.owns(document.path) for export in ALL), document.path


def test_no_page_is_owned_by_an_export() -> None:
    for file in ("index.html", "vi/index.html", "p/VD001/index.html", "01/09520000000011/index.html", "404.html"):
        assert not any(export.owns(file) for export in ALL)
