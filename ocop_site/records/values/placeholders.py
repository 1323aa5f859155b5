"""What people write where they do not know: the catalogue leaves out what is unknown, and publishes no `N/A`."""

import re
from functools import lru_cache

from ocop_site.text.vietnamese import fold

_WHOLE = re.compile(
    r"n[/.]a\.?|t\.?b\.?[acd]\.?|to ?do|none|null|nil|unknown|not (?:known|available|applicable|yet)"
    r"|no (?:data|information)"
    r"|to be (?:updated|added|confirmed|announced|determined)|(?:un)?updat(?:e|ed|ing)|coming soon|blank|empty"
    r"|(?:chua|khong) (?:co|ro|biet|xac dinh|cap nhat)(?: (?:thong tin|du lieu|so lieu))?(?: (?:gi|nao))?"
    r"|chua (?:dien|nhap|bo sung|cong bo)|de trong|khong (?:co gi|ap dung)|thieu thong tin"
    r"|(?:(?:dang|se|cho|can|chua) )+(?:cap nhat|bo sung|hoan thien|xac minh|hoi)(?: (?:sau|them))?"
    r"|(?:cap nhat|bo sung|dien) sau"
    r"|x{3,}"
)
"""A whole value, folded, without what stands around it. `Na` is a fruit, and `Không` an answer."""

_WITHIN = re.compile(
    r"\b(?:TODO|FIXME|TBD)\b|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|(?i:\blorem ipsum\b)"
    r"|(?<!\w)\?{2,}(?!\w)|[<\[](?i:điền|nhập|ghi|tên|mô tả|insert|your|fill)\b[^<>\[\]\n]{0,40}[>\]](?!\()"
)
"""What is left standing anywhere: notes to oneself, a spreadsheet's error, a printer's filling, a form's own words."""

_LONGEST = 60
_SIGNS = re.compile(r"[-‐-―._…?/\\*=\s]+")
_ITEM = re.compile(r"\s*(?:[-*+•>]|\d{1,2}[.)])\s+")
_END_OF_ITEM = re.compile(r"(?:[-*+•>]|\d[.)])\s")
_ALONE = re.compile(rf"[\W_]*(?:{_WHOLE.pattern})[\W_]*")


def left_standing(text: str) -> re.Match[str] | None:
    """Where in a longer text something is left to be done."""
    return _WITHIN.search(text) if _may_be_left(text) else None


def _may_be_left(text: str) -> bool:
    """Whether a sign of any of it is there: quickly looked for in every text there is."""
    return (
        "#" in text
        or "[" in text
        or "<" in text
        or "??" in text
        or "TODO" in text
        or "FIXME" in text
        or "TBD" in text
        or "orem" in text
        or "OREM" in text
    )


def is_left_line(line: str) -> bool:
    """Whether a line of a longer text, or an item of its lists, is only a placeholder in words."""
    words = (_ITEM.sub("", line) if _END_OF_ITEM.search(line) else line).strip()
    return 0 < len(words) <= _LONGEST and not _SIGNS.fullmatch(words) and is_placeholder(words)


def placeholder(text: str) -> str | None:
    """The part of a text that stands for something unknown."""
    if match := left_standing(text):
        return match[0]
    if "\n" in text and (line := next(filter(is_left_line, text.split("\n")), None)):
        return line.strip()
    return text.strip() if len(text) <= _LONGEST and is_placeholder(text) else None


@lru_cache(maxsize=20_000)
def is_placeholder(text: str) -> bool:
    """Whether a whole value stands for something unknown."""
    return bool(_SIGNS.fullmatch(text) or _ALONE.fullmatch(fold(text)))
