"""The browser that makes a PDF: the one that is named, and words where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_site.desk.browser import CHOSEN, find_browser, print_pdf
from ocop_site.problems import Mistake


def test_the_named_browser_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, sys.executable)
    assert find_browser() == Path(sys.executable)


def test_a_name_that_leads_nowhere_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "/nowhere/chromium")
    with pytest.raises(Mistake) as told:
        find_browser()
    assert told.value.code == "labels.browser-named"


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere by their paths")
def test_without_any_browser_the_way_by_hand_is_told() -> None:
    script = "from ocop_site.desk.browser import find_browser; find_browser()"
    environment = {**os.environ, "PATH": "/nowhere", "HOME": "/nowhere"}
    environment.pop(CHOSEN, None)
    if sys.platform == "darwin":
        pytest.skip("applications stand at fixed places")
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert "labels.no-browser" in run.stderr


def test_a_program_that_prints_nothing_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>", encoding="utf-8")
    with pytest.raises(Mistake) as told:
        print_pdf(Path(sys.executable), page, tmp_path / "page.pdf")
    assert told.value.code == "labels.pdf"
