"""JSON-LD as plain data: things of schema.org, and the one graph that a page holds."""

import json
from collections.abc import Iterable
from typing import Any

from ocop_site.text.language import TextRun

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Thing = dict[str, Any]
"""A thing of schema.org: `@type`, and properties of text, numbers, things and lists of them."""


def thing(type_name: str, id_: str | None = None, /, **properties: Any) -> Thing:
    """A thing of schema.org; what is not known of it is left out. A text in another language says which."""
    members = {"@type": type_name, "@id": id_} if id_ else {"@type": type_name}
    for name, value in properties.items():
        if value is not None and (told := _told(value) if isinstance(value, TextRun) else value) not in ("", []):
            members[name] = told
    return members


def _told(run: TextRun) -> Any:
    return {"@value": run.text, "@language": run.language} if run.language else run.text


def one_or_all(values: tuple[str, ...]) -> str | list[str]:
    """A property that is mostly one text: in a list only where there are several, or none."""
    return values[0] if len(values) == 1 else list(values)


def graph(things: Iterable[Thing]) -> str | None:
    """The things as one JSON text."""
    if not (found := list(things)):
        return None
    document = {"@context": "https://schema.org", "@graph": found}
    return _written(document)
