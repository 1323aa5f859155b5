"""Dates of facts that are still to come, and spans that end before they begin."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import DateOfFact
from ocop_site.records.values.dates import PartialDate
from ocop_site.records.writing import Notice


def date_problems(records: Records, today: date) -> Iterator[Problem]:
    for kind in records.by_kind:
        for shaped in records.of(kind).values():
            if _newest(shaped) > today:
                yield from _to_come(shaped, today)
    for shaped in records.of("notices").values():
        yield from _order(shaped)


def _newest(shaped: Shaped[Any]) -> date:
    """The latest day of a fact that a record tells; of most it is over."""
    return shaped.notes.kept("newest fact", None, lambda: max(map(_earliest, _facts(shaped)), default=date.min))


def _facts(shaped: Shaped[Any]) -> Iterator[PartialDate | date]:
    return (known for _, _, known in marked(shaped.record, DateOfFact))


def _to_come(shaped: Shaped[Any], today: date) -> Iterator[Problem]:
    for path, _, known in marked(shaped.record, DateOfFact):
        if _earliest(known) > today:
            yield _future(shaped, path, str(known))


def _future(shaped: Shaped[Any], path: FieldPath, value: str) -> Problem:
    """Of what waits for its day a slip in the year would hide it; a consent still to be given allows nothing."""
    match shaped.entry.kind, path:
        case _, ("consent", "on"):
            return shaped.problem("date.future", path, value=value)
        case ("notices", ("date",)) | ("products", ("withdrawn", "on")):
            return shaped.problem("date.waits", path, severity=Severity.WARNING, value=value)
    return shaped.problem("date.future", path, severity=Severity.WARNING, value=value)


def _order(shaped: Shaped[Notice]) -> Iterator[Problem]:
    if shaped.record.until and shaped.record.until < shaped.record.date:
        yield shaped.problem("notice.order", ("until",))


def _earliest(known: PartialDate | date) -> date:
    return known if isinstance(known, date) else known.earliest
