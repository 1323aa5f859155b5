"""JSON that people can read: as `json.dumps` lays it out with `indent=1`, for which that leaves its encoder in C."""

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

_WITHIN = "\n  "
"""Begins a line for a member of a list that is itself a member of the object."""

_scalar = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: Any) -> str:
    """A member a line, each a space further in than what holds it. Keys are texts."""
    return _text(value, "\n")


def indented_file(value: dict[str, Any]) -> bytes:
    """An object as a file. A member that is an iterator is a list, whose own members are made one at a time."""
    return b"".join(piece.encode() for piece in _pieces(value))


def _pieces(value: dict[str, Any]) -> Iterator[str]:
    before = "{"
    for name, each in value.items():
        yield f"{before}\n {encode_basestring(name)}: "
        if isinstance(each, Iterator):
            yield from _list_pieces(each)
        else:
            yield _text(each, "\n ")
        before = ","
    yield "\n}\n" if value else "{}\n"


def _list_pieces(members: Iterator[Any]) -> Iterator[str]:
    before = "["
    for each in members:
        yield f"{before}{_WITHIN}{_text(each, _WITHIN)}"
        before = ","
    yield "[]" if before == "[" else "\n ]"


def _text(value: Any, line: str) -> str:
    """`line` begins a new one where the value stands."""
    within = f"{line} "
    if isinstance(value, dict) and value:
        members = [
            f"{encode_basestring(name)}: {encode_basestring(each) if isinstance(each, str) else _text(each, within)}"
            for name, each in value.items()
        ]
        return f"{{{within}{f',{within}'.join(members)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{within}{f',{within}'.join([_text(each, within) for each in value])}{line}]"
    return encode_basestring(value) if isinstance(value, str) else _scalar(value)
