"""JSON that people can read: as `json.dumps` lays it out with `indent=1`, for which that leaves its encoder in C."""

import json
from json.encoder import encode_basestring
from typing import Any

_scalar = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: Any) -> str:
    """A member a line, each a space further in than what holds it. Keys are texts."""
    return _text(value, "\n")


def _text(value: Any, line: str) -> str:
    """`line` begins a new one where the value stands."""
    if isinstance(value, str):
        return encode_basestring(value)
    within = f"{line} "
    if isinstance(value, dict) and value:
        members = [f"{encode_basestring(name)}: {_text(each, within)}" for name, each in value.items()]
        return f"{{{within}{f',{within}'.join(members)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{within}{f',{within}'.join([_text(each, within) for each in value])}{line}]"
    return _scalar(value)
