"""What stands beside the pages of a site that is looked at: the theme's files, pictures, and what machines read."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any

from ocop_site.document import Document
from ocop_site.exports.exports import EXPORTS, Export
from ocop_site.exports.offline import webmanifest
from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.preview.engine import LiveSite
from ocop_site.preview.live_pages import LivePages


def ready_file(site: LiveSite, file: str) -> Document | None:
    """A file that lies ready: an asset, a picture, a file to take along. OSError, PictureLost."""
    if asset := next((asset for asset in site.theme.assets if asset.path == file), None):
        return asset
    return site.illustrated.renditions.document(file) or site.illustrated.attachments.document(file)


def is_export(file: str) -> bool:
    """Whether a file at this path, if there is one, is of what machines and scripts read."""
    return file == webmanifest.NAME or any(export.owns(file) for export in EXPORTS)


class LiveExports:
    """What machines read, each export made when one of its files is asked for. For the thread of its pages."""

    def __init__(self, pages: LivePages) -> None:
        self._pages = pages
        self._made: dict[str, Mapping[str, Document]] = {}

    def document(self, file: str) -> Document | None:
        if file == webmanifest.NAME:
            return self._webmanifest
        owner = next((export for export in EXPORTS if export.owns(file)), None)
        return self._documents(owner).get(file) if owner else None

    def _documents(self, export: Export) -> Mapping[str, Document]:
        if export.name not in self._made:
            documents = list(export.documents(self._pages.editions, self._facts(export)))
            self._made[export.name] = {document.path: document for document in documents}
        return self._made[export.name]

    def _facts(self, export: Export) -> Sequence[Any]:
        """Only few exports keep any, and nobody looks at those while writing: every page is planned for them."""
        if not export.has_facts:
            return ()
        planned = map(self._pages.plan, self._pages.addresses.values())
        return [fact for page in planned if (fact := export.fact(page)) is not None]

    @cached_property
    def _webmanifest(self) -> Document:
        listing = SiteFiles()
        for _ in listing.each(self._pages.site.theme.assets):
            pass
        return webmanifest.webmanifest(self._pages.editions, listing)


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
        return self._exports.document(file) is not None


BESIDE_PAGES = ("qr.svg", "qr.png", "linkset.json")
