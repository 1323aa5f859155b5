"""What a command needs and what this Python has: versions by their numbers, pins that meet every need."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ocop_site.bootstrap import exit_code, stranger
from ocop_site.bootstrap.environment import kind_of_python, requirements, stamp
from ocop_site.bootstrap.packages import meets, missing, needs, plain, sets_for
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


SETS = ("program", "test", "heif", "build")


def pins(name: str) -> dict[str, str]:
    """Packages and versions of a file of requirements."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", requirements(name).read_text("ascii"), re.MULTILINE))


@pytest.mark.parametrize("name", ["program", "test", "heif"])
def test_every_need_is_a_name_and_a_floor_and_has_a_pin_that_meets_it(name: str) -> None:
    by_name = {plain(package): version for package, version in pins(name).items()}
    for need in some(needs([name])):
        assert re.fullmatch(r"[A-Za-z0-9_.-]+>=[0-9.]+", need)
        assert meets(by_name, need)


@pytest.mark.parametrize("name", SETS)
def test_every_pin_has_hashes_and_nothing_else_is_asked_for(name: str) -> None:
    head, *packages = re.split(r"\n(?=[a-z])", requirements(name).read_text("ascii").strip())
    assert "--require-hashes\n--only-binary :all:" in head
    assert [line for line in head.splitlines() if line.startswith("-r")] == ["-r program.txt"] * (
        name in ("test", "heif")
    )
    for package in some(packages):
        first, *hashes = package.split(" \\\n    ")
        assert re.fullmatch(r"[a-z0-9-]+==[0-9.]+( ; .+)?", first)
        assert [re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) is None for line in some(hashes)] == [False] * len(
            hashes
        )


def test_what_the_tests_need_beside_is_not_what_the_program_needs() -> None:
    assert not pins("program").keys() & pins("test").keys()


def test_the_build_backend_is_pinned_to_the_version_whose_hash_is_known() -> None:
    (asked,) = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert asked == f"hatchling=={pins('build')['hatchling']}"


def test_no_file_of_pins_holds_an_address() -> None:
    for path in (*map(requirements, SETS), ROOT / "tests/package-lock.json", ROOT / "tests/package.json"):
        assert "://" not in path.read_text("utf-8")


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
    for path in ("build.py", "ocop_site/__init__.py", "ocop_site/window.py"):
        ast.parse(ROOT.joinpath(path).read_text("utf-8"), feature_version=(3, 4))


def test_a_package_has_one_name_however_it_is_written() -> None:
    assert plain("types-PyYAML") == plain("types_pyyaml") == plain(" Types.PyYAML") == "types_pyyaml"


def test_the_tests_need_more_than_the_program() -> None:
    assert sets_for(["build"]) == sets_for([]) == sets_for(["--content", "test"]) == ["program"]
    assert sets_for(["test", "--fast"]) == sets_for(["lint"]) == ["program", "test"]
    assert any(need.startswith("pytest>=") for need in needs(["program", "test"]))
    assert not any(need.startswith("pytest>=") for need in needs(["program"]))


def test_this_python_has_what_the_program_needs_and_lacks_what_nobody_wrote() -> None:
    assert missing(needs(["program"])) == []
    assert missing(["ocop-no-such-package>=0.1", "pytest>=7", "pytest>=999"]) == [
        "ocop-no-such-package>=0.1",
        "pytest>=999",
    ]


def test_the_mark_of_an_environment_tells_its_python_and_each_set_of_packages() -> None:
    program, both = stamp(["program"]), stamp(["program", "test"])
    assert both[0] == kind_of_python()
    assert both[:3] == program
    assert len(set(both)) == 4


def test_what_a_stranger_has_to_do_is_told_with_a_command_that_every_shell_takes() -> None:
    refused = stranger(["program", "test"], ["Tiny-Thing>=1.2"])
    assert refused.key == "lacking"
    assert "Tiny-Thing>=1.2" in str(refused.details["lacking"])
    command = str(refused.details["command"])
    assert command.split(" ", 1)[1] == f"-m pip install -r {Path('ocop_site', 'requirements', 'test.txt')}"
    assert not set("\"'&()[]") & set(command)
