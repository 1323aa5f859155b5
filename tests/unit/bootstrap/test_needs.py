"""What a command needs and what this Python has: versions by their numbers, pins that meet every need."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ocop_site.bootstrap import exit_code, stranger
from ocop_site.bootstrap.environment import kind_of_python, stamp
from ocop_site.bootstrap.packages import meets, missing, needed, plain
from tests.support import some

ROOT = Path(__file__).resolve().parents[3]


def test_a_command_is_waited_for_and_its_exit_code_passed_on() -> None:
    assert exit_code([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@pytest.mark.parametrize(
    ("has", "requirement", "met"),
    [
        ("1.2", "x>=1.2", True),
        ("1.2", "x>=1.2.0", True),
        ("1.10", "x>=1.9", True),
        ("1.9", "x>=1.10", False),
        ("2.0rc1", "x>=1.9", True),
        ("1.2.20261108", "x >= 1.2", True),
        ("", "x>=0", True),
        ("0.9", "x>=1", False),
    ],
)
def test_a_version_is_compared_by_its_numbers(has: str, requirement: str, met: bool) -> None:
    assert meets({"x": has}, requirement) is met


def needs_and_pins() -> tuple[list[str], dict[str, str]]:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    lines = ROOT.joinpath("ocop_site/constraints.txt").read_text("ascii").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    return [*project["dependencies"], *project["optional-dependencies"]["test"]], dict(pins)


def test_every_need_is_a_name_and_a_floor_and_has_a_pin_that_meets_it() -> None:
    needs, pins = needs_and_pins()
    by_name = {re.sub(r"[-_.]+", "_", name).lower(): version for name, version in pins.items()}
    for need in some(needs):
        assert re.fullmatch(r"[A-Za-z0-9_.-]+>=[0-9.]+", need)
        assert re.sub(r"[-_.]+", "_", need.split(">=")[0]).lower() in by_name
        assert meets(by_name, need)


def test_no_file_of_pins_holds_an_address() -> None:
    for path in ("ocop_site/constraints.txt", "tests/package-lock.json", "tests/package.json"):
        assert "://" not in ROOT.joinpath(path).read_text("utf-8")


def test_the_door_imports_nothing_but_the_standard_library() -> None:
    """Its words are read as a file: importing the other messages would import packages that may not be there yet."""
    lists = "import sys; before = set(sys.modules); import ocop_site.bootstrap.make; print(*set(sys.modules) - before)"
    run = subprocess.run([sys.executable, "-c", lists], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    imported = run.stdout.split()
    ours = {name for name in imported if name.startswith("ocop_site")}
    assert {name.partition(".")[0] for name in imported} - sys.stdlib_module_names == {"ocop_site"}
    assert ours - {"ocop_site", "ocop_site.invocation"} == {
        name for name in ours if name.startswith("ocop_site.bootstrap")
    }


def test_an_old_python_can_read_the_door_and_is_told() -> None:
    ast.parse(ROOT.joinpath("build.py").read_text("utf-8"), feature_version=(3, 4))


def test_a_package_has_one_name_however_it_is_written() -> None:
    assert plain("types-PyYAML") == plain("types_pyyaml") == plain(" Types.PyYAML") == "types_pyyaml"


def test_the_tests_need_more_than_the_program() -> None:
    (program,) = needed(["build"])
    assert needed([]) == needed(["--content", "test"]) == [program]
    both = needed(["test", "--fast"])
    assert both[0] == program
    assert any(need.startswith("pytest>=") for need in both[1])


def test_this_python_has_what_the_program_needs_and_lacks_what_nobody_wrote() -> None:
    assert missing(needed([])[0]) == []
    assert missing(["ocop-no-such-package>=0.1", "pytest>=7", "pytest>=999"]) == [
        "ocop-no-such-package>=0.1",
        "pytest>=999",
    ]


def test_the_mark_of_an_environment_changes_with_every_need() -> None:
    first, second = stamp([["a>=1"]]), stamp([["a>=1"], ["b>=2"]])
    assert first[0] == second[0] == kind_of_python()
    assert first[1] == second[1]
    assert len({*second, stamp([["a>=1.1"]])[1]}) == 4


def test_what_a_stranger_has_to_do_is_told_with_the_command() -> None:
    refused = stranger(["Tiny-Thing>=1.2"])
    assert refused.key == "lacking"
    assert "Tiny-Thing>=1.2" in str(refused.details)
    assert "-m pip install -e" in str(refused.details)
