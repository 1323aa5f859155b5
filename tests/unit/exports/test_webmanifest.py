"""The manifest of the catalogue on a phone's first screen: its colours, and whose mark it is."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.exports.offline.webmanifest import webmanifest
from ocop_site.theme.loading import load_theme
from ocop_site.theme.look.app_colours import app_colours
from tests.support import PROJECT
from tests.unit.small import RICE, linked, told

ICONS = ("assets/icon-192.0123456789.png", "assets/icon-512.0123456789.png")


def manifest(tmp_path: Path, given: Mapping[str, Any], *files: str) -> dict[str, Any]:
    listing = SiteFiles()
    for file in (*ICONS, *files):
        listing.add(file, 1, "0" * 64)
    colours = app_colours(load_theme(PROJECT / "themes" / "dong-bang", given))
    found: dict[str, Any] = json.loads(
        webmanifest(told(linked(tmp_path / "content", RICE), tmp_path), listing, colours).body
    )
    return found


def test_what_is_around_the_pages_has_their_ground(tmp_path: Path) -> None:
    found = manifest(tmp_path, {})
    assert (found["theme_color"], found["background_color"]) == ("#FBF7EE", "#FBF7EE")


def test_what_is_around_the_pages_has_a_sites_own_colour(tmp_path: Path) -> None:
    found = manifest(tmp_path, {"brand": "#7a3b12"})
    assert (found["theme_color"], found["background_color"]) == ("#7A3B12", "#FBF7EE")


def test_the_icon_is_the_themes(tmp_path: Path) -> None:
    icons = [(icon["sizes"], icon["purpose"]) for icon in manifest(tmp_path, {})["icons"]]
    assert icons == [("192x192", "any"), ("192x192", "maskable"), ("512x512", "any"), ("512x512", "maskable")]


def test_the_icon_is_a_sites_own_mark_where_it_is_drawn(tmp_path: Path) -> None:
    (icon,) = manifest(tmp_path, {}, "assets/own-mark.0123456789.svg")["icons"]
    assert icon["src"].endswith("/assets/own-mark.0123456789.svg")
    assert (icon["sizes"], icon["type"]) == ("any", "image/svg+xml")
