"""Frozen values as plain data that `marshal` can write, and back: records, problems, days.

Nothing is checked when they are made again: only what this very program made of checked values may be read.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any

from ocop_site.records.base import Record

_PACKAGE = "ocop_site."
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_OTHERS = {"date": date, "Decimal": Decimal, "dict": dict}
"""Types from elsewhere, by what they are called."""

_STATE = dict.fromkeys(("__pydantic_extra__", "__pydantic_private__"))
"""What a model keeps beside its fields."""


def plain(value: Any) -> Any:
    """A value as plain data. TypeError where it is of a type that is not known here."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE or (not value and kind in (tuple, dict)):
        return value
    if kind is tuple:
        return [each if type(each) is str else plain(each) for each in value]
    if kind is dict and all(type(key) is str for key in value):
        return {key: each if type(each) is str else plain(each) for key, each in value.items()}
    parts = _taken_apart(kind)(value)
    return (_name(kind), *[each if type(each) in _AS_THEY_ARE else plain(each) for each in parts])


def typed(data: Any) -> Any:
    """The value that was made plain."""
    if not data or (kind := type(data)) in _AS_THEY_ARE:
        return data
    if kind is list:
        return tuple([each if type(each) is str else typed(each) for each in data])
    if kind is dict:
        return {key: each if type(each) is str else typed(each) for key, each in data.items()}
    name, *parts = data
    return _put_together(name)([each if not each or type(each) is str else typed(each) for each in parts])


@cache
def _name(kind: type) -> str:
    """What a class is called; TypeError where it is none of this program's."""
    if kind in _OTHERS.values():
        return kind.__name__
    if not kind.__module__.startswith(_PACKAGE):
        raise TypeError(kind)
    return f"{kind.__module__}:{kind.__qualname__}"


@cache
def _taken_apart(kind: type) -> Callable[[Any], Iterable[Any]]:
    """How the parts of a value of that type are got."""
    if kind is dict:
        return lambda value: chain.from_iterable(value.items())
    if kind is date:
        return lambda value: (value.toordinal(),)
    if issubclass(kind, tuple):
        return iter
    if issubclass(kind, str | Decimal):
        return lambda value: (str(value),)
    names = _fields(kind)
    return lambda value: [getattr(value, name) for name in names]


@cache
def _put_together(name: str) -> Callable[[list[Any]], Any]:
    """How a value is made of its parts."""
    kind = _OTHERS.get(name) or _class(name)
    if kind is dict:
        return lambda parts: dict(zip(parts[::2], parts[1::2], strict=True))
    if kind is date:
        return lambda parts: date.fromordinal(parts[0])
    return _record_of(kind) if issubclass(kind, Record) else lambda parts: kind(*parts)


def _record_of(kind: type[Record]) -> Callable[[list[Any]], Record]:
    names = _fields(kind)

    def made(parts: list[Any]) -> Record:
        """As `pickle` would have it, which does not ask the model either."""
        record, values = kind.__new__(kind), dict(zip(names, parts, strict=True))
        record.__setstate__({**_STATE, "__dict__": values, "__pydantic_fields_set__": set(names)})
        return record

    return made


def _class(name: str) -> type:
    module, _, qualified = name.partition(":")
    found: Any = import_module(module)
    for step in qualified.split("."):
        found = getattr(found, step)
    return found  # type: ignore[no-any-return]


def _fields(kind: type) -> tuple[str, ...]:
    if issubclass(kind, Record):
        return tuple(kind.model_fields)
    if not is_dataclass(kind):
        raise TypeError(kind)
    return tuple(each.name for each in fields(kind))
