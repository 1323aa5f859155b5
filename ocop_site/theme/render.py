"""From a page to a document: a template given a view, in one environment a language."""

from collections.abc import Container, Mapping
from functools import partial
from traceback import extract_tb
from types import MappingProxyType
from typing import Any

from jinja2 import Environment

from ocop_site.document import Document
from ocop_site.editions.urls import file_of
from ocop_site.theme.environment import file_name, make_environment
from ocop_site.theme.kit import PREFIX
from ocop_site.theme.markdown import Figure
from ocop_site.theme.marks import spoken
from ocop_site.theme.page_languages import PageLanguage, PageLanguages
from ocop_site.theme.theme import Theme
from ocop_site.views import Chrome, Page, Picture

PROSE = "prose.html"
"""The macros of pictures within texts: `figure(picture, caption)` and `in_line(picture)`."""


class RenderError(RuntimeError):
    """A template that asks for what it was not promised: a fault of the theme or ours, never of the content."""


class Renderer:
    """A document is a function of theme, chrome and page alone, whatever was rendered before."""

    def __init__(self, theme: Theme, chromes: Mapping[str, Chrome]) -> None:
        self._theme, self._chromes = theme, chromes
        self._voices = {language: PageLanguage(language, theme.word_tables, theme.fallbacks) for language in chromes}
        self._environments: dict[str, Environment] = {}

    def render(self, page: Page) -> Document:
        try:
            template = self._environment(page.language).get_template(f"{page.template}.html")
            html = template.render(page=page, head=page.head, view=page.view)
        except Exception as error:
            raise RenderError(f"{page.path}: {_where(error) or file_name(page.template)}: {error!r}") from error
        return Document(file_of(page.path), spoken(html, page.language).encode(), page.sources)

    def compile(self) -> None:
        """Compiles every template; else each is when it is first asked for."""
        for language in self._chromes:
            for template in self._theme.templates:
                self._environment(language).get_template(template)

    def _environment(self, language: str) -> Environment:
        if language not in self._environments:
            voices = PageLanguages(language, self._voices)
            names = names_of(self._theme, self._chromes[language], voices)
            environment = make_environment(self._theme.templates, names, voices.filters())
            figure = figure_of(environment, self._theme.templates)
            environment.filters["markdown"] = partial(environment.filters["markdown"], figure=figure)
            self._environments[language] = environment
        return self._environments[language]


def figure_of(environment: Environment, templates: Container[str]) -> Figure:
    """Pictures within texts, by the theme's own `prose.html` where it has one."""
    name = PROSE if PROSE in templates else f"{PREFIX}{PROSE}"

    def figure(picture: Picture, caption: str | None) -> str:
        macros: Any = environment.get_template(name).module
        return str(macros.in_line(picture) if caption is None else macros.figure(picture, caption))

    return figure


def names_of(theme: Theme, chrome: Chrome, voices: PageLanguages) -> dict[str, Any]:
    """What every template of a language knows beside `page`, `head` and `view`."""

    def asset(name: str) -> str:
        """The address of one of the theme's assets."""
        return f"{chrome.base}/{theme.asset_paths[name]}"

    return {
        "asset": asset,
        "chrome": chrome,
        "options": MappingProxyType(theme.options),
        "speaking": voices.speaking,
        "w": voices.w,
    }


def _where(error: BaseException) -> str:
    """The innermost template and line that an error came through."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(file_name(""))]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
