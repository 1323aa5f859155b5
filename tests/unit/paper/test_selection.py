"""What is chosen to be printed; where there is nothing, the reason is told."""

from pathlib import Path

import pytest

from ocop_site.paper.selection import select
from ocop_site.problems import Mistake
from tests.unit.small import SAUCE, linked

STALL = "name: Gian hàng\nkind: ocop_stall\n"


@pytest.mark.parametrize(
    ("stock", "code"), [("stock: [{product: mam, out: true}]\n", "labels.select-all-out"), ("", "labels.select-empty")]
)
def test_a_place_with_nothing_to_print_is_told_why(tmp_path: Path, stock: str, code: str) -> None:
    catalogue = linked(tmp_path / "c", SAUCE, files={"places/gian-hang.yaml": f"{STALL}{stock}"})
    with pytest.raises(Mistake) as refused:
        select(catalogue, ["place:gian-hang"])
    assert refused.value.code == code
