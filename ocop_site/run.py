"""A run of the program: what it is asked for, what it did, and how long each stage took."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from ocop_site.output.publish import Change
from ocop_site.pictures.parallel import Hurry, no_hurry
from ocop_site.problems import Problem

Item = TypeVar("Item")


@dataclass(frozen=True)
class Task:
    """What a run is asked for. Paths are as the user gave them; `today` of None is the site's own day.

    `cache` keeps the pictures that were made, up to `cache_bytes`; while `hurry` says so, new ones are only sketched.
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
    hurry: Hurry = no_hurry


@dataclass
class Outcome:
    """What a run did: `change` is None where nothing was published.

    Of the pictures, `made` were encoded in this run and `sketched` have yet to be.
    """

    problems: list[Problem] = field(default_factory=list)
    products: int = 0
    pages: int = 0
    files: int = 0
    pictures: int = 0
    made: int = 0
    sketched: int = 0
    change: Change | None = None
    refused: Problem | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def told(self) -> list[Problem]:
        """Everything there is to tell; what kept the folder from being written comes first."""
        return [*([self.refused] if self.refused else []), *self.problems]

    def blocks(self, strict: bool) -> bool:
        return any(strict or problem.is_error for problem in self.problems)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - begun

    def timed_each(self, stage: str, items: Iterable[Item], within: str | None = None) -> Iterator[Item]:
        """The items, the making of each timed; what the stage `within` it took is not counted twice."""
        making = iter(items)
        while True:
            before = self.seconds.get(within or "", 0.0)
            with self.timed(stage):
                item = next(making, None)
            if within:
                self.seconds[stage] -= self.seconds.get(within, 0.0) - before
            if item is None:
                return
            yield item
