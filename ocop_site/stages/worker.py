"""What a process makes of its share: each page planned, rendered, looked at, written; only facts are handed back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import Any, Protocol, Self

from ocop_site.dependencies import Dependency, noted
from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import file_of
from ocop_site.exports import social_pictures
from ocop_site.exports.exports import BESIDE, EXPORTS, OF_PAGES
from ocop_site.frozen import frozen
from ocop_site.output.check import PageFacts, page_facts
from ocop_site.output.manifest import ManifestEntry
from ocop_site.output.portable import PortableCopy
from ocop_site.output.stage_writer import StagedFile
from ocop_site.pages.keys import PageKey
from ocop_site.pages.my_list import my_list
from ocop_site.pages.planning import plan
from ocop_site.stages.unchanged import DependencyTable
from ocop_site.theme.render import Renderer
from ocop_site.theme.theme import Theme
from ocop_site.views import Chrome, Page

Change = Callable[[bytes], bytes]
"""What a file of the last site becomes."""


class Writer(Protocol):
    """Where documents go when they are made, if it `writes` any."""

    @property
    def writes(self) -> bool: ...

    def write(self, document: Document) -> StagedFile: ...

    def keep(self, path: str, entry: ManifestEntry, change: Change | None = None) -> StagedFile | None: ...


class Nowhere:
    """What is only checked goes nowhere; what is kept is not looked at, so that a change of it is not told."""

    writes = False

    def write(self, document: Document) -> StagedFile:
        return StagedFile(document.path, ManifestEntry.of(document.body), False)

    def keep(self, path: str, entry: ManifestEntry, change: Change | None = None) -> StagedFile | None:  # noqa: ARG002
        return StagedFile(path, entry, True)


@frozen
class BuildContext:
    """All that a page is made of beside its key."""

    theme: Theme
    editions: Editions
    chromes: Mapping[str, Chrome]
    is_portable: bool = False


@frozen
class MadePage:
    """A page that was made: its file, its facts, what exports keep of it, and the files that stand beside it.

    `depends` are the numbers of all that it was planned from.
    """

    file: StagedFile
    facts: PageFacts
    of_exports: tuple[Any, ...]
    beside: tuple[StagedFile, ...]
    depends: tuple[int, ...] = ()

    @property
    def files(self) -> tuple[StagedFile, ...]:
        return self.file, *self.beside


@frozen
class MadeFiles:
    """The documents of an export; `depends` are the numbers of all that they were made of."""

    files: tuple[StagedFile, ...]
    depends: tuple[int, ...] = ()


@frozen
class _Planned:
    """A page that is yet to be rendered, the files beside it, and what it asked for."""

    page: Page
    beside: tuple[StagedFile, ...]
    asked: set[Dependency]


class Worker:
    """Makes what it is asked for, the same whatever it made before."""

    def __init__(self, context: BuildContext, writer: Writer) -> None:
        self._context, self._writer = context, writer
        self._renderer = Renderer(context.theme, context.chromes)
        self._copy = _portable_copy(context.editions) if context.is_portable else None
        self.anew()

    def anew(self) -> Self:
        """As one that has made nothing, but has learned from it."""
        self.dependencies, self._turns = DependencyTable(), count()
        return self

    def turn(self) -> int:
        """How many times it was asked this before."""
        return next(self._turns)

    def compile(self) -> None:
        """Compiles every template, for the processes that begin as copies of this one."""
        self._renderer.compile()

    def pages(self, keys: Iterable[tuple[str, PageKey]]) -> tuple[MadePage, ...]:
        """The pages of some keys, with what stands beside them.

        All are planned, then all rendered, looked at and written: what each step needs is found where the page before
        it left it, which is the faster part of a computer's memory.
        """
        planned = [self._planned(*key) for key in keys]
        documents = [self._renderer.render(each.page) for each in planned]
        facts = [page_facts(document) for document in documents]
        files = [self.take(document) for document in documents]
        return tuple(map(self._made, planned, files, facts))

    def _planned(self, language: str, key: PageKey) -> _Planned:
        with noted() as asked:
            page = plan(self._context.editions[language], key)
            beside = tuple(self.all(self._beside(language, key)))
        return _Planned(page, beside, asked)

    def _beside(self, language: str, key: PageKey) -> Iterator[Document]:
        """What is the same in all languages stands beside the page of the first."""
        editions = self._context.editions
        if key.kind in BESIDE:
            yield from BESIDE[key.kind](editions, key.id)
        if language == editions.default.language and key.number == 1:
            yield from social_pictures.documents(editions, key.thing)

    def _made(self, planned: _Planned, file: StagedFile, facts: PageFacts) -> MadePage:
        of_exports = tuple(export.fact(planned.page) for export in OF_PAGES)
        return MadePage(file, facts, of_exports, planned.beside, self.dependencies.numbers(planned.asked))

    def export(self, name: str) -> MadeFiles:
        """The documents of one of the exports."""
        with noted() as asked:
            files = tuple(self.all(EXPORTS[name].documents(self._context.editions)))
        return MadeFiles(files, self.dependencies.numbers(asked))

    def all(self, documents: Iterable[Document]) -> Iterator[StagedFile]:
        """Takes each document as it is made."""
        return map(self.take, documents)

    def take(self, document: Document) -> StagedFile:
        """Writes a document as it is published; what a copy in a folder does without goes nowhere."""
        published = self._copy.of(document) if self._copy else document
        return self._writer.write(published) if published else Nowhere().write(document)


def _portable_copy(editions: Editions) -> PortableCopy:
    my_lists = {language: file_of(editions.site_urls.path(my_list.KEY.thing, language)) for language in editions}
    return PortableCopy(editions.default.catalogue.site.url, my_lists)
