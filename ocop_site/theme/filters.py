"""The filters of templates, for one language: texts, Markdown, dates, numbers, money, telephone numbers."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup, escape

from ocop_site.text.formats import format_date, format_money, format_number, format_phone, regional_code
from ocop_site.text.language import TextRun, direction, isolated, locale_of
from ocop_site.theme.jinja.running import as_html, escaped
from ocop_site.theme.markdown import prose
from ocop_site.theme.marks import attributes

FILTERS = (
    "run", "locale", "lang", "plain", "markdown", "json", "quoted",
    "day", "number", "money", "phone", "month", "weekday",
)  # fmt: skip
"""The names of them all."""


def make_filters(language: str) -> Mapping[str, Callable[..., Any]]:
    """Filters by name, as `language` writes things."""
    from babel.dates import get_day_names, get_month_names

    locale = locale_of(language)
    return {
        "run": run_of(language),
        "locale": regional_code,
        "lang": lru_cache(maxsize=256)(partial(attributes, page_language=language)),
        "plain": plain,
        "markdown": partial(prose, page_language=language),
        "json": json,
        "quoted": quoted,
        "day": lru_cache(maxsize=4096)(partial(format_date, language=language)),
        "number": lru_cache(maxsize=4096)(partial(format_number, language=language)),
        "money": lru_cache(maxsize=4096)(partial(format_money, language=language)),
        "phone": lru_cache(maxsize=4096)(partial(format_phone, language=language)),
        "month": get_month_names("wide", locale=locale).__getitem__,
        "weekday": get_day_names("wide", locale=locale).__getitem__,
    }


def run_of(language: str) -> Callable[[TextRun], Markup]:
    """`run` for pages of a language. Most texts are in it: from left to right they are as they are."""
    if direction(language) == "rtl":
        return partial(run, page_language=language)

    def from_left(text: TextRun) -> Markup:
        return run(text, language) if text.language else as_html(Markup, escaped(text.text))

    return from_left


def run(text: TextRun, page_language: str) -> Markup:
    """A text; one in another language than the page's is marked so, and one in other letters kept to itself."""
    if text.language:
        words = escaped(text.text)
        return as_html(Markup, f"<span {attributes(text.language, page_language)}>{words}</span>")
    return escape(isolated(text.text, page_language))


def json(text: str) -> Markup:
    """JSON for a `<script>` of data: no `<` that could close it, which JSON has within its texts only."""
    return as_html(Markup, text.replace("<", "\\u003c"))


def quoted(text: str) -> Markup:
    """A text for an attribute in double quotes, in which apostrophes may stay as they are."""
    return Markup(str(escape(text)).replace("&#39;", "'"))


def plain(text: TextRun) -> str:
    """A text for an attribute, where no language can be marked."""
    return text.text
