"""A style sheet without what only its writers need: comments, and room where it tells nothing apart.

No value is written otherwise. Room stays wherever it may mean something: between selectors, around what is added or
taken away, before a bracket or a colon.
"""

import re

_TOKEN = re.compile(
    r"""
      (?P<room> (?: \s | /\*.*?\*/ )+ )
    | (?P<text> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | url\([^"'()]*\) )
    | (?P<code> . )
    """,
    re.DOTALL | re.VERBOSE,
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

_NONE_BEHIND, _NONE_BEFORE = frozenset("{};,>(:"), frozenset("{};,>)!")
"""Signs next to which room tells nothing apart."""

_ENDS = frozenset(";}")


def shortened_sheet(css: str) -> str:
    """The style sheet as a browser needs it."""
    kept, room = [""], ""
    for match in _TOKEN.finditer(css.strip()):
        if match.lastgroup == "room":
            room = match[0]
            continue
        kept.append(_between(kept[-1], room, match[0]))
        if match[0] == "}" and kept[-2:] == [";", ""]:
            del kept[-2:]
        kept.append(match[0])
        room = ""
    return "".join(kept)


def _between(before: str, room: str, after: str) -> str:
    """What has to stay of the room between two tokens.

    A custom property may have no value but room (CSS Custom Properties 1, 2); a comment alone is none, but ends a word.
    """
    if not room or not before:
        return ""
    if before == ":" and after in _ENDS:
        return " "
    if before in _NONE_BEHIND or after in _NONE_BEFORE:
        return ""
    return " " if _COMMENT.sub("", room) else "/**/"
