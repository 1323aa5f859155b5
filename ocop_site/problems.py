"""A mistake in the content is a value with a place; told as text, as JSON or as annotations for GitHub."""

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ocop_site.messages import command_messages, is_known, message
from ocop_site.text.invisible import cells, visible
from ocop_site.text.vietnamese import fold

MOST_NAMED = 3
"""So many further places of a mistake are named; of the others only the number is told."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something stands: a file as a person would name it, line and column from 1; 0 where there is none."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([visible(self.file), *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its code (a key of `messages/problems.yaml`), its place, and what the message's words need.

    `also` is where else it has to be mended.
    """

    code: str
    location: Location
    details: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    excerpt: str = ""
    also: tuple[Location, ...] = ()

    def __post_init__(self) -> None:
        if not is_known(self.code):
            raise KeyError(f"no message for {self.code!r}")

    def message(self, language: str) -> str:
        told = message(self.code, language, self.details)
        return visible(f"{told} ({self._elsewhere(language)})" if self.also else told)

    def _elsewhere(self, language: str) -> str:
        """The other places, no more of them than can be taken in."""
        words = command_messages(language)
        named = ", ".join(map(str, self.also[:MOST_NAMED]))
        if more := len(self.also[MOST_NAMED:]):
            return words("also-and-more", places=named, count=more)
        return words("also", places=named)

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def as_warning(self) -> "Problem":
        return replace(self, severity=Severity.WARNING)


class Mistake(ValueError):
    """Raised where a value is parsed; becomes a `Problem` as soon as the value's place is known."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details

    def at(self, location: Location, severity: Severity = Severity.ERROR, excerpt: str = "") -> Problem:
        """The problem that it is at a place."""
        return Problem(self.code, location, self.details, severity, excerpt)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The same mistake told once: first what is the cause of others, then by file, line and column."""
    unique = {(p.location, p.code, p.message("en")): p for p in problems}
    return [unique[told] for told in sorted(unique, key=lambda told: (_rank(unique[told]), *told))]


_CAUSES = (
    ("content.", "file.", "encoding.", "yaml.", "front-matter.", "name.", "outline."),
    ("reference.lost", "ledger.code-lost", "ledger.product-lost"),
)
"""How codes begin: a file that cannot be read, then a record that is gone. What lacks them may be told as well."""


def _rank(problem: Problem) -> int:
    ranks = (rank for rank, codes in enumerate(_CAUSES) if problem.is_error and problem.code.startswith(codes))
    return next(ranks, len(_CAUSES))


SHORTEST_PART = 4
"""Letters of a word that is looked for within others."""

NEAR = 0.72
"""How alike two words must be, of 1: `certificate` and `certificates` are, `price` and `service` (0.67) are not."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, forgiving case, tones and small slips; None where nothing is near."""
    by_fold = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    found = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=NEAR)
    return by_fold[found[0]] if found else _only_one_with(fold(word), by_fold)


def _only_one_with(word: str, by_fold: Mapping[str, str]) -> str | None:
    """The only known word of which this one is a whole part: `weight` of `net_weight`, `vi-du` of `htx-vi-du`."""
    part = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")
    found = [known for folded, known in by_fold.items() if part.search(folded)] if len(word) >= SHORTEST_PART else []
    return found[0] if len(found) == 1 else None


def as_text(problem: Problem, language: str) -> str:
    """`file:line:column: what is wrong`, then the line itself with a caret under the column."""
    label = command_messages(language)(problem.severity)
    line = f"{problem.location}: {label}: {_in_one_line(problem.message(language))}"
    if not problem.excerpt:
        return line
    start, column = max(0, problem.location.column - 80), max(0, problem.location.column - 1)
    before, after = (visible(part) for part in (problem.excerpt[start:column], problem.excerpt[column : start + 120]))
    caret = "".join("\t" if c == "\t" else " " * cells(c) for c in before) + "^"
    return f"{line}\n    {before}{after}\n    {caret}"


def as_github(problem: Problem, language: str) -> str:
    """A workflow command that GitHub shows beside the line."""
    at = {"file": problem.location.file, "line": problem.location.line, "col": problem.location.column}
    where = ",".join(f"{key}={_escape(str(value), ',:')}" for key, value in at.items() if value)
    return f"::{problem.severity} {where}::{_escape(problem.message(language))}"


def as_object(problem: Problem, language: str) -> dict[str, object]:
    return {
        "severity": str(problem.severity),
        "code": problem.code,
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "message": problem.message(language),
    }


def as_json(problems: Iterable[Problem], language: str, **summary: object) -> str:
    """One object: the summary's keys, then `problems`."""
    return json.dumps({**summary, "problems": [as_object(p, language) for p in problems]}, ensure_ascii=False)


def _in_one_line(text: str) -> str:
    """A value of several lines must not look like several mistakes."""
    return re.sub(r"\r\n|\r|\n", " ⏎ ", text)


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
