"""The index as scripts: what it tells of a product is what its showing says, whole for small sites, in parts else."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.search import scripts
from ocop_site.search.entries import Rank, SearchEntry, State
from ocop_site.search.groups import groups
from ocop_site.search.products import searched_products
from ocop_site.search.scripts import FIRST, search_scripts
from ocop_site.search.synonyms import SynonymIndex
from ocop_site.search.terms import name_lengths, terms
from tests.support import some
from tests.unit.search.test_numbers import unpacked
from tests.unit.small import CAKE, CERTIFIED, RICE, SAUCE, linked, told

RECALL = "kind: recall\ndate: 2026-11-01\nproducts: [mam]\ntext: {vi: Thu hồi lô 01.}\n"

SPIRIT = "set: 14\nalcohol_percent: 31\n"

LEFT = "withdrawn: {on: 2026-06-01, reason: {vi: Thôi làm.}}\n"


def parts(documents: tuple[Document, ...]) -> Mapping[str, Any]:
    """What the scripts tell, by the name of the part."""
    told = "".join(document.body.decode() for document in documents)
    found = re.findall(r'^ocop\.told\("([a-z0-9-]+)",(.*)\);$', told, re.MULTILINE)
    return {name: json.loads(text) for name, text in some(found)}


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    files = {
        "products/gao.yaml": CERTIFIED,
        "products/mam.yaml": CERTIFIED,
        "products/banh.yaml": LEFT,
        "notices/thu-hoi.yaml": RECALL,
        "synonyms.yaml": "mắm: [fish sauce]\n",
    }
    return told(linked(tmp_path / "content", RICE, SAUCE, CAKE, files=files), tmp_path)


def product_entries(editions: Editions) -> list[SearchEntry]:
    return [product.entry for product in searched_products(editions.default)]


def test_a_product_is_told_in_the_state_that_its_showing_has(editions: Editions) -> None:
    states = {entry.id: entry.state for entry in product_entries(editions)}
    assert states == {"gao": State.IN_FORCE, "mam": State.RECALLED, "banh": State.WITHDRAWN}


def test_what_has_left_is_found_by_no_word(editions: Editions) -> None:
    (gone,) = (entry for entry in product_entries(editions) if entry.id == "banh")
    assert gone.texts == ()
    assert all("banh" not in group.products for group in groups(editions))


def test_a_spirit_is_found_by_what_it_is_alone(tmp_path: Path) -> None:
    files = {"products/gao.yaml": SPIRIT + "gift: true\nseason: [1]\ngeneric_name: Ruou\n"}
    editions = told(linked(tmp_path / "content", RICE, files=files), tmp_path)
    (spirit,) = product_entries(editions)
    assert spirit.is_restrained
    assert {rank for rank, _ in spirit.texts} == {Rank.NAME, Rank.TRANSLATION, Rank.THING}
    assert {group.kind for group in groups(editions)} & {"suits", "seasons", "prices", "places"} == set()


def test_a_product_is_found_by_what_it_is_in_every_language(tmp_path: Path) -> None:
    files = {"products/gao.yaml": "generic_name: {vi: Lạp xưởng, en: Chinese sausage}\n"}
    (product,) = product_entries(told(linked(tmp_path / "content", RICE, files=files), tmp_path))
    things = [words for rank, words in product.texts if rank is Rank.THING]
    assert things == ["Lạp xưởng", "Chinese sausage"]


def test_a_synonym_of_a_name_is_another_name(editions: Editions) -> None:
    entries = list(product_entries(editions))
    (sauce,) = (number for number, entry in enumerate(entries) if entry.id == "mam")
    found = {term.spelling: term.entries for term in terms(entries, (), SynonymIndex({"mam": ["fish sauce"]}))}
    assert found["mam"] == {Rank.NAME: [sauce], Rank.TRANSLATION: [sauce]}
    assert found["sauce"] == {Rank.OTHER_NAME: [sauce]}


def test_a_name_is_as_long_as_its_words_are_many(editions: Editions) -> None:
    lengths = {entry.id: name_lengths(entry).own for entry in product_entries(editions)}
    assert lengths == {"gao": 1, "mam": 1, "banh": 0}


def test_a_small_site_has_one_script_at_an_address_that_stays(editions: Editions) -> None:
    document, *facts = search_scripts(editions.default).documents
    assert document.path == FIRST
    assert [fact.path.rpartition(".")[0][:-11] for fact in facts] == ["facts/facts-vi-0", "facts/facts-en-0"]
    assert {"words", "codes", "worths", "postings-0", "groups-0", "cards-0", "gtins-0"} <= set(parts((document,)))


def test_all_editions_share_one_index(editions: Editions) -> None:
    assert len({id(search_scripts(edition)) for edition in editions.values()}) == 1


def test_what_is_in_one_script_and_what_is_in_parts_is_the_same(
    editions: Editions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = dict(parts(search_scripts(editions.default).documents))
    monkeypatch.setattr(scripts, "TOGETHER", 0)
    again = told(editions.default.catalogue, tmp_path)
    documents = search_scripts(again.default).documents
    divided = dict(parts(documents))
    names = {document.path.removeprefix("search/").replace("facts/", "../facts/") for document in documents[1:]}
    assert all(
        re.fullmatch(r"(parts/[a-z0-9-]+|\.\./facts/[a-z0-9-]+)\.[0-9a-f]{10}\.js", name) for name in some(names)
    )
    assert set(divided["words"].pop("files").values()) == names
    assert set(whole["words"].pop("files")) == {"facts-vi-0", "facts-en-0"}
    assert divided == whole


def test_every_code_leads_to_its_product(editions: Editions) -> None:
    told = parts(search_scripts(editions.default).documents)
    entries = [entry.id for entry in product_entries(editions)]
    ((letters, gaps, numbers),) = told["codes"]
    assert letters == "VD"
    assert unpacked(gaps) == [1, 1, 1]
    assert [entries[number] for number in unpacked(numbers)] == ["gao", "mam", "banh"]


def test_a_card_tells_what_a_product_is_worth_and_no_more_of_what_left(editions: Editions) -> None:
    told = parts(search_scripts(editions.default).documents)
    rows = {row.split("\n")[1]: row.split("\n") for row in told["cards-0"] if row.split("\n")[1]}
    worth = {code: told["worths"][int(row[3])] for code, row in rows.items()}
    assert worth["VD001"][0][:2] == ["", "4 in_force"]
    assert worth["VD002"][0][1] == "recalled"
    assert "Thu hồi" in worth["VD002"][0][2][0]
    assert worth["VD003"] == [["", "", worth["VD003"][0][2]]]
    assert "không còn" in worth["VD003"][0][2][0]
