"""The printed catalogue: an industry after the other, three a page, and an index whose numbers are right."""

import pytest

from ocop_site.paper.booklet.booklet import PER_PAGE, booklet, chapters
from ocop_site.paper.booklet.fillings import SHEET
from ocop_site.paper.labels.sheets import product_code
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.units import MM
from ocop_site.views.paper import BookletView, Leaf
from tests.build.office import Thing
from tests.support import some
from tests.unit.small import CERTIFIED, linked, told

THINGS = [Thing(f"Mon {number}", f"mon-{number}", f"VD{number:03}") for number in range(1, 9)]
"""The last two are in no set of the scheme."""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> PrintEdition:
    folder = tmp_path_factory.mktemp("booklet")
    sets = {f"products/mon-{number}.yaml": CERTIFIED for number in range(1, 7)}
    sets["products/mon-2.yaml"] = CERTIFIED.replace("set: 3", "set: 26")
    editions = told(linked(folder / "content", *THINGS, files=sets), folder)
    return PrintEdition((editions["vi"], editions["en"]))


@pytest.fixture(scope="module")
def view(paper: PrintEdition) -> BookletView:
    ids = [thing.id for thing in THINGS]
    return booklet(paper, ids, {i: product_code(paper, i) for i in ids})


def words(leaf: Leaf, role: str) -> list[str]:
    return [w.text.text for piece in leaf.pieces for w in piece.writings if w.role == role]


def test_chapters_come_in_the_order_of_the_scheme_and_what_has_no_set_last(paper: PrintEdition) -> None:
    found = list(chapters(paper, [thing.id for thing in THINGS]))
    assert [chapter.products for chapter in found][-1] == ("mon-7", "mon-8")
    assert found[-1].name is None
    assert sorted(i for chapter in found for i in chapter.products) == sorted(thing.id for thing in THINGS)
    order = [industry.id for industry in paper.first.catalogue.scheme.industries]
    assert [chapter.pattern for chapter in found[:-1]] == sorted((c.pattern for c in found[:-1]), key=order.index)
    assert len(found) == 3


def test_no_page_has_more_than_its_share_and_none_two_chapters(view: BookletView) -> None:
    shares = [words(leaf, "code") for leaf in view.leaves if words(leaf, "code")]
    assert all(len(share) <= PER_PAGE for share in shares)
    assert [code for share in shares for code in share].count("VD001") == 1
    assert len(shares) == 4
    assert sum(map(len, shares)) == len(THINGS)


def test_the_numbers_of_the_index_are_those_of_the_pages(view: BookletView) -> None:
    seen = 0
    for leaf in view.leaves:
        if words(leaf, "index") and "Mon 1" in words(leaf, "index"):
            names = [name for name in words(leaf, "index") if name.startswith("Mon")]
            for name, number in zip(names, words(leaf, "page"), strict=False):
                assert name in words(view.leaves[int(number) - 1], "name")
                seen += 1
    assert seen == len(THINGS)


def test_every_page_but_the_cover_and_the_back_has_its_number_at_its_outer_edge(view: BookletView) -> None:
    assert words(view.leaves[0], "page") == words(view.leaves[-1], "page") == []
    assert [words(leaf, "page")[-1] for leaf in view.leaves[1:-1]] == [str(n) for n in range(2, len(view.leaves))]


@pytest.mark.parametrize("count", range(1, 9))
def test_pages_fill_whole_sheets_with_room_for_notes(paper: PrintEdition, count: int) -> None:
    ids = [thing.id for thing in THINGS[:count]]
    leaves = booklet(paper, ids, {i: product_code(paper, i) for i in ids}).leaves
    assert len(leaves) % SHEET == 0
    notes = [leaf for leaf in leaves if "Ghi chú · Notes" in words(leaf, "heading")]
    assert len(notes) < SHEET
    assert all(any(rule.role == "pen" for piece in leaf.pieces for rule in piece.rules) for leaf in notes)


def test_all_but_pictures_and_papers_stays_5_millimetres_from_the_edge(view: BookletView) -> None:
    placed = [(leaf, piece, writing) for leaf in view.leaves for piece in leaf.pieces for writing in piece.writings]
    for leaf, piece, writing in some(placed):
        assert 5 * MM <= piece.x + writing.x <= leaf.width - 5 * MM
        assert 5 * MM + writing.size <= piece.y + writing.y <= leaf.height - 5 * MM
