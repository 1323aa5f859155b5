"""Which words can stand on shared pictures: those of which their faces have every letter."""

import unicodedata

from ocop_site.text.language import FIRST_STRONG, ISOLATE_END, LEFT_TO_RIGHT

_UNSEEN = str.maketrans(dict.fromkeys((FIRST_STRONG, LEFT_TO_RIGHT, ISOLATE_END, "\u00ad", "\u200b")))


def _composed(letters: str, marks: str) -> frozenset[str]:
    made = (unicodedata.normalize("NFC", letter + mark) for letter in letters for mark in ("", *marks))
    return frozenset(each for form in made for each in (form, form.upper()))


KNOWN = frozenset(
    {chr(code) for code in range(0x20, 0x7F)}
    | set("đĐ–—·“”‘’…°×₫½")
    | _composed("aăâeêioôơuưy", "\u0300\u0301\u0303\u0309\u0323")
)
"""Those of Vietnamese and English, which both faces have: to know them no font has to be opened."""


def plain(text: str) -> str:
    """A text as it is set: every letter one sign, on one line."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_UNSEEN).split())


def can_write(text: str) -> bool:
    """Whether the faces have all letters of a plain text."""
    if not (others := set(text) - KNOWN):
        return True
    from ocop_site.pictures.social.faces import FACES

    return all(face.has(letter) for face in FACES for letter in others)
