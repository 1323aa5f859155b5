"""The ledger of what was published: words belong to their kind, and who has no ledger is told how to begin."""

from pathlib import Path

from ocop_site.codes.ledgers import current_words, taken_words
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.ledgers import PublishedLedger
from tests.support import problems_of
from tests.unit.small import DAY, RICE, linked, written


def test_the_words_in_use_are_those_of_the_kinds_that_are_remembered(tmp_path: Path) -> None:
    words = current_words(linked(tmp_path / "content", RICE).site)
    assert set(words) == {"vi", "en"}
    assert all(set(of) == set(PAGE_KINDS) for of in words.values())
    assert (words["vi"]["products"], words["en"]["products"]) == ("san-pham", "products")


def test_a_word_is_taken_from_all_kinds_but_its_own() -> None:
    ledger = PublishedLedger(words={"vi": {"products": ("hang", "mon"), "places": ("cho",)}})
    assert taken_words(ledger, "vi", "producers") == {"hang": "products", "mon": "products", "cho": "places"}
    assert taken_words(ledger, "vi", "products") == {"cho": "places"}
    assert taken_words(ledger, "en", "producers") == {}


def test_a_catalogue_without_ledgers_is_told_so_once(tmp_path: Path) -> None:
    problems = problems_of(written(tmp_path / "content", RICE), today=DAY)
    assert [p.code for p in problems if p.code.startswith("ledger.")] == ["ledger.none"]
    assert "build.py ledger" in next(p for p in problems if p.code == "ledger.none").message("en")


def test_a_record_with_a_page_that_the_ledger_does_not_know_is_told_at_its_file(tmp_path: Path) -> None:
    files = {"codes.yaml": "VD001: {product: gao, published: 2025-01-01}\n"}
    problems = problems_of(written(tmp_path / "content", RICE, files=files), today=DAY)
    missing = [p.location.file for p in problems if p.code == "ledger.record-missing"]
    assert missing == ["content/producers/nha.yaml", "content/products/gao.yaml"]
