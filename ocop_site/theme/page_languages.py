"""The languages that one page speaks: words, dates and numbers are the page's own, but within `speaking` another's."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup

from ocop_site.text.wording import WordTable
from ocop_site.theme.filters import make_filters
from ocop_site.theme.words import TemplateWords


class PageLanguage:
    """How one language words and writes things."""

    def __init__(self, language: str, tables: tuple[WordTable, ...], fallbacks: tuple[str, ...] = ()) -> None:
        self.language, self._tables, self._fallbacks = language, tables, fallbacks

    @cached_property
    def words(self) -> TemplateWords:
        return TemplateWords(self.language, self._tables, self._fallbacks)

    @cached_property
    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return make_filters(self.language)


class PageLanguages:
    """What the templates of one language are given; `all` has the voice of every language of the site."""

    def __init__(self, own: str, all: Mapping[str, PageLanguage]) -> None:
        self._now, self._all = all[own], all

    def w(self, key: str, **values: object) -> Markup:
        return self._now.words(key, **values)

    def speaking(self, language: str, caller: Callable[[], str]) -> str:
        """`{% call speaking("en") %}`: what stands in the block, in that language."""
        before, self._now = self._now, self._all[language]
        try:
            return caller()
        finally:
            self._now = before

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        return {name: self._filter(name) for name in self._now.filters}

    def _filter(self, name: str) -> Callable[..., Any]:
        return lambda *arguments, **options: self._now.filters[name](*arguments, **options)
