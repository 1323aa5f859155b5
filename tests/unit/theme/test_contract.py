"""The themes' README holds the contract as the views tell it."""

import re

from ocop_site.theme.contract import README, contract, with_contract
from tests.support import PROJECT

ALREADY_TOLD = {"Page", "Head", "Chrome"}
"""They stand among what is on every page, by the names that templates know them by."""


def rows(heading: str) -> dict[str, str]:
    """What stands under a heading of the contract: the fields by the first cell of their row."""
    _, _, rest = contract().partition(f"### {heading}\n")
    table = rest.partition("\n### ")[0].splitlines()
    cells = [line.strip("| ").split(" | ") for line in table if line.startswith("| ")][1:]
    return {cell[0].strip("`"): cell[-1] for cell in cells}


def test_the_readme_holds_the_contract_as_the_views_tell_it() -> None:
    readme = README.read_text("utf-8")
    assert readme == with_contract(readme), "python -m ocop_site.theme.contract renews it"


def test_every_template_of_a_page_that_a_theme_has_is_in_the_contract() -> None:
    """Of the smallest theme every template is that of a view, but for what all pages share."""
    there = {file.name for file in (PROJECT / "tests" / "themes" / "giay" / "templates").glob("*.html")}
    assert set(rows("Templates")) == there - {"base.html", "parts.html"}


def test_every_part_that_a_field_is_made_of_has_its_own_row() -> None:
    tables = {
        name: fields for heading in ("On every page", "Templates", "Parts") for name, fields in rows(heading).items()
    }
    named = {part for fields in tables.values() for part in re.findall(r"\b[A-Z]\w+", re.sub(r"`[^`]*`", "", fields))}
    assert len(named) > 40
    assert named - set(tables) - ALREADY_TOLD == set()
