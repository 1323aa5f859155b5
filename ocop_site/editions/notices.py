"""The text of a recall or warning, taken as it is typed: a lot number may hold asterisks.

Nothing in it is Markdown but links by record, `[the news](news:id)`.
"""

import re
from hashlib import sha256

from ocop_site.records.writing import Notice

_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\([a-z]+:[a-z0-9-]+\)")
_SIGN = re.compile(r"[\\`*_{}\[\]<>&|~#=]|(?<!\S)[-+](?=\s)")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s)", re.MULTILINE)


def as_typed(words: str) -> str:
    """Markdown that shows the words as they were typed, their lines as lines."""
    shown, after = "", 0
    for link in _LINK.finditer(words):
        shown += _SIGN.sub(_entity, words[after : link.start()]) + link[0]
        after = link.end()
    shown += _SIGN.sub(_entity, words[after:])
    shown = _NUMBERED.sub(r"\1\\\2", shown)
    return "  \n".join(line.strip() for line in shown.splitlines())


def notice_mark(notice_id: str, notice: Notice) -> str:
    """A notice by its id and what it says: one that is amended is another to a browser that knows the one before."""
    told = repr((notice.kind, notice.date, notice.products, dict(notice.text)))
    return f"{notice_id}.{sha256(told.encode()).hexdigest()[:8]}"


def plain_words(words: str) -> str:
    """The words without the addresses of links."""
    return _LINK.sub(r"\g<words>", words)


def _entity(match: "re.Match[str]") -> str:
    return f"&#{ord(match[0])};"
