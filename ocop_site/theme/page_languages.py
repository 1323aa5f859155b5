"""The languages that one page speaks: words, dates and numbers are the page's own, but within `speaking` another's."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from markupsafe import Markup

from ocop_site.text.language import TextRun, direction
from ocop_site.text.wording import WordTable
from ocop_site.theme.filters import make_filters
from ocop_site.theme.jinja.running import Fixture, as_html, escaped
from ocop_site.theme.words import TemplateWords

MOST_REMEMBERED = 4_000
"""So many results of a macro are kept at least, and twice as many at most: of cards about 12 MB."""


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
        self._all = all
        self._speak(all[own])

    def w(self, key: str, **values: object) -> Markup:
        return self._filled(key, **values) if values else self.plain[key]

    def speaking(self, language: str, caller: Callable[[], str]) -> str:
        """`{% call speaking("en") %}`: what stands in the block, in that language."""
        before = self._now
        self._speak(self._all[language])
        try:
            return caller()
        finally:
            self._speak(before)

    def _speak(self, voice: PageLanguage) -> None:
        self._now, self.plain, self._filled = voice, voice.words.plain, voice.words.filled

    def remembered(self, macro: Callable[..., Markup]) -> Callable[..., Markup]:
        """A macro that makes nothing twice: for the same arguments and language it says what it said before.

        A text is the same by its letters, all else by being the very same thing; what is kept holds its arguments, so
        that nothing else can take their place. With a block or named arguments the macro is asked each time.
        """
        recent: dict[tuple[object, ...], tuple[Fixture, tuple[object, ...]]] = {}
        older = dict(recent)

        def again(*given: Any, **named: Any) -> Markup:
            nonlocal recent, older
            if named:
                return macro(*given, **named)
            key = (self._now.language, *[each if each.__class__ is str else id(each) for each in given])
            if found := recent.get(key):
                return found[0]
            if len(recent) >= MOST_REMEMBERED:
                recent, older = {}, recent
            said, _ = recent[key] = older.get(key) or (as_html(Fixture, macro(*given)), given)
            return said

        return again

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        filters = {name: self._filter(name) for name in self._now.filters}
        if all(direction(language) == "ltr" for language in self._all):
            filters["run"] = self._run_from_left
        return filters

    def _run_from_left(self, text: TextRun) -> Any:
        """`run` where all languages are written from left to right: a text in the page's own is as it is."""
        return self._now.filters["run"](text) if text.language else as_html(Markup, escaped(text.text))

    def _filter(self, name: str) -> Callable[..., Any]:
        def filtered(value: Any, *arguments: Any, **options: Any) -> Any:
            if arguments or options:
                return self._now.filters[name](value, *arguments, **options)
            return self._now.filters[name](value)

        return filtered
