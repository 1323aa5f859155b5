"""What an edition has: its order, its facets, its words for what is known, worked out once."""

import pytest

from ocop_site.editions.addresses import opening_hours
from ocop_site.editions.edition import Edition, Editions, once
from ocop_site.records.values.opening_hours import OpeningHours
from ocop_site.text.language import Text
from tests.unit.small import CAKE, CERTIFIED, RICE, SAUCE, linked, told

FILES = {
    "products/gao.yaml": f"{CERTIFIED}season: [5, 6, 5]\n",
    "products/mam.yaml": CERTIFIED.replace("stars: 4", "stars: 3"),
    "glossary.yaml": "gạo: {vi: Hạt lúa, en: Husked rice}\nlúa: {vi: Cây, en: The plant}\n",
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("edition")
    return told(linked(folder / "content", RICE, SAUCE, CAKE, files=FILES), folder)


def test_products_stand_in_the_order_of_their_names(editions: Editions) -> None:
    assert editions["vi"].in_order(["mam", "gao", "banh"]) == ["banh", "gao", "mam"]


def test_only_what_is_listed_is_found_by_a_facet_and_an_empty_one_is_not_there(editions: Editions) -> None:
    facets = editions["vi"].facets
    assert facets.of("stars") == {"3": ["mam"], "4": ["gao"]}
    assert facets.of("seasons") == {"5": ["gao"], "6": ["gao"]}
    assert facets.of("producers") == {"nha": ["gao", "mam"]}
    assert facets.of("communes") == {}
    assert facets.link("stars", "5", Text({"vi": "5 sao"})) is None
    link = facets.link("stars", "4", Text({"vi": "4 sao"}))
    assert link
    assert link.href.startswith("/thu/vi/")


def test_the_status_is_told_with_the_day_it_changes(editions: Editions) -> None:
    line = editions["en"].status.of("gao")
    assert (line.state, line.stars, line.solid, line.until) == ("valid", 4, True, "2028-03-20")
    assert [(later.starts, later.state, later.solid) for later in line.later] == [("2028-03-21", "term_over", False)]
    assert editions["en"].status.of("banh").state == "none"


def test_words_of_the_glossary_are_found_in_a_name_and_marked_as_native(editions: Editions) -> None:
    (term,) = editions["en"].glossary.of(Text({"vi": "Gạo lức", "en": "Brown rice"}))
    assert (term.term.text, term.term.language, term.meaning.text) == ("gạo", "vi", "Husked rice")
    assert editions["en"].glossary.of(Text({"vi": "Gạoo", "en": "x"})) == ()


def test_names_in_the_other_languages_are_told_where_they_differ(editions: Editions) -> None:
    vi = editions["vi"]
    assert [run.text for run in vi.others(Text({"vi": "Gạo", "en": "Rice"}))] == ["Rice"]
    assert vi.others(Text({"vi": "OCOP", "en": "OCOP"})) == ()


def test_a_name_in_another_language_does_not_say_again_what_is_shown(editions: Editions) -> None:
    name = Text({"vi": "Tân Lập", "en": "Tân Lập (Floating Village)"})
    assert [run.text for run in editions["vi"].others(name)] == ["Floating Village"]
    assert editions["en"].others(name) == ()


def test_neighbouring_days_with_the_same_hours_are_one_line() -> None:
    morning, closed = (("07:30", "11:30"),), ()
    hours = OpeningHours(days=(morning, morning, closed, morning, morning, closed, closed))
    assert [(line.first, line.last, bool(line.spans)) for line in opening_hours(hours)] == [
        (0, 1, True),
        (2, 2, False),
        (3, 4, True),
        (5, 6, False),
    ]
    assert opening_hours(None) == ()


def test_what_is_worked_out_once_is_remembered_by_each_edition_for_itself(editions: Editions) -> None:
    asked: list[str] = []

    @once
    def work(edition: Edition) -> str:
        asked.append(edition.language)
        return edition.language

    assert [work(editions["vi"]), work(editions["vi"]), work(editions["en"])] == ["vi", "vi", "en"]
    assert asked == ["vi", "en"]
