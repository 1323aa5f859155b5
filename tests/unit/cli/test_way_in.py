"""What a command imports before it does its work, so that nobody waits for what another command needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import PROJECT
from tests.unit.small import RICE, written

IMPORTED = """
import sys
sys.argv = ["build.py", *sys.argv[1:]]
try:
    from ocop_site.bootstrap import enter
    enter()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


HELPED_BY = {"click", "yaml", "cython_runtime", "org"}
"""What may come in for a help: the last two are PyYAML's own affair."""

CHECKED_BY = HELPED_BY | {
    *(
        "babel",
        "brotli",
        "filelock",
        "fontTools",
        "jinja2",
        "markdown",
        "markupsafe",
        "nh3",
        "phonenumbers",
        "PIL",
        "resvg_py",
        "segno",
        "selectolax",
    ),
    *("htmlparser", "annotated_types", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection"),
    *("xxhash", "zxingcpp"),
}

NOT_OF_A_CHECK = {"asyncio", "concurrent.futures.process", "multiprocessing.connection", "pypdf"}


def imported(*arguments: str, code: int = 0) -> set[str]:
    """The modules of a process that ran a command, which ended with that code."""
    command = [sys.executable, "-c", IMPORTED, *arguments]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == code, ran.stdout + ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


def packages(modules: set[str]) -> set[str]:
    """Those that are neither Python's own nor ours, without what an environment imports at every start."""
    names = {module.partition(".")[0] for module in modules}
    return {name for name in names if name not in sys.stdlib_module_names and not name.startswith("_")} - {
        "ocop_site",
        "sitecustomize",
        "usercustomize",
    }


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["labels", "--help"], ["--version"]], ids=" ".join
)
def test_to_read_the_help_nothing_is_imported_but_what_writes_it(arguments: list[str]) -> None:
    modules = imported(*arguments)
    assert packages(modules) <= HELPED_BY
    rooms = {module.split(".")[1] for module in modules if module.startswith("ocop_site.")}
    assert rooms <= {"bootstrap", "cli", "frozen", "invocation", "messages", "problems", "records", "text"}
    assert not modules & {"asyncio", "multiprocessing", "email", "http", "sqlite3", "urllib.request", "ssl"}


def test_a_check_imports_what_its_content_asks_for(tmp_path: Path) -> None:
    """No file to take along is in this catalogue, and one process does it all."""
    content = written(tmp_path / "content", RICE)
    places = ["--content", str(content), "--cache", str(tmp_path / "cache"), "--jobs", "1"]
    modules = imported("check", *places, code=1)
    assert "ocop_site.pipeline" in modules
    assert packages(modules) <= CHECKED_BY
    assert not modules & NOT_OF_A_CHECK
    assert not {module for module in modules if module.startswith(("ocop_site.desk", "ocop_site.preview"))}


def test_a_check_that_is_told_again_reads_neither_records_nor_pictures(tmp_path: Path) -> None:
    content = written(tmp_path / "content", RICE)
    imported("ledger", "--content", str(content))
    places = ["--content", str(content), "--cache", str(tmp_path / "cache"), "--jobs", "1"]
    assert "PIL" in packages(imported("check", *places))
    assert packages(imported("check", *places)) <= HELPED_BY


def test_labels_import_no_preview(tmp_path: Path) -> None:
    content = written(tmp_path / "content", RICE)
    modules = imported("labels", "--trial", "--content", str(content), "--output", str(tmp_path / "labels"), code=1)
    assert "ocop_site.desk.labels" in modules
    assert not packages(modules) & {"pypdf", "livereload", "tornado", "watchfiles"}
