"""The tests themselves: each room of the program has its own, and no loop of theirs passes over nothing.

Only loops that assert are read; what `all(...)` runs over is left to whoever writes it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import PROJECT

TESTS = sorted((PROJECT / "tests").rglob("test_*.py"))

ROOMS = sorted(folder.parent.name for folder in (PROJECT / "ocop_site").glob("*/__init__.py"))

PASSING_ON = {"enumerate", "list", "map", "permutations", "range", "reversed", "sorted", "tuple", "zip"}
"""What yields nothing only where it is given nothing."""

FULL = {"paths", "files", "items", "keys", "values"}
"""What a built site is full of, and what a mapping of something holds."""


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_tests_of_its_own(room: str) -> None:
    assert [file for file in TESTS if file.is_relative_to(PROJECT / "tests" / "unit" / room)]


def test_every_folder_of_unit_tests_is_of_a_room() -> None:
    assert {file.parent.name for file in (PROJECT / "tests" / "unit").glob("*/test_*.py")} <= set(ROOMS)


def test_the_pipeline_has_one_door_for_all_tests() -> None:
    """So that a change of how a site is made is a change of one file here."""
    files = [file for file in (PROJECT / "tests").rglob("*.py") if "benchmarks" not in file.parts]
    door = re.compile(r"^\s*from ocop_site\.(pipeline|stages|run)\b", re.MULTILINE)
    needing = [file for file in files if door.search(file.read_text("utf-8"))]
    assert needing == [PROJECT / "tests" / "support.py"]


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.relative_to(PROJECT / "tests").as_posix())
def test_a_loop_that_asserts_loops_over_something(file: Path) -> None:
    assert [f"{file.name}:{loop.lineno}: {ast.unparse(loop.iter)}" for loop in doubtful(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("loop", "is_doubtful"),
    [
        ("for x in found():\n        assert x", True),
        ("for x in sorted(found()):\n        assert x", True),
        ("for x in (1, 2):\n        for y in found(x):\n            assert y", True),
        ("for x in []:\n        assert x", True),
        ("for x in some(found()):\n        assert x", False),
        ("for x in CASES:\n        assert x", False),
        ("for x in enumerate(CASES.items()):\n        assert x", False),
        ("for x in (1, 2):\n        assert x", False),
        ("assert len(found) > 3\n    for x in found:\n        assert x", False),
        ("seen = 0\n    for x in found():\n        assert x\n        seen += 1\n    assert seen", False),
        ("for x in found():\n        print(x)", False),
    ],
)
def test_a_doubtful_loop_is_found(loop: str, is_doubtful: bool) -> None:
    assert bool(list(doubtful(f"def test_it():\n    {loop}\n"))) == is_doubtful


def doubtful(source: str) -> Iterator[ast.For]:
    """The loops of tests that assert, over what may be empty for all that is said there.

    Where a property is tested, nothing is a case among others.
    """
    for test in ast.walk(ast.parse(source)):
        if not isinstance(test, ast.FunctionDef) or not test.name.startswith("test_"):
            continue
        if not any("given" in ast.unparse(decorator) for decorator in test.decorator_list):
            loops = [node for node in ast.walk(test) if isinstance(node, ast.For)]
            yield from (loop for loop in loops if asserts(loop) and not (is_full(loop.iter) or is_told(test, loop)))


def asserts(node: ast.AST) -> list[ast.Assert]:
    return [part for part in ast.walk(node) if isinstance(part, ast.Assert)]


def is_full(node: ast.expr) -> bool:
    """A display of something, a constant of the module, what `some` has looked at, and what passes these on."""
    match node:
        case ast.Tuple(elts=found) | ast.List(elts=found) | ast.Set(elts=found):
            return any(not isinstance(each, ast.Starred) or is_full(each.value) for each in found)
        case ast.Name(id=name):
            return name.isupper()
        case ast.Constant(value=value):
            return bool(value)
        case ast.BinOp(left=left, right=right):
            return is_full(left) or is_full(right)
        case ast.Attribute(attr=name) | ast.Call(func=ast.Attribute(attr=name)) if name in FULL:
            holder = node.func if isinstance(node, ast.Call) else node
            return isinstance(holder, ast.Attribute) and (name in ("paths", "files") or is_full(holder.value))
        case ast.Subscript(value=value):
            return is_full(value)
        case ast.Call(func=ast.Name(id="some")):
            return True
        case ast.Call(func=ast.Name(id=name), args=arguments) if name in PASSING_ON:
            return any(is_full(each) for each in arguments)
    return False


def is_told(test: ast.FunctionDef, loop: ast.For) -> bool:
    """Whether an assertion beside the loop speaks of what it runs over, or of what it counts."""
    inside = set(asserts(loop))
    told = {name for each in asserts(test) if each not in inside for name in names(each)}
    return bool(told & (names(loop.iter) | set(counted(loop))))


def names(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def counted(loop: ast.For) -> Iterator[str]:
    for part in ast.walk(loop):
        match part:
            case ast.AugAssign(target=ast.Name(id=name)):
                yield name
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append" | "add")):
                yield name
