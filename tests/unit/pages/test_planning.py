"""The page of a key is the same whether it is planned alone, or in the whole, or in any order."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.link import link
from ocop_site.content.read import MEDIA, read_content
from ocop_site.content.shape import shape
from ocop_site.editions.edition import Editions
from ocop_site.editions.paging import PER_PAGE
from ocop_site.pages.chrome import chrome
from ocop_site.pages.keys import PageKey
from ocop_site.pages.planning import BY_FACETS, MODULES, has, has_index, keys, path, plan
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import Renditions
from ocop_site.pictures.requests import requests
from ocop_site.records.kinds import SECTIONS
from ocop_site.text.language import Text
from ocop_site.views import Page
from tests.conftest import DAY
from tests.support import PROJECT, some

CONTENT = PROJECT / "tests" / "example" / "content"

OfEdition = tuple[str, PageKey]
"""A key with the language of its edition."""


@dataclass(frozen=True)
class Planned:
    """A catalogue with its pictures, of which editions that remember nothing are made again and again."""

    catalogue: Catalogue
    renditions: Renditions

    def editions(self) -> Editions:
        return Editions(self.catalogue, self.renditions)

    @cached_property
    def keys(self) -> tuple[OfEdition, ...]:
        return tuple((language, key) for language, edition in self.editions().items() for key in keys(edition))

    @cached_property
    def whole(self) -> dict[OfEdition, Page]:
        """Every page as a build plans them: one after the other, on the same editions."""
        editions = self.editions()
        return {(language, key): plan(editions[language], key) for language, key in self.keys}


@pytest.fixture(scope="module", params=["example", "long"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Planned:
    """The example site; and the same with so many products that its lists have further pages."""
    reading = read_content(CONTENT)
    records = shape(reading)
    catalogue, problems = link(records, reading.media, DAY, outlines=reading.outlines)
    assert catalogue is not None, problems
    # Which sizes there are of a picture makes no difference here.
    asked, kept = requests(records, catalogue), RenditionCache(tmp_path_factory.mktemp("pictures"))
    renditions = render_pictures(CONTENT / MEDIA, asked, kept, hurry=lambda: True)
    if request.param == "long":
        catalogue = _with_more(catalogue)
    return Planned(catalogue, renditions)


def _with_more(catalogue: Catalogue) -> Catalogue:
    """With some products over and over again."""
    products = {
        f"{product_id}-{number}": product.model_copy(update={"code": f"{product.code}{number:03}", "packs": ()})
        for product_id, product in catalogue.products.items()
        if product_id in ("mau-gao", "mau-mam", "mau-rau", "mau-ra-di")
        for number in range(1, 1 + 2 * PER_PAGE // 3)
    }
    return replace(catalogue, records={**catalogue.records, "products": {**catalogue.products, **products}})


def test_every_page_planned_alone_is_the_page_of_the_whole(site: Planned) -> None:
    assert len(site.keys) > 200
    different = [(i, key) for i, key in site.keys if plan(site.editions()[i], key) != site.whole[i, key]]
    assert different == []


@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@given(data=st.data())
def test_pages_planned_in_any_order_are_those_of_the_whole(site: Planned, data: st.DataObject) -> None:
    """An order that fails is not made shorter, which takes minutes: the test above tells of which pages it is."""
    order = data.draw(st.permutations(site.keys))
    editions = site.editions()
    different = [(i, key) for i, key in order if plan(editions[i], key) != site.whole[i, key]]
    assert different == []


def test_which_keys_there_are_does_not_hang_on_what_was_planned(site: Planned) -> None:
    editions = site.editions()
    for language, key in reversed(site.keys):
        plan(editions[language], key)
    assert tuple((language, key) for language, edition in editions.items() for key in keys(edition)) == site.keys


def test_where_a_page_stands_is_told_without_planning_it(site: Planned) -> None:
    editions = site.editions()
    told = {(language, key): path(editions[language], key) for language, key in site.keys}
    assert told == {key: page.path for key, page in site.whole.items()}


def test_a_key_is_had_or_not(site: Planned) -> None:
    edition = site.editions().default
    assert has(edition, PageKey("products", "mau-gao"))
    assert not has(edition, PageKey("products", "no-such-product"))


def test_no_key_and_no_address_is_there_twice(site: Planned) -> None:
    assert [key for key, count in Counter(site.keys).items() if count > 1] == []
    paths = Counter(page.path for page in site.whole.values())
    assert len(paths) > 200
    assert [path for path, count in paths.items() if count > 1] == []


def test_a_long_lists_further_pages_have_keys_of_their_own(site: Planned) -> None:
    further = {key.kind for _, key in site.keys if key.number > 1}
    if len(site.catalogue.products) < PER_PAGE:
        assert further == set()
    else:
        assert further >= {"products", "industries", "communes"}


def test_every_kind_of_page_has_one_planner_and_no_module_tells_keys_that_are_not_its_own(site: Planned) -> None:
    declared = [
        (kind, is_single)
        for module in MODULES
        for name, is_single in (("INDEXES", False), ("PAGES", True))
        for kind in getattr(module, name, ())
    ]
    assert [each for each, count in Counter(declared).items() if count > 1] == []
    for module in MODULES:
        own = {(kind, False) for kind in getattr(module, "INDEXES", ())}
        own |= {(kind, True) for kind in getattr(module, "PAGES", ())}
        told = {(key.kind, bool(key.id)) for edition in site.editions().values() for key in module.keys(edition)}
        assert own, module.__name__
        assert told <= own, module.__name__


def test_a_kind_has_an_index_where_its_key_is_among_all(site: Planned) -> None:
    for language, edition in some(site.editions().items()):
        told = {key.kind for of, key in site.keys if of == language and key == PageKey(key.kind)}
        assert {section.name for section in SECTIONS if section.menu and has_index(edition, section.name)} == {
            section.name for section in SECTIONS if section.menu and section.name in told
        }
        assert {kind for kind in BY_FACETS if has_index(edition, kind)} == BY_FACETS.keys() & told


def test_an_edited_summary_changes_the_pages_that_tell_it_alone(site: Planned) -> None:
    summary = Text({"vi": "Lời mới.", "en": "New words."})
    product = site.catalogue.products["mau-rau"].model_copy(update={"summary": summary})
    products = {**site.catalogue.products, "mau-rau": product}
    edited = replace(site, catalogue=replace(site.catalogue, records={**site.catalogue.records, "products": products}))
    changed = {of[1] for of, page in edited.whole.items() if page != site.whole[of]}
    assert changed == {PageKey("products", "mau-rau"), PageKey("code", product.code)}
    before, after = site.editions(), edited.editions()
    assert all(chrome(before[language]) == chrome(after[language]) for language in some(before))


def test_all_that_has_an_address_word_is_planned_somewhere() -> None:
    planned = {kind for module in MODULES for name in ("INDEXES", "PAGES") for kind in getattr(module, name, ())}
    assert {section.name for section in SECTIONS} - planned == set()
    assert {section.name for section in SECTIONS if section.menu} - {
        kind for module in MODULES for kind in getattr(module, "INDEXES", ())
    } == set()


def test_the_menu_leads_to_pages_that_are_planned(site: Planned) -> None:
    for edition in some(site.editions().values()):
        around = chrome(edition)
        assert len(around.menu) == 5
        links = {
            link.href
            for link in (
                *around.menu,
                around.about,
                *(sign.link for sign in (*around.finding, *around.programme, *around.catalogue)),
                around.my_list,
            )
        }
        assert links <= {edition.site_urls.link(page.path) for page in site.whole.values()}
