"""Words that read as an effect on health. Rules of the catalogue, whatever the theme."""

import re
from collections.abc import Iterator
from functools import cache

from ocop_site.records.scheme import Care


def health_words(text: str, language: str, care: Care) -> Iterator[tuple[int, str]]:
    """Offset and wording of each word that reads as an effect on health, outside phrases known as harmless."""
    harmless = [match.span() for match in _pattern(care.harmless.get(language, ())).finditer(text)]
    for match in _pattern(care.health_words.get(language, ())).finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in harmless):
            yield match.start(), match[0]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words as whole words, longest first; nothing where there is none."""
    if not words:
        return re.compile(r"(?!)")
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
