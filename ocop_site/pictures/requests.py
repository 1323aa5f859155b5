"""Which pictures the catalogue shows, where each stands, and the problems of those that cannot be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.content.shape import Records, Shaped
from ocop_site.pictures.recipe import Focus
from ocop_site.pictures.renditions import RenditionRequest, Renditions
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath
from ocop_site.records.kinds import PAGE_KINDS

_DOUBTS = ("picture.mislabelled", "picture.animated", "picture.small")


@dataclass
class _Mention:
    """All that the records ask of one file with one focus, and where they name it."""

    uses: set[str] = field(default_factory=set)
    places: list[tuple[Shaped[Any], FieldPath]] = field(default_factory=list)


RequestedPictures = Mapping[RenditionRequest, list[tuple[Shaped[Any], FieldPath]]]


def requests(records: Records, catalogue: Catalogue) -> RequestedPictures:
    """The requests, each with the places where records name the file. What is not published is not requested."""
    found: dict[tuple[str, Focus], _Mention] = {}
    for shaped, path, file, focus, uses in _mentions(records, catalogue):
        mention = found.setdefault((file, focus), _Mention())
        mention.uses |= uses
        mention.places.append((shaped, path))
    return {RenditionRequest(file, focus, frozenset(m.uses)): m.places for (file, focus), m in found.items()}


def report(requests: RequestedPictures, renditions: Renditions) -> Iterator[Problem]:
    """The problems of requested files: each mistake at every place that names the file."""
    for request, places in requests.items():
        for mistake in renditions.results[request].mistakes:
            severity = Severity.WARNING if mistake.code in _DOUBTS else Severity.ERROR
            for shaped, path in places:
                yield shaped.problem(mistake.code, path, severity=severity, file=request.file, **mistake.details)


def _mentions(records: Records, catalogue: Catalogue) -> Iterator[tuple[Shaped[Any], FieldPath, str, Focus, set[str]]]:
    for kind in PAGE_KINDS:
        for record_id, shaped in records.of(kind).items():
            for index, photo in enumerate(getattr(shaped.record, "photos", ())):
                if uses := _uses(catalogue, kind, record_id, is_first=index == 0):
                    yield shaped, ("photos", index, "file"), photo.file, photo.focus, uses
    for shaped in records.of("decisions").values():
        if shaped.record.scan:
            yield shaped, ("scan",), shaped.record.scan, None, {"page"}


def _uses(catalogue: Catalogue, kind: str, record_id: str, is_first: bool) -> set[str]:
    """The first photo stands for the record where it is listed and shared; a spirit is not shared."""
    if kind != "products":
        return {"page", "social"} if is_first else {"page"}
    if record_id not in catalogue.products or catalogue.showing(record_id).withdrawn:
        return set()
    if not is_first:
        return {"page"}
    return {"page", "card", "social"} if catalogue.showing(record_id).may_be_displayed else {"page", "card"}
