"""A feed's entry is what happened on a day, at the site's own midnight, under an id that never changes."""

from datetime import date
from pathlib import Path

from ocop_site.exports.feeds import feeds
from ocop_site.exports.feeds.entries import FeedEntry, entries, moment
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told

LEDGER = {"codes.yaml": "VD001: {product: gao, published: 2025-01-01}\n"}


def entries_of(folder: Path, more: str = CERTIFIED, today: date = date(2026, 11, 23)) -> list[FeedEntry]:
    files = {"products/gao.yaml": more, **LEDGER}
    return entries(told(linked(folder / "content", RICE, SAUCE, files=files, today=today), folder)["en"])


def test_a_day_begins_at_the_midnight_of_the_site(tmp_path: Path) -> None:
    edition = told(linked(tmp_path / "content", RICE), tmp_path).default
    assert moment(edition, date(2026, 11, 23)) == "2026-11-23T00:00:00+07:00"


def test_a_certificate_is_an_entry_from_its_day_on(tmp_path: Path) -> None:
    (entry,) = entries_of(tmp_path / "after")
    assert (entry.kind, entry.when) == ("certified", "2025-03-20T00:00:00+07:00")
    assert entry.href == "https://example.org/thu/en/products/gao/"
    assert entry.id.startswith("tag:example.org,2025-01-01:")
    assert entries_of(tmp_path / "before", today=date(2025, 3, 19)) == []


def test_what_left_is_told_with_its_reason_and_newest_first(tmp_path: Path) -> None:
    left = "withdrawn: {on: 2026-06-30, reason: {vi: Thôi làm., en: Given up.}}\n"
    found = entries_of(tmp_path, CERTIFIED + left)
    assert [entry.kind for entry in found][:1] == ["withdrawn"]
    assert "Given up." in found[0].text.text


def test_each_language_has_its_feed_in_both_forms(tmp_path: Path) -> None:
    editions = told(linked(tmp_path / "content", RICE), tmp_path)
    paths = [document.path for document in feeds.documents(editions)]
    assert sorted(paths) == ["en/feed.atom", "en/feed.json", "vi/feed.atom", "vi/feed.json"]
