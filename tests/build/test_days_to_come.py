"""A page holds already what it will have to say: the same as one that is built on that day, if nothing new is known."""

from collections.abc import Callable, Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from tests.conftest import DAY, BuiltSite


def badges(site: BuiltSite, path: str, day: date) -> Iterator[tuple[str, str]]:
    """Every worth on a page as a day has it: the seal, and the words."""
    for node in site.page(path).css(".worth, .card__worth"):
        if _is_of(node, day):
            seals = [seal.attributes["data-seal"] or "" for seal in node.css(".seal")]
            yield " ".join(seals), " ".join(node.text().split())


def _is_of(node: LexborNode, day: date) -> bool:
    cell = node.parent
    if cell is None or cell.attributes.get("class") != "by-day":
        return True
    stages = [stage for stage in cell.iter() if _starts(stage) <= day]
    return stages[-1].attributes == node.attributes


def _starts(stage: LexborNode) -> date:
    starts = stage.attributes.get("data-from")
    return date.fromisoformat(starts) if starts else DAY


def test_what_a_page_holds_for_a_day_is_what_it_says_when_built_that_day(
    built: BuiltSite, rebuilt: Callable[..., BuiltSite]
) -> None:
    for day in (date(2027, 2, 11), date(2028, 3, 21)):
        later = rebuilt(today=day)
        pages = [path for path in built.paths if path.split("/")[1] in ("p", "vi", "en")]
        products = [path for path in pages if path.startswith(("/p/", "/vi/san-pham/mau-", "/en/products/mau-"))]
        assert len(products) > 50
        for path in products:
            said, then = list(badges(built, path, day)), list(badges(later, path, day))
            assert said[:1] == then[:1], path


def test_on_its_day_a_page_shows_one_worth_and_hides_those_to_come(built: BuiltSite) -> None:
    cells = [cell for path in built.paths for cell in built.page(path).css(".by-day")]
    assert cells
    for cell in cells:
        first, *later = cell.iter()
        assert "hidden" not in first.attributes
        starts = [stage.attributes["data-from"] or "" for stage in later]
        assert starts
        assert starts == sorted(set(starts))
        assert starts[0] > DAY.isoformat()
        assert all("hidden" in stage.attributes for stage in later)


def test_a_term_that_will_end_soon_is_no_news_to_visitors(built: BuiltSite) -> None:
    """It ends in 2028: its last half-year, that the office is told of, is no stage of its own."""
    cell = built.page("/en/products/mau-gao/").css_first(".by-day")
    assert cell
    assert [stage.attributes.get("data-from") for stage in cell.iter()] == [None, "2028-03-21"]
