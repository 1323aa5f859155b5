"""The ledger against what the products say: a code is one product's for ever, and no line leads nowhere."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, RICE, SAUCE, written

KNOWN = """\
VD001: {product: gao, published: 2025-01-01}
VD002: {product: mam, published: 2025-01-01}
'09520000000011': {product: gao, published: 2025-01-01}
"""
PUBLISHED = "records:\n  products:\n    gao: {since: 2025-01-01}\n    mam: {since: 2025-01-01}\n"


def told(content: Path, codes: str = KNOWN, published: str = PUBLISHED) -> list[tuple[str, str]]:
    """What is told of codes and barcodes, and in which file."""
    written(content, files={"codes.yaml": codes, "published.yaml": published})
    told = ("ledger.code", "ledger.gtin", "ledger.name")
    return [
        (problem.code, problem.location.file.removeprefix("content/"))
        for problem in problems_of(content, today=DAY)
        if problem.code.startswith(told)
    ]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content", RICE, SAUCE)


def test_where_all_is_as_it_was_nothing_is_told(content: Path) -> None:
    assert told(content) == []


@pytest.mark.parametrize(
    ("line", "changed", "problem", "file"),
    [
        ("VD002: {product: mam", "# VD002: {product: mam", "ledger.code-forgotten", "products/mam.yaml"),
        ("'09520000000011': {", "# '09520000000011': {", "ledger.gtin-missing", "products/gao.yaml"),
        ("VD002: {product: mam", "VD007: {product: mam", "ledger.code-changed", "products/mam.yaml"),
        ("VD002: {product: mam", "VD002: {product: gao", "ledger.code-taken", "products/mam.yaml"),
        ("11': {product: gao", "11': {product: mam", "ledger.gtin-taken", "products/gao.yaml"),
        ("VD001: {product: gao", "VD001: {product: lua", "ledger.code-renamed", "products/gao.yaml"),
    ],
)
def test_what_a_product_bears_and_another_line_says_is_told(
    content: Path, line: str, changed: str, problem: str, file: str
) -> None:
    assert line in KNOWN
    published = PUBLISHED.replace("gao", "lua") if problem == "ledger.code-renamed" else PUBLISHED
    assert (problem, file) in told(content, KNOWN.replace(line, changed), published)


@pytest.mark.parametrize(
    ("more", "ended", "problem"),
    [
        ("", "", "ledger.code-lost"),
        ("", ", ended: 2026-01-01", "ledger.code-ended"),
        ("draft: true\n", "", "ledger.code-draft"),
    ],
)
def test_a_line_of_what_is_not_there_is_told_at_the_line_with_why(
    content: Path, more: str, ended: str, problem: str
) -> None:
    file = content / "products" / "mam.yaml"
    if more:
        file.write_text(file.read_text("utf-8") + more, "utf-8")
    else:
        file.unlink()
    published = PUBLISHED.replace("mam: {since: 2025-01-01", f"mam: {{since: 2025-01-01{ended}")
    assert told(content, published=published) == [(problem, "codes.yaml")]


def test_a_product_that_is_gone_is_told_once_and_not_for_each_barcode(content: Path) -> None:
    (content / "products" / "gao.yaml").unlink()
    assert told(content) == [("ledger.code-lost", "codes.yaml")]
