"""The program's and a theme's own words, by key and language; plurals by the rules of the language that has the words.

A file of words is YAML: `key: {vi: Sản phẩm, en: Products}`; where number matters a language has forms by CLDR's
names: `en: {one: "{count} product", other: "{count} products"}`. A further language is more words, not code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from ocop_site.frozen import frozen
from ocop_site.text.formats import Written
from ocop_site.text.language import TextRun, isolated, locale_of

Words = str | Mapping[str, str]
"""The words of a key in one language: the same for every number, or by the name of a plural's form."""

WordTable = Mapping[str, Mapping[str, Words]]

FALLBACK = "en"
"""The language in which every key has words."""

OTHER = "other"
"""The form that every language has (CLDR, Language Plural Rules)."""

MOST_COUNTED = 1000
"""Beyond it no language has a form of its own but that of millions."""

FORMS = ("zero", "one", "two", "few", "many", OTHER)

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def load_words(file: Path) -> WordTable:
    """Words by key, then by language; every scalar is text."""
    return yaml.load(file.read_bytes(), _Loader) or {}


@frozen
class WordForm:
    """The words for a key and number before their blanks are filled, and the language that they are in."""

    text: str
    language: str


@dataclass(frozen=True)
class Wording:
    """The words of one language; the first table that has a key counts. What it lacks is told in the `fallbacks`."""

    language: str
    tables: tuple[WordTable, ...]
    fallbacks: tuple[str, ...] = ()

    def __call__(self, key: str, **values: object) -> str:
        """The words of `key` with `values` filled in. KeyError where no table has the key."""
        return self.said(key, **values).text

    def said(self, key: str, **values: object) -> TextRun:
        """The same, with their language where it is another."""
        if not values:
            return self._plain(key)
        form = self.form(key, values)
        language = form.language if self.is_foreign(form) else self.language
        shown = {name: _shown(value, language) for name, value in values.items()}
        return TextRun(form.text.format_map(shown), language if language != self.language else None)

    def _plain(self, key: str) -> TextRun:
        """Words without blanks to fill are the same whenever they are said."""
        if key not in self._said:
            form = self.form(key, {})
            self._said[key] = TextRun(form.text, form.language if self.is_foreign(form) else None)
        return self._said[key]

    def form(self, key: str, values: Mapping[str, Any]) -> WordForm:
        """The words of `key`, of several forms that of the number `count`. KeyError."""
        words, language = self._known.get(key) or self._known.setdefault(key, self._find(key))
        if isinstance(words, str):
            return WordForm(words, language)
        return WordForm(words.get(plural_form(values["count"], language), words[OTHER]), language)

    def is_foreign(self, form: WordForm) -> bool:
        """Whether the words are another language's; of blanks and signs alone every language has the same."""
        return form.language != self.language and has_words(form.text)

    def has(self, key: str) -> bool:
        return any(key in table for table in self.tables)

    @cached_property
    def _known(self) -> dict[str, tuple[Words, str]]:
        """What was found of a key."""
        return {}

    @cached_property
    def _said(self) -> dict[str, TextRun]:
        return {}

    def _find(self, key: str) -> tuple[Words, str]:
        for language in (self.language, *self.fallbacks, FALLBACK):
            for table in self.tables:
                if words := table.get(key, {}).get(language):
                    return words, language
        raise KeyError(f"no words for {key!r}")


def _shown(value: object, language: str) -> object:
    written = value.within(language) if isinstance(value, Written) else value
    return isolated(written, language) if isinstance(written, str) else written


def forms_of(words: Words) -> Mapping[str, str]:
    """By the names of their forms; those of a single form are the same for every number."""
    return {OTHER: words} if isinstance(words, str) else words


def blanks(text: str) -> Iterator[str]:
    """The names of the blanks in a text, as often as they stand there. ValueError where braces do not pair."""
    return (name for _, name, _, _ in Formatter().parse(text) if name is not None)


def has_plain_blanks(text: str) -> bool:
    """Whether braces pair and only names stand in them: `{label.x}` would lead out of what a page says."""
    try:
        blanks_there = [(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() and not spec and not how for name, spec, how in blanks_there)


@cache
def has_words(text: str) -> bool:
    """Whether there are letters beside the blanks."""
    return any(sign.isalpha() for literal, *_ in Formatter().parse(text) for sign in literal)


@lru_cache(maxsize=10_000)
def plural_form(count: Any, language: str) -> str:
    """The name of the form that a number has in a language."""
    return str(locale_of(language).plural_form(count))


@cache
def plural_forms(language: str) -> tuple[str, ...]:
    """The names of the forms that numbers of a catalogue have in a language, `other` the last."""
    known = {OTHER, *(plural_form(count, language) for count in range(MOST_COUNTED + 1))}
    return tuple(form for form in FORMS if form in known)
