"""Which pictures the catalogue shows, where each stands, and the problems of those that cannot be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.mentions import files_of
from ocop_site.content.shape import Records, Shaped
from ocop_site.frozen import frozen
from ocop_site.pictures.recipe import CUT_OUT, PIN, SOCIAL, SOCIAL_CUT_OUT, Focus
from ocop_site.pictures.renditions import RenditionRequest, RenditionResult, Renditions
from ocop_site.problems import Location, Mistake, Problem, Severity
from ocop_site.records.kinds import KINDS, PAGE_KINDS
from ocop_site.records.values.media_names import is_document

_DOUBTS = ("picture.mislabelled", "picture.animated", "picture.pages", "picture.small", "picture.ground-hidden")


_Shown = tuple[str, Focus, str | None]
"""A file, the focus on it, and its ground."""


LISTED = ("producers", "places")
"""Beside products, the kinds whose records are listed with their pictures."""


@frozen
class PicturePlace:
    """Where a record, or a text of it, names a picture."""

    shaped: Shaped[Any]
    location: Location

    def tell(self, mistake: Mistake, file: str, severity: Severity) -> Problem:
        at = self.location
        details = {"file": file, **mistake.details}
        return self.shaped.entry.problem_at(mistake.code, at.line, at.column, severity=severity, **details)


@dataclass
class _Mention:
    """All that the records ask of one file with one focus, and where they name it."""

    uses: set[str] = field(default_factory=set)
    places: list[PicturePlace] = field(default_factory=list)


RequestedPictures = Mapping[RenditionRequest, list[PicturePlace]]


def requests(records: Records, catalogue: Catalogue) -> RequestedPictures:
    """The requests, each with the places where records name the file. What is not published is not requested."""
    found: dict[_Shown, _Mention] = {}
    for place, shown, uses in _mentions(records, catalogue):
        mention = found.setdefault(shown, _Mention())
        mention.uses |= uses
        mention.places.append(place)
    return {
        RenditionRequest(file, focus, frozenset(m.uses), ground): m.places for (file, focus, ground), m in found.items()
    }


def report(requests: RequestedPictures, renditions: Renditions) -> Iterator[Problem]:
    """The problems of requested files: each mistake at every place that names the file."""
    for request, places in requests.items():
        for mistake in _mistakes(request, renditions.results[request]):
            severity = Severity.WARNING if mistake.code in _DOUBTS else Severity.ERROR
            yield from (place.tell(mistake, request.file, severity) for place in places)


def _mistakes(request: RenditionRequest, result: RenditionResult) -> Iterator[Mistake]:
    yield from result.mistakes
    if request.ground and result.rendition_set and result.rendition_set.is_opaque:
        yield Mistake("picture.ground-hidden", ground=request.ground)


def _mentions(records: Records, catalogue: Catalogue) -> Iterator[tuple[PicturePlace, _Shown, set[str]]]:
    for kind in PAGE_KINDS:
        for record_id, shaped in records.of(kind).items():
            for index, photo in enumerate(getattr(shaped.record, "photos", ())):
                if uses := _uses(catalogue, kind, record_id, is_first=index == 0):
                    place = PicturePlace(shaped, shaped.entry.location(("photos", index, "file")))
                    cut_out = _cut_out(kind, uses) if photo.ground else set[str]()
                    yield place, (photo.file, photo.focus, photo.ground), uses | cut_out
    for shaped in records.of("decisions").values():
        if shaped.record.scan and not is_document(shaped.record.scan):
            yield PicturePlace(shaped, shaped.entry.location(("scan",))), (shaped.record.scan, None, None), {"page"}
    yield from _at_doors(records)
    yield from _in_texts(records, catalogue)


def _at_doors(records: Records) -> Iterator[tuple[PicturePlace, _Shown, set[str]]]:
    for shaped in records.of("doors").values():
        for door_id, door in shaped.record.doors.items():
            if door.picture:
                place = PicturePlace(shaped, shaped.entry.location((door_id, "picture")))
                yield place, (door.picture, None, door.ground), {CUT_OUT}


def _in_texts(records: Records, catalogue: Catalogue) -> Iterator[tuple[PicturePlace, _Shown, set[str]]]:
    for kind in KINDS:
        for record_id, shaped in records.of(kind).items():
            for named in files_of(shaped):
                if named.is_shown and _uses(catalogue, kind, record_id, is_first=False):
                    yield PicturePlace(shaped, named.location), (named.file, None, None), {"page"}


def _cut_out(kind: str, uses: set[str]) -> set[str]:
    """Without its ground a product stands among others, and whatever is shared on the ground of its picture."""
    listed = {CUT_OUT} if kind == "products" and "card" in uses else set[str]()
    return listed | {SOCIAL_CUT_OUT} if SOCIAL in uses else listed


def _uses(catalogue: Catalogue, kind: str, record_id: str, is_first: bool) -> set[str]:
    """The first photo stands for the record where it is listed and shared; a spirit is not shared."""
    if kind != "products":
        listed = {"card"} if kind in LISTED else set[str]()
        listed |= {PIN} if kind == "places" else set[str]()
        return {"page", SOCIAL} | listed if is_first else {"page"}
    if record_id not in catalogue.products or catalogue.showing(record_id).withdrawn:
        return set()
    if not is_first:
        return {"page"}
    return {"page", "card", SOCIAL} if catalogue.showing(record_id).may_be_displayed else {"page", "card"}
