"""What is chosen to be printed; where there is nothing, the reason is told."""

from pathlib import Path

import pytest

from ocop_site.catalogue.showing import LeftOut
from ocop_site.paper.selection import Selection, select
from ocop_site.problems import Mistake
from tests.unit.small import SAUCE, linked

STALL = "name: Gian hàng\nkind: ocop_stall\n"


def test_a_place_without_stock_is_told(tmp_path: Path) -> None:
    catalogue = linked(tmp_path / "c", SAUCE, files={"places/gian-hang.yaml": STALL})
    with pytest.raises(Mistake) as refused:
        select(catalogue, ["place:gian-hang"])
    assert refused.value.code == "labels.select-empty"


def test_what_is_out_at_a_place_is_left_out_with_that_reason(tmp_path: Path) -> None:
    stall = f"{STALL}stock: [{{product: mam, out: true}}]\n"
    selection = select(linked(tmp_path / "c", SAUCE, files={"places/gian-hang.yaml": stall}), ["place:gian-hang"])
    assert selection == Selection((), (("mam", LeftOut.OUT_OF_STOCK),))


@pytest.mark.parametrize(
    ("written", "right"),
    [("gian-hang", "place:gian-hang"), ("Gian hàng", "place:gian-hang"), ("nha", "producer:nha"), ("mam", "VD002")],
)
def test_a_name_or_an_id_alone_is_told_with_how_it_is_selected(tmp_path: Path, written: str, right: str) -> None:
    catalogue = linked(tmp_path / "c", SAUCE, files={"places/gian-hang.yaml": STALL})
    with pytest.raises(Mistake) as refused:
        select(catalogue, [written])
    assert (refused.value.code, refused.value.details["near"]) == ("labels.select-kind-near", right)
