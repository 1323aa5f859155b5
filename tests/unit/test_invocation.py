"""Messages name the command that was typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_site.invocation import STARTED_BY, command_line, pip_line, quoted
from tests.support import PROJECT

TELLS = "import sys; sys.argv[0] = {!r}; from ocop_site.invocation import command_line; print(command_line())"

not_on_windows = pytest.mark.skipif(os.name == "nt", reason="there the launcher is named")


def told(python: str, program: str, folder: Path = PROJECT, handed_on: str = "") -> str:
    """What a program of that name tells that was started by that Python in that folder."""
    run = subprocess.run(
        [python, "-c", TELLS.format(program)],
        executable=sys.executable,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT), STARTED_BY: handed_on},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout.strip()


@not_on_windows
@pytest.mark.parametrize("python", ["python3", "python", "python3.12", "/opt/own/python3.99"])
def test_python_is_named_as_it_was_typed(python: str) -> None:
    assert told(python, "build.py") == f"{python} build.py"


@not_on_windows
def test_a_whole_path_that_a_manager_of_pythons_wrote_is_told_as_the_name_that_a_shell_finds() -> None:
    assert told("/root/.pyenv/versions/3.11.7/bin/python3", "build.py") == "python3 build.py"


@pytest.mark.parametrize("program", ["ocop-site", "/somewhere/bin/ocop-site", "ocop-site.exe", "ocop-site-script.py"])
def test_the_installed_command_is_named_as_it_is(program: str) -> None:
    assert told(sys.executable, program) == "ocop-site"


@not_on_windows
def test_from_another_folder_the_door_is_named_by_its_whole_path(tmp_path: Path) -> None:
    assert told("python3", str(PROJECT / "build.py"), tmp_path) == f"python3 {quoted(str(PROJECT / 'build.py'))}"


def test_what_was_typed_is_handed_on_to_the_python_in_which_the_program_goes_on() -> None:
    assert told("/x/.venv/bin/python", "build.py", handed_on="py") == "py build.py"


def test_a_path_with_spaces_is_told_in_quotes() -> None:
    assert quoted("/a b/build.py") == '"/a b/build.py"'
    assert quoted("/ab/build.py") == "/ab/build.py"


def test_the_tests_themselves_name_a_python_and_the_door() -> None:
    assert command_line().endswith("build.py")


@pytest.mark.parametrize(
    ("python", "typed"),
    [
        (PROJECT / ".venv" / "bin" / "python", str(Path(".venv", "bin", "python"))),
        (Path("/opt/ocop/bin/python"), str(Path("/opt/ocop/bin/python"))),
        (Path("/opt/Danh mục của tôi/bin/python"), "python"),
    ],
)
def test_a_line_for_pip_begins_without_quotes(python: Path, typed: str) -> None:
    assert pip_line("heif", python) == f"{typed} -m pip install -r {Path('ocop_site', 'requirements', 'heif.txt')}"
