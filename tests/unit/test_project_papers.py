"""The papers at the project's root: the READMEs, how to contribute, the changelog and the licence tell of this tree."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from ocop_site import __version__
from ocop_site.cli.commands import HOMES
from ocop_site.theme.about import API
from tests.support import PROJECT

CONTRIBUTING = PROJECT.joinpath(".github/CONTRIBUTING.md").read_text("utf-8")

CHANGELOG = PROJECT.joinpath("CHANGELOG.md").read_text("utf-8")

ABOUT = tomllib.loads(PROJECT.joinpath("pyproject.toml").read_text("utf-8"))["project"]

RELEASE = re.compile(
    r"^## (?P<version>Unreleased|[0-9.]+) \(api (?P<api>[0-9]+)\)(?:, (?P<day>[0-9-]+))?$", re.MULTILINE
)


def paths_in(text: str) -> Iterator[str]:
    """What is quoted and looks like a path of the project: `themes/<theme>/words.yaml`, `.ci/run`, `README.md`."""
    for quoted in re.findall(r"`([^`\s]+)`", text):
        if "/" in quoted or PurePosixPath(quoted).suffix in (".md", ".py", ".toml"):
            yield quoted


RECIPES = CONTRIBUTING.partition("\n## Recipes\n")[2].partition("\n## ")[0]

PATHS = sorted(set(paths_in(CONTRIBUTING)))


def is_there(path: str) -> bool:
    """Whether the file or folder exists; with a placeholder, whether there is any like it."""
    return any(PROJECT.glob(re.sub(r"<[a-z]+>", "*", path).rstrip("/")))


def modules_in(text: str) -> list[str]:
    return re.findall(r"python -m (ocop_site[a-z_.]+)", text)


def module_is_there(name: str) -> bool:
    return PROJECT.joinpath(*name.split(".")).with_suffix(".py").exists()


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_readmes_table_lists_every_command_and_no_other(readme: str) -> None:
    lines = PROJECT.joinpath(readme).read_text("utf-8").partition("| `build` |")
    table = (lines[1] + lines[2]).partition("\n\n")[0]
    listed = [name for line in table.splitlines() for name in re.findall(r"`([a-z]+)`", line.split("|")[1])]
    assert sorted(listed) == sorted(HOMES)


@pytest.mark.parametrize("path", PATHS)
def test_what_contributing_names_is_there(path: str) -> None:
    assert is_there(path)


@pytest.mark.parametrize("name", sorted(set(modules_in(RECIPES))))
def test_what_recipes_run_is_there(name: str) -> None:
    assert module_is_there(name)


@pytest.mark.parametrize("about", ["field", "kind of record", "message", "label paper", "language", "theme", "release"])
def test_there_is_a_recipe_with_a_file_for(about: str) -> None:
    found = re.search(rf"^\*\*(?:A|A new) {about.split()[0]}.*?(?=^\*\*|\Z)", RECIPES, re.MULTILINE | re.DOTALL)
    assert found
    assert list(paths_in(found[0]))


def test_the_newest_release_is_this_version_and_the_unreleased_names_this_api() -> None:
    unreleased, newest, *_ = RELEASE.finditer(CHANGELOG)
    assert (unreleased["version"], unreleased["api"]) == ("Unreleased", API)
    assert newest["version"] == ABOUT["version"] == __version__
    assert newest["day"]
    assert len(re.findall(r"^## ", CHANGELOG, re.MULTILINE)) == len(list(RELEASE.finditer(CHANGELOG)))


def test_the_licence_that_is_named_is_the_one_that_is_there() -> None:
    assert ABOUT["license"] == "MIT"
    texts = [PROJECT.joinpath(name).read_text("utf-8") for name in ABOUT["license-files"]]
    assert [text.splitlines()[0] for text in texts] == ["MIT License"]
    assert "the ocop_site authors" in texts[0]


def test_nothing_a_commit_runs_comes_from_elsewhere() -> None:
    hooks = PROJECT.joinpath(".pre-commit-config.yaml").read_text("utf-8")
    assert "://" not in hooks
    assert re.findall(r"repo: (.+)", hooks) == ["local"]
    assert re.findall(r"entry: python build.py ([a-z]+)", hooks) == ["lint"]
