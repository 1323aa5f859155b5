"""The feeds of the example: what happened and when, the same in both forms, with the care of the pages."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.conftest import ADDRESS, BuiltSite
from tests.support import some

ATOM = {"a": "http://www.w3.org/2005/Atom"}

LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


@dataclass(frozen=True)
class Told:
    id: str
    title: str
    text: str
    href: str
    when: str
    kind: str


def atom(site: BuiltSite, language: str) -> ElementTree.Element:
    return ElementTree.fromstring((site.folder / language / "feed.atom").read_bytes())


def json_feed(site: BuiltSite, language: str) -> dict[str, Any]:
    feed: dict[str, Any] = json.loads((site.folder / language / "feed.json").read_text("utf-8"))
    return feed


def in_atom(site: BuiltSite, language: str) -> list[Told]:
    return [
        Told(
            entry.findtext("a:id", "", ATOM),
            entry.findtext("a:title", "", ATOM),
            entry.findtext("a:summary", "", ATOM),
            entry.findall("a:link", ATOM)[0].attrib["href"],
            entry.findtext("a:updated", "", ATOM),
            entry.findall("a:category", ATOM)[0].attrib["term"],
        )
        for entry in atom(site, language).findall("a:entry", ATOM)
    ]


def in_json(site: BuiltSite, language: str) -> list[Told]:
    return [
        Told(i["id"], i["title"], i["content_text"], i["url"], i["date_published"], i["tags"][0])
        for i in json_feed(site, language)["items"]
    ]


def test_a_feed_tells_what_happened_the_newest_first(built: BuiltSite) -> None:
    told = [(each.when[:10], each.title) for each in in_atom(built, "en")]
    assert told[:3] == [
        ("2026-11-01", "Product recall: Sample fish sauce (VD005), Sample gift box (VD017)"),
        ("2026-10-01", "Sample nuts (VD008): OCOP certificate no longer in force"),
        ("2026-06-30", "Sample that left (VD018) no longer in the catalogue"),
    ]
    assert ("2025-04-15", "Sample meat (VD009): OCOP certificate revoked") in told
    assert ("2025-03-20", "Sample rice (VD001) moved to a higher OCOP class") in told
    assert ("2023-09-15", "Sample rice (VD001) recognised as an OCOP product") in told
    assert told == sorted(told, key=lambda each: each[0], reverse=True)


@LANGUAGES
def test_both_forms_say_the_same(built: BuiltSite, language: str) -> None:
    assert in_atom(built, language) == in_json(built, language)


@LANGUAGES
def test_every_entry_has_an_id_of_its_own_and_leads_to_a_page(built: BuiltSite, language: str) -> None:
    told = in_atom(built, language)
    assert len({each.id for each in told}) == len(told)
    for each in told:
        assert re.fullmatch(r"tag:example\.org,\d{4}-\d\d-\d\d:[\w/-]+", each.id)
        assert built.own_path(each.href) in built.paths
        assert datetime.fromisoformat(each.when).utcoffset()


def test_an_entry_keeps_its_id_and_day_whenever_and_wherever_the_site_is_built(
    built: BuiltSite, rebuilt: Callable[..., BuiltSite]
) -> None:
    later = rebuilt(today=date(2029, 1, 1), url="https://example.org/elsewhere/")
    before = {(each.id, each.when, each.title) for each in in_atom(built, "vi")}
    assert before <= {(each.id, each.when, each.title) for each in in_atom(later, "vi")}


@LANGUAGES
def test_a_feed_is_as_new_as_its_newest_entry(built: BuiltSite, language: str) -> None:
    assert atom(built, language).findtext("a:updated", "", ATOM) == in_atom(built, language)[0].when


def test_a_feed_in_which_nothing_happened_is_as_new_as_the_last_comparison_or_code(
    example: Path, rebuilt: Callable[..., BuiltSite], tmp_path: Path
) -> None:
    content = shutil.copytree(example, tmp_path / "content")
    shutil.rmtree(content / "notices")
    for file in (content / "products").iterdir():
        text = file.read_text("utf-8").replace("mau-hop-qua\n", "")
        text = re.sub(r"^(certificates|withdrawn):\n( .*\n)*", "", text, flags=re.MULTILINE)
        file.write_text(text, "utf-8")
    site = rebuilt(content=content)
    assert in_atom(site, "vi") == []
    assert atom(site, "vi").findtext("a:updated", "", ATOM) == "2026-11-23T00:00:00+07:00"


@LANGUAGES
def test_no_spirit_no_draft_and_no_star_is_in_a_feed(built: BuiltSite, language: str) -> None:
    for each in some(in_atom(built, language)):
        assert not re.search(r"VD002|VD003|VD020|rượu|spirit", each.id + each.title + each.text), each
        assert not re.search(r"[★☆⭐]|\bsao\b|\bstars?\b", each.title, re.IGNORECASE), each


def test_what_is_not_documented_or_not_known_to_the_day_is_no_news(built: BuiltSite) -> None:
    told = " ".join(each.id for each in in_atom(built, "vi"))
    for code in ("VD007", "VD010", "VD011", "VD012", "VD016", "VD017"):
        assert code not in told


def test_what_left_is_told_of_only_as_that(built: BuiltSite) -> None:
    assert [each.kind for each in in_atom(built, "vi") if "VD018" in each.id] == ["withdrawn"]


def test_a_notice_is_in_the_feeds_while_it_stands(built: BuiltSite, rebuilt: Callable[..., BuiltSite]) -> None:
    assert [each.title for each in in_atom(built, "en") if each.kind == "warning"] == []
    before = rebuilt(today=date(2026, 10, 1))
    assert [each.title for each in in_atom(before, "en") if each.kind in ("warning", "recall")] == [
        "Warning: Sample tea (VD007), Sample fish sauce (VD005), Sample gift box (VD017)"
    ]


@LANGUAGES
def test_every_page_names_the_feeds_of_its_language(built: BuiltSite, language: str) -> None:
    expected = [
        ("application/atom+xml", f"/thu/{language}/feed.atom"),
        ("application/feed+json", f"/thu/{language}/feed.json"),
    ]
    for path in built.paths:
        if path.startswith(f"/{language}/"):
            nodes = built.page(path).css("link[rel=alternate][type]")
            assert [(node.attributes["type"], node.attributes["href"]) for node in nodes] == expected, path
    feed = json_feed(built, language)
    assert feed["feed_url"] == f"{ADDRESS}/{language}/feed.json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
