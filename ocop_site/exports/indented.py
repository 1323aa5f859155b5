"""JSON that people can read: as `json.dumps` lays it out with `indent=1`, for which that leaves its encoder in C."""

import json
from json.encoder import encode_basestring
from typing import Any

_scalar = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: Any) -> str:
    """A member a line, each a space further in than what holds it. Keys are texts."""
    return _text(value, "\n")


def indented_file(value: Any) -> bytes:
    """The same as a file."""
    return (indented(value) + "\n").encode()


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
