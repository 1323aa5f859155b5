"""YAML as nearly all files are written, read without ado; of anything else nothing is said here.

It is read without places, notes or explanations. Where a file has something to be told, or that is rare,
`tree` reads it with all its care.
"""

import re
from collections.abc import Callable, Container
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ocop_site.content.encodings.decoding import CONTROL, is_tidy, tidy
from ocop_site.content.entry import Value
from ocop_site.content.yaml.events import DEEPEST, LOADER

_UNUSUAL = re.compile(r"#\w|^%", re.MULTILINE)
"""What may be words that a comment swallowed, and directives."""

_FRAME = 6
"""Events around the values of a file."""


def read_plain(text: str, most_nodes: int) -> dict[str, Value] | None:
    """What a text says; None where it is not plain, has more than `most_nodes` or breaks a rule."""
    if _may_be_unusual(text) and _UNUSUAL.search(text):
        return None
    try:
        return _Reading(text, most_nodes - _FRAME).document()
    except (yaml.YAMLError, ValueError):
        return None


def _may_be_unusual(text: str) -> bool:
    """Whether a sign of it is there at all: quickly told of nearly all texts."""
    return "#" in text or "%" in text


class _NotPlain(ValueError):
    """Something that `tree` has to look at."""


class _Reading:
    """The values of one text; `left` are the events that it may still have."""

    def __init__(self, text: str, left: int) -> None:
        self.take: Callable[[], Any] = LOADER(text).get_event
        self.left, self.depth = left, 0
        self.has_escapes = "\\" in text
        self.is_tidy = not self.has_escapes and is_tidy(text)

    def document(self) -> dict[str, Value]:
        self.take()
        self.take()
        if type(start := self.take()) is not MappingStartEvent:
            raise _NotPlain
        data: dict[str, Value] = self.collection(start)
        self.take()
        if not isinstance(self.take(), StreamEndEvent):
            raise _NotPlain
        return data

    def collection(self, start: Any) -> Any:
        is_mapping = type(start) is MappingStartEvent
        if start.anchor is not None or start.tag is not None or self.depth >= DEEPEST:
            raise _NotPlain
        if not is_mapping and type(start) is not SequenceStartEvent:
            raise _NotPlain
        self.depth += 1
        found = self.mapping(start.flow_style) if is_mapping else self.sequence()
        self.depth -= 1
        if self.left < 0:
            raise _NotPlain
        return found

    def mapping(self, is_flow: bool) -> dict[str, Value]:
        data: dict[str, Value] = {}
        left_empty: set[str] = set()
        take, scalar, collection = self.take, self.scalar, self.collection
        while type(event := take()) is not MappingEndEvent:
            key = self.key(event, data, left_empty)
            value = scalar(event) if type(event := take()) is ScalarEvent else collection(event)
            if value is not None:
                data[key] = value
            elif is_flow or ":" in key:
                raise _NotPlain
            else:
                left_empty.add(key)
        self.left -= 2 * (1 + len(data) + len(left_empty))
        return data

    def sequence(self) -> list[Value]:
        items: list[Value] = []
        take, scalar, collection = self.take, self.scalar, self.collection
        while type(event := take()) is not SequenceEndEvent:
            self.left -= 1
            value = scalar(event) if type(event) is ScalarEvent else collection(event)
            if value is not None:
                items.append(value)
        self.left -= 2
        return items

    def key(self, event: Any, data: Container[str], left_empty: Container[str]) -> str:
        """A key that can be used, and is there for the first time."""
        value = self.scalar(event) if type(event) is ScalarEvent else None
        if not value or value in data or value in left_empty or (value == "<<" and not event.style):
            raise _NotPlain
        if value[0].isspace() or value[-1].isspace():
            raise _NotPlain
        return value

    def scalar(self, event: ScalarEvent) -> str | None:
        """As `Events.scalar` has it."""
        if event.anchor is not None or event.tag is not None:
            raise _NotPlain
        value: str = event.value
        if not value or value.isspace() or (value in ("~", "null") and not event.style):
            return None
        if "\n" in value or self.has_escapes:
            if CONTROL.search(value):
                raise _NotPlain
            value = value.rstrip("\n") if event.style in ("|", ">") else value
        return value if self.is_tidy else tidy(value) or None
