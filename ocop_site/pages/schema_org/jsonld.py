"""JSON-LD as plain data: things of schema.org, and the one graph that a page holds."""

import json
from collections.abc import Iterable
from typing import Any

Thing = dict[str, Any]
"""A thing of schema.org: `@type`, and properties of text, numbers, things and lists of them."""


def thing(type_name: str, id_: str | None = None, /, **properties: Any) -> Thing:
    """A thing of schema.org; what is not known of it is left out."""
    members = {"@type": type_name, "@id": id_, **properties}
    return {name: value for name, value in members.items() if value not in (None, "", [])}


def one_or_all(values: tuple[str, ...]) -> str | list[str]:
    """A property that is mostly one text: in a list only where there are several, or none."""
    return values[0] if len(values) == 1 else list(values)


def graph(things: Iterable[Thing]) -> str | None:
    """The things as one JSON text."""
    if not (found := list(things)):
        return None
    document = {"@context": "https://schema.org", "@graph": found}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
