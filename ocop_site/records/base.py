"""What all records share: frozen, every field known, and their marked fields found by path."""

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from ocop_site.frozen import frozen

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings, and numbers of list items from 0."""


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    also_shown: ClassVar[tuple[str, ...]] = ()
    """Fields that an example of it needs although each by itself may be left out."""

    same_by: ClassVar[tuple[str, ...]] = ()
    """The fields by which two of a list are about the same; all of them where none is named."""


@frozen
class MayRepeat:
    """Marks a list that may say the same twice, or that is looked through by a rule of its own."""


@cache
def marked_paths(model: type[Record], marker: type) -> tuple[tuple[FieldPath, Any], ...]:
    """The paths of a model's fields that carry a marker of that type, `*` standing for each item of a list."""
    found: list[tuple[FieldPath, Any]] = []
    for name, info in model.model_fields.items():
        marks = [m for m in info.metadata if isinstance(m, marker)]
        found += [((name,), mark) for mark in marks]
        found += [((name, *path), mark) for path, mark in _marked_within(info.annotation, marker)]
    return tuple(found)


@cache
def list_paths(model: type[Record]) -> tuple[tuple[FieldPath, bool], ...]:
    """The paths of all lists in a model, as `marked_paths` has them, and whether their items may repeat."""
    found: list[tuple[FieldPath, bool]] = []
    for name, info in model.model_fields.items():
        may_repeat = any(isinstance(mark, MayRepeat) for mark in info.metadata)
        found += [((name, *path), may_repeat or inner) for path, inner in _lists_within(info.annotation)]
    return tuple(found)


def values_at(value: Any, pattern: FieldPath, path: FieldPath = ()) -> list[tuple[FieldPath, Any]]:
    """Each value that a record has at a path of `marked_paths`, with its own path."""
    found = [(path, value)]
    for step in pattern:
        if step == "*":
            found = [((*way, key), each) for way, values in found for key, each in _items(values)]
        else:
            found = [((*way, step), getattr(each, str(step))) for way, each in found]
        found = [each for each in found if each[1] is not None]
    return found


def _items(values: Any) -> Iterable[tuple[str | int, Any]]:
    return values.items() if isinstance(values, dict) else enumerate(values)


def marked(record: Record, marker: type) -> Iterator[tuple[FieldPath, Any, Any]]:
    """Path, marker and value of everything in a record that carries such a marker."""
    for name, within in _marked_fields(type(record), marker):
        value = getattr(record, name)
        if value is None or value == ():
            continue
        for pattern, mark in within:
            if pattern:
                for path, inner in values_at(value, pattern, (name,)):
                    yield path, mark, inner
            else:
                yield (name,), mark, value


@cache
def _marked_fields(model: type[Record], marker: type) -> tuple[tuple[str, tuple[tuple[FieldPath, Any], ...]], ...]:
    """The fields that carry such a marker or have it within, each with the ways from there on."""
    fields: dict[str, list[tuple[FieldPath, Any]]] = {}
    for path, mark in marked_paths(model, marker):
        fields.setdefault(str(path[0]), []).append((path[1:], mark))
    return tuple((name, tuple(within)) for name, within in fields.items())


def type_at(model: type[BaseModel], path: FieldPath) -> Any:
    """The type of what `path` leads to, as the content writes it; `Any` where it leads nowhere.

    The numbers of lists may be left out of a path.
    """
    kind: Any = model
    for step in path:
        kind = _type_of_step(bare(kind), step)
    return kind


def bare(annotation: Any) -> Any:
    """A type without what is said of it and without its None: `Model` of `Annotated[Model | None, ...]`."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return bare(arguments[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return bare(next(each for each in arguments if each is not types.NoneType))
    return annotation


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _type_of_step(kind: Any, step: str | int) -> Any:
    if is_model(kind):
        return _fields(kind)[step].annotation if step in _fields(kind) else Any
    item = {tuple: 0, dict: 1}.get(typing.get_origin(kind))
    within = Any if item is None else typing.get_args(kind)[item]
    return _type_of_step(bare(within), step) if item == 0 and isinstance(step, str) else within


def _fields(model: type[BaseModel]) -> dict[Any, FieldInfo]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _marked_within(annotation: Any, marker: type) -> Iterator[tuple[FieldPath, Any]]:
    if is_model(annotation):
        yield from marked_paths(annotation, marker)
        return
    if is_dataclass(annotation):
        for name, hint in typing.get_type_hints(annotation, include_extras=True).items():
            yield from (((name, *path), mark) for path, mark in _marked_within(hint, marker))
        return
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        yield from (((), mark) for mark in annotation.__metadata__ if isinstance(mark, marker))
        yield from _marked_within(arguments[0], marker)
    elif origin in (tuple, dict):
        item = arguments[0] if origin is tuple else arguments[1]
        yield from ((("*", *path), mark) for path, mark in _marked_within(item, marker))
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            yield from _marked_within(argument, marker)


def _lists_within(annotation: Any) -> Iterator[tuple[FieldPath, bool]]:
    if is_model(annotation):
        yield from list_paths(annotation)
        return
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        yield from _lists_within(arguments[0])
    elif origin is tuple and arguments[-1] is Ellipsis:
        yield (), False
        yield from ((("*", *path), may_repeat) for path, may_repeat in _lists_within(arguments[0]))
    elif origin is dict:
        yield from ((("*", *path), may_repeat) for path, may_repeat in _lists_within(arguments[1]))
    elif origin in (typing.Union, types.UnionType):
        for argument in arguments:
            yield from _lists_within(argument)
