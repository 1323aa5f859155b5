"""YAML as text, lists and mappings, each with its place; read in one pass over the parser's events."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ocop_site.content.entry import Position, Positions, Slip, Value
from ocop_site.content.yaml.events import MOST_NODES, Events, is_plain, short, start_of
from ocop_site.content.yaml.explanations import missing_space
from ocop_site.content.yaml.plain import read_plain
from ocop_site.records.base import FieldPath

_TIME = re.compile(r"\d{1,2}(?::|h|g)\d{0,2}\s*[-–]")


@dataclass
class Tree:
    """What a file says. `whole` is False where a part could not be read, so that nothing can be said of it."""

    values: Mapping[FieldPath, Position]
    keys: Mapping[FieldPath, Position]
    data: dict[str, Value] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    whole: bool = True


def read_tree(text: str, most_nodes: int = MOST_NODES) -> Tree:
    """The tree of a text without control characters, and every slip in its writing."""
    if (plain := read_plain(text, most_nodes)) is not None:
        return Tree(*positions(lambda: text, most_nodes), plain)
    return read_carefully(text, most_nodes)


def read_carefully(text: str, most_nodes: int = MOST_NODES) -> Tree:
    """The same of any text, plain or not."""
    builder = _Builder(text, most_nodes)
    tree = Tree(*positions(lambda: text, most_nodes), slips=builder.slips)
    try:
        tree.data = builder.document()
    except Slip as slip:
        tree.slips.append(slip)
        tree.whole = False
    tree.whole &= builder.whole
    return tree


def positions(text: Callable[[], str], most_nodes: int) -> tuple[Positions, Positions]:
    """Where the values of a text stand, and its keys."""
    return Positions(partial(_values, text, most_nodes)), Positions(partial(_keys, text, most_nodes))


def _values(text: Callable[[], str], most_nodes: int) -> dict[FieldPath, Position]:
    return _places(text(), most_nodes).values


def _keys(text: Callable[[], str], most_nodes: int) -> dict[FieldPath, Position]:
    return _places(text(), most_nodes).keys


def _places(text: str, most_nodes: int) -> "_Places":
    """Reads the text once more, for its places; as far as they go."""
    places = _Places()
    with suppress(Slip):
        _Builder(text, most_nodes, places).document()
    return places


@dataclass(frozen=True, slots=True)
class _Places:
    values: dict[FieldPath, Position] = field(default_factory=dict)
    keys: dict[FieldPath, Position] = field(default_factory=dict)


class _Builder(Events):
    """Turns events into values."""

    def __init__(self, text: str, most_nodes: int, places: _Places | None = None) -> None:
        super().__init__(text, most_nodes)
        self.places = places
        self.whole = True

    def document(self) -> dict[str, Value]:
        self.next()
        if isinstance(self.next(), StreamEndEvent):
            raise Slip("yaml.empty", 1, 1)
        data = self.top(self.next())
        self.next()
        if isinstance(second := self.next(), DocumentStartEvent):
            self.note("yaml.second-document", second)
        return data

    def top(self, event: Event) -> dict[str, Value]:
        if isinstance(event, MappingStartEvent):
            self.plain_only(event)
            if self.places:
                self.places.values[()] = start_of(event)
            return self.mapping((), event)
        if isinstance(event, ScalarEvent) and not event.value.strip():
            raise Slip("yaml.empty", 1, 1)
        mark = start_of(event)
        raise missing_space(self.text.split("\n"), mark.line) or Slip("yaml.not-a-mapping", mark.line, mark.column)

    def value(self, event: Event, path: FieldPath) -> Value | None:
        """None is a value that is not there."""
        if isinstance(event, ScalarEvent):
            found: Value | None = self.scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self.plain_only(event)
            found = self.mapping(path, event) if isinstance(event, MappingStartEvent) else self.sequence(path, event)
        else:
            self.note("yaml.alias", event, name=short(getattr(event, "anchor", "")))
            self.whole = False
            return None
        if self.places and found is not None:
            self.places.values[path] = start_of(event)
        return found

    def mapping(self, path: FieldPath, start: CollectionStartEvent) -> dict[str, Value]:
        self.enter(start)
        data: dict[str, Value] = {}
        seen: dict[str, ScalarEvent] = {}
        while not isinstance(event := self.next(), MappingEndEvent):
            key = self.key(event)
            if key is None or not isinstance(event, ScalarEvent) or self.is_repeated(key, event, seen):
                self.step_over(self.next())
                continue
            here = path
            if self.places:
                here = (*path, key)
                self.places.keys[here] = start_of(event)
            value = self.value(following := self.next(), here)
            if value is not None:
                data[key] = value
            elif start.flow_style and _TIME.match(key):
                # `{mon-fri: 07:30-11:30, 13:00-17:00}` is half a day, and a key named `13:00-17:00`.
                self.note("yaml.comma-in-brackets", event, found=short(key))
            elif ":" in key and is_plain(event):
                # `{vi:tên}` is a key named `vi:tên`, and no value.
                self.note("yaml.no-space", event, key=key.partition(":")[0])
            elif start.flow_style and ":" not in self.between(event, following):
                # `{from: 185,000}` is a key named `000`, and half a price.
                self.note("yaml.flow-without-colon", event, found=short(key))
        self.leave()
        return data

    def between(self, event: Event, following: Event) -> str:
        """The text from the end of one event to the start of the next."""
        if event.end_mark is None or following.start_mark is None:
            return ":"
        return self.text[event.end_mark.index : following.start_mark.index]

    def sequence(self, path: FieldPath, start: CollectionStartEvent) -> list[Value]:
        self.enter(start)
        items: list[Value] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            item = self.value(event, (*path, len(items)) if self.places else path)
            if item is not None:
                items.append(item)
        self.leave()
        return items

    def key(self, event: Event) -> str | None:
        """None where the key cannot be used: then its value is stepped over."""
        if not isinstance(event, ScalarEvent):
            self.note("yaml.key-not-text", event)
            self.step_over(event)
            return None
        key = self.scalar(event)
        if key is None:
            self.note("yaml.empty-key", event)
        elif key == "<<" and is_plain(event):
            self.note("yaml.merge-key", event)
            self.whole = False
            return None
        elif key[0].isspace() or key[-1].isspace():
            self.note("yaml.odd-space", event)
            return key.strip()
        return key

    def is_repeated(self, key: str, event: ScalarEvent, seen: dict[str, ScalarEvent]) -> bool:
        first = seen.setdefault(key, event)
        if first is event:
            return False
        self.note("yaml.duplicate-key", event, key=short(key), first=start_of(first).line)
        return True
