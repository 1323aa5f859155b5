"""The two ways of publishing: whole folders exchanged, or files updated in their order."""

from pathlib import Path

import pytest

from ocop_site.output.exchange import Exchange, exchange_folders
from tests.unit.output.folders import in_place


@pytest.fixture(params=[exchange_folders, in_place])
def exchange(request: pytest.FixtureRequest) -> Exchange:
    way: Exchange = request.param
    return way


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"
