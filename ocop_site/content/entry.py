"""One content file as it was written: every value as text, with the line and column where it stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from ocop_site.frozen import frozen
from ocop_site.problems import Location, Mistake, Problem, Severity
from ocop_site.records.base import FieldPath

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
"""What a file can hold. Every scalar is text: what it means is for the record's fields to say."""


@frozen
class Position:
    """A place in a file: line and column from 1, in characters."""

    line: int
    column: int


class Positions(Mapping[FieldPath, Position]):
    """Where a file's values, or its keys, stand: looked for when one is asked for, since of most files none ever is."""

    def __init__(self, find: Callable[[], Mapping[FieldPath, Position]]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Mapping[FieldPath, Position]:
        return self._find()

    def __getitem__(self, path: FieldPath) -> Position:
        return self._found[path]

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class Slip(Mistake):
    """A mistake in a file's writing, with the place where it stands."""

    def __init__(self, code: str, line: int, column: int, **details: object) -> None:
        super().__init__(code, **details)
        self.mark = Position(line, column)

    def problem(self, file: str, lines: tuple[str, ...]) -> Problem:
        place = Location(file, self.mark.line, self.mark.column)
        return self.at(place, excerpt=excerpt(lines, self.mark.line))


@dataclass(frozen=True)
class Entry:
    """One record's file. `values` and `keys` tell where each value starts and where each key stands.

    `text` gives what is written there: of most files nobody ever asks for it. `digest` stands for the file's bytes and
    its name; it is empty for what was read from none.
    """

    kind: str
    id: str
    file: str
    data: dict[str, Value]
    values: Mapping[FieldPath, Position]
    keys: Mapping[FieldPath, Position]
    text: Callable[[], str] = field(compare=False)
    language: str | None = None
    body: str = ""
    body_line: int = 0
    digest: str = ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text().split("\n"))

    def location(self, path: FieldPath, *, key: bool = False) -> Location:
        """Where the value, or with `key` its key, stands; where it is not there, the nearest thing around it."""
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        for length in range(len(path), -1, -1):
            if mark := first.get(path[:length]) or second.get(path[:length]):
                return Location(self.file, mark.line, mark.column)
        return Location(self.file, 1, 1)

    def location_in(self, path: FieldPath | None, text: str, start: int, found: str) -> Location:
        """Where in the file `found` stands, which begins at `start` of a text; a path of None is the body.

        A text may be written over many lines and in several ways, so it is counted how often it stands before.
        """
        begin = Location(self.file, self.body_line, 1) if path is None else self.location(path)
        before = text.count(found, 0, start) if found else 0
        for number in range(begin.line, len(self.lines) + 1):
            line, column = self.lines[number - 1], begin.column - 1 if number == begin.line else 0
            while found and (column := line.find(found, column)) >= 0:
                if before == 0:
                    return Location(self.file, number, column + 1)
                before, column = before - 1, column + len(found)
        return begin

    def problem(
        self,
        code: str,
        path: FieldPath = (),
        *,
        key: bool = False,
        severity: Severity = Severity.ERROR,
        **details: object,
    ) -> Problem:
        location = self.location(path, key=key)
        return Problem(code, location, details, severity, excerpt(self.lines, location.line))

    def problem_at(
        self, code: str, line: int, column: int, *, severity: Severity = Severity.ERROR, **details: object
    ) -> Problem:
        return Problem(code, Location(self.file, line, column), details, severity, excerpt(self.lines, line))


def excerpt(lines: tuple[str, ...], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""
