"""The content that the preview is tried on."""

from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.txt").write_text("front", "utf-8")
    (tmp_path / "content/rice.txt").write_text("rice", "utf-8")
    return tmp_path
