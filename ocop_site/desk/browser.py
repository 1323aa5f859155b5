"""Finds the Chromium, Chrome or Edge that a machine has, and lets it print a page as PDF."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ocop_site.problems import Mistake

CHOSEN = "OCOP_BROWSER"
"""The variable that names another one."""

PATIENCE = 300
"""Seconds; a thousand labels take about five."""

_PAUSE = 0.2
"""Seconds between two signs that the browser is still waited for."""

_COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "LOCALAPPDATA")


def find_browser() -> Path:
    """The browser that OCOP_BROWSER names, else the first that is there. A `Mistake` where there is none."""
    if named := os.environ.get(CHOSEN):
        found = shutil.which(named) or named
        if Path(found).is_file():
            return Path(found)
        raise Mistake("labels.browser-named", found=named)
    for candidate in _candidates():
        if candidate.is_file():
            return candidate
    raise Mistake("labels.no-browser")


def unseen() -> None:
    """What is done while nobody watches."""


def print_pdf(browser: Path, page: Path, pdf: Path, waiting: Callable[[], None] = unseen) -> None:
    """Prints a page as a PDF: its own paper size, no header, no footer. A `Mistake` where that fails.

    `pdf` is a file that is not there yet; `waiting` is called again and again until it is.
    """
    with tempfile.TemporaryDirectory(prefix="ocop-", ignore_cleanup_errors=True) as profile:
        command = [
            str(browser), "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions",
            f"--user-data-dir={profile}", "--no-pdf-header-footer", f"--print-to-pdf={pdf.resolve()}",
            page.resolve().as_uri(),
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # it refuses to be root's otherwise
        try:
            code, said = _run(command, waiting)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Mistake("labels.pdf", reason=str(error)) from None
    if not pdf.is_file():
        output = said.decode("utf-8", "replace").strip().splitlines()
        raise Mistake("labels.pdf", reason=output[-1] if output else f"{code}")


def _run(command: Sequence[str], waiting: Callable[[], None]) -> tuple[int, bytes]:
    """What a program ended with, and what it said of errors. TimeoutExpired."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            for _ in range(round(PATIENCE / _PAUSE)):
                waiting()
                try:
                    _, said = process.communicate(timeout=_PAUSE)
                    return process.returncode, said
                except subprocess.TimeoutExpired:
                    continue
            raise subprocess.TimeoutExpired(command, PATIENCE)
        except BaseException:
            process.kill()
            raise


def _candidates() -> Iterator[Path]:
    for command in _COMMANDS:
        if found := shutil.which(command):
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / app for app in _MAC)
    for variable in _WINDOWS_FOLDERS:
        if folder_name := os.environ.get(variable):
            yield from (Path(folder_name, *program.split("\\")) for program in _WINDOWS)
