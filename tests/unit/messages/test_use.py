"""Every message is used by the program, and everything that the program says has its message."""

import ast
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import ocop_site
from ocop_site.catalogue.showing import LeftOut
from ocop_site.cli.commands import HOMES
from ocop_site.content.encodings.decoding import _MARKED_WIDE
from ocop_site.paper.labels.label import DISPENSABLE
from ocop_site.problems import Mistake, Severity
from ocop_site.records.base import marked_paths
from ocop_site.records.fields import Reference, SetNumber
from ocop_site.records.files import FILES
from ocop_site.text.wording import load_words
from tests.support import StageName
from tests.unit.messages.source import Module, Source, bound, modules_of, name_of

PACKAGE = Path(ocop_site.__file__).parent
HOME = PACKAGE / "messages"
MODULES = modules_of(PACKAGE)

REFERENCES = {mark.kind for kind in FILES.values() for _, mark in marked_paths(kind.model, Reference)}

NUMBERED = {mark.kind for mark in get_args(SetNumber) if isinstance(mark, Reference)}
"""What is referred to by a number: no number is near another one."""

PROBLEM_FAMILIES = {
    "reference.kind": REFERENCES,
    "f'{code}-near'": {f"reference.{kind}-near" for kind in REFERENCES - NUMBERED},
    "f'labels.left-out-{reason}'": {f"labels.left-out-{reason}" for reason in LeftOut},
    "f'labels.no-room-{role}'": {f"labels.no-room-{role}" for role in DISPENSABLE},
    "f'encoding.{wide}'": {f"encoding.{name}" for name in _MARKED_WIDE.values()},
}
"""Where a code is put together from something that is counted elsewhere: all that the expression can be."""

COMMAND_FAMILIES = {
    "problem.severity": {str(severity) for severity in Severity},
    "f'stage.{stage}'": {f"stage.{stage}" for stage in get_args(StageName)},
    "f'command.{name}'": {f"command.{name}" for name in HOMES},
}


def kinds_of(mistake: type[Exception]) -> Iterator[str]:
    yield mistake.__name__
    for kind in mistake.__subclasses__():
        yield from kinds_of(kind)


RAISED = {*kinds_of(Mistake), "Problem"}


@cache
def carriers(module: Module) -> set[str]:
    """The classes of a module among the readers that keep a code for a mistake yet to be raised."""
    classes = (node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef))
    fields = ((owner, node) for owner in classes for node in owner.body if isinstance(node, ast.AnnAssign))
    has_code = {owner.name for owner, node in fields if ast.unparse(node).startswith("code: str")}
    return has_code if module.path.startswith("content/") else set()


def makes_a_problem(module: Module, call: ast.Call) -> bool:
    return bool(call.args) and name_of(call) in RAISED | carriers(module)


def asks(accessor: str) -> Callable[[Module, ast.Call], bool]:
    """Whether a call asks for words: `accessor(language)("key")`, or by the name `accessor(language)` was given."""

    def is_accessor(node: ast.expr) -> bool:
        return isinstance(node, ast.Call) and name_of(node) == accessor

    def is_asking(module: Module, call: ast.Call) -> bool:
        if not isinstance(call.func, ast.Name):
            return is_accessor(call.func)
        here = module.functions_around(call)
        given = (value for function in here for value in bound(function, ast.unparse(call.func)))
        return any(isinstance(value, ast.expr) and is_accessor(value) for value in given)

    return is_asking


def reports_before_the_packages(module: Module, call: ast.Call) -> bool:
    return module.path.startswith("bootstrap/") and name_of(call) in ("SetupRefused", "report")


def tells_how_commands_are_used(module: Module, call: ast.Call) -> bool:
    """What commands say, and what they refuse."""
    return asks("command_messages")(module, call) or (bool(call.args) and name_of(call) in ("WrongUsage", "WrongValue"))


MESSAGE_FILES: Mapping[str, tuple[Callable[[Module, ast.Call], bool], Mapping[str, set[str]]]] = {
    "problems.yaml": (makes_a_problem, PROBLEM_FAMILIES),
    "commands.yaml": (tells_how_commands_are_used, COMMAND_FAMILIES),
    "preview.yaml": (asks("preview_messages"), {}),
    "bootstrap.toml": (reports_before_the_packages, {}),
}


@cache
def use_of(file: str) -> tuple[Source, set[str]]:
    """The source as it was followed for the keys of a file, and the keys that it says."""
    asks_for_key, families = MESSAGE_FILES[file]
    source = Source(MODULES, families)
    return source, source.said(asks_for_key)


def keys_of(file: str) -> set[str]:
    path = HOME / file
    return set(load_words(path) if path.suffix == ".yaml" else tomllib.loads(path.read_text("utf-8")))


def test_every_file_of_messages_is_looked_at() -> None:
    assert {file.name for file in HOME.iterdir() if file.suffix in (".yaml", ".toml")} == set(MESSAGE_FILES)


@pytest.mark.parametrize("file", MESSAGE_FILES)
def test_every_message_is_used(file: str) -> None:
    _, said = use_of(file)
    assert keys_of(file) - said == set()


@pytest.mark.parametrize("file", MESSAGE_FILES)
def test_everything_said_has_a_message(file: str) -> None:
    _, said = use_of(file)
    assert said
    assert said - keys_of(file) == set()


@pytest.mark.parametrize("file", MESSAGE_FILES)
def test_no_key_comes_from_where_it_cannot_be_followed(file: str) -> None:
    source, _ = use_of(file)
    assert source.unknown == set()
    assert source.met == set(source.families)


def test_a_code_is_followed_to_where_it_is_written() -> None:
    text = """
def check(entry, is_new):
    kind = "gtin" if is_new else "code"
    yield note(f"ledger.{kind}-lost", entry)
    for reason in _reasons(entry):
        yield Problem(f"labels.{reason}", entry)
    yield Problem(entry.code)

def note(code, place):
    return Problem(_known(code), place)

def _known(code):
    return code or None

def _reasons(entry):
    yield "stars"
    if found := "claim":
        yield found
"""
    source = Source([Module("a.py", ast.parse(text))])
    said = source.said(lambda _, call: name_of(call) == "Problem")
    assert said == {"ledger.gtin-lost", "ledger.code-lost", "labels.stars", "labels.claim"}
    assert source.unknown == set()


def test_a_code_that_is_reckoned_is_not_taken_for_known() -> None:
    source = Source([Module("a.py", ast.parse("def f(codes):\n    Problem(codes[0])\n    Problem(table['x'])\n"))])
    assert source.said(lambda _, call: name_of(call) == "Problem") == set()
    assert source.unknown == {"a.py:2: codes[0]", "a.py:3: table['x']"}
