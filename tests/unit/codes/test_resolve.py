"""What was given out leads somewhere: along moves, under old codes and new ones, never to what is not there."""

from pathlib import Path

import pytest

from ocop_site.codes.resolve import codes_of, gtins_of, may_be_renamed, resolve, usurped
from ocop_site.records.ledgers import GivenCode, Published, PublishedLedger
from ocop_site.records.values.identifiers import Code
from tests.unit.small import RICE, SAUCE, linked

MOVES = {"gao": "lua", "lua": "nep", "tron": "quanh", "quanh": "tron"}

LEDGER = PublishedLedger(
    records={
        "products": {
            **{old: Published.model_validate({"since": "2024-01-01", "moved": new}) for old, new in MOVES.items()},
            "nep": Published.model_validate({"since": "2024-01-01"}),
        }
    }
)


@pytest.mark.parametrize(
    ("kind", "asked", "found"),
    [
        ("products", "gao", "nep"),
        ("products", "lua", "nep"),
        ("products", "nep", "nep"),
        ("products", "never-heard-of", "never-heard-of"),
        ("producers", "gao", "gao"),
    ],
)
def test_an_id_leads_to_the_last_of_its_moves(kind: str, asked: str, found: str) -> None:
    assert resolve(LEDGER, kind, asked) == found


def test_moves_in_a_circle_come_to_an_end() -> None:
    assert resolve(LEDGER, "products", "tron") in ("tron", "quanh")


def test_a_product_whose_code_changed_has_both_and_a_new_one_its_own(tmp_path: Path) -> None:
    catalogue = linked(
        tmp_path / "content", RICE, SAUCE, files={"codes.yaml": "VD009: {product: gao, published: 2025-01-01}\n"}
    )
    assert codes_of(catalogue) == {"VD001": "gao", "VD002": "mam", "VD009": "gao"}


def test_a_barcode_has_fourteen_digits_and_stays_when_its_pack_is_gone(tmp_path: Path) -> None:
    lines = "'09520000000028': {product: mam, published: 2025-01-01}\n"
    catalogue = linked(tmp_path / "content", RICE, SAUCE, files={"codes.yaml": lines})
    assert gtins_of(catalogue) == {"09520000000011": "gao", "09520000000028": "mam"}


def test_a_code_of_what_is_gone_leads_nowhere(tmp_path: Path) -> None:
    lines = "VD003: {product: banh, published: 2025-01-01}\n"
    assert "VD003" not in codes_of(linked(tmp_path / "content", RICE, files={"codes.yaml": lines}))


def test_a_file_may_take_a_new_name_or_one_of_its_own_of_before(tmp_path: Path) -> None:
    ledger = "records:\n  products:\n    mam: {since: 2025-01-01}\n    lua: {since: 2024-01-01, moved: gao}\n"
    catalogue = linked(tmp_path / "content", RICE, SAUCE, files={"published.yaml": ledger})
    assert may_be_renamed(catalogue, "gao", "nep")
    assert may_be_renamed(catalogue, "gao", "lua")
    assert not may_be_renamed(catalogue, "gao", "mam")


def test_what_had_a_code_of_its_own_beside_the_old_one_is_another_product() -> None:
    line = {"published": "2025-01-01"}
    lines = {
        Code("VD001"): GivenCode.model_validate({"product": "gao", **line}),
        Code("VD002"): GivenCode.model_validate({"product": "mam", **line}),
    }
    assert usurped(lines, "gao", "mam", Code("VD002")) == "VD001"
    assert usurped(lines, "gao", "lua", Code("VD001")) is None
    assert usurped(lines, "banh", "mam", Code("VD002")) is None
