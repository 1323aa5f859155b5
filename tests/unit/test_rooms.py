"""The house: a room imports only rooms that the data has already passed through, and no module is in a circle."""

import ast
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "ocop_site"

ORDER = [
    [
        "carried", "dependencies", "facts", "files", "frozen", "invocation", "processes", "text", "units", "messages",
        "document", "problems", "program", "records", "sealed", "window",
    ],
    ["content"],
    ["catalogue"],
    ["codes"],
    ["attachments"],
    ["pictures"],
    ["views"],
    ["editions"],
    ["search"],
    ["pages"],
    ["paper"],
    ["exports"],
    ["theme"],
    ["output"],
    ["run"],
    ["stages"],
    ["pipeline"],
    ["desk"],
    ["preview"],
    ["cli"],
    ["bootstrap"],
]  # fmt: skip
"""The rooms in the order of the journey; those of one line are the ground floor."""

OF_THE_PROGRAM = {"ocop_site.__version__", "ocop_site.BEGUN"}
"""What the package itself says, above all rooms."""

MOST_MODULES = 20

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    return ".".join(("ocop_site", *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def imports_of(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: imports are absolute"
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.startswith("ocop_site.") and name not in OF_THE_PROGRAM}


def floor_of(module: str) -> int:
    room = module.split(".")[1]
    return next(floor for floor, rooms in enumerate(ORDER) if room in rooms)


@pytest.mark.parametrize("file", [f for f in MODULES if f != PACKAGE / "__init__.py"], ids=name_of)
def test_imports_run_against_the_stream(file: Path) -> None:
    here = floor_of(name_of(file))
    downstream = {name for name in imports_of(file) if floor_of(name) > here}
    if name_of(file).startswith("ocop_site.bootstrap"):
        downstream -= {"ocop_site.cli.commands"}
    assert not downstream


def test_no_module_is_in_a_circle() -> None:
    names = {name_of(file) for file in MODULES}
    imports = {name_of(file): imports_of(file) & names for file in MODULES}

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        ahead = [start]
        while ahead:
            for name in imports[ahead.pop()] - seen:
                seen.add(name)
                ahead.append(name)
        return seen

    assert [name for name in sorted(names) if name in reached(name)] == []


def test_no_two_public_classes_have_one_name() -> None:
    """One name means one thing; what a module keeps to itself may be called as it likes."""
    places: dict[str, list[str]] = {}
    for file in MODULES:
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(name_of(file))
    assert len(places) > 100
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_folder_holds_two_ideas() -> None:
    """More than about twenty modules are several subjects in one drawer."""
    counts = Counter(file.parent.relative_to(PACKAGE).as_posix() for file in MODULES if file.name != "__init__.py")
    assert sum(counts.values()) > 100
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_every_room_says_what_it_is(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))
