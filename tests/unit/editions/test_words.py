"""Every word that an edition has for titles and headings is said somewhere, and all that is said has its words."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import ocop_site
from ocop_site.catalogue.history import EventKind
from ocop_site.catalogue.status import SOLID, CertificateState
from ocop_site.catalogue.suits import SUITS
from ocop_site.editions.downloads import DATA
from ocop_site.editions.localized import WORDS
from ocop_site.pages import articles
from ocop_site.pages.entrances import codes
from ocop_site.pages.lists import a_z, code_list, door_lists, industries, localities, occasions, stars
from ocop_site.records.kinds import SECTIONS, in_menu
from ocop_site.records.writing import NoticeKind
from ocop_site.search.pages import LISTS
from tests.support import PROJECT
from tests.unit.messages.source import Source, modules_of, name_of

MODULES = [
    module
    for module in modules_of(Path(ocop_site.__file__).parent)
    if module.path.startswith(("editions/", "search/", "pages/", "paper/", "exports/"))
]
"""The rooms that speak to visitors; the others speak to editors, in messages."""

LINKED = {section.name for section in SECTIONS if section.menu or section.name in ("about", "my_list", "search")}
"""What every page links to."""

DIRECTORIES = (*door_lists.INDEXES, *industries.INDEXES, *stars.INDEXES, *localities.INDEXES, *occasions.INDEXES)

LISTED = (*articles.INDEXES, *a_z.INDEXES, *code_list.INDEXES)

SAYING = ("words", "first_words", "said")
"""What an edition is asked for words by: as a text, or with the language that they are in."""

TOLD_STATES = set(CertificateState) - {CertificateState.ENDING}
"""To visitors, a term that ends soon is valid."""

FAMILIES: Mapping[str, set[str]] = {
    "f'{kind}.menu'": {f"{kind}.menu" for kind in (*LINKED, *LISTS)},
    "f'{kind}.finds'": {f"{kind}.finds" for menu in ("finding", "programme", "catalogue") for kind in in_menu(menu)},
    "f'{kind}.title'": {f"{kind}.title" for kind in (*LINKED, *DIRECTORIES)},
    "f'{kind}.description'": {f"{kind}.description" for kind in DIRECTORIES},
    "f'{key.kind}.menu'": {f"{kind}.menu" for kind in occasions.INDEXES},
    "f'{key.kind}.title'": {f"{kind}.title" for kind in (*LISTED, *codes.PAGES)},
    "f'{key.kind}.description'": {f"{kind}.description" for kind in (*LISTED, *codes.PAGES)},
    "f'{key.kind}.one.title'": {f"{kind}.one.title" for kind in (*localities.PAGES, *occasions.PAGES)},
    "f'{key.kind}.one.description'": {f"{kind}.one.description" for kind in (*localities.PAGES, *occasions.PAGES)},
    "f'localities.{kind}'": {f"localities.{kind}" for kind in localities.PAGES},
    "f'localities.note.{kind}'": {f"localities.note.{kind}" for kind in localities.PAGES},
    "f'suit.{key.id}.note'": {f"suit.{suit}.note" for suit in SUITS},
    "f'suit.{suit}'": {f"suit.{suit}" for suit in SUITS},
    "f'data.{name}'": {f"data.{name}" for name in DATA},
    "f'event.{event.kind}'": {f"event.{kind}" for kind in get_args(EventKind)},
    "f'state.{standing}'": {f"state.{state}" for state in (*TOLD_STATES, "withdrawn")},
    "f'my_list.status.{line.state}'": {f"my_list.status.{state}" for state in TOLD_STATES - SOLID},
    "f'social.{status.state}'": {f"social.{state}" for state in TOLD_STATES - SOLID},
    "f'worth.{line.state}'": {f"worth.{state}" for state in TOLD_STATES - {*SOLID}},
    "f'offline.{notice.kind}'": {f"offline.{kind}" for kind in get_args(get_args(NoticeKind)[0])},
    "f'my_list.{notice.kind}'": {f"my_list.{kind}" for kind in get_args(get_args(NoticeKind)[0])},
}
"""Where a key is put together from something that is counted elsewhere: all that the expression can be."""


@cache
def use_of_words() -> tuple[Source, set[str]]:
    """The source as it was followed, and the keys that it says: what an edition is asked for, or a wording of them."""
    source = Source(MODULES, FAMILIES)
    return source, source.said(lambda _, call: bool(call.args) and name_of(call) in SAYING)


def named_by_templates() -> set[str]:
    """Templates may say them too, those of the kit as well."""
    folders = (PROJECT / "themes", PROJECT / "tests" / "themes", Path(ocop_site.__file__).parent / "theme" / "kit")
    sources = [file.read_text("utf-8") for folder in folders for file in folder.rglob("*.html")]
    assert len(sources) > 50
    return {key for source in sources for key in re.findall(r'"([a-z_.-]+)"', source)}


def test_every_word_is_used() -> None:
    _, said = use_of_words()
    assert set(WORDS) - said - named_by_templates() == set()


def test_all_that_is_said_has_words() -> None:
    _, said = use_of_words()
    assert len(said) > 150
    assert said - set(WORDS) == set()


def test_no_key_comes_from_where_it_cannot_be_followed() -> None:
    source, _ = use_of_words()
    assert source.unknown == set()
    assert source.met == set(FAMILIES)


def test_every_word_is_there_in_both_languages() -> None:
    assert [key for key, by_language in WORDS.items() if set(by_language) != {"vi", "en"}] == []
