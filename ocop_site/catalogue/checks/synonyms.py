"""Synonyms that search can learn nothing from: nobody types them, or the line has them already."""

from collections.abc import Iterator

from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.writing import Synonyms
from ocop_site.text.folding import spelled, words_of


def synonym_problems(records: Records) -> Iterator[Problem]:
    for shaped in records.of("synonyms").values():
        for first, others in shaped.record.words.items():
            yield from _of_line(shaped, first, others)


def _of_line(shaped: Shaped[Synonyms], first: str, others: tuple[str, ...]) -> Iterator[Problem]:
    if not others:
        yield shaped.problem("synonym.alone", ("words", first), key=True, severity=Severity.WARNING, found=first)
    seen = set()
    for place, wording in enumerate((first, *others)):
        path = ("words", first, place - 1) if place else ("words", first)
        spelling = tuple(map(spelled, words_of(wording)))
        if not spelling or spelling in seen:
            code = "synonym.twice" if spelling else "synonym.no-letters"
            yield shaped.problem(code, path, key=not place, severity=Severity.WARNING, found=wording)
        seen.add(spelling)
