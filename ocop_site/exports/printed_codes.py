"""The QR code of every code that was ever given, as files for leaflets and packs: beside the page that it leads to."""

from collections.abc import Iterator

from ocop_site.codes.qr import png, svg
from ocop_site.codes.resolve import codes_of
from ocop_site.document import Document
from ocop_site.editions.edition import Edition


def printed_codes(edition: Edition) -> Iterator[Document]:
    for code in codes_of(edition.catalogue):
        path = edition.site_urls.code(code)
        drawn = edition.editions.qr_codes[edition.site_urls.absolute(path)]
        yield Document(f"{path[1:]}qr.svg", svg(drawn))
        yield Document(f"{path[1:]}qr.png", png(drawn))
