"""Everything that nobody has asked for yet: every page is made and the whole is checked, in slices between answers."""

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from ocop_site.frozen import frozen
from ocop_site.output.check import PageFacts, check_site, page_facts
from ocop_site.preview.beside import AllFiles, LiveExports
from ocop_site.preview.live_pages import LivePages, Looks
from ocop_site.problems import Problem, in_order
from ocop_site.theme.render import RenderError
from ocop_site.views import Page

SLICE = 0.008
"""Seconds of work after which the next one waits for whoever is being answered."""


@frozen
class CheckedPage:
    """What a page was made of, as a seal, and what the check needs of it."""

    seal: bytes
    facts: PageFacts


@dataclass(frozen=True)
class Checked:
    """A whole site that was made and checked; `pages` by their files, all in the same `looks`."""

    looks: Looks
    pages: Mapping[str, CheckedPage] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def rest(pages: LivePages, exports: LiveExports, before: Checked | None) -> Generator[None, None, Checked]:
    """Yields often. A page whose view is that of `before` is neither rendered nor looked into again."""
    looks, found = pages.looks, dict[str, CheckedPage]()
    known = before.pages if before and before.looks is looks else {}
    try:
        for file, address in pages.addresses.items():
            page = pages.plan(address)
            seal = seal_of(page)
            if (kept := known.get(file)) is None or kept.seal != seal:
                kept = CheckedPage(seal, page_facts(pages.render(page)))
            found[file] = kept
            yield
    except RenderError as error:
        return Checked(looks, {**known, **found}, (error.problem,))
    problems = yield from _checked(pages, exports, found)
    return Checked(looks, found, problems)


def seal_of(page: Page) -> bytes:
    """The same for pages that tell the same: views are plain data, which say all that they hold."""
    return blake2b(repr(page).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _checked(
    pages: LivePages, exports: LiveExports, found: Mapping[str, CheckedPage]
) -> Generator[None, None, tuple[Problem, ...]]:
    facts = [page.facts for page in found.values()]
    problems: list[Problem] = []
    for problem in check_site(pages.site.catalogue.site.url, facts, AllFiles(pages, exports)):
        problems.append(problem)
        yield
    return tuple(in_order(problems))


class Slices:
    """Work of many steps, as much of it at a time as nobody notices."""

    def __init__(self, work: Generator[None, None, Checked]) -> None:
        self._work = work

    def next(self) -> Checked | None:
        """One slice; the result with the last one."""
        until = time.perf_counter() + SLICE
        try:
            while time.perf_counter() < until:
                next(self._work)
        except StopIteration as ended:
            checked: Checked = ended.value
            return checked
        return None
