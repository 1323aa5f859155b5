"""News and pages as they are read: of the files in several languages one article."""

from datetime import date

from ocop_site.frozen import frozen
from ocop_site.records.photo import Photo
from ocop_site.records.writing import AttachedFile
from ocop_site.text.language import Text


@frozen
class Article:
    """A piece of news or a page: one text in the languages it was written in."""

    title: Text
    summary: Text
    body: Text
    date: date | None
    order: int
    draft: bool
    sources: tuple[str, ...]
    photos: tuple[Photo, ...] = ()
    files: tuple[AttachedFile, ...] = ()
