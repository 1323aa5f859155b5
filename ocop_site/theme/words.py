"""`w` of the templates: the office's words first, then a theme's, then the program's own, as HTML.

Every value is escaped. Words of another language than the page's are marked so, and what is filled in as the page's.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from markupsafe import Markup, escape

from ocop_site.text.formats import Written, format_number
from ocop_site.text.language import isolated
from ocop_site.text.wording import WordForm, Wording, WordTable
from ocop_site.theme.jinja.running import Fixture, as_html, escaped
from ocop_site.theme.marks import marked


class TemplateWords:
    def __init__(self, language: str, tables: tuple[WordTable, ...], fallbacks: tuple[str, ...] = ()) -> None:
        self._language = language
        self._wording = Wording(language, tables, fallbacks)
        self._html = cache(self._as_html)
        self.plain = _Plain(self._say)
        # Typed, since a text and the same text as HTML are equal to Python.
        self.filled = lru_cache(maxsize=20_000, typed=True)(self._say)

    def __call__(self, key: str, **values: object) -> Markup:
        """The words of `key`. KeyError where there are none, or where a value they need is not given.

        They are `plain[key]` where nothing is to be filled in, and else `filled`.
        """
        return self.filled(key, **values) if values else self.plain[key]

    def _say(self, key: str, **values: object) -> Markup:
        form, is_foreign = self._html(self._wording.form(key, values))
        language = form.language if is_foreign else self._language
        shown = {name: self._value(value, language) for name, value in values.items()}
        said = form.text.format_map(shown) if values else form.text
        return marked(said, form.language) if is_foreign else as_html(Markup, said)

    def _as_html(self, form: WordForm) -> tuple[WordForm, bool]:
        """The form as HTML, and whether it is another language's."""
        return replace(form, text=str(escape(form.text))), self._wording.is_foreign(form)

    def _value(self, value: object, language: str) -> object:
        if isinstance(value, int):
            return _Shown(value, language)
        if isinstance(value, Written):
            return isolated(str(escape(value.within(language))), language)
        said = str(escaped(value))
        if language != self._language and any(sign.isalpha() for sign in said):
            return marked(said, self._language)
        return isolated(said, self._language)


class _Plain(dict[str | tuple[str, ...], Markup]):
    """Words without blanks, by their keys; phrases too, by the HTML and the keys in turn that they are made of."""

    def __init__(self, say: Callable[[str], Markup]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, key: str | tuple[str, ...]) -> Markup:
        said = self[key] = self._say(key) if isinstance(key, str) else self._phrase(key)
        return said

    def _phrase(self, parts: tuple[str, ...]) -> Fixture:
        return as_html(Fixture, "".join(self[part] if number % 2 else part for number, part in enumerate(parts)))


class _Shown(int):
    """A number that still chooses the form of a plural, and is written as its language writes numbers."""

    language: str

    def __new__(cls, number: int, language: str) -> "_Shown":
        shown = super().__new__(cls, number)
        shown.language = language
        return shown

    def __format__(self, spec: str) -> str:
        return format_number(int(self), self.language)
