"""Words that say what no record says: stars, validity, recognition, an effect on health.

They are looked for in what a reader sees, by the lists of all languages, whatever language a text is marked as:
`good for the heart` is read on a Vietnamese page too.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from typing import Any

from ocop_site.catalogue.checks.wordlists import WordLists, word_lists
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import LineField, TextField
from ocop_site.records.kinds import KINDS
from ocop_site.records.scheme import Care
from ocop_site.text.phrases import Phrases, PlainText

STAR_SIGNS = re.compile(
    r"[\u2605\u2606\u2726\u2727\u2729-\u2730\u2b50-\u2b52\U0001f31f\U0001f320]+|\bOCOP\W{0,3}\*{3,5}(?!\w)",
    re.IGNORECASE,
)

_LOOKED_THROUGH = (*KINDS, "site", "sources", "published")

_PRAISED = ("products", "producers")
"""Kinds of which every text is about something that has stars or has none."""

_NAMES = {"name", "title", "alt", "summary", "also_known_as"}
"""Of all others what stands in lists and headings; their stories may tell of the programme."""

_PARTS = re.compile(r"\n\s*\n|\n\s*[-*+] ")
_LEADS_TO_A_BEARER = re.compile(r"\]\(\s*(?:product|producer):", re.IGNORECASE)

_TELLING = ("programme", "pages", "glossary", "decisions", "notices", "site", "sources", "published")
"""Kinds that are about the programme itself."""


def claim_problems(records: Records, care: Care) -> Iterator[Problem]:
    lists = word_lists(care)
    for kind in _LOOKED_THROUGH:
        for shaped in records.of(kind).values():
            for path, words in _texts(shaped):
                yield from _claims(shaped, path, words, lists)


def _claims(shaped: Shaped[Any], path: FieldPath | None, words: str, lists: WordLists) -> Iterator[Problem]:
    plain, kind = PlainText(words), shaped.entry.kind
    for found in lists.health.found_in(plain):
        yield _told(shaped, path, found, "care.health-word", Severity.WARNING)
    code = "care.star-words" if kind == "products" else "care.star-words-elsewhere"
    for part in [words] if _names_a_bearer(shaped, path) else _naming_one(words) if kind not in _TELLING else ():
        for found in chain(lists.stars.found_in(PlainText(part)), STAR_SIGNS.findall(unescape(part))):
            yield _told(shaped, path, found, code, Severity.ERROR)
    if kind == "products" and not shaped.record.certificates:
        for found in lists.recognised.found_in(plain):
            yield _told(shaped, path, found, "care.recognised-words", Severity.ERROR)


def _names_a_bearer(shaped: Shaped[Any], path: FieldPath | None) -> bool:
    """Whether words here are read as said of a product, or of all that someone makes."""
    kind = shaped.entry.kind
    if kind in _PRAISED:
        return True
    if kind in _TELLING or path is None:
        return False
    if path[0] == "stops":
        return shaped.record.stops[path[1]].producer is not None
    return not _NAMES.isdisjoint(map(str, path))


def _naming_one(text: str) -> Iterator[str]:
    """The paragraphs and points of a text that lead to a product or to its maker."""
    return (part for part in _PARTS.split(text) if _LEADS_TO_A_BEARER.search(part))


def _texts(shaped: Shaped[Any]) -> Iterator[tuple[FieldPath | None, str]]:
    """Every text of a record, and the body of a Markdown file, for which the path is None."""
    if shaped.entry.body:
        yield None, shaped.entry.body
    for path, _, line in marked(shaped.record, LineField):
        yield path, line
    if shaped.entry.kind == "glossary":
        yield from (((term,), term) for term in shaped.record.terms)
    for path, _, text in marked(shaped.record, TextField):
        if (shaped.entry.kind, path[-1]) != ("sources", "title"):  # what others call their articles
            for language, words in text:
                yield (*path, language), words


def _told(shaped: Shaped[Any], path: FieldPath | None, found: str, code: str, severity: Severity) -> Problem:
    """At the first line from where the text starts on which the wording begins."""
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
        return wording in text or any(phrase.found_in(PlainText(text)))

    return holds(lines[0]) or (holds(" ".join(lines)) and not holds(" ".join(lines[1:])))
