"""What browsers are shown: the last good site, what is wrong, and which of them must be told that theirs is old."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Protocol
from urllib.parse import unquote, urlsplit

from ocop_site.document import Document
from ocop_site.editions.urls import file_of
from ocop_site.pictures.renditions import PictureLost
from ocop_site.preview.beside import ready_file
from ocop_site.preview.engine import LiveSite, Mistaken
from ocop_site.preview.live_pages import LivePages
from ocop_site.preview.own_names import changed_assets
from ocop_site.preview.page import PROBLEMS, Situation, problems_page
from ocop_site.problems import Problem
from ocop_site.theme.render import RenderError

EVERYTHING = "*"
"""The path by which livereload's script loads a page anew."""


@dataclass(frozen=True)
class PageAnswer:
    """A page as it is shown, and how well that went, by the codes of HTTP."""

    body: bytes
    status: int = 200
    is_draft: bool = False

    @cached_property
    def version(self) -> str:
        """What tells it from what it was; the letter keeps livereload's script from reading a number."""
        return f"v{sha256(self.body).hexdigest()[:16]}"


class Listener(Protocol):
    """A page that is open in a browser: its file, the version that it shows, and whether it may be told problems."""

    file: str
    version: str
    is_guest: bool

    def renew(self, path: str) -> None: ...


class Shown:
    """The site of the last save that made one, until the next does. For the thread of the answers alone."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.pages: LivePages | None = None
        self.mistakes: tuple[Problem, ...] = ()
        self.found: tuple[Problem, ...] = ()
        self.listeners: set[Listener] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps a save from being shown, or else what was found when the whole was checked."""
        return self.mistakes or self.found

    def problems_page(self) -> bytes | None:
        """What is wrong, told over a page; None where nothing is."""
        situation = Situation.LAST_GOOD if self.mistakes else Situation.NOT_WHOLE
        return problems_page(self.problems, self.language, situation) if self.problems else None

    # What is answered

    def page(self, file: str) -> PageAnswer | None:
        """The page of a file; None where there is none."""
        if self.pages is None:
            return PageAnswer(problems_page(self.problems, self.language, Situation.NO_SITE), 503)
        try:
            document = self.pages.document(file)
        except RenderError as error:
            return self._not_rendered(error)
        return PageAnswer(document.body, is_draft=self.pages.is_draft(file)) if document else None

    def not_found(self) -> PageAnswer:
        """The site's own page for addresses at which nothing stands."""
        assert self.pages
        try:
            return PageAnswer(self.pages.not_found().body, 404)
        except RenderError as error:
            return self._not_rendered(error)

    def file(self, file: str) -> Document | None:
        """What lies ready beside the pages; None also where it has just gone."""
        try:
            return ready_file(self.pages.site, file) if self.pages else None
        except (OSError, PictureLost):
            return None

    def _not_rendered(self, error: RenderError) -> PageAnswer:
        return PageAnswer(problems_page([error.problem], self.language, Situation.NO_SITE), 500)

    # What has changed

    def take(self, site: LiveSite) -> LiveSite | Mistaken:
        """Shows a site from here on, unless a page that is open cannot be made of it."""
        pages = LivePages(site, self.pages)
        try:
            for listener in self.listeners:
                if pages.document(listener.file) is None:
                    pages.not_found()
        except RenderError as error:
            return Mistaken((*site.problems, error.problem))
        before, self.pages = self.pages, pages
        self._tell_pages(changed_assets(before.site.theme, site.theme) if before else ())
        self.tell_problems(mistakes=())
        return site

    def tell_problems(
        self, *, mistakes: tuple[Problem, ...] | None = None, found: tuple[Problem, ...] | None = None
    ) -> None:
        """Told only where they are others than before; without a site the problems are the page."""
        before = self.problems
        self.mistakes = self.mistakes if mistakes is None else mistakes
        self.found = self.found if found is None else found
        if self.pages is None:
            self._tell_pages(())
        elif self.problems != before:
            for listener in self._own():
                listener.renew(f"/{PROBLEMS}")

    def listen(self, listener: Listener) -> None:
        """Told at once where the site became another one while the page was on its way."""
        self.listeners.add(listener)
        self._tell_page(listener, ())

    def _tell_pages(self, assets: Collection[str]) -> None:
        for listener in [*self.listeners]:
            self._tell_page(listener, assets)

    def _tell_page(self, listener: Listener, assets: Collection[str]) -> None:
        """To load itself anew, or only its style sheets, or nothing."""
        answer = self.page(listener.file) or self.not_found()
        if answer.version != listener.version or _names(answer, _not_styles(assets)):
            listener.version = answer.version
            listener.renew(EVERYTHING)
            return
        for sheet in assets:
            if _names(answer, [sheet]):
                listener.renew(f"/{sheet}")

    def _own(self) -> list[Listener]:
        return [listener for listener in self.listeners if not listener.is_guest]


def file_at(address: str) -> str:
    """The file of the page that a browser shows at an address."""
    return file_of(unquote(urlsplit(address).path))


def _not_styles(assets: Iterable[str]) -> list[str]:
    return [asset for asset in assets if not asset.endswith(".css")]


def _names(answer: PageAnswer, assets: Iterable[str]) -> bool:
    return any(f"/{asset}".encode() in answer.body for asset in assets)
