"""Small right examples of what a field holds, made from the models' own descriptions: for messages about wrong ones."""

import typing
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from ocop_site.messages import MESSAGE_LANGUAGES
from ocop_site.records.base import FieldPath, Record, bare, is_model, type_at
from ocop_site.records.descriptions import Description, InBothLanguages, descriptions

FieldNames = tuple[str, ...]
"""The way to a field without the numbers of lists: `packs`, `price`."""

FEW = 2
"""So many fields are shown of a group that requires none."""


def example_at(model: type[BaseModel], path: FieldPath) -> str:
    """`name: value` in one line of YAML, of the field that a path leads to or into; nothing where none is known."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = described(model, path)
    value = _of_field(field) if field else example_of(type_at(model, path))
    return f"{path[-1]}: {value}" if path and value else ""


def written_at(model: type[BaseModel], names: FieldNames) -> str:
    """The same with the groups around it: `packs: [{price: {from: 185000, as_of: 2026-08}}]`."""
    example = example_at(model, names)
    for length in range(len(names) - 1, 0, -1):
        group = f"[{{{example}}}]" if is_list(type_at(model, names[:length])) else f"{{{example}}}"
        example = f"{names[length - 1]}: {group}"
    return example


def example_of(kind: Any) -> str | None:
    """A value of a type, as editors write it in one line."""
    kind = bare(kind)
    if is_model(kind):
        return "{" + ", ".join(_shown(kind)) + "}"
    item = example_of(typing.get_args(kind)[0]) if is_list(kind) else None
    return f"[{item}]" if item else None


def described(model: type[BaseModel], path: FieldPath) -> Description | None:
    """The field that a path ends with; None where it ends with an item of a list or mapping."""
    group = group_at(model, path[:-1]) if path else None
    return next((each for each in descriptions(group) if each.name == path[-1]), None) if group else None


def group_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """The group of fields that a path leads to, or that the items of a list there are."""
    kind = bare(type_at(model, path))
    if is_list(kind):
        kind = bare(typing.get_args(kind)[0])
    return kind if is_model(kind) else None


def fields_within(model: type[BaseModel]) -> Iterator[tuple[FieldNames, Description]]:
    """Every field of a record and of its groups, outer ones first."""
    ahead: list[tuple[FieldNames, type[BaseModel]]] = [((), model)]
    for outer, group in ahead:
        for field in descriptions(group):
            yield (*outer, field.name), field
            if within := group_at(group, (field.name,)):
                ahead.append(((*outer, field.name), within))


def listed(fields: Iterable[Description]) -> InBothLanguages:
    """Fields with what they are: `from (giá thấp nhất hoặc giá duy nhất), as_of (ngày hỏi giá)`."""
    fields = tuple(fields)
    return {
        language: ", ".join(f"{field.name} ({field.label[language]})" for field in fields)
        for language in MESSAGE_LANGUAGES
    }


def is_list(kind: Any) -> bool:
    return typing.get_origin(bare(kind)) is tuple


def _shown(model: type[Record]) -> Iterator[str]:
    """What it requires, each with its example; of a group that requires nothing its first fields."""
    fields = descriptions(model)
    told = [each for each in fields if each.required or each.name in model.also_shown] or [
        each for each in fields if each.examples
    ][:FEW]
    return (f"{each.name}: {value}" for each in told if (value := _of_field(each)))


def _of_field(field: Description) -> str | None:
    return field.examples[0] if field.examples else example_of(field.info.annotation)
