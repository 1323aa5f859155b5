"""A build or check of which nothing has changed since the last one, neither what goes in nor what stands there.

It is told again: every file that goes in is read, and every published one, but no record and no page is made.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ocop_site.content.last_commit import committed
from ocop_site.files import write_atomically
from ocop_site.output import manifest
from ocop_site.output.publish import Publication
from ocop_site.output.refusals import PublishRefused
from ocop_site.problems import Location, Mistake, Problem, Severity
from ocop_site.program import program
from ocop_site.run import Outcome, Run, Task

if TYPE_CHECKING:
    from ocop_site.records.site import Site

REMEMBERED = "builds"
"""The folder of the cache that has what the last builds told."""

_LEDGERS = ("codes.yaml", "published.yaml")


@dataclass(frozen=True)
class LastOutcome:
    """What a build told. `inputs` stand for all that it was made of, `published` for the list of what it put there."""

    time_zone: str
    theme: str
    inputs: str
    published: str
    outcome: Outcome


def repeated(task: Task, run: Run) -> Outcome | None:
    """The outcome of the last build, if it would be the same again; None where it might not."""
    with run.stage("read"):
        last = _same(task, "build")
    if last is None:
        return None
    with run.stage("publish"), suppress(PublishRefused), Publication(task.output, protected(task)) as publication:
        listed = manifest.read(task.output)
        if listed and all(publication.keep(path, entry) for path, entry in listed.files.items()):
            change = publication.publish(listed.drafts)
            return replace(last.outcome, change=change, seconds=run.seconds)
    return None


def repeated_check(task: Task, run: Run) -> Outcome | None:
    """The same of a check, which looks at what is published too."""
    with run.stage("read"), suppress(Mistake, OSError):
        last, listed = _same(task, "check"), manifest.read(task.output)
        files = listed.files.items() if listed else ()
        if last and all(entry.is_at(task.output / path) for path, entry in files):
            return replace(last.outcome, seconds=run.seconds)
    return None


def protected(task: Task) -> tuple[Path, ...]:
    """The folders that a site is made of, into which none is published."""
    return task.content, task.themes, Path(__file__).parents[1]


def _same(task: Task, command: str) -> LastOutcome | None:
    last = _read(task, command)
    return last if last and _is_of_today(task, last) else None


def _is_of_today(task: Task, last: LastOutcome) -> bool:
    """Whether all that goes in, and the list of what stands there, are the same."""
    with suppress(OSError):
        return last.published == _published(task) and last.inputs == _inputs(task, last.theme, last.time_zone)
    return False


def remember(task: Task, site: "Site", outcome: Outcome, command: str) -> None:
    """Notes what a `build` or `check` told, for the next one; what cannot be noted as it is, is not."""
    with suppress(OSError, TypeError):
        told = {
            "time_zone": site.time_zone,
            "theme": site.theme,
            "inputs": _inputs(task, site.theme, site.time_zone),
            "published": _published(task),
            "outcome": asdict(replace(outcome, problems=(), change=None, refused=None, seconds={}, made=0)),
            "problems": [_told(problem) for problem in outcome.problems],
        }
        body = json.dumps(told, ensure_ascii=False).encode()
        file = _file(task, command)
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, _seal(body) + b"\n" + body)


def clear_outcomes(folder: Path) -> None:
    """Deletes what is noted there."""
    for file in folder.glob("*.json*"):
        file.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def _read(task: Task, command: str) -> LastOutcome | None:
    with suppress(OSError, ValueError):
        seal, body = _file(task, command).read_bytes().split(b"\n", 1)
        if seal == _seal(body):
            told = json.loads(body)
            outcome = Outcome(**told["outcome"] | {"problems": tuple(map(_problem, told["problems"]))})
            return LastOutcome(told["time_zone"], told["theme"], told["inputs"], told["published"], outcome)
    return None


def _file(task: Task, command: str) -> Path:
    way = (
        command,
        task.content,
        task.themes,
        task.output,
        task.theme,
        task.url,
        task.drafts,
        task.strict,
        task.is_portable,
    )
    name = blake2b(repr([str(each) for each in way]).encode(), digest_size=8).hexdigest()
    return task.cache / REMEMBERED / f"{name}.json"


def _seal(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode()


def _published(task: Task) -> str:
    """What stands for the list of all that is published; empty where there is none."""
    try:
        return sha256((task.output / manifest.NAME).read_bytes()).hexdigest()
    except OSError:
        return ""


def _inputs(task: Task, theme: str, time_zone: str) -> str:
    """What stands for everything that a build is made of, its day too."""
    told = sha256(program().encode())
    told.update(repr((task.theme, task.url, task.drafts, task.strict, task.ledgers_bind, task.is_portable)).encode())
    told.update((task.today or datetime.now(ZoneInfo(time_zone)).date()).isoformat().encode())
    for name in _LEDGERS:
        told.update(b"\n" + (committed(task.content, name) or b""))
    for folder in (task.content, task.themes / theme):
        for path in _files(folder):
            told.update(
                f"\n{path}\n".encode("utf-8", "surrogateescape") + sha256(Path(folder, path).read_bytes()).digest()
            )
    return told.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder, in an order that no disk decides; links lead nowhere but to what they name."""
    return iter(sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()))


def _told(problem: Problem) -> dict[str, Any]:
    """A problem as JSON. TypeError where its details are no plain values."""
    for value in problem.details.values():
        if type(value) not in (str, int, float, bool, type(None)):
            raise TypeError
    return {**asdict(problem), "details": dict(problem.details), "severity": str(problem.severity)}


def _problem(told: dict[str, Any]) -> Problem:
    places = {"location": Location(**told["location"]), "also": tuple(Location(**each) for each in told["also"])}
    return Problem(**{**told, **places, "severity": Severity(told["severity"])})
