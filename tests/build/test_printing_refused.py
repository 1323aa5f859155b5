"""Printing that must not happen: no file of somebody's is lost, no half PDF is believed, no ledger speaks of either."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from ocop_site.desk import booklet
from ocop_site.desk.browser import CHOSEN
from tests.build.papers import DAY, printed
from tests.support import PROJECT, Task, bytes_of

WHOLE = b"%PDF-1.4\n<</Type /Pages\n/Count 1>>\n<</Type /Page\n>>\n%%EOF\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the browsers here are scripts")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "tests" / "example" / "content", tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that writes what stands beside it as its PDF; nothing where nothing stands there."""
    program = tmp_path / "browser"
    program.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "body = pathlib.Path(__file__).with_name('told.pdf')\n"
        "pdf = next(a.partition('=')[2] for a in sys.argv if a.startswith('--print-to-pdf='))\n"
        "body.exists() and pathlib.Path(pdf).write_bytes(body.read_bytes())\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv(CHOSEN, str(program))
    return tmp_path / "told.pdf"


def test_a_pdf_that_stands_stays_until_a_whole_one_takes_its_place(content: Path, browser: Path) -> None:
    pdf = content.parent / "labels.pdf"
    pdf.write_bytes(b"%PDF-1.4 the one before")
    assert "labels.pdf" in printed(content, select=("VD001",), pdf=pdf).codes
    assert pdf.read_bytes() == b"%PDF-1.4 the one before"
    browser.write_bytes(WHOLE)
    assert printed(content, select=("VD001",), pdf=pdf).made
    assert pdf.read_bytes() == WHOLE
    assert [file.name for file in content.parent.glob("ocop-*")] == []


@pytest.mark.parametrize(
    "body",
    [b"", b"%PDF-", WHOLE.removesuffix(b"%%EOF\n"), WHOLE + b" " * 2000, WHOLE.replace(b"/Page\n", b"/Font\n")],
    ids=["nothing", "its head", "no end", "an end long before", "no page"],
)
def test_half_a_pdf_is_not_believed_and_leaves_nothing_behind(content: Path, browser: Path, body: bytes) -> None:
    before = bytes_of(content)
    browser.write_bytes(body)
    printing = printed(content, select=("VD001",), pdf=content.parent / "labels.pdf")
    assert printing.made is None
    assert "labels.pdf-broken" in printing.codes
    assert not (content.parent / "labels.pdf").exists()
    assert bytes_of(content) == before


def test_where_the_pdf_fails_no_page_is_left_that_could_be_printed_unentered(content: Path, browser: Path) -> None:
    printing = printed(content, select=("VD001",), pdf=content.parent / "labels.pdf")
    assert not browser.exists()
    assert "labels.pdf" in printing.codes
    assert not (content.parent / "labels").exists()


def test_the_page_of_an_earlier_run_survives_a_pdf_that_fails(content: Path, browser: Path) -> None:
    assert not browser.exists()
    printed(content, select=("VD001",))
    before = bytes_of(content.parent / "labels")
    printed(content, select=("VD012",), pdf=content.parent / "labels.pdf")
    assert bytes_of(content.parent / "labels") == before


def test_a_pdf_that_is_open_in_another_program_is_told_by_its_name(
    content: Path, browser: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses to replace it, which no other system does."""
    pdf, usual = content.parent / "labels.pdf", Path.replace

    def replace(source: Path, target: Path) -> Path:
        if target == pdf:
            raise PermissionError(13, "Access is denied", str(source))
        return usual(source, target)

    browser.write_bytes(WHOLE)
    pdf.write_bytes(b"%PDF-1.4 the one before")
    monkeypatch.setattr(Path, "replace", replace)
    printing = printed(content, select=("VD001",), pdf=pdf)
    (problem,) = [each for each in printing.outcome.problems if each.code == "labels.pdf-open"]
    assert str(pdf) in problem.message("vi")
    assert pdf.read_bytes() == b"%PDF-1.4 the one before"
    assert "printed: 2026-11-23" not in (content / "codes.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["content/codes.yaml", "content/new.pdf", "content/media/new/labels.pdf"])
def test_no_pdf_is_put_into_the_content(content: Path, browser: Path, name: str) -> None:
    browser.write_bytes(WHOLE)
    before = bytes_of(content)
    printing = printed(content, select=("VD001",), pdf=content.parent / name)
    assert printing.codes == ["labels.pdf-protected"]
    assert bytes_of(content) == before


@pytest.mark.parametrize("folder", ["themes", "ocop_site"])
def test_nor_into_the_themes_or_the_program(content: Path, browser: Path, folder: str) -> None:
    assert not browser.exists()
    assert printed(content, pdf=PROJECT / folder / "never.pdf").codes == ["labels.pdf-protected"]


def test_a_link_into_the_content_is_seen_through(content: Path, browser: Path) -> None:
    browser.write_bytes(WHOLE)
    link = content.parent / "labels.pdf"
    link.symlink_to(content / "codes.yaml")
    assert printed(content, pdf=link).codes == ["labels.pdf-protected"]


def test_an_existing_file_that_is_no_pdf_is_left_alone(content: Path, browser: Path) -> None:
    browser.write_bytes(WHOLE)
    letter = content.parent / "letter.odt"
    letter.write_bytes(b"PK a letter")
    assert printed(content, pdf=letter).codes == ["labels.pdf-foreign"]
    assert letter.read_bytes() == b"PK a letter"
    assert not (content.parent / "labels").exists()


def test_what_is_no_plain_file_is_refused(content: Path, browser: Path) -> None:
    browser.write_bytes(WHOLE)
    os.mkfifo(content.parent / "pipe")
    assert printed(content, pdf=content.parent / "pipe").codes == ["labels.pdf-foreign"]


def test_the_booklet_refuses_the_same(content: Path, browser: Path) -> None:
    assert not browser.exists()
    task = Task(content, PROJECT / "themes", content.parent / "o", content.parent / "cache", today=DAY)
    outcome = booklet.print_booklet(task, booklet.BookletRequest(pdf=content / "codes.yaml"))
    assert outcome.files is None
    assert [problem.code for problem in outcome.problems] == ["labels.pdf-protected"]


@pytest.mark.parametrize("name", ["content", "content/pages", "."])
def test_no_page_is_put_into_the_content_or_over_it(content: Path, name: str) -> None:
    before = bytes_of(content)
    assert printed(content, output=content.parent / name).codes == ["output.protected"]
    assert bytes_of(content) == before


def test_nor_into_the_themes_the_program_the_home_folder_or_the_root(content: Path) -> None:
    for folder, code in [
        (PROJECT / "themes" / "dong-bang", "output.protected"),
        (PROJECT / "ocop_site" / "desk", "output.protected"),
        (Path.home(), "output.home"),
        (Path("/"), "output.home"),
    ]:
        assert printed(content, output=folder).codes == [code]


@pytest.mark.parametrize("name", ["labels.html", "labels.css"])
def test_a_page_of_somebody_elses_is_not_overwritten(content: Path, name: str) -> None:
    mine = content.parent / "labels" / name
    mine.parent.mkdir()
    mine.write_text("<p>mine", encoding="utf-8")
    before = bytes_of(content)
    printing = printed(content, select=("VD001",))
    assert "labels.foreign" in printing.codes
    assert bytes_of(mine.parent) == {name: b"<p>mine"}
    assert bytes_of(content) == before


def test_nor_is_one_that_a_link_leads_to(content: Path) -> None:
    assert printed(content, select=("VD001",)).made
    page = content.parent / "labels" / "labels.html"
    kept = page.rename(content.parent / "kept.html")
    page.symlink_to(kept)
    before = kept.read_bytes()
    assert "labels.foreign" in printed(content, select=("VD012",)).codes
    assert kept.read_bytes() == before


def test_its_own_pages_are_written_anew_beside_what_else_stands_there(content: Path) -> None:
    note = content.parent / "labels" / "note.txt"
    note.parent.mkdir()
    note.write_text("mine", encoding="utf-8")
    for code in ("VD001", "VD012"):
        assert f">{code}<" in printed(content, select=(code,)).html
    assert note.read_text("utf-8") == "mine"


def test_the_pdf_does_not_stand_where_the_page_must(content: Path, browser: Path) -> None:
    browser.write_bytes(WHOLE)
    page = content.parent / "labels" / "labels.html"
    assert "labels.pdf-foreign" in printed(content, select=("VD001",), pdf=page).codes
    assert not page.exists()
