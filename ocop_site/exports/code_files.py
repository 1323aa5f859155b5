"""The QR code of every code that was ever given, as files for leaflets and packs: beside the page that it leads to."""

from collections.abc import Iterator

from ocop_site.codes.qr import png, svg
from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.records.values.identifiers import Code


def documents(editions: Editions, code: str) -> Iterator[Document]:
    """The files of one code."""
    path = editions.site_urls.code(Code(code))
    drawn = editions.qr_codes[editions.site_urls.absolute(path)]
    yield Document(f"{path[1:]}qr.svg", svg(drawn))
    yield Document(f"{path[1:]}qr.png", png(drawn))
