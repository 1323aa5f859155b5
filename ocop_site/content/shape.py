"""From what a file says to a typed record, or to problems with their places."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ocop_site.content.entry import Entry
from ocop_site.content.read import Reading
from ocop_site.problems import Problem, nearest
from ocop_site.records.base import FieldPath, Record, field_names, marked_paths
from ocop_site.records.fields import LANGUAGES, Reference
from ocop_site.records.files import FILES

AnyRecord = TypeVar("AnyRecord", bound=Record, covariant=True)


@dataclass(frozen=True)
class Shaped(Generic[AnyRecord]):
    """A record and the entry it was read from, which knows its places."""

    entry: Entry
    record: AnyRecord

    def problem(self, code: str, path: FieldPath = (), **details: Any) -> Problem:
        return self.entry.problem(code, file_path(self.entry.kind, path), **details)


@dataclass(frozen=True)
class Records:
    """All records by kind and id; what could not be shaped is told in `problems` and remembered in `broken`."""

    by_kind: Mapping[str, Mapping[str, Shaped[Any]]]
    problems: tuple[Problem, ...]
    broken: Set[tuple[str, str]]

    def of(self, kind: str) -> Mapping[str, Shaped[Any]]:
        return self.by_kind.get(kind, {})


def shape(reading: Reading, **site: str | None) -> Records:
    """Types every entry; the site comes first, since it names the languages that texts may have.

    `site` has values that this run takes in place of those in `site.yaml`.
    """
    by_kind: dict[str, dict[str, Shaped[Any]]] = {}
    problems: list[Problem] = []
    broken = set(reading.unread)
    languages: tuple[str, ...] = LANGUAGES
    there = {(kind, record_id) for entry in reading.entries for kind, record_id in _ids(entry)}
    for entry in sorted(reading.entries, key=lambda e: (e.kind != "site", e.file)):
        if entry.kind == "site" and isinstance(named := entry.data.get("languages"), dict) and named:
            languages = tuple(named)
        try:
            shaped = Shaped(entry, _validate(_overridden(entry, site), languages))
        except ValidationError as error:
            problems += [_problem_of(entry, detail, there) for detail in error.errors(include_url=False)]
            broken.add((entry.kind, entry.id))
            continue
        by_kind.setdefault(entry.kind, {})[_key(entry)] = shaped
    return Records(by_kind, tuple(problems), broken)


def file_path(kind: str, path: FieldPath) -> FieldPath:
    """A model's path as the file has it."""
    return path[1:] if FILES[kind].whole else path


def _key(entry: Entry) -> str:
    """Markdown has a file for each language, so its key has the language too."""
    return f"{entry.id}.{entry.language}" if entry.language else entry.id


def _overridden(entry: Entry, site: Mapping[str, str | None]) -> Entry:
    given = {name: value for name, value in site.items() if value is not None}
    return replace(entry, data={**entry.data, **given}) if entry.kind == "site" and given else entry


def _validate(entry: Entry, languages: tuple[str, ...]) -> Record:
    kind = FILES[entry.kind]
    data: Any = {kind.whole: entry.data} if kind.whole else entry.data
    return kind.model.model_validate(data, context={"languages": languages})


def _ids(entry: Entry) -> Iterator[tuple[str, str]]:
    """What a file brings that other records may name: itself, or each that its list has."""
    yield from ((entry.kind, record_id) for record_id in (entry.data if FILES[entry.kind].whole else (entry.id,)))


def _problem_of(entry: Entry, error: ErrorDetails, there: Set[tuple[str, str]]) -> Problem:
    """An error of the model in our words, at the key or value that it is about."""
    details = dict(error.get("ctx", {}))
    path = (*error["loc"], *details.pop("at", ()))
    place = file_path(entry.kind, path)
    match error["type"]:
        case "extra_forbidden":
            return _unknown_field(entry, path)
        case "missing":
            return entry.lacks(place)
        case "text.first-language" if (*place, details["language"]) in entry.keys:
            return entry.lacks((*place, details["language"]))
        case "literal_error":
            return _unknown_choice(entry, place, str(error["input"]), str(details["expected"]))
        case "value.id-near":
            return _wrong_id(entry, path, str(details["value"]), str(details["proposal"]), there)
        case "too_short":
            return entry.problem("value.empty-list", place)
        case "tuple_type" | "too_long":
            return entry.problem("value.not-list", place)
        case "model_type" | "model_attributes_type" | "dict_type":
            return entry.problem("value.not-mapping", place)
        case kind:
            details.pop("code", None)
            return entry.problem(kind, place, key="at" in error.get("ctx", {}), **details)


def _unknown_field(entry: Entry, path: FieldPath) -> Problem:
    name, known = str(path[-1]), field_names(FILES[entry.kind].model, path[:-1])
    place = file_path(entry.kind, path)
    if near := nearest(name, known):
        return entry.problem("field.unknown-near", place, key=True, found=name, near=near)
    return entry.problem("field.unknown", place, key=True, found=name, known=", ".join(known))


def _wrong_id(entry: Entry, path: FieldPath, value: str, proposal: str, there: Set[tuple[str, str]]) -> Problem:
    """With the record that is called so, or nearly so, where there is one."""
    kind = next((mark.kind for mark in _marks_at(FILES[entry.kind].model, path)), None)
    place, known = file_path(entry.kind, path), [record_id for of, record_id in there if of == kind]
    if proposal in known:
        return entry.problem("value.id-there", place, value=value, proposal=proposal)
    return entry.problem("value.id-near", place, value=value, proposal=nearest(proposal, known) or proposal)


def _marks_at(model: type[Record], path: FieldPath) -> Iterator[Reference]:
    for pattern, mark in marked_paths(model, Reference):
        if len(pattern) == len(path) and all(step in ("*", here) for step, here in zip(pattern, path, strict=True)):
            yield mark


def _unknown_choice(entry: Entry, place: FieldPath, found: str, expected: str) -> Problem:
    choices = re.findall(r"'([^']*)'", expected)
    if near := nearest(found, choices):
        return entry.problem("value.not-one-of-near", place, found=found, near=near, choices=", ".join(choices))
    return entry.problem("value.not-one-of", place, found=found, choices=", ".join(choices))
