"""The program's and a theme's own words, by key and language; plurals by the language's rules.

A file of words is YAML: `key: {vi: Sản phẩm, en: Products}`; where number matters a language has forms by CLDR's
names: `en: {one: "{count} product", other: "{count} products"}`. A further language is more words, not code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

WordTable = Mapping[str, Mapping[str, str | Mapping[str, str]]]

FALLBACK = "en"

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def load_words(file: Path) -> WordTable:
    """Words by key, then by language; every scalar is text."""
    return yaml.load(file.read_bytes(), _Loader) or {}


@dataclass(frozen=True)
class Wording:
    """The words of one language; the first table that has a key counts."""

    language: str
    tables: tuple[WordTable, ...]

    def __call__(self, key: str, **values: object) -> str:
        """The words of `key` with `values` filled in. KeyError where no table has the key."""
        words = self._find(key)
        if not isinstance(words, str):
            words = words.get(self._plural_form(values["count"]), words["other"])
        return words.format_map(values) if values else words

    def has(self, key: str) -> bool:
        return any(key in table for table in self.tables)

    def _find(self, key: str) -> str | Mapping[str, str]:
        for table in self.tables:
            if key in table:
                by_language = table[key]
                return by_language.get(self.language) or by_language[FALLBACK]
        raise KeyError(f"no words for {key!r}")

    def _plural_form(self, count: Any) -> str:
        return _locale(self.language).plural_form(count)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
