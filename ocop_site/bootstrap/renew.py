"""Writes the requirements: every package at one version, with the hash of each of its wheels.

`python -m ocop_site.bootstrap.renew` keeps the versions that are there, which `pyproject.toml` has to allow;
`--upgrade` takes the newest. uv resolves for all systems at once, from the index that its own settings name.
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

from ocop_site.bootstrap.environment import REQUIREMENTS, ROOT, requirements
from ocop_site.bootstrap.pip import NEWEST_PYTHON

HEAD = """\
# {what} Written by `python -m ocop_site.bootstrap.renew`.
--require-hashes
--only-binary :all:
"""

WHAT = {
    "program": "What the program needs, with the hash of every wheel.",
    "test": "What its tests and checks need beside.",
    "heif": "What reads the photographs of iPhones, if somebody wants it.",
    "build": "What builds the package `ocop-site`, and writes these files.",
}

BESIDE = ("test", "heif")
"""What is installed beside the program's own."""

OLDEST_PYTHON = (3, 11)

PYTHONS = [(3, minor) for minor in range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1)]

_GLIBC = [f"manylinux_2_{minor}" for minor in range(28, 4, -1)] + ["manylinux2014", "manylinux2010", "manylinux1"]
"""Of Debian 11 and whatever is newer."""

SYSTEMS: dict[str, list[str]] = {
    "Linux x86_64": [f"{version}_x86_64" for version in _GLIBC],
    "Linux aarch64": [f"{version}_aarch64" for version in _GLIBC],
    "Windows x64": ["win_amd64"],
    "macOS arm64": list(mac_platforms((14, 0), "arm64")),
    "macOS x86_64": list(mac_platforms((14, 0), "x86_64")),
}
"""Where every package has to be there as a wheel, and the platforms by which wheels are named there."""

OTHER_SYSTEMS: dict[str, list[str]] = {
    "Linux x86_64 with musl": ["musllinux_1_2_x86_64", "musllinux_1_1_x86_64"],
    "Linux aarch64 with musl": ["musllinux_1_2_aarch64", "musllinux_1_1_aarch64"],
    "Windows arm64": ["win_arm64"],
    "Windows, 32 bit": ["win32"],
}
"""Where it is told what is not."""

Package = dict[str, Any]
"""A package of a lock file as PEP 751 has it."""


def renew(upgrade: bool) -> list[str]:
    """Writes the files, and tells which package has no wheel where; nothing is written where one has to be."""
    locked = resolve([asked for name in WHAT for asked in inputs(name)], {} if upgrade else pinned())
    versions = {package["name"]: package["version"] for package in locked}
    names = {name: {package["name"] for package in resolve(inputs(name), versions)} for name in WHAT}
    if lacking := list(gaps(locked, SYSTEMS)):
        raise SystemExit("\n".join(lacking))
    for name, found in names.items():
        own = found - names["program"] if name in BESIDE else found
        write(name, [package for package in locked if package["name"] in own])
    return list(gaps([package for package in locked if package["name"] in names["program"]], OTHER_SYSTEMS))


def inputs(name: str) -> list[str]:
    """What `pyproject.toml` asks for, the program's own too; to build, editables for one that follows the source."""
    project: dict[str, Any] = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))
    program, extras = project["project"]["dependencies"], project["project"]["optional-dependencies"]
    build = [*project["build-system"]["requires"], "editables", *extras["renew"]]
    asked: dict[str, list[str]] = {"program": program, "build": build}
    return asked.get(name) or [*program, *extras[name]]


def resolve(asked: Iterable[str], versions: dict[str, str]) -> list[Package]:
    """The packages for all systems and Pythons at once, in the order of their names, each with its wheels alone."""
    with TemporaryDirectory() as folder:
        source, pins, lock = (Path(folder, name) for name in ("asked.in", "pins.txt", "pylock.toml"))
        source.write_text("\n".join(asked), "utf-8")
        pins.write_text("\n".join(f"{name}=={version}" for name, version in versions.items()), "utf-8")
        options = [
            "--python",
            sys.executable,
            "--universal",
            "--python-version",
            "3.11",
            "--no-build",
            "--quiet",
            "--format",
            "pylock.toml",
        ]
        command = [
            sys.executable,
            "-m",
            "uv",
            "pip",
            "compile",
            *options,
            "-c",
            str(pins),
            "-o",
            str(lock),
            str(source),
        ]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
        packages: list[Package] = tomllib.loads(lock.read_text("utf-8"))["packages"]
    return packages


def pinned() -> dict[str, str]:
    """The versions that are written now."""
    return {name: version for file in REQUIREMENTS.glob("*.txt") for name, version in pins_in(file.read_text("utf-8"))}


def pins_in(text: str) -> Iterator[tuple[str, str]]:
    """The packages of a file of requirements and their versions."""
    for line in text.splitlines():
        name, pin, rest = line.partition("==")
        if pin and not line.startswith((" ", "#")):
            yield canonicalize_name(name), rest.split()[0]


def write(name: str, packages: Iterable[Package]) -> None:
    head = HEAD.format(what=WHAT[name]) + ("-r program.txt\n" if name in BESIDE else "")
    text = head + "".join(f"{requirement(package)}\n" for package in packages)
    requirements(name).write_text(text, "ascii", newline="\n")


def requirement(package: Package) -> str:
    """A package as pip wants to be told of it: version, for which systems, and its hashes."""
    marker = f" ; {package['marker']}" if "marker" in package else ""
    hashes = sorted(wheel["hashes"]["sha256"] for wheel in package["wheels"])
    return " \\\n    ".join(
        [f"{package['name']}=={package['version']}{marker}", *(f"--hash=sha256:{h}" for h in hashes)]
    )


def gaps(packages: Iterable[Package], systems: dict[str, list[str]]) -> Iterator[str]:
    """What has no wheel: a line for each package and system."""
    for package in packages:
        tags = frozenset().union(*(tags_of(wheel) for wheel in package["wheels"]))
        for system, platforms in systems.items():
            pythons = [python for python in PYTHONS if tags.isdisjoint(tags_for(python, platforms))]
            if pythons:
                missing = ", ".join(f"{major}.{minor}" for major, minor in pythons)
                yield f"{package['name']} {package['version']} has no wheel for {system}, Python {missing}"


def tags_of(wheel: dict[str, Any]) -> frozenset[Tag]:
    """What a wheel fits, by its name."""
    return parse_wheel_filename(wheel.get("name") or wheel["url"].rpartition("/")[2])[3]


def tags_for(python: tuple[int, int], platforms: list[str]) -> set[Tag]:
    """What fits a Python on a system."""
    interpreter = "cp{}{}".format(*python)
    return {*cpython_tags(python, platforms=platforms), *compatible_tags(python, interpreter, platforms)}


if __name__ == "__main__":
    told = renew("--upgrade" in sys.argv[1:])
    sys.stderr.write("".join(f"{line}\n" for line in told))
