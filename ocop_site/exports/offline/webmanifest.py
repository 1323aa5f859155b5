"""What a browser needs to put the catalogue on a phone's first screen (W3C Web Application Manifest)."""

import re
from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.exports.indented import indented_file
from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.frozen import frozen
from ocop_site.text.language import direction

NAME = "manifest.webmanifest"

_ICON = re.compile(r"assets/icon-(?P<size>[0-9]+)\.[0-9a-f]+\.png")
"""Icons that the theme brings, by how many pixels wide they are; what they show lies within the inner four fifths."""

_MARK = re.compile(r"assets/own-mark\.[0-9a-f]+\.svg")
"""A site's own mark as a drawing, which is as large as it is needed."""


@frozen
class AppColours:
    """What is painted around the pages, and before the first one is there."""

    theme: str
    background: str


def webmanifest(editions: Editions, listing: SiteFiles, colours: AppColours | None) -> Document:
    edition, base = editions.default, f"{editions.site_urls.base}/"
    short = edition.catalogue.site.short_title
    told = {
        "id": base,
        "name": edition.title,
        "short_name": edition.run(short).text if short else "OCOP",
        "lang": edition.language,
        "dir": direction(edition.language),
        "start_url": base,
        "scope": base,
        "display": "minimal-ui",
        **({"theme_color": colours.theme, "background_color": colours.background} if colours else {}),
        "icons": [*_icons(listing, base)],
    }
    return Document(NAME, indented_file(told))


def _icons(listing: SiteFiles, base: str) -> Iterator[dict[str, str]]:
    """The site's own mark alone, where it is drawn: else a phone would choose the theme's."""
    if mark := next((file.path for file in listing.files if _MARK.fullmatch(file.path)), None):
        yield {"src": f"{base}{mark}", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
        return
    for file in listing.files:
        if icon := _ICON.fullmatch(file.path):
            about = {"src": f"{base}{file.path}", "sizes": f"{icon['size']}x{icon['size']}", "type": "image/png"}
            yield from ({**about, "purpose": purpose} for purpose in ("any", "maskable"))
