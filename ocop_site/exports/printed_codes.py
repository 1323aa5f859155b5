"""The QR code of every code that was ever given, as files for leaflets and packs: beside the page that it leads to."""

from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.plan.lines import Lines
from ocop_site.showroom.permanent import codes_of
from ocop_site.showroom.qr import png, svg


def printed_codes(lines: Lines) -> Iterator[Document]:
    for code in codes_of(lines.catalogue):
        path = lines.addresses.code(code)
        drawn = lines.codes[lines.addresses.absolute(path)]
        yield Document(f"{path[1:]}qr.svg", svg(drawn))
        yield Document(f"{path[1:]}qr.png", png(drawn))
