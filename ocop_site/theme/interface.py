"""The words of the interface by language: which a language lacks, and what is wrong with those that an office gave."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ocop_site.content.shape import Records, Shaped
from ocop_site.frozen import frozen
from ocop_site.problems import Problem, Severity, nearest
from ocop_site.records.interface_words import InterfaceWords
from ocop_site.text.wording import (
    FALLBACK,
    OTHER,
    Words,
    WordTable,
    blanks,
    forms_of,
    has_plain_blanks,
    has_words,
    plural_forms,
)

COUNT = "count"
"""The blank that a form of number may do without: `no products`."""

_MARK_UP = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-zA-Z]+;")


@frozen
class Interface:
    """The words that are not an office's: a theme's, then the program's; the first table that has a key counts."""

    tables: tuple[WordTable, ...]

    def words(self, key: str) -> Mapping[str, Words]:
        """By language; nothing for a key that nobody asks for."""
        return next((table[key] for table in self.tables if key in table), {})

    @property
    def keys(self) -> list[str]:
        """Every key with words to translate: of blanks and signs alone all languages have the same."""
        known = dict.fromkeys(key for table in reversed(self.tables) for key in table)
        return [key for key in known if any(map(has_words, forms_of(self.words(key)[FALLBACK]).values()))]

    def has_forms(self, key: str) -> bool:
        """Whether the words depend on a number."""
        return any(not isinstance(words, str) for words in self.words(key).values())

    def missing(self, language: str, office_words: WordTable) -> list[str]:
        """The keys that neither program nor theme nor office have words for."""
        tables = (office_words, *self.tables)
        return [key for key in self.keys if not any(table.get(key, {}).get(language) for table in tables)]


def check_words(records: Records, interface: Interface, office_words: WordTable) -> Iterator[Problem]:
    """What is wrong with the office's words, and how many each language of the site lacks."""
    site = records.of("site")["site"]
    for language, shaped in records.of("words").items():
        if language in site.record.languages:
            yield from _wrong(shaped, language, interface)
        else:
            known = ", ".join(site.record.languages)
            yield shaped.problem("words.language", severity=Severity.WARNING, found=language, languages=known)
    for language in site.record.languages:
        if missing := interface.missing(language, office_words):
            details = {"language": language, "count": len(missing), "of": len(interface.keys)}
            yield site.problem("words.missing", ("languages", language), severity=Severity.WARNING, **details)


def _wrong(shaped: Shaped[InterfaceWords], language: str, interface: Interface) -> Iterator[Problem]:
    known = [key for table in interface.tables for key in table]
    for key, words in shaped.record.words.items():
        if not words:
            continue
        if not interface.words(key):
            near = nearest(key, known) or "–"
            yield shaped.problem(
                "words.unknown", ("words", key), key=True, severity=Severity.WARNING, found=key, near=near
            )
        elif language in interface.words(key) and language in ("vi", "en"):
            yield shaped.problem("words.own", ("words", key), key=True, found=key, language=language)
        else:
            yield from _wrong_forms(shaped, key, language, words, interface)


def _wrong_forms(
    shaped: Shaped[InterfaceWords], key: str, language: str, words: Words, interface: Interface
) -> Iterator[Problem]:
    path = ("words", key)
    if not isinstance(words, str):
        if not interface.has_forms(key):
            yield shaped.problem("words.no-forms", path)
            return
        if set(words) != set(needed := plural_forms(language)):
            found, forms = ", ".join(words), ", ".join(needed)
            yield shaped.problem("words.forms", path, language=language, needed=forms, found=found)
    for form, text in forms_of(words).items():
        place = path if isinstance(words, str) else (*path, form)
        yield from _wrong_text(shaped, place, form, text, interface.words(key))


def _wrong_text(
    shaped: Shaped[InterfaceWords], place: tuple[str, ...], form: str, text: str, told: Mapping[str, Words]
) -> Iterator[Problem]:
    known = {name: None for words in told.values() for each in forms_of(words).values() for name in blanks(each)}
    if not has_plain_blanks(text):
        yield shaped.problem("words.braces", place, known=_named(known))
    elif unknown := [name for name in blanks(text) if name not in known]:
        yield shaped.problem("words.blank-unknown", place, found=f"{{{unknown[0]}}}", known=_named(known))
    elif lost := sorted(set(_needed(told, form)) - set(blanks(text))):
        yield shaped.problem("words.blank-missing", place, missing=_named(lost))
    if (markup := _MARK_UP.search(text)) and markup[0] not in str(told):
        yield shaped.problem("words.markup", place, found=markup[0])


def _needed(told: Mapping[str, Words], form: str) -> list[str]:
    """The blanks that are filled in every language, the number only in the general form."""
    named = [set(blanks(forms_of(words)[OTHER])) for words in told.values()]
    return sorted(name for name in set.intersection(*named) if name != COUNT or form == OTHER)


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names) or "–"
