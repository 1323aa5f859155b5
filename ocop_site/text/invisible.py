"""Characters that nobody sees: told by their names, lest they turn round, hide or forge what stands beside them."""

import unicodedata

_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks without a face."""

_KEPT = frozenset("\t\n\r")


def named(character: str) -> str:
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """The text with `[U+202E]` in place of what turns the order of letters, takes no room, or is for machines alone."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"[{named(character)}]" if _is_invisible(character) else character for character in text)


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: two for a letter of Chinese, none for a mark on another."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _is_invisible(character: str) -> bool:
    if character.isprintable():
        return character in _BLANK
    return character not in _KEPT and unicodedata.category(character) != "Zs"
