"""What a command needs, and what this Python has. A need is written `name>=floor`."""

import os
import sys
import tomllib
from collections.abc import Iterable
from itertools import takewhile

from ocop_site.bootstrap.environment import ROOT


def sets_for(arguments: list[str]) -> list[str]:
    """The sets of packages for a command: the program's own, and for `test` and `lint` those of the tests.

    The command is the first argument, or none is named.
    """
    return ["program", "test"] if arguments[:1] in (["test"], ["lint"]) else ["program"]


def needs(sets: list[str]) -> list[str]:
    """What `pyproject.toml` asks for."""
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    by_set = {"program": project["dependencies"], **project["optional-dependencies"]}
    return [requirement for name in sets for requirement in by_set[name]]


def missing(requirements: Iterable[str]) -> list[str]:
    """The requirements that this Python does not meet."""
    versions = installed()
    return [requirement for requirement in requirements if not meets(versions, requirement)]


def meets(versions: dict[str, str], requirement: str) -> bool:
    name, _, floor = requirement.partition(">=")
    return release(versions.get(plain(name), "")) >= release(floor)


def installed() -> dict[str, str]:
    """Names and versions of this Python's packages, as their folders are named: `Jinja2-3.1.6.dist-info`.

    importlib.metadata says the same, but takes 50 ms to be imported.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        for entry in entries(folder):
            stem, _, kind = entry.rpartition(".")
            if kind in ("dist-info", "egg-info"):
                name, version, *_ = [*stem.split("-"), ""]
                found.setdefault(plain(name), version)
    return found


def entries(folder: str) -> list[str]:
    """The names in a folder; none where it is an archive, or closed to us, or not there."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are enough, and there are hundreds
    except OSError:
        return []


def plain(name: str) -> str:
    """`types-PyYAML`, `types_PyYAML` and `types_pyyaml` are one package."""
    return name.strip().lower().replace("-", "_").replace(".", "_")


def release(version: str) -> list[int]:
    """The numbers a version starts with, without the zeros at its end, as 3.1.0 is 3.1. None at all is below any."""
    numbers = [int(part) for part in takewhile(str.isdecimal, version.strip().split("."))]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers
