"""A run of the program: what it is asked for, its progress and time, and what it did."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

from ocop_site.frozen import frozen
from ocop_site.output.publish import Change
from ocop_site.pictures.recipe import Hurry, no_hurry
from ocop_site.problems import Problem

Item = TypeVar("Item")

StageName: TypeAlias = Literal[
    "start",
    "read", "shape", "link", "pictures", "codes", "theme", "plan", "render", "pages", "export", "check", "publish",
    "sheets", "proof", "pdf", "ledger",
    "report",
]  # fmt: skip
"""What a run passes through: the way in, the journey of a site, what only paper needs, and the report of it all."""

Watch = Callable[[StageName, int, int], None]
"""Told the stage that takes its time, how much of it is done, and of how much; 0 if nobody knows.

It may be told at every step, of pages for instance: who watches takes care not to draw each.
"""


def unwatched(_stage: StageName, _done: int, _of: int) -> None:
    """Nobody watches."""


@frozen
class Task:
    """What a run is asked for. Paths are as the user gave them; `today` of None is the site's own day.

    `cache` keeps the pictures that were made, up to `cache_bytes`; while `hurry` says so, new ones are only sketched.
    `is_portable` makes a copy to be opened from a folder.
    """

    content: Path = Path("content")
    themes: Path = Path("themes")
    output: Path = Path("output")
    cache: Path = Path(".cache")
    cache_bytes: int = 4 << 30
    theme: str | None = None
    url: str | None = None
    today: date | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    ledgers_bind: bool = True
    is_portable: bool = False
    hurry: Hurry = no_hurry


class Run:
    """The progress and time of one run. Every moment belongs to one stage: the innermost that is under way.

    What belongs to no other is `start`: imports, where `begun` is when the program was (a reading of `perf_counter`).
    """

    def __init__(self, watch: Watch = unwatched, begun: float | None = None) -> None:
        self.progress = watch
        self._stages, self._seconds = list[StageName](["start"]), dict[StageName, float]()
        self._since = time.perf_counter() if begun is None else begun

    @property
    def seconds(self) -> Mapping[StageName, float]:
        """How long each stage took until now, in the order in which they were first left."""
        self._count()
        return dict(self._seconds)

    @contextmanager
    def stage(self, name: StageName) -> Iterator[None]:
        self._count()
        self._stages.append(name)
        try:
            yield
        finally:
            self._count()
            self._stages.pop()

    def each(self, stage: StageName, items: Iterable[Item]) -> Iterator[Item]:
        """The items, the making of each within the stage; what is done with them is not."""
        making = iter(items)
        while True:
            with self.stage(stage):
                item = next(making, None)
            if item is None:
                return
            yield item

    def _count(self) -> None:
        now = time.perf_counter()
        stage = self._stages[-1]
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._since
        self._since = now


@dataclass(frozen=True)
class Outcome:
    """What a run did: `change` is None where nothing was published, `refused` what kept the folder from being written.

    `base` is the path that the site's address has, empty at the root of its host. Of the pictures, `made` were encoded
    in this run and `sketched` have yet to be. `seconds` are by stage.
    """

    problems: Sequence[Problem] = ()
    products: int = 0
    base: str = ""
    pages: int = 0
    files: int = 0
    pictures: int = 0
    made: int = 0
    sketched: int = 0
    change: Change | None = None
    refused: Problem | None = None
    seconds: Mapping[StageName, float] = field(default_factory=dict)

    @property
    def reported(self) -> list[Problem]:
        """Everything there is to tell; what kept the folder from being written comes first."""
        return [*([self.refused] if self.refused else []), *self.problems]

    def blocks(self, strict: bool) -> bool:
        return blocks(self.problems, strict)


def blocks(problems: Iterable[Problem], strict: bool) -> bool:
    """Whether they keep the site from being published."""
    return any(strict or problem.is_error for problem in problems)
