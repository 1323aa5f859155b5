"""The command `lint`, on a small project of its own: what its tools find, and what becomes of it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_site.cli.lint import lint_python, lint_scripts, script_steps
from tests.support import PROJECT, needed

PYPROJECT = """
[tool.ruff.lint]
select = ["F"]
[tool.mypy]
strict = true
files = ["thing.py"]
"""

LOCK = '{"name": "small", "lockfileVersion": 3, "packages": {"": {"name": "small"}}}'

SOURCE = "def double(number: int) -> int:\n    return 2 * number\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A file with which every tool for Python is content."""
    tmp_path.joinpath("pyproject.toml").write_text(PYPROJECT, "utf-8")
    tmp_path.joinpath("thing.py").write_text(SOURCE, "utf-8")
    return tmp_path


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    """A folder of tests without tools to fetch, both of whose checks are content."""
    tmp_path.joinpath("package-lock.json").write_text(LOCK, "utf-8")
    write_scripts(tmp_path, {"lint": "node good.js", "types": "node good.js"})
    tmp_path.joinpath("good.js").touch()
    tmp_path.joinpath("bad.js").write_text("process.exit(3)", "utf-8")
    return tmp_path


def write_scripts(tests: Path, scripts: dict[str, str]) -> None:
    tests.joinpath("package.json").write_text(json.dumps({"name": "small", "scripts": scripts}), "utf-8")


def test_python_without_findings_passes(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert lint_python(project, fast=False)
    headings = [line for line in capfd.readouterr().out.splitlines() if line.startswith("> ")]
    assert headings == ["> ruff check", "> ruff format --check", "> mypy --strict"]


@pytest.mark.parametrize(
    ("source", "told"),
    [("import os\n\n\n" + SOURCE, "F401"), (SOURCE.replace("2 * number", "2*number"), "1 file would be reformatted")],
    ids=["unused", "unformatted"],
)
def test_what_ruff_finds_is_told_by_the_fast_one_too(
    project: Path, capfd: pytest.CaptureFixture[str], source: str, told: str
) -> None:
    project.joinpath("thing.py").write_text(source, "utf-8")
    assert not lint_python(project, fast=True)
    assert told in capfd.readouterr().out


def test_what_mypy_finds_is_told_but_not_by_the_fast_one(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    project.joinpath("thing.py").write_text(SOURCE.replace(": int", "").replace(" -> int", ""), "utf-8")
    assert lint_python(project, fast=True)
    assert not lint_python(project, fast=False)
    assert "no-untyped-def" in capfd.readouterr().out


def test_scripts_without_findings_pass(tests: Path) -> None:
    needed("npm", "node")
    assert lint_scripts(tests, "en")


@pytest.mark.parametrize("script", ["lint", "types"])
def test_what_either_check_of_scripts_finds_fails(tests: Path, script: str) -> None:
    needed("npm", "node")
    write_scripts(tests, {"lint": "node good.js", "types": "node good.js", script: "node bad.js"})
    assert not lint_scripts(tests, "en")


def test_a_check_of_scripts_that_is_not_there_is_told(tests: Path, capfd: pytest.CaptureFixture[str]) -> None:
    needed("npm", "node")
    write_scripts(tests, {"lint": "node good.js"})
    assert not lint_scripts(tests, "en")
    assert "Missing script" in capfd.readouterr().err


@pytest.mark.parametrize(("messages", "words"), [("en", "has no npm"), ("vi", "không có npm")])
def test_where_npm_is_missing_it_is_told_and_the_rest_counts(
    tests: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], messages: str, words: str
) -> None:
    monkeypatch.setenv("PATH", str(tests))
    monkeypatch.delenv("OCOP_TEST_EVERYTHING", raising=False)
    assert lint_scripts(tests, messages)
    assert words in capfd.readouterr().err


def test_where_everything_has_to_run_a_missing_npm_fails(tests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tests))
    monkeypatch.setenv("OCOP_TEST_EVERYTHING", "1")
    assert not lint_scripts(tests, "en")


def test_tools_are_fetched_anew_only_where_the_lock_is_newer(tests: Path) -> None:
    assert names(tests) == ["npm ci", "npm run lint", "npm run types"]
    listed = tests / "node_modules" / ".package-lock.json"
    listed.parent.mkdir()
    listed.touch()
    assert names(tests) == ["npm run lint", "npm run types"]
    os.utime(listed, (0, 0))
    assert names(tests) == ["npm ci", "npm run lint", "npm run types"]


def names(tests: Path) -> list[str]:
    return [step.name for step in script_steps(tests, "npm")]


def test_findings_end_with_1_whatever_folder_one_stands_in(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "ocop_site", tmp_path / "ocop_site", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, tmp_path / name)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    found = tmp_path / "ocop_site" / "found.py"
    found.write_text("import os\n", "utf-8")
    command = [sys.executable, str(tmp_path / "build.py"), "lint", "--fast"]
    run = subprocess.run(command, cwd=elsewhere, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 1, run.stderr
    assert "found.py" in run.stdout
