"""The texts of a record in which wordings are looked for, and where one stands: a text may run over many lines."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import LineField, TextField
from ocop_site.text.phrases import Phrases
from ocop_site.text.plain_text import plain_text

_SIGNS_OF_ADDRESSES = re.compile(r"[-_/+.]+")

PARAGRAPHS = re.compile(r"\n\s*\n|\n\s*[-*+] ")
"""What parts them, and the points of a list."""

_NAMED_BY_ID = ("products", "producers")
"""Kinds whose ids are read as words: they stand in addresses of pages that praise."""


def all_texts_of(shaped: Shaped[Any]) -> tuple[tuple[FieldPath | None, str], ...]:
    """The body of a file, for which the path is None, the words of addresses, and all that a record says."""
    body: list[tuple[FieldPath | None, str]] = [(None, shaped.entry.body)] if shaped.entry.body else []
    return (*body, *(((), words) for words in _addresses(shaped)), *texts_of(shaped))


def _addresses(shaped: Shaped[Any]) -> Iterator[str]:
    """The words of its own address, and of those that it leads to."""
    if shaped.entry.kind in _NAMED_BY_ID:
        yield shaped.entry.id.replace("-", " ")
    if shaped.entry.kind == "products":
        for link in shaped.record.links:
            yield _SIGNS_OF_ADDRESSES.sub(" ", unquote(link.url.partition("://")[2]))


def texts_of(shaped: Shaped[Any]) -> tuple[tuple[FieldPath, str], ...]:
    """Every line and text of a record, of a glossary with the term; not what others call their articles."""
    return shaped.notes.kept("texts", None, lambda: tuple(_texts(shaped)))


def _texts(shaped: Shaped[Any]) -> Iterator[tuple[FieldPath, str]]:
    for path, _, line in marked(shaped.record, LineField):
        yield path, line
    for path, _, text in marked(shaped.record, TextField):
        if (shaped.entry.kind, path[-1]) != ("sources", "title"):
            term = f"{path[-1]}: " if shaped.entry.kind == "glossary" else ""
            yield from (((*path, language), f"{term}{words}") for language, words in text)


def told_at(shaped: Shaped[Any], path: FieldPath | None, found: str, code: str, severity: Severity) -> Problem:
    """At the first line, from where a text starts, on which the wording begins; None is the body of a file."""
    entry = shaped.entry
    start = entry.body_line if path is None else entry.location(path).line
    for number in range(start, len(entry.lines) + 1):
        if _begins_on(entry.lines[number - 1 : number + 2], found):
            column = max(entry.lines[number - 1].find(found), 0)
            return entry.problem_at(code, number, column + 1, severity=severity, found=found)
    return shaped.problem(code, path or (), severity=severity, found=found)


def _begins_on(lines: tuple[str, ...], wording: str) -> bool:
    """Whether it stands in these lines and would not in those after the first."""
    phrase = Phrases([wording])

    def holds(text: str) -> bool:
        return wording in text or any(phrase.found_in(plain_text(text)))

    return holds(lines[0]) or (holds(" ".join(lines)) and not holds(" ".join(lines[1:])))
