"""`w` of the templates: a theme's words first, then the program's own, as HTML in which every value is escaped."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from ocop_site.text.formats import format_number
from ocop_site.text.wording import Wording, WordTable


class TemplateWords:
    def __init__(self, language: str, tables: tuple[WordTable, ...]) -> None:
        self._language = language
        self._wording = Wording(language, tuple(_as_html(table) for table in tables))
        # Typed, since a text and the same text as HTML are equal to Python.
        self._said = lru_cache(maxsize=20_000, typed=True)(self._say)

    def __call__(self, key: str, **values: object) -> Markup:
        """The words of `key`. KeyError where there are none, or where a value they need is not given."""
        return self._said(key, **values)

    def _say(self, key: str, **values: object) -> Markup:
        return Markup(self._wording(key, **{name: self._value(value) for name, value in values.items()}))

    def _value(self, value: object) -> object:
        return _Shown(value, self._language) if isinstance(value, int) else escape(value)


class _Shown(int):
    """A number that still chooses the form of a plural, and is written as its language writes numbers."""

    language: str

    def __new__(cls, number: int, language: str) -> "_Shown":
        shown = super().__new__(cls, number)
        shown.language = language
        return shown

    def __format__(self, spec: str) -> str:
        return format_number(int(self), self.language)


def _as_html(table: WordTable) -> WordTable:
    return {key: {language: _escaped(words) for language, words in forms.items()} for key, forms in table.items()}


def _escaped(words: str | Mapping[str, str]) -> Any:
    if isinstance(words, str):
        return str(escape(words))
    return {form: str(escape(text)) for form, text in words.items()}
