"""A theme's drawings as they were drawn: but nothing in them acts or leads out, and none takes a machine's memory."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from ocop_site.problems import Problem
from ocop_site.theme.files import ThemeFile

_ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"}

_OUT = re.compile(r"url\(\s*[\"']?\s*(?!#|data:)|@import", re.IGNORECASE)
"""What a style within a drawing may load from elsewhere."""


def svg_faults(file: ThemeFile) -> Iterator[Problem]:
    """What a drawing must not hold, each at its line. ThemeError where it is no text."""
    reader = _Reader()
    try:
        reader.parser.Parse(file.text, True)
    except expat.ExpatError as error:
        yield file.problem("theme.drawing-broken", error.lineno, 1)
    except _Declared:
        reader.note("<!ENTITY")
    yield from (file.problem("theme.drawing", line, 1, what=what) for line, what in reader.found)


class _Declared(Exception):
    """A drawing that declares what its parser should put in."""


class _Reader:
    """Notes what acts, at its line."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler, self.parser.CharacterDataHandler = self._start, self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def note(self, what: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, what))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2].lower() in _ACTIVE:
            self.note(f"<{name}>")
        for key, value in attributes.items():
            if _is_active(key, value):
                self.note(f"{key}=")

    def _text(self, text: str) -> None:
        if _OUT.search(text):
            self.note("url()")

    def _doctype(self, _name: str, _system: str | None, _public: str | None, declares: int) -> None:
        if declares:
            raise _Declared


def _is_active(key: str, value: str) -> bool:
    """An attribute that runs something, or that leads anywhere but to the drawing's own parts and pictures within."""
    name = key.rpartition(":")[2].lower()
    if name.startswith("on"):
        return True
    if name in ("href", "src"):
        return not value.strip().startswith(("#", "data:image/png", "data:image/jpeg", "data:image/webp"))
    return bool(_OUT.search(value))
