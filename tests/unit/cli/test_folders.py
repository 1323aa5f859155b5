"""A command that is told of no folders finds them: here, or beside `build.py` where here is somewhere else."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from ocop_site.cli import folders
from ocop_site.cli.commands import commands
from tests.support import PROJECT
from tests.unit.small import RICE, written

DAY = ("--today", "2026-11-23", "--messages", "en")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `build.py`, its content and its themes, and another that one stands in."""
    project = tmp_path / "project"
    written(project / "content", RICE)
    (project / "themes").symlink_to(PROJECT / "themes")
    (tmp_path / "System32").mkdir()
    monkeypatch.setattr(folders, "HOME", project)
    monkeypatch.chdir(tmp_path / "System32")
    assert CliRunner().invoke(commands, ["ledger", *DAY]).exit_code == 0
    return project


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.endswith(".lock")}


def test_from_another_folder_the_site_beside_the_program_is_built(project: Path) -> None:
    answer = CliRunner().invoke(commands, ["build", *DAY])
    assert answer.exit_code == 0, answer.output
    assert CliRunner().invoke(commands, ["hosting", *DAY]).exit_code == 0
    assert names(project) == {"content", "themes", "output", ".cache", "hosting"}
    assert names(Path()) == set()


def test_where_there_is_content_it_is_meant_and_all_else_is_there(project: Path) -> None:
    written(Path("content"), RICE)
    assert CliRunner().invoke(commands, ["ledger", *DAY]).exit_code == 0
    answer = CliRunner().invoke(commands, ["build", *DAY])
    assert answer.exit_code == 0, answer.output
    assert names(Path()) == {"content", "output", ".cache"}
    assert names(project) == {"content", "themes"}


def test_a_folder_that_is_told_is_looked_for_from_here(project: Path) -> None:
    answer = CliRunner().invoke(commands, ["build", *DAY, "--content", "../project/content", "--output", "web"])
    assert answer.exit_code == 0, answer.output
    assert names(Path()) == {"web", ".cache"}
    assert names(project) == {"content", "themes"}


def test_a_site_below_a_path_says_where_its_files_belong(project: Path) -> None:
    answer = CliRunner().invoke(commands, ["build", *DAY])
    assert f"put all that is in {project / 'output'} into the server's folder /thu/" in answer.stdout
    root = CliRunner().invoke(commands, ["build", *DAY, "--url", "https://example.org", "--output", "web"])
    assert "server's folder" not in root.stdout
