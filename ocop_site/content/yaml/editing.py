"""A YAML text in which some values are changed: all else stays as it was written, comments, order and line ends too."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from ocop_site.content.yaml.events import LOADER
from ocop_site.frozen import frozen

Tree: TypeAlias = Mapping[str, "str | Tree"]
"""What a text says, or is to say. A leaf is a value as YAML writes it, such as `2026-11-23` or `[san-pham]`."""

Path: TypeAlias = tuple[str, ...]

Order: TypeAlias = Callable[[Path], str | None]
"""By what a new line finds its place among those beside it; None for one that stands behind them all."""

_LINE_END = re.compile(r"\r\n|\n|\r")

_NEEDS_QUOTES = re.compile(r"[0-9]+|null|true|false|yes|no|on|off|y|n")
"""Keys that other programs would take for a number (octal, with a nought before it) or for no text at all."""


class Line(dict[str, "str | Tree"]):
    """The fields of a record that is written on one line, in braces."""


def amended(text: str, before: Tree, after: Tree, order: Order) -> str:
    """The text, which says `before`, so changed that it says `after`."""
    return _Editor(text, order).amended(before, after)


def quoted(words: str) -> str:
    """Words that YAML takes for nothing else, on one line."""
    return "'" + " ".join(words.split()).replace("'", "''") + "'"


@frozen
class _Value:
    """Where a value stands in the text, in characters; `entries` are those of a mapping."""

    start: int
    end: int
    is_flow: bool
    is_collection: bool
    entries: Mapping[str, "_Entry"]


@frozen
class _Entry:
    """A key with its value: where the key begins and ends, and in which column."""

    start: int
    key_end: int
    column: int
    value: _Value

    @property
    def end(self) -> int:
        return max(self.key_end, self.value.end)


class _Editor:
    """Gathers what is to be changed against the text as it is, then changes it from its end on."""

    def __init__(self, text: str, order: Order) -> None:
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.text = text if not text or text[-1] in "\r\n" else text + self.newline
        self.order = order
        self.edits: list[tuple[int, int, str]] = []

    def amended(self, before: Tree, after: Tree) -> str:
        root = yaml.compose(self.text, Loader=LOADER) if before or self.text.strip() else None
        if isinstance(root, MappingNode) and root.value:
            self.mapping((), _value_of(root), before, after)
        elif isinstance(root, MappingNode):
            place = _value_of(root)
            self.edits.append((place.start, place.end, "".join(self.lines(after, 0)).rstrip("\r\n")))
        else:
            self.edits.append((len(self.text), len(self.text), "".join(self.lines(after, 0))))
        return self.applied()

    def applied(self) -> str:
        text = self.text
        for _, (start, end, new) in sorted(enumerate(self.edits), key=lambda each: (each[1][0], each[0]), reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def mapping(self, path: Path, place: _Value, before: Tree, after: Tree) -> None:
        gone, new = [key for key in before if key not in after], [key for key in after if key not in before]
        for key in after:
            if key in before and after[key] != before[key]:
                self.changed((*path, key), place.entries[key], before[key], after[key])
        if place.is_flow:
            self.in_flow(place, gone, {key: after[key] for key in new}, after)
        else:
            self.edits += [(self.line_start(place.entries[key]), self.line_end(place.entries[key]), "") for key in gone]
            self.in_block(path, place, {key: after[key] for key in new})

    def changed(self, path: Path, entry: _Entry, before: "str | Tree", after: "str | Tree") -> None:
        place = entry.value
        if isinstance(before, Mapping) and isinstance(after, Mapping) and place.entries:
            self.mapping(path, place, before, after)
        elif place.is_collection and not place.is_flow:
            self.edits.append((entry.key_end, place.end, f": {_flow(after)}"))
        else:
            self.edits.append((place.start, place.end, f"{' ' * (place.start == place.end)}{_flow(after)}"))

    def in_flow(self, place: _Value, gone: Sequence[str], new: Tree, after: Tree) -> None:
        """Behind the last field; what goes, goes with the comma before it."""
        entries = list(place.entries)
        if not entries or entries[0] in gone:
            if gone or new:
                self.edits.append((place.start, place.end, _flow(after)))
            return
        for key in gone:
            self.edits.append((place.entries[entries[entries.index(key) - 1]].end, place.entries[key].end, ""))
        last = place.entries[entries[-1]].end
        self.edits += [(last, last, f", {_key(key)}: {_flow(value)}") for key, value in new.items()]

    def in_block(self, path: Path, place: _Value, new: Tree) -> None:
        """A line of its own, in its place among those that are there; where one has a key alone, below that."""
        column = min(entry.column for entry in place.entries.values())
        for key in sorted(new, key=lambda key: _rank(self.order((*path, key)))):
            lines = "".join(self.lines({key: new[key]}, column))
            if empty := place.entries.get(key):
                self.edits.append((empty.value.start, empty.value.end, ""))
                lines, place_of = lines.partition(self.newline)[2], self.line_end(empty)
            else:
                place_of = self.place_of((*path, key), place)
            self.edits.append((place_of, place_of, lines))

    def place_of(self, path: Path, place: _Value) -> int:
        entries, own = place.entries, self.order(path)
        if own is None:
            return max(self.line_end(entry) for entry in entries.values())
        ranks = {key: _rank(self.order((*path[:-1], key))) for key in entries}
        lower = [key for key in entries if ranks[key] < _rank(own)]
        if not lower:
            return min(self.line_start(entry) for entry in entries.values())
        return self.line_end(entries[max(lower, key=lambda key: ranks[key])])

    def lines(self, tree: Tree, column: int) -> Iterator[str]:
        for key, value in tree.items():
            if isinstance(value, str | Line):
                yield f"{' ' * column}{_key(key)}: {_flow(value)}{self.newline}"
            else:
                yield f"{' ' * column}{_key(key)}:{self.newline}"
                yield from self.lines(value, column + 2)

    def line_start(self, entry: _Entry) -> int:
        return entry.start - entry.column

    def line_end(self, entry: _Entry) -> int:
        """Behind the line on which an entry ends, with what is said beside it; a block's words end there themselves."""
        if self.text[entry.end - 1] in "\r\n":
            return entry.end
        found = _LINE_END.search(self.text, entry.end)
        return found.end() if found else len(self.text)


def _value_of(node: Node) -> _Value:
    is_collection = isinstance(node, CollectionNode)
    is_flow = not is_collection or bool(getattr(node, "flow_style", False))
    entries = dict(map(_entry_of, node.value)) if isinstance(node, MappingNode) else {}
    end = node.end_mark.index
    if is_collection and not is_flow:
        # The parser takes a block to end where the next one begins, behind comments and empty lines.
        inner = [item.end for item in entries.values()] or [_value_of(item).end for item in node.value]
        end = max(inner, default=end)
    return _Value(node.start_mark.index, end, is_flow, is_collection, entries)


def _entry_of(pair: tuple[ScalarNode, Node]) -> tuple[str, _Entry]:
    key, value = pair
    mark = key.start_mark
    return str(key.value).strip(), _Entry(mark.index, key.end_mark.index, mark.column, _value_of(value))


def _rank(order: str | None) -> tuple[bool, str]:
    """Those without an order behind all others."""
    return order is None, order or ""


def _key(key: str) -> str:
    return quoted(key) if _NEEDS_QUOTES.fullmatch(key) else key


def _flow(value: "str | Tree") -> str:
    if isinstance(value, str):
        return value
    return "{" + ", ".join(f"{_key(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
