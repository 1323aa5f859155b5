"""The parser's events, guarded: what no record needs is told, and what would take too much of a machine stops it."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent

from ocop_site.content.encodings.decoding import CONTROL, mark_at, tidy
from ocop_site.content.entry import Position, Slip
from ocop_site.content.yaml.comments import cut_off
from ocop_site.content.yaml.explanations import Trouble, explain, mark_of
from ocop_site.text.invisible import named

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 20
MOST_SLIPS = 50
MOST_NODES = 50_000
"""Names and values; a list's or a mapping's end counts as well."""


class Events:
    """Whatever can be stepped over is noted in `slips`; what cannot is raised."""

    def __init__(self, text: str, most_nodes: int) -> None:
        self.text, self.left = text, most_nodes
        self.slips: list[Slip] = []
        self.take: Callable[[], Any] = self.begin
        self.last: Event | None = None
        self.has_comments = "#" in text
        self.open: list[CollectionStartEvent] = []

    def begin(self) -> Event | None:
        """The first event. Directives are refused before: the parser takes quadratic time over many."""
        if match := re.search(r"^%", self.text, re.MULTILINE):
            raise Slip("yaml.directive", mark_at(self.text, match.start()).line, 1)
        self.take = LOADER(self.text).get_event
        return self.take()

    def next(self) -> Event:
        """The next event; a syntax error in words of our own."""
        try:
            event: Event = self.take()
        except Slip:
            raise
        except (yaml.YAMLError, ValueError) as error:
            raise self._told_once(self._explained(error)) from None
        self.last = event
        if self.has_comments and isinstance(event, ScalarEvent | CollectionEndEvent):
            self._without_loss(event)
        self.left -= 1
        if self.left < 0:
            raise slip_at("yaml.too-many-nodes", event)
        return event

    def scalar(self, event: ScalarEvent) -> str | None:
        """A scalar's text, whatever it looks like; None for an empty one."""
        if event.anchor is not None or event.tag is not None:
            self.plain_only(event)
        value: str = event.value
        if not value.isprintable():
            value = self._printable(value, event)
        if not value or value.isspace() or (value in ("~", "null") and is_plain(event)):
            return None
        return value if value.isascii() else tidy(value) or None

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
            raise slip_at("yaml.too-deep", start, most=DEEPEST)
        self.open.append(start)

    def leave(self) -> None:
        self.open.pop()

    def note(self, code: str, event: Event, **details: object) -> None:
        self._keep(slip_at(code, event, **details))

    def plain_only(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Neither anchors nor tags: a record says everything itself, and its fields know what each value is."""
        if event.anchor is not None:
            self.note("yaml.anchor", event, name=short(event.anchor))
        if event.tag is not None:
            self.note("yaml.tag", event, tag=short(event.tag))

    def _without_loss(self, event: ScalarEvent | CollectionEndEvent) -> None:
        in_brackets = any(start.flow_style for start in self.open)
        if slip := cut_off(self.text, event, in_brackets=in_brackets):
            self._keep(slip)

    def _keep(self, slip: Slip) -> None:
        if len(self.slips) >= MOST_SLIPS:
            raise Slip("yaml.too-many-mistakes", slip.mark.line, slip.mark.column, told=MOST_SLIPS)
        self.slips.append(slip)

    def _told_once(self, slip: Slip) -> Slip:
        """Without what was noted at the same place before the parser stumbled over it."""
        self.slips[:] = [each for each in self.slips if each.mark != slip.mark]
        return slip

    def _printable(self, value: str, event: ScalarEvent) -> str:
        """Without what an escape can bring in, and without the newline that ends a block."""
        if match := CONTROL.search(value):
            self.note("encoding.control-character", event, character=named(match[0]))
            value = CONTROL.sub(" ", value)
        return value.rstrip("\n") if event.style in ("|", ">") else value

    def _explained(self, error: Exception) -> Slip:
        flow = [event for event in self.open if event.flow_style]
        return explain(Trouble.of(error, self.text.split("\n"), self.last, start_of(flow[-1]) if flow else None))


def start_of(event: Event) -> Position:
    return mark_of(event.start_mark)


def is_plain(event: ScalarEvent) -> bool:
    return not event.style


def slip_at(code: str, event: Event, **details: object) -> Slip:
    mark = start_of(event)
    return Slip(code, mark.line, mark.column, **details)


def short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
