"""A script without what only its readers need: comments, types and the room between.

Nothing is renamed and no statement is changed: a line's end stays where it might end a statement (ECMA-262, 12.10).
"""

import re

_TOKEN = re.compile(
    r"""
      (?P<room> (?: \s | //[^\n]* | /\*.*?\*/ )+ )
    | (?P<text> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*` )
    | (?P<code> [^\s"'`/]+ | . )
    """,
    re.DOTALL | re.VERBOSE,
)

_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/\w*")

_BEFORE_PATTERN = re.compile(r"(?:^|[(,=:\[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|void|delete))\Z")
"""A slash begins a pattern after these, and at the start; after any value it divides."""

_MAY_END = re.compile(r"""[\w$)\]}"'`+\-/]\Z|[^\x00-\x7f]\Z""")

_MAY_BEGIN = re.compile(r"""[\w$(\[{"'`+\-!~/#]|[^\x00-\x7f]""")

_LINE_END = re.compile(r"[\n\r\u2028\u2029]")

_IN_A_WORD = re.compile(r"[\w$]|[^\x00-\x7f]")


def shortened(script: str) -> str:
    """The script as a browser needs it."""
    kept = [""]
    room = ""
    position = 0
    while match := _TOKEN.match(script, position):
        if match[0] == "/" and _BEFORE_PATTERN.search(kept[-1]):
            match = _PATTERN.match(script, position) or match
        position = match.end()
        if match.lastgroup == "room":
            room = match[0]
        else:
            kept += [_between(kept[-1], room, match[0]), match[0]] if room else [match[0]]
            room = ""
    return "".join(kept)


def _between(before: str, room: str, after: str) -> str:
    """What has to stay of the room between two tokens."""
    if _LINE_END.search(room) and _MAY_END.search(before) and _MAY_BEGIN.match(after):
        return "\n"
    last, first = before[-1:], after[:1]
    grows = (_IN_A_WORD.match(last) and _IN_A_WORD.match(first)) or (last == first and last in "+-/")
    return " " if grows else ""
