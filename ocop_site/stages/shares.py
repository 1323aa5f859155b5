"""The work of making a site, divided: shares for processes, and what each makes of one.

All pages of a product are in one share, so that its code is drawn once; what takes longest comes first, so that no
process is left with it when the others are done.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import as_completed
from itertools import groupby

from ocop_site.frozen import frozen
from ocop_site.pages.entrances.codes import product_of
from ocop_site.pages.keys import PageKey
from ocop_site.processes import helpers, way_to_start
from ocop_site.stages.unchanged import NotedDependency
from ocop_site.stages.worker import BuildContext, MadeFiles, MadePage, Worker, Writer

WORTH_COPIES, WORTH_PROCESSES = 300, 5_000
"""Below so many pages one process is done before others have started: copies of it, or such as begin anew."""

SHARE = 40
"""About how many pages a process is given at once, and makes step by step."""

Keys = Sequence[tuple[str, PageKey]]
"""Every page of a site by its language and key, in the order of the sitemap."""


@frozen
class Share:
    """Some pages by their places among the keys, or an export."""

    pages: tuple[int, ...] = ()
    export: str = ""


@frozen
class MadeShare:
    """What was made of a share, pages in its order. `dependencies` are those that its `maker` had not met before.

    `turn`: how many shares the maker made before it.
    """

    share: Share
    pages: tuple[MadePage, ...]
    export: MadeFiles | None
    maker: int
    turn: int
    dependencies: tuple[NotedDependency, ...]


@frozen
class Work:
    """All pages of a site by their keys; of them those that are to be made, by their places, and the exports."""

    keys: Keys
    pages: Sequence[int]
    exports: Sequence[str]


def made(context: BuildContext, writer: Writer, work: Work, jobs: int) -> Iterator[MadeShare]:
    """The whole work, share by share, each as it is done; what is made does not depend on `jobs`."""
    worth = WORTH_COPIES if way_to_start() == "fork" else WORTH_PROCESSES
    if jobs > 1 and len(work.pages) >= worth:
        yield from _in_processes(context, writer, work, jobs)
    else:
        worker = Worker(context, writer)
        yield from (_made(worker, work.keys, share) for share in shares(context, work))


def shares(context: BuildContext, work: Work) -> Iterator[Share]:
    """The exports, then the pages that tell of many things, then those of single products."""
    yield from (Share(export=name) for name in work.exports)
    by_product: dict[str, list[int]] = {}
    for number in work.pages:
        language, key = work.keys[number]
        by_product.setdefault(product_of(context.editions[language], key), []).append(number)
    others = by_product.pop("", [])
    yield from (Share(tuple(others[first : first + SHARE])) for first in range(0, len(others), SHARE))
    yield from map(Share, _together(list(by_product.values())))


def _together(groups: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Neighbouring groups of pages, as many as make a share."""
    ends, total = [], 0
    for group in groups:
        total += len(group)
        ends.append(total // SHARE)
    for _, its in groupby(zip(ends, groups, strict=True), lambda pair: pair[0]):
        yield tuple(number for _, group in its for number in group)


def _in_processes(context: BuildContext, writer: Writer, work: Work, jobs: int) -> Iterator[MadeShare]:
    following, learned = list(shares(context, work)), None
    if way_to_start() == "fork":
        learned = Worker(context, writer)
        yield _first(learned, context, work, following.pop())
    with helpers(jobs, _begin, (context, writer, work.keys, learned)) as pool:
        done = as_completed([pool.submit(_make, share) for share in following])
        yield from in_turn(each.result() for each in done)


def _first(worker: Worker, context: BuildContext, work: Work, share: Share) -> MadeShare:
    """A share that is made before this process is copied: what all of them need is worked out once."""
    worker.compile()
    if len(work.pages) > len(work.keys) // 2:
        for edition in context.editions.values():
            edition.parts.cards(edition.catalogue.products)
    return _made(worker, work.keys, share)


def in_turn(shares: Iterable[MadeShare]) -> Iterator[MadeShare]:
    """Those of each maker in the order in which it made them: what one depends on may have come with an earlier one."""
    waiting: dict[tuple[int, int], MadeShare] = {}
    turns: dict[int, int] = {}
    for share in shares:
        waiting[share.maker, share.turn] = share
        while following := waiting.pop((share.maker, turns.get(share.maker, 0)), None):
            turns[share.maker] = following.turn + 1
            yield following


def _made(worker: Worker, keys: Keys, share: Share) -> MadeShare:
    pages = worker.pages(keys[number] for number in share.pages)
    export = worker.export(share.export) if share.export else None
    return MadeShare(share, pages, export, os.getpid(), worker.turn(), worker.dependencies.new())


_of_process: tuple[Worker, Keys] | None = None


def _begin(context: BuildContext, writer: Writer, keys: Keys, learned: Worker | None) -> None:
    global _of_process
    _of_process = learned.anew() if learned else Worker(context, writer), keys


def _make(share: Share) -> MadeShare:
    assert _of_process
    return _made(*_of_process, share)
