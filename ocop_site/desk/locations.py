"""Where in the content somebody has to look: a product's code, a place's name, a line of the ledger."""

import re
from contextlib import suppress
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.problems import Location


def location_of_code(content: Path, catalogue: Catalogue, product_id: str) -> Location:
    """The line of a product's code."""
    return _place(content, catalogue.files["products", product_id], "code")


def location_of_poster(content: Path, catalogue: Catalogue, place_id: str) -> Location:
    """The line of a place's name."""
    return _place(content, catalogue.files["places", place_id], "name")


def location_in_ledger(content: Path, catalogue: Catalogue, code: str) -> Location:
    """The line of a code in the ledger."""
    return _place(content, catalogue.files["codes", "codes"], code)


def _place(content: Path, way: str, field: str) -> Location:
    """The catalogue knows the record's file alone; its line is looked up when there is something to tell."""
    with suppress(OSError):
        text = (content.parent / way).read_text("utf-8", errors="replace")
        if found := re.search(rf"^\ufeff?{re.escape(field)}\b", text, re.MULTILINE):
            return Location(way, text.count("\n", 0, found.start()) + 1, 1)
    return Location(way)
