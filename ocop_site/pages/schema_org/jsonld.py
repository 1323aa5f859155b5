"""JSON-LD as plain data: things of schema.org, and the one graph that a page holds."""

import json
from collections.abc import Iterable
from typing import Any

from ocop_site.text.language import TextRun

Thing = dict[str, Any]
"""A thing of schema.org: `@type`, and properties of text, numbers, things and lists of them."""


def thing(type_name: str, id_: str | None = None, /, **properties: Any) -> Thing:
    """A thing of schema.org; what is not known of it is left out. A text in another language says which."""
    members = {"@type": type_name, "@id": id_, **{name: _told(value) for name, value in properties.items()}}
    return {name: value for name, value in members.items() if value not in (None, "", [])}


def _told(value: Any) -> Any:
    if not isinstance(value, TextRun):
        return value
    return {"@value": value.text, "@language": value.language} if value.language else value.text


def one_or_all(values: tuple[str, ...]) -> str | list[str]:
    """A property that is mostly one text: in a list only where there are several, or none."""
    return values[0] if len(values) == 1 else list(values)


def graph(things: Iterable[Thing]) -> str | None:
    """The things as one JSON text."""
    if not (found := list(things)):
        return None
    document = {"@context": "https://schema.org", "@graph": found}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
