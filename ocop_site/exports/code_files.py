"""The QR code of every code that was ever given, as files for leaflets and packs: beside the page that it leads to."""

from collections.abc import Iterator, Sequence

from ocop_site.codes.qr import png, svg
from ocop_site.codes.resolve import codes_of
from ocop_site.document import Document
from ocop_site.editions.edition import Editions


def documents(editions: Editions, _facts: Sequence[None]) -> Iterator[Document]:
    urls = editions.site_urls
    for code in codes_of(editions.default.catalogue):
        path = urls.code(code)
        drawn = editions.qr_codes[urls.absolute(path)]
        yield Document(f"{path[1:]}qr.svg", svg(drawn))
        yield Document(f"{path[1:]}qr.png", png(drawn))
