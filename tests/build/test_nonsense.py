"""Two hundred commands of nonsense: each ends with a sentence and a code, none with a traceback."""

import os
import re
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from ocop_site.cli.commands import commands
from tests.support import PROJECT, bytes_of, some
from tests.unit.small import SAUCE, written

FOLDERS = (
    "",
    ".",
    "/",
    "/dev/null",
    "file",
    "loop",
    "pipe",
    "nowhere",
    "a" * 300,
    "\udcff",
    "x\ny",
    "-",
    "content/site.yaml",
)

WORDS = (
    "",
    " ",
    "\udcff",
    "\u202e",
    "x" * 5000,
    "{x}",
    "%s",
    "--",
    "../..",
    "\0",
    "https://[::1/",
    "javascript:1",
    "vi,en",
)

NUMBERS = ("", "0", "-1", "1e9", "9" * 30, "NaN", "٣", "31/02/2026", "0000-01-01", "\udcff")

ASKED = {
    "--content": FOLDERS,
    "--themes": FOLDERS,
    "--cache": FOLDERS,
    "--theme": WORDS,
    "--url": WORDS,
    "--today": NUMBERS,
    "--jobs": NUMBERS,
    "--cache-size": NUMBERS,
    "--format": ("", "xml"),
    "--messages": ("", "ko"),
}

OF_ONE: dict[str, dict[str, tuple[str, ...]]] = {
    "labels": {
        "--select": WORDS,
        "--language": WORDS,
        "--stock": WORDS,
        "--poster": WORDS,
        "--copies": NUMBERS,
        "--pdf": FOLDERS,
    },
    "hosting": {"--output": FOLDERS},
    "build": {"--output": FOLDERS},
}

CALLS = [
    *(
        [command, option, value]
        for command in ("check", "ledger")
        for option, values in ASKED.items()
        for value in values
    ),
    *([command, option, value] for command, of in OF_ONE.items() for option, values in of.items() for value in values),
    *([first, second] for first, second in product(("", "--", "-", "bulid", "\udcff"), ("", "build", "--nosuch"))),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small catalogue with an error, so that no call builds a whole site, beside files of all sorts."""
    folder = tmp_path_factory.mktemp("nonsense")
    written(folder / "content", SAUCE, files={"products/mam.yaml": "taste: {vi: [}\n"})
    (folder / "themes").symlink_to(PROJECT / "themes")
    (folder / "file").write_text("mine")
    (folder / "loop").symlink_to("loop")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    return folder


def test_there_are_enough_of_them() -> None:
    assert len(CALLS) >= 200


@pytest.mark.skipif(os.name == "nt", reason="links and pipes as Unix has them")
def test_nonsense_ends_with_a_code_and_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    before = mine(folder)
    for call in some(CALLS):
        answer = CliRunner().invoke(commands, call)
        assert answer.exception is None or isinstance(answer.exception, SystemExit), (call, answer.exc_info)
        assert answer.exit_code in (0, 1, 2), call
        assert answer.output, call
    assert mine(folder) == before


def mine(folder: Path) -> dict[str, bytes]:
    """What somebody wrote there; locks are the program's, and so is what it keeps in a folder that it was told to."""
    names = (name for name in bytes_of(folder) if not name.rpartition("/")[2].startswith("."))
    return {name: (folder / name).read_bytes() for name in names if not KEPT.fullmatch(name)}


KEPT = re.compile(
    r"(.*/)?(records/[0-9a-f]{16}\.memory|pages/[0-9a-f]{16}\.pages|builds/[0-9a-f]{16}\.json)", re.DOTALL
)
