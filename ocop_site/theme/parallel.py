"""Renders pages in the order they come, in several processes where that is worth their start."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from itertools import chain, islice
from multiprocessing import get_start_method

from ocop_site.document import Document
from ocop_site.processes import helpers
from ocop_site.theme.loading import Theme
from ocop_site.theme.render import Renderer
from ocop_site.views import Chrome, Page

WORTH_PROCESSES = 1500
"""Below so many pages one process is done before another has started."""

CHUNK = 100
"""Pages sent to a process at once."""

_renderer: Renderer | None = None


def render_pages(theme: Theme, chromes: Mapping[str, Chrome], pages: Iterable[Page], jobs: int) -> Iterator[Document]:
    """Every page as a document; their order and bytes do not depend on `jobs`."""
    waiting = iter(pages)
    first = list(islice(waiting, WORTH_PROCESSES)) if jobs > 1 else []
    if jobs > 1 and len(first) == WORTH_PROCESSES:
        yield from _in_processes(theme, chromes, chain(first, waiting), jobs)
    else:
        renderer = Renderer(theme, chromes)
        yield from map(renderer.render, chain(first, waiting))


def _in_processes(theme: Theme, chromes: Mapping[str, Chrome], pages: Iterator[Page], jobs: int) -> Iterator[Document]:
    """A few chunks ahead and no more: a large site's pages are never in memory all at once."""
    if get_start_method() == "fork":
        Renderer(theme, chromes).compile()  # once, for all processes
    with helpers(jobs, _begin, (theme, chromes)) as pool:
        under_way: deque[Future[list[Document]]] = deque()
        while chunk := list(islice(pages, CHUNK)):
            under_way.append(pool.submit(_render_chunk, chunk))
            if len(under_way) > 2 * jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _begin(theme: Theme, chromes: Mapping[str, Chrome]) -> None:
    global _renderer
    _renderer = Renderer(theme, chromes)


def _render_chunk(pages: list[Page]) -> list[Document]:
    assert _renderer is not None
    return [_renderer.render(page) for page in pages]
