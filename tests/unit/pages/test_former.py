"""An address of before leads on only to what is there: a preview shows catalogues whose ledgers have yet to be told."""

from pathlib import Path

from ocop_site.pages.entrances.former import keys
from tests.unit.small import RICE, linked, told

LEDGER = """\
words:
  vi: {products: [hang-hoa]}
records:
  products:
    gao: {since: 2025-01-01}
    mat: {since: 2025-01-01}
"""


def test_of_a_record_that_is_gone_and_not_yet_in_the_ledger_there_is_no_page(tmp_path: Path) -> None:
    editions = told(linked(tmp_path / "content", RICE, files={"published.yaml": LEDGER}), tmp_path)
    addresses = {key.id for edition in editions.values() for key in keys(edition)}
    assert "/vi/hang-hoa/gao/" in addresses
    assert "/vi/hang-hoa/mat/" not in addresses
