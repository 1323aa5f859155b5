"""What stands beside the pages of a site that is looked at: the theme's files, pictures, and what machines read."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from hashlib import sha256
from typing import Any

from ocop_site.document import Document
from ocop_site.exports import social_pictures
from ocop_site.exports.exports import BESIDE, EXPORTS, OF_PAGES, Export, PagesExport
from ocop_site.exports.hosting import headers
from ocop_site.exports.offline import webmanifest
from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.preview.engine import LiveSite
from ocop_site.preview.live_pages import LivePages
from ocop_site.theme.look.app_colours import app_colours
from ocop_site.theme.own_styles import style_sources

LISTED: tuple[Export | PagesExport, ...] = (*EXPORTS.values(), *OF_PAGES)


def ready_file(site: LiveSite, file: str) -> Document | None:
    """A file that lies ready: an asset, a picture, a file to take along. OSError, PictureLost."""
    if asset := next((asset for asset in site.theme.assets if asset.path == file), None):
        return asset
    return site.illustrated.renditions.document(file) or site.illustrated.attachments.document(file)


def is_export(file: str) -> bool:
    """Whether a file at this path, if there is one, is of what machines and scripts read."""
    listed = any(export.owns(file) for export in LISTED) or social_pictures.is_one(file)
    return listed or file in _OF_THE_SITE or file.rpartition("/")[2] in BESIDE_PAGES


class LiveExports:
    """What machines read, each export made when one of its files is asked for. For the thread of its pages."""

    def __init__(self, pages: LivePages) -> None:
        self._pages = pages
        self._made: dict[str, Mapping[str, Document]] = {}

    def document(self, file: str) -> Document | None:
        if file in _OF_THE_SITE:
            return self._of_the_site[file]
        if file.rpartition("/")[2] in BESIDE_PAGES:
            return self._beside(file)
        if social_pictures.is_one(file):
            return social_pictures.document(self._pages.editions, file)
        owner = next((export for export in LISTED if export.owns(file)), None)
        return self._all(owner).get(file) if owner else None

    def has(self, file: str) -> bool:
        """Whether there is such a file, told without making a picture."""
        if social_pictures.is_one(file):
            return social_pictures.stands(self._pages.editions, file)
        return self.document(file) is not None

    def _all(self, export: Export | PagesExport) -> Mapping[str, Document]:
        if export.paths not in self._made:
            self._made[export.paths] = {document.path: document for document in self._documents(export)}
        return self._made[export.paths]

    def _documents(self, export: Export | PagesExport) -> Iterator[Document]:
        if isinstance(export, Export):
            return export.documents(self._pages.editions)
        return export.documents(self._pages.editions, self._facts(export))

    def _facts(self, export: PagesExport) -> Sequence[Any]:
        """Only few exports keep any, and nobody looks at those while writing: every page is planned for them."""
        planned = map(self._pages.plan, self._pages.addresses.values())
        return [fact for page in planned if (fact := export.fact(page)) is not None]

    def _beside(self, file: str) -> Document | None:
        """What stands beside the page of a code, made with it alone."""
        address = self._pages.address(f"{file.rpartition('/')[0]}/index.html")
        if address is None or address.key.kind not in BESIDE:
            return None
        documents = BESIDE[address.key.kind](self._pages.editions, address.key.id)
        return next((document for document in documents if document.path == file), None)

    @cached_property
    def _of_the_site(self) -> Mapping[str, Document]:
        editions, theme = self._pages.editions, self._pages.site.theme
        policies = headers.headers_file(editions.site_urls, style_sources(theme, editions.site_urls.base))
        manifest = webmanifest.webmanifest(editions, self._assets, app_colours(theme))
        return {document.path: document for document in (policies, manifest)}

    @property
    def _assets(self) -> SiteFiles:
        listing = SiteFiles()
        for asset in self._pages.site.theme.assets:
            listing.add(asset.path, len(asset.body), sha256(asset.body).hexdigest())
        return listing


class AllFiles(AbstractSet[str]):
    """Whether something stands at a path, so that links can be checked: nothing is made that can be told without."""

    def __init__(self, pages: LivePages, exports: LiveExports) -> None:
        site = pages.site
        ready = (asset.path for asset in site.theme.assets)
        files = (each.path for each in site.illustrated.attachments.found.values())
        self._ready = frozenset([*ready, *files, *site.illustrated.renditions.paths])
        self._pages, self._exports = pages.addresses, exports

    def __contains__(self, file: object) -> bool:
        if not isinstance(file, str):
            return False
        return file in self._pages or file in self._ready or self._is_beside_its_page(file) or self._is_made(file)

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def _is_beside_its_page(self, file: str) -> bool:
        """A code as a file and a barcode's set of links stand beside the page of the code, of which there are many."""
        folder, _, name = file.rpartition("/")
        return name in BESIDE_PAGES and f"{folder}/index.html" in self._pages

    def _is_made(self, file: str) -> bool:
        return self._exports.has(file)


BESIDE_PAGES = ("qr.svg", "qr.png", "linkset.json")

_OF_THE_SITE = (headers.NAME, webmanifest.NAME)
