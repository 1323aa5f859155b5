"""YAML as text, lists and mappings, each with its place; read in one pass over the parser's events."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ocop_site.content.encodings import CONTROL, mark_at, named, tidy
from ocop_site.content.entry import Mark, Marks, Path, Slip, Value
from ocop_site.content.yaml_words import Trouble, explain, mark_of, missing_space

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 20
MOST_SLIPS = 50
MOST_NODES = 50_000
"""Names and values; a list's or a mapping's end counts as well."""


@dataclass
class Tree:
    """What a file says. `whole` is False where a part could not be read, so that nothing can be said of it."""

    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]
    data: dict[str, Value] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    whole: bool = True


def read_tree(text: str, most_nodes: int = MOST_NODES) -> Tree:
    """The tree of a text without control characters, and every slip in its writing."""
    tree = Tree(*(Marks(partial(_places, text, most_nodes, which)) for which in ("values", "keys")))
    _fill(tree, text, most_nodes)
    return tree


def _places(text: str, most_nodes: int, which: str) -> dict[Path, Mark]:
    """Reads the text once more, for its places."""
    values: dict[Path, Mark] = {}
    keys: dict[Path, Mark] = {}
    _fill(Tree(values, keys), text, most_nodes, _Places(values, keys))
    return values if which == "values" else keys


def _fill(tree: Tree, text: str, most_nodes: int, places: "_Places | None" = None) -> None:
    try:
        _Builder(text, tree, most_nodes, places).document()
    except Slip as slip:
        tree.slips.append(slip)
        tree.whole = False


@dataclass(frozen=True, slots=True)
class _Places:
    values: dict[Path, Mark]
    keys: dict[Path, Mark]


class _Builder:
    """Turns events into values. Whatever can be stepped over is noted; what cannot is raised."""

    def __init__(self, text: str, tree: Tree, most_nodes: int, places: _Places | None) -> None:
        self.text, self.tree, self.left, self.places = text, tree, most_nodes, places
        self.take: Callable[[], Any] = self.begin
        self.last: Event | None = None
        self.open: list[CollectionStartEvent] = []

    def begin(self) -> Event | None:
        self.take = LOADER(self.text).get_event
        return self.take()

    def document(self) -> None:
        if line := _directive(self.text):
            raise Slip("yaml.directive", line, 1)
        self.next()
        if self.next().__class__ is StreamEndEvent:
            raise Slip("yaml.empty", 1, 1)
        self.tree.data = self.top(self.next())
        self.next()
        if (second := self.next()).__class__ is DocumentStartEvent:
            self.note("yaml.second-document", second)

    def top(self, event: Event) -> dict[str, Value]:
        if isinstance(event, MappingStartEvent):
            self.plain_only(event)
            if self.places:
                self.places.values[()] = _mark(event)
            return self.mapping((), event)
        if isinstance(event, ScalarEvent) and not event.value.strip():
            raise Slip("yaml.empty", 1, 1)
        mark = _mark(event)
        raise missing_space(self.text.split("\n"), mark.line) or Slip("yaml.not-a-mapping", mark.line, mark.column)

    def next(self) -> Event:
        """The next event; a syntax error in words of our own."""
        try:
            event: Event = self.take()
        except (yaml.YAMLError, ValueError) as error:
            raise self.explained(error) from None
        self.last = event
        self.left -= 1
        if self.left < 0:
            raise _slip("yaml.too-many-nodes", event)
        return event

    def value(self, event: Event, path: Path) -> Value | None:
        """None is a value that is not there."""
        if isinstance(event, ScalarEvent):
            found: Value | None = self.scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self.plain_only(event)
            found = self.mapping(path, event) if isinstance(event, MappingStartEvent) else self.sequence(path, event)
        else:
            self.note("yaml.alias", event, name=_short(getattr(event, "anchor", "")))
            self.tree.whole = False
            return None
        if self.places and found is not None:
            self.places.values[path] = _mark(event)
        return found

    def mapping(self, path: Path, start: CollectionStartEvent) -> dict[str, Value]:
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
                self.places.keys[here] = _mark(event)
            value = self.value(self.next(), here)
            if value is not None:
                data[key] = value
            elif ":" in key and _is_plain(event):
                # `{vi:tên}` is a key named `vi:tên`, and no value.
                self.note("yaml.no-space", event, key=key.partition(":")[0])
        self.open.pop()
        return data

    def sequence(self, path: Path, start: CollectionStartEvent) -> list[Value]:
        self.enter(start)
        items: list[Value] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            item = self.value(event, (*path, len(items)) if self.places else path)
            if item is not None:
                items.append(item)
        self.open.pop()
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
        elif key == "<<" and _is_plain(event):
            self.note("yaml.merge-key", event)
            self.tree.whole = False
            return None
        elif key[0].isspace() or key[-1].isspace():
            self.note("yaml.odd-space", event)
            return key.strip()
        return key

    def is_repeated(self, key: str, event: ScalarEvent, seen: dict[str, ScalarEvent]) -> bool:
        first = seen.setdefault(key, event)
        if first is event:
            return False
        self.note("yaml.duplicate-key", event, key=_short(key), first=_mark(first).line)
        return True

    def scalar(self, event: ScalarEvent) -> str | None:
        """A scalar's text, whatever it looks like; None for an empty one."""
        if event.anchor is not None or event.tag is not None:
            self.plain_only(event)
        value: str = event.value
        if not value.isprintable():
            value = self.printable(value, event)
        if not value or value.isspace() or (value in ("~", "null") and _is_plain(event)):
            return None
        return value if value.isascii() else tidy(value) or None

    def printable(self, value: str, event: ScalarEvent) -> str:
        """Without what an escape can bring in, and without the newline that ends a block."""
        if match := CONTROL.search(value):
            self.note("encoding.control-character", event, character=named(match[0]))
            value = CONTROL.sub(" ", value)
        return value.rstrip("\n") if event.style in ("|", ">") else value

    def step_over(self, event: Event) -> None:
        """Reads on to the end of a value that nobody will see."""
        outside = len(self.open)
        while True:
            if isinstance(event, CollectionStartEvent):
                self.enter(event)
            elif isinstance(event, CollectionEndEvent):
                self.open.pop()
            if len(self.open) == outside:
                return
            event = self.next()

    def enter(self, start: CollectionStartEvent) -> None:
        """Stops at once where nesting would take too much of the machine."""
        if len(self.open) >= DEEPEST:
            raise _slip("yaml.too-deep", start, most=DEEPEST)
        self.open.append(start)

    def plain_only(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Neither anchors nor tags: a record says everything itself, and its fields know what each value is."""
        if event.anchor is not None:
            self.note("yaml.anchor", event, name=_short(event.anchor))
        if event.tag is not None:
            self.note("yaml.tag", event, tag=_short(event.tag))

    def note(self, code: str, event: Event, **details: object) -> None:
        if len(self.tree.slips) >= MOST_SLIPS:
            raise _slip("yaml.too-many-mistakes", event, told=MOST_SLIPS)
        self.tree.slips.append(_slip(code, event, **details))

    def explained(self, error: Exception) -> Slip:
        flow = [event for event in self.open if event.flow_style]
        return explain(Trouble.of(error, self.text.split("\n"), self.last, _mark(flow[-1]) if flow else None))


def _directive(text: str) -> int:
    """The line of a `%` directive, or 0. Nobody needs one, and the parser takes quadratic time over many."""
    match = re.search(r"^%", text, re.MULTILINE)
    return mark_at(text, match.start()).line if match else 0


def _mark(event: Event) -> Mark:
    return mark_of(event.start_mark)


def _is_plain(event: ScalarEvent) -> bool:
    return not event.style


def _slip(code: str, event: Event, **details: object) -> Slip:
    mark = _mark(event)
    return Slip(code, mark.line, mark.column, **details)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
