"""The command `lint`: what the project's own tools say of its code, in Python and in the themes' scripts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from ocop_site.cli.folders import HOME
from ocop_site.cli.help import command
from ocop_site.cli.report import GOOD, MISTAKES, USAGE, messages_option
from ocop_site.frozen import frozen
from ocop_site.invocation import pip_line
from ocop_site.messages import command_messages, help_text


@frozen
class LintStep:
    """A tool to run in a folder; it is content where it ends with 0."""

    name: str
    command: tuple[str, ...]
    folder: Path


@command("lint", help=help_text("command.lint"))
@click.option("--fast", is_flag=True, help=help_text("option.fast-lint"))
@messages_option
def lint_command(fast: bool, messages: str) -> None:
    """Run the checks of the program's own code: ruff, mypy, and those of the themes' scripts."""
    if not (find_spec("ruff") and find_spec("mypy")):
        click.echo(pip_line("test", Path(sys.executable)), err=True)
        sys.exit(USAGE)
    passes_python = lint_python(HOME, fast)
    passes_scripts = fast or lint_scripts(HOME / "tests", messages)
    sys.exit(GOOD if passes_python and passes_scripts else MISTAKES)


def lint_python(project: Path, fast: bool) -> bool:
    """Whether no tool finds anything."""
    return _all_pass(python_steps(project, fast))


def lint_scripts(tests: Path, messages: str) -> bool:
    """The same. Where npm is missing that is said; on a machine that has to run everything it is a failure."""
    if npm := shutil.which("npm"):
        return _all_pass(script_steps(tests, npm))
    click.echo(command_messages(messages)("no-npm"), err=True)
    return not os.environ.get("OCOP_TEST_EVERYTHING")


def python_steps(project: Path, fast: bool) -> list[LintStep]:
    tools = ["ruff check", "ruff format --check", *([] if fast else ["mypy --strict"])]
    return [LintStep(tool, (sys.executable, "-m", *tool.split()), project) for tool in tools]


def script_steps(tests: Path, npm: str) -> Iterator[LintStep]:
    """The scripts of `tests/package.json`, whose tools npm fetches where they are not there or of an older lock."""
    if _fetched_at(tests) < (tests / "package-lock.json").stat().st_mtime:
        options = ("--ignore-scripts", "--no-audit", "--no-fund")
        yield LintStep("npm ci", (npm, "ci", *options), tests)
    for script in ("lint", "types"):
        yield LintStep(f"npm run {script}", (npm, "run", script), tests)


def _fetched_at(tests: Path) -> float:
    """When npm last finished fetching, by the list that it leaves behind."""
    listed = tests / "node_modules" / ".package-lock.json"
    return listed.stat().st_mtime if listed.exists() else 0


def _all_pass(steps: Iterable[LintStep]) -> bool:
    """All are run, so that everything is told at once."""
    passed = [_passes(step) for step in steps]
    return all(passed)


def _passes(step: LintStep) -> bool:
    click.echo(f"> {step.name}")
    return subprocess.run(step.command, cwd=step.folder, check=False).returncode == 0
