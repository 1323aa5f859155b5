"""From what a file says to a typed record, or to problems with their places."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from ocop_site.content.entry import Entry
from ocop_site.content.free_codes import CodeProposals
from ocop_site.content.memory.memory import Memory, digest_of
from ocop_site.content.memory.notes import Notes, unlike_any
from ocop_site.content.memory.plain_data import typed
from ocop_site.content.model_errors import problems_of
from ocop_site.content.named import Named
from ocop_site.content.read import Reading
from ocop_site.frozen import frozen
from ocop_site.problems import Problem
from ocop_site.records.base import FieldPath, Record
from ocop_site.records.fields import LANGUAGES
from ocop_site.records.files import FILES, file_path
from ocop_site.records.values.identifiers import Code

AnyRecord = TypeVar("AnyRecord", bound=Record, covariant=True)


@dataclass(frozen=True)
class Shaped(Generic[AnyRecord]):
    """A record and the entry it was read from, which knows its places.

    `digest` stands for all that it was made of, and `notes` are what was worked out of it since.
    """

    entry: Entry
    record: AnyRecord
    digest: str = field(default_factory=unlike_any, compare=False)
    notes: Notes = field(default_factory=Notes, compare=False, repr=False)

    def problem(self, code: str, path: FieldPath = (), **details: Any) -> Problem:
        return self.entry.problem(code, file_path(self.entry.kind, path), **details)


@frozen
class Records:
    """All records by kind and id; what could not be shaped is told in `problems` and remembered in `broken`.

    `next_code` is the first product code that nobody ever had and nobody was told to take.
    """

    by_kind: Mapping[str, Mapping[str, Shaped[Any]]]
    problems: tuple[Problem, ...]
    broken: Set[tuple[str, str]]
    next_code: Code

    def of(self, kind: str) -> Mapping[str, Shaped[Any]]:
        return self.by_kind.get(kind, {})


def shape(
    reading: Reading, languages: tuple[str, ...] = LANGUAGES, memory: Memory | None = None, **site: str | None
) -> Records:
    """Types every entry; the site comes first, since it names the languages that texts may have.

    `languages` are those where the site is not among what was read; `site` has values that this run takes in place of
    those in `site.yaml`.
    """
    by_kind: dict[str, dict[str, Shaped[Any]]] = {}
    problems: list[Problem] = []
    broken = set(reading.unread)
    codes = CodeProposals(reading.entries)
    there = Named(reading.entries)
    kept = memory or Memory()
    for entry in sorted(reading.entries, key=lambda e: (e.kind != "site", e.file)):
        if entry.kind == "site" and isinstance(named := entry.data.get("languages"), dict) and named:
            languages = tuple(named)
        try:
            shaped = _shaped(entry, _of_file(entry, languages), site, kept)
        except ValidationError as error:
            problems += problems_of(entry, error.errors(include_url=False), codes, there)
            broken.add((entry.kind, entry.id))
            continue
        by_kind.setdefault(entry.kind, {})[_key(entry)] = shaped
    return Records(by_kind, tuple(problems), broken, next(codes.free))


def _shaped(entry: Entry, languages: tuple[str, ...], site: Mapping[str, str | None], memory: Memory) -> Shaped[Any]:
    """The record of an entry; the same one as before where all that it is made of is the same."""
    if not entry.digest:
        return Shaped(entry, _validate(_overridden(entry, site), languages))
    given = site if entry.kind == "site" else {}
    digest = digest_of(entry.digest.encode(), languages, *sorted(given.items()))

    def made() -> Shaped[Any]:
        stored = memory.stored(digest) or {}
        record = typed(stored["record"]) if "record" in stored else _validate(_overridden(entry, site), languages)
        return Shaped(entry, record, digest, Notes(stored.get("notes")))

    shaped: Shaped[Any] = memory.shaped.of(digest, made)
    return shaped


def _key(entry: Entry) -> str:
    """Markdown has a file for each language, so its key has the language too."""
    return f"{entry.id}.{entry.language}" if entry.language else entry.id


def _overridden(entry: Entry, site: Mapping[str, str | None]) -> Entry:
    given = {name: value for name, value in site.items() if value is not None}
    return replace(entry, data={**entry.data, **given}) if entry.kind == "site" and given else entry


def _of_file(entry: Entry, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of a file's texts: a bare text is in the file's own, where it has one, else in the first."""
    return tuple(dict.fromkeys((entry.language, *languages))) if entry.language in languages else languages


def _validate(entry: Entry, languages: tuple[str, ...]) -> Record:
    kind = FILES[entry.kind]
    data: Any = {kind.whole: entry.data} if kind.whole else entry.data
    return kind.model.model_validate(data, context={"languages": languages})
