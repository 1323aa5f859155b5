"""The site that the preview is tried on."""

import shutil
from pathlib import Path

import pytest

from tests.support import PROJECT
from tests.unit.small import RICE, SAUCE, written


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the content of two products and a theme of its own."""
    written(tmp_path / "content", RICE, SAUCE)
    shutil.copytree(PROJECT / "themes", tmp_path / "themes")
    return tmp_path
