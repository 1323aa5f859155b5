"""Everything that nobody has asked for yet: every page is made and the whole is checked, in slices between answers."""

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from ocop_site.dependencies import Dependency, noted
from ocop_site.facts import let_go
from ocop_site.frozen import frozen
from ocop_site.output.check import PageFacts, check_site, page_facts
from ocop_site.preview.beside import AllFiles, LiveExports
from ocop_site.preview.live_pages import LivePages, Looks, PageAddress
from ocop_site.preview.succession import ground_of
from ocop_site.problems import Problem, in_order
from ocop_site.theme.render import RenderError
from ocop_site.views import Page

SLICE = 0.008
"""Seconds of work after which the next one waits for whoever is being answered."""


@frozen
class CheckedPage:
    """What a page was made of, as a seal and by all that it was planned from, and what the check needs of it."""

    seal: bytes
    depends: tuple[Dependency, ...]
    facts: PageFacts


@dataclass(frozen=True)
class Checked:
    """A whole site that was made and checked; `pages` by their files, all in the same `looks` and of one `ground`."""

    looks: Looks
    ground: tuple[Any, ...]
    pages: Mapping[str, CheckedPage] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def rest(pages: LivePages, exports: LiveExports, before: Checked | None) -> Generator[None, None, Checked]:
    """Yields often. A page of which all is the same is not planned again, one whose view is the same not rendered."""
    looks, ground, found = pages.looks, ground_of(pages.editions), dict[str, CheckedPage]()
    known = before.pages if before and before.looks is looks else {}
    is_comparable = before is not None and before.ground == ground
    try:
        for file, address in pages.addresses.items():
            kept = known.get(file)
            if not (kept and is_comparable and pages.comparison.all_same(kept.depends)):
                kept = _checked_page(pages, address, kept)
            found[file] = kept
            yield
    except RenderError as error:
        return Checked(looks, ground, {**known, **found} if is_comparable else found, (error.problem,))
    problems = yield from _checked(pages, exports, found)
    return Checked(looks, ground, found, problems)


def _checked_page(pages: LivePages, address: PageAddress, before: CheckedPage | None) -> CheckedPage:
    with noted() as asked:
        page = pages.plan(address)
    seal, depends = seal_of(page), tuple(let_go(asked))
    facts = before.facts if before and before.seal == seal else page_facts(pages.render(page))
    return CheckedPage(seal, depends, facts)


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
