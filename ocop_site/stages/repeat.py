"""A build or check of which nothing has changed since the last one, neither what goes in nor what stands there.

It is told again: every file that goes in is read, and every published one, but no record and no page is made.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from errno import ENOTSUP
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ocop_site.content.last_commit import committed
from ocop_site.files import NoPlainFile, plain_bytes
from ocop_site.frozen import frozen
from ocop_site.output import manifest
from ocop_site.output.publish import Publication
from ocop_site.output.refusals import PublishRefused
from ocop_site.problems import Location, Mistake, Problem, Severity
from ocop_site.program import program
from ocop_site.run import Outcome, Run, Task
from ocop_site.sealed import SealedFiles

if TYPE_CHECKING:
    from ocop_site.catalogue.catalogue import Catalogue

_LEDGERS = ("codes.yaml", "published.yaml")


@frozen
class Seen:
    """What a run saw: `inputs` before it read any, `published` while nobody else could write there."""

    inputs: str
    published: str


@frozen
class LastOutcome:
    """What a build told on a `day` of its `time_zone`.

    `inputs` stand for all that it was made of, `published` for the list of what it put there.
    """

    time_zone: str
    day: str
    inputs: str
    published: str
    outcome: Outcome


def repeated(task: Task, inputs: str, run: Run) -> Outcome | None:
    """The outcome of the last build, if it would be the same again; None where it might not."""
    with run.stage("read"):
        last = _same(task, inputs, "build")
    if last is None:
        return None
    with run.stage("publish"), suppress(PublishRefused), Publication(task.output, protected(task)) as publication:
        listed = manifest.read(task.output)
        if listed and all(publication.keep(path, entry) for path, entry in listed.files.items()):
            change = publication.publish(listed.drafts)
            return replace(last.outcome, change=change, seconds=run.seconds)
    return None


def repeated_check(task: Task, inputs: str, run: Run) -> Outcome | None:
    """The same of a check, which looks at what is published too."""
    with run.stage("read"), suppress(Mistake, OSError):
        last, listed = _same(task, inputs, "check"), manifest.read(task.output)
        files = listed.files.items() if listed else ()
        if last and all(entry.is_at(task.output / path) for path, entry in files):
            return replace(last.outcome, seconds=run.seconds)
    return None


def protected(task: Task) -> tuple[Path, ...]:
    """The folders that a site is made of, into which none is published."""
    return task.content, task.themes, Path(__file__).parents[1]


def inputs_of(task: Task) -> str:
    """What stands for everything that a run is made of but its day; empty where some of it cannot be read.

    To be asked for before anything is read: what is saved meanwhile belongs to the next run.
    """
    told = sha256(program().encode())
    told.update(repr((task.theme, task.url, task.drafts, task.strict, task.ledgers_bind, task.is_portable)).encode())
    with suppress(OSError):
        for ledger in committed(task.content, *_LEDGERS):
            told.update(b"\n" + (ledger or b""))
        for folder in (task.content, task.themes):
            for path in _files(str(folder)):
                told.update(f"\n{path}\n".encode("utf-8", "surrogateescape"))
                told.update(sha256(plain_bytes(f"{folder}/{path}")).digest())
        return told.hexdigest()
    return ""


def remember(task: Task, seen: Seen, catalogue: "Catalogue", outcome: Outcome, command: str) -> None:
    """Notes what a `build` or `check` told, for the next one; what cannot be noted as it is, is not.

    Nor where something was saved meanwhile: nobody knows which of it was read.
    """
    if inputs_of(task) != seen.inputs:
        return
    with suppress(TypeError):
        told = {
            "time_zone": catalogue.site.time_zone,
            "day": catalogue.today.isoformat(),
            "inputs": seen.inputs,
            "published": seen.published,
            "outcome": asdict(replace(outcome, problems=(), change=None, refused=None, seconds={}, made=0)),
            "problems": [_told(problem) for problem in outcome.problems],
        }
        outcomes(task.cache).write(_way(task, command), program(), [json.dumps(told, ensure_ascii=False).encode()])


def _same(task: Task, inputs: str, command: str) -> LastOutcome | None:
    """What was told last, if all that goes in, the day, and the list of what stands there are the same."""
    last = _read(task, command) if inputs else None
    if last is None or (last.inputs, last.published) != (inputs, published_list(task)):
        return None
    today = task.today or datetime.now(ZoneInfo(last.time_zone)).date()
    return last if today.isoformat() == last.day else None


def outcomes(cache: Path) -> SealedFiles:
    """What the last builds and checks of a cache told."""
    return SealedFiles(cache / "builds", "json")


def _read(task: Task, command: str) -> LastOutcome | None:
    parts = outcomes(task.cache).read(_way(task, command), program())
    if parts is None:
        return None
    told = json.loads(next(parts))
    outcome = Outcome(**told["outcome"] | {"problems": tuple(map(_problem, told["problems"]))})
    return LastOutcome(told["time_zone"], told["day"], told["inputs"], told["published"], outcome)


def _way(task: Task, command: str) -> tuple[object, ...]:
    """What tells one way to build or check a site from another."""
    folders = str(task.content), str(task.themes), str(task.output)
    return command, *folders, task.theme, task.url, task.drafts, task.strict, task.is_portable


def published_list(task: Task) -> str:
    """What stands for the list of all that is published; empty where there is none."""
    try:
        return sha256((task.output / manifest.NAME).read_bytes()).hexdigest()
    except OSError:
        return ""


def _files(folder: str, way: str = "") -> Iterator[str]:
    """Every file below a folder, in an order that no disk decides.

    OSError where something is no plain file or folder: a pipe would be waited for, and a link leads out of sight.
    """
    with os.scandir(f"{folder}/{way}") as scanned:
        found = sorted(scanned, key=attrgetter("name"))
    for entry in found:
        if entry.is_file(follow_symlinks=False):
            yield f"{way}{entry.name}"
        elif entry.is_dir(follow_symlinks=False):
            yield from _files(folder, f"{way}{entry.name}/")
        else:
            raise NoPlainFile(ENOTSUP, "no plain file", entry.path)


def _told(problem: Problem) -> dict[str, Any]:
    """A problem as JSON. TypeError where its details are no plain values."""
    for value in problem.details.values():
        if type(value) not in (str, int, float, bool, type(None)):
            raise TypeError
    return {**asdict(problem), "details": dict(problem.details), "severity": str(problem.severity)}


def _problem(told: dict[str, Any]) -> Problem:
    places = {"location": Location(**told["location"]), "also": tuple(Location(**each) for each in told["also"])}
    return Problem(**{**told, **places, "severity": Severity(told["severity"])})
