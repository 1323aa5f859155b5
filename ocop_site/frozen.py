"""Classes of plain data that never changes: what `dataclass(frozen=True, slots=True)` makes, in half the time.

The standard decorator compiles six methods for each class, which for hundreds of them was a fifth of a command's start.
Here only `__init__` is compiled, since the fields are its parameters; the other methods read all fields at once.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

Class = TypeVar("Class")
Method = Callable[..., Any]
Values = Callable[[object], tuple[object, ...]]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Class]) -> type[Class]:
    """Makes a class one of frozen data with slots.

    Left to the standard decorator: what says more of a field than its default, and what has a `__post_init__`.
    """
    if hasattr(cls, "__post_init__") or any(isinstance(each, Field) for each in vars(cls).values()):
        return dataclass(frozen=True, slots=True)(cls)
    made: type[Class] = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for name, method in _methods(made).items():
        if vars(cls).get(name) is None:
            setattr(made, name, method)
    return made


def _methods(cls: type[Any]) -> dict[str, Method]:
    names = [each.name for each in fields(cls)]
    values = _reader(names)
    text = f"{cls.__qualname__}({', '.join(f'{name}=%r' for name in names)})"

    def is_equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return {
        "__init__": _init(cls),
        "__eq__": is_equal,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": lambda self: text % values(self),
        "__reduce__": lambda self: (self.__class__, values(self)),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }


def _init(cls: type[Any]) -> Method:
    defaults = {each.name: each.default for each in fields(cls) if each.default is not MISSING}
    parameters = ["self", *(f"{each.name}=None" if each.name in defaults else each.name for each in fields(cls))]
    lines = [f"set_field(self, {each.name!r}, {each.name})" for each in fields(cls)]
    names: dict[str, Any] = {"__name__": cls.__module__, "set_field": object.__setattr__}
    exec(f"def __init__({', '.join(parameters)}):\n {'; '.join(lines) or 'pass'}", names)
    method: Method = names["__init__"]
    method.__defaults__ = tuple(defaults.values())
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    return method


def _reader(names: list[str]) -> Values:
    """What reads the fields of a value; Python's own reads two or more."""
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def _refuse(_self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")
