"""The name of a file in `media/`, however a system writes it: what records and disks call by it are one."""

import re
import unicodedata


def media_name(written: str) -> str:
    """The name in composed letters, with plain single spaces and nothing that cannot be seen.

    Macs take letters apart and put U+202F before AM, browsers and Word U+00A0; nobody can see or type the difference.
    """
    composed = unicodedata.normalize("NFC", written)
    if composed.isascii() and "  " not in composed:
        return composed.strip()
    seen = "".join(_seen(character) for character in composed)
    return unicodedata.normalize("NFC", re.sub(r" *(/) *| +", lambda match: match[1] or " ", seen)).strip()


def is_document(name: str) -> bool:
    """Whether a file is published as it is, to be taken along, rather than as pictures."""
    return name.lower().endswith(".pdf")


def _seen(character: str) -> str:
    """A space for every space (Zs), nothing for what only steers others (Cf)."""
    kind = unicodedata.category(character)
    return " " if kind == "Zs" else "" if kind == "Cf" else character
