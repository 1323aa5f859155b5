"""From a page to a document: a template given a view, in one environment a language."""

from collections.abc import Container, Mapping, Sequence
from functools import partial
from traceback import extract_tb
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, TemplateSyntaxError

from ocop_site.document import Document
from ocop_site.editions.urls import file_of
from ocop_site.problems import Location, Problem
from ocop_site.theme import markdown
from ocop_site.theme.jinja.environment import ClosedEnvironment, file_name, make_environment
from ocop_site.theme.jinja.running import Fixture
from ocop_site.theme.kit import PREFIX
from ocop_site.theme.markdown import Figure
from ocop_site.theme.marks import has_marks, spoken
from ocop_site.theme.own_styles import page_styles
from ocop_site.theme.page_languages import PageLanguage, PageLanguages
from ocop_site.theme.theme import Theme
from ocop_site.views import Chrome, Page, Picture

PROSE = "prose.html"
"""The macros of pictures within texts: `figure(picture, caption)` and `in_line(picture)`."""


class RenderError(RuntimeError):
    """A template that asks for what it was not promised: a fault of the theme or ours.

    It tells the page that was being made, and the template and line that the error came through; `source` is the file
    of the content where it is that one's text which is beyond rendering.
    """

    def __init__(self, page: str, theme: str, template: str, line: int, reason: str, source: str = "") -> None:
        super().__init__(page, theme, template, line, reason, source)
        self.page, self.theme, self.template, self.line = page, theme, template, line
        self.reason, self.source = reason, source

    @classmethod
    def of(cls, error: Exception, page: str, theme: Theme, template: str, sources: Sequence[str] = ()) -> "RenderError":
        """`template` is the one that was asked for, where the error does not tell another."""
        file, line = _where(error) or (file_name(template), 0)
        source = sources[0] if sources and isinstance(error, RecursionError) and _is_of_a_text(error) else ""
        return cls(page, theme.folder, file, line, repr(error), source)

    def __str__(self) -> str:
        return f"{self.page}: {self.template}:{self.line}: {self.reason}"

    @property
    def problem(self) -> Problem:
        if self.source:
            return Problem("text.nested", Location(self.source), {"page": self.page})
        is_kit = self.template.startswith(file_name(PREFIX))
        kit = f"ocop_site/theme/{self.template.removeprefix(file_name(''))}"
        file = kit if is_kit else f"{self.theme}/{self.template}"
        return Problem("theme.render", Location(file, self.line), {"page": self.page, "reason": self.reason})


class Renderer:
    """A document is a function of theme, chrome and page alone, whatever was rendered before."""

    def __init__(self, theme: Theme, chromes: Mapping[str, Chrome]) -> None:
        self._theme, self._chromes = theme, chromes
        self._voices = {language: PageLanguage(language, theme.word_tables, theme.fallbacks) for language in chromes}
        self._environments: dict[str, ClosedEnvironment] = {}

    def render(self, page: Page) -> Document:
        try:
            template = self._environment(page.language).get_template(f"{page.template}.html")
            pieces = template.pieces(page=page, head=page.head, view=page.view)
        except Exception as error:
            asked = f"{page.template}.html"
            raise RenderError.of(error, page.path, self._theme, asked, page.sources) from error
        return Document(file_of(page.path), _body(pieces, page.language), page.sources)

    def compile(self) -> None:
        """Compiles every template; else each is when it is first asked for. RenderError."""
        for language in self._chromes:
            for template in self._theme.templates:
                try:
                    self._environment(language).get_template(template)
                except Exception as error:
                    raise RenderError.of(error, file_name(template), self._theme, template) from error

    def _environment(self, language: str) -> ClosedEnvironment:
        if language not in self._environments:
            voices = PageLanguages(language, self._voices)
            names = names_of(self._theme, self._chromes, language, voices)
            environment = make_environment(self._theme.templates, names, voices.filters(), self._theme.codes, voices)
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


def _body(pieces: list[str], language: str) -> bytes:
    """The pieces of a page as its bytes: most are plain letters, or have been made bytes before."""
    body = b"".join([piece.body if piece.__class__ is Fixture else piece.encode() for piece in pieces])
    return spoken("".join(pieces), language).encode() if has_marks(body) else body


def names_of(theme: Theme, chromes: Mapping[str, Chrome], language: str, voices: PageLanguages) -> dict[str, Any]:
    """What every template of a language knows beside `page`, `head` and `view`."""
    chrome = chromes[language]

    def asset(name: str) -> str:
        """The address of one of the theme's assets."""
        return f"{chrome.base}/{theme.asset_paths[name]}"

    return {
        "asset": asset,
        "chrome": chrome,
        "chromes": MappingProxyType(chromes),
        "options": MappingProxyType(theme.options),
        "own_style": page_styles(theme, chrome.base).get,
        "remembered": voices.remembered,
        "speaking": voices.speaking,
        "w": voices.w,
    }


def _is_of_a_text(error: BaseException) -> bool:
    """Whether it came up while Markdown was made HTML."""
    return any(frame.filename == markdown.__file__ for frame in extract_tb(error.__traceback__))


def _where(error: BaseException) -> tuple[str, int] | None:
    """The innermost template and line that an error came through, the theme's own rather than the kit's."""
    if isinstance(error, TemplateSyntaxError) and error.name:
        return file_name(error.name), error.lineno
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(file_name(""))]
    own = [frame for frame in frames if not frame.filename.startswith(file_name(PREFIX))]
    return next(((frame.filename, frame.lineno or 0) for frame in reversed(own or frames)), None)
