"""The page of now is called by what it shows, wherever it is led to."""

from pathlib import Path

import pytest

from ocop_site.pages.keys import PageKey
from ocop_site.pages.now import has_now, now_link
from ocop_site.pages.planning import plan
from ocop_site.views import NowView
from tests.unit.small import CERTIFIED, RICE, linked, told

SEASON = {"products/gao.yaml": f"{CERTIFIED}season: [11]\n"}

HOURS = {
    "places/cho.yaml": """\
name: {vi: Chợ}
kind: shop
phone: 0272 3822 077
opening_hours: {mon: 08:00-17:00}
"""
}


@pytest.mark.parametrize(
    ("files", "title"),
    [(SEASON, "Tháng này vào mùa"), (HOURS, "Đang mở cửa"), (SEASON | HOURS, "Đang mở cửa, đang mùa")],
)
def test_the_page_of_now_is_called_by_what_it_shows(tmp_path: Path, files: dict[str, str], title: str) -> None:
    edition = told(linked(tmp_path / "content", RICE, files=files), tmp_path)["vi"]
    view = plan(edition, PageKey("now")).view
    assert isinstance(view, NowView)
    assert has_now(edition)
    assert view.heading.text == now_link(edition).label.text == title
