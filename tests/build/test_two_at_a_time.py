"""Several people at one catalogue: no line of the ledgers is lost, no sheet is read half-written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ocop_site.cli.commands import commands
from ocop_site.cli.report import MISTAKES
from ocop_site.desk import ledger
from ocop_site.desk.browser import CHOSEN
from ocop_site.files import locked
from tests.build.papers import SITE, printed
from tests.support import PROJECT, bytes_of

EXAMPLE = PROJECT / "tests" / "example" / "content"

unix = pytest.mark.skipif(sys.platform == "win32", reason="the browsers here are scripts")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text that comes into `codes.yaml`, at its end, while a browser makes a PDF."""
    program, text = tmp_path / "browser", tmp_path / "meanwhile.txt"
    program.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "home = pathlib.Path(__file__).parent\n"
        "with (home / 'content' / 'codes.yaml').open('a') as ledger:\n"
        "    ledger.write((home / 'meanwhile.txt').read_text())\n"
        "pdf = next(a.partition('=')[2] for a in sys.argv if a.startswith('--print-to-pdf='))\n"
        "pathlib.Path(pdf).write_bytes(b'%PDF-1.4\\n<</Type /Page\\n>>\\n%%EOF\\n')\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv(CHOSEN, str(program))
    return text


def entered(content: Path) -> dict[str, str]:
    lines = (content / "codes.yaml").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if not line.startswith("#"))


def test_people_who_print_at_the_same_moment_are_all_entered(content: Path, tmp_path: Path) -> None:
    codes = ["VD001", "VD002", "VD003", "VD012"]
    before = entered(content)
    assert not any("printed: 2026-11-23" in before[code] for code in codes)
    runs = [
        subprocess.Popen(
            [
                *(sys.executable, "build.py", "labels", "--select", code, "--today", "2026-11-23", "--url", SITE),
                *("--content", str(content), "--output", str(tmp_path / code), "--cache", str(tmp_path / "cache")),
            ],
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
        )
        for code in codes
    ]
    assert [run.wait(timeout=300) for run in runs] == [0, 0, 0, 0]
    after = entered(content)
    assert [code for code in codes if "printed: 2026-11-23" not in after[code]] == []
    assert after.keys() == before.keys()


@unix
def test_a_line_that_comes_into_the_ledger_while_something_is_printed_stays(content: Path, meanwhile: Path) -> None:
    meanwhile.write_text("VD900: {product: mau-gao, published: 2026-11-22}\n")
    assert printed(content, select=("VD001",), pdf=content.parent / "labels.pdf").made
    after = entered(content)
    assert after["VD900"] == "{product: mau-gao, published: 2026-11-22}"
    assert "printed: 2026-11-23" in after["VD001"]


@unix
def test_a_ledger_that_is_broken_meanwhile_is_told_and_left_as_it_is(content: Path, meanwhile: Path) -> None:
    meanwhile.write_text("<<<<<<< HEAD\n")
    printing = printed(content, select=("VD001",), pdf=content.parent / "labels.pdf")
    assert (printing.made, "ledger.unread" in printing.codes) == (None, True)
    assert (content / "codes.yaml").read_text("utf-8").endswith("<<<<<<< HEAD\n")


@pytest.mark.parametrize(("language", "words"), [("vi", "một lượt chạy khác đang ghi sổ"), ("en", "another run")])
def test_the_ledger_command_tells_who_is_at_the_ledgers(
    content: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setattr(ledger, "PATIENCE", 0.1)
    with locked(content / ledger.LOCK):
        before = bytes_of(content)
        options = ["ledger", "--content", str(content), "--today", "2026-11-23", "--messages", language]
        ended = CliRunner().invoke(commands, options)
        assert bytes_of(content) == before
    assert ended.exit_code == MISTAKES
    assert f"{words}" in ended.output
    assert str(os.getpid()) in ended.output
    assert CliRunner().invoke(commands, options).exit_code == 0


def test_whoever_has_a_sheet_open_reads_it_to_its_end_while_another_is_written(content: Path) -> None:
    page = printed(content, select=("VD001",)).made
    assert page
    whole = page.page.read_bytes()
    with page.page.open("rb", buffering=0) as reader:
        begun = reader.read(100)
        if sys.platform != "win32":
            assert printed(content, select=("VD012",)).made
        assert begun + reader.read() == whole
    assert [file.name for file in page.page.parent.iterdir() if file.name.startswith(".")] == []
