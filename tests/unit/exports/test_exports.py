"""Everything that machines read is of just one export, told by its path alone."""

from collections.abc import Iterator
from pathlib import Path

from ocop_site.document import Document
from ocop_site.exports.exports import EXPORTS, Export
from ocop_site.pages.planning import keys, plan
from tests.support import some
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told


def made(folder: Path) -> Iterator[tuple[Export, Document]]:
    editions = told(linked(folder / "content", RICE, SAUCE, files={"products/gao.yaml": CERTIFIED}), folder)
    pages = [plan(edition, key) for edition in editions.values() for key in keys(edition)]
    for export in EXPORTS:
        facts = [fact for page in pages if (fact := export.fact(page)) is not None]
        assert bool(facts) <= export.has_facts
        yield from ((export, document) for document in export.documents(editions, facts))


def test_a_document_is_owned_by_the_export_that_makes_it_and_by_no_other(tmp_path: Path) -> None:
    for export, document in some(made(tmp_path)):
        assert [each.name for each in EXPORTS if each.owns(document.path)] == [export.name], document.path


def test_no_page_is_owned_by_an_export() -> None:
    for file in ("index.html", "vi/index.html", "p/VD001/index.html", "01/09520000000011/index.html", "404.html"):
        assert not any(export.owns(file) for export in EXPORTS)
