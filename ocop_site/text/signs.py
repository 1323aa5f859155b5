"""Signs that look like those of ASCII: wide ones of East Asian keyboards, digits of other scripts, foreign letters."""

import unicodedata

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2212, 0xFE58, 0xFE63), "-")

_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТУХаеіјорсухѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικονρυχ",
    "ABCEHIJKMOPSTYXaeijopcyxsdhABEZHIKMNOPTYXaikovpux",
)
"""Cyrillic and Greek letters that nobody can tell from Latin ones."""


def ascii_signs(text: str) -> str:
    """What means the same in ASCII, without blanks around it: `１８５` and `١٨٥` are `185`; other letters stay."""
    if text.isascii():
        return text.strip(" ")
    return "".join(map(_sign, text.translate(_WIDE).translate(_HYPHENS))).strip(" ")


def latin_letters(text: str) -> str:
    """With the Latin letter for each Cyrillic or Greek one that looks like it."""
    return text.translate(_ALIKE)


def foreign_letter(text: str) -> tuple[int, str, str] | None:
    """The first letter that only looks Latin: where it stands, from 1; the letter; its script."""
    for place, (letter, latin) in enumerate(zip(text, latin_letters(text), strict=True), start=1):
        if letter != latin:
            return place, letter, unicodedata.name(letter).split()[0].capitalize()
    return None


def _sign(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return " " if category == "Zs" else character
