"""The pages of a site that is looked at, each planned and rendered when it is asked for."""

from collections.abc import Mapping
from typing import NamedTuple

from ocop_site.catalogue.showing import is_draft
from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import file_of
from ocop_site.frozen import frozen
from ocop_site.pages.chrome import chrome
from ocop_site.pages.entrances.doors import NOT_FOUND
from ocop_site.pages.keys import PageKey
from ocop_site.pages.planning import has, keys, path, plan
from ocop_site.preview.engine import LiveSite
from ocop_site.preview.succession import comparison_with, ground_of, succeed
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.theme.render import Renderer
from ocop_site.views import Chrome, Page


class PageAddress(NamedTuple):
    """A page by what it is about, in the edition of a language."""

    language: str
    key: PageKey


@frozen
class Looks:
    """What all pages look like, and what renders them: kept from site to site while it is the same."""

    chromes: Mapping[str, Chrome]
    renderer: Renderer


class LivePages:
    """Answers by file (`vi/san-pham/index.html`), and remembers its answers. For one thread at a time.

    `before` are the pages of the site as it was: what cannot have changed is taken from them.
    """

    def __init__(self, site: LiveSite, before: "LivePages | None" = None) -> None:
        made = site.illustrated
        self.site = site
        self.editions = Editions(made.catalogue, made.renditions, made.attachments)
        self.comparison = comparison_with(self.editions)
        if before and ground_of(before.editions) == ground_of(self.editions):
            succeed(before.editions, self.editions, self.comparison)
        self.looks = self._looks_after(before)
        self._known = before.known_addresses if before else {}
        self._addresses: Mapping[str, PageAddress] | None = None
        self._made: dict[str, Document | None] = {}

    @property
    def known_addresses(self) -> Mapping[str, PageAddress]:
        """As far as they were worked out: what stood at an address most likely stands there still."""
        return self._known if self._addresses is None else self._addresses

    @property
    def addresses(self) -> Mapping[str, PageAddress]:
        """Every page by its file."""
        if self._addresses is None:
            self._addresses = _addresses(self.editions)
        return self._addresses

    def learn(self, other: "LivePages") -> None:
        """Takes over what another one has worked out of the same site."""
        self._addresses = other.addresses

    def document(self, file: str) -> Document | None:
        """The page of a file; None where there is none. RenderError, PictureLost."""
        if file not in self._made:
            address = self.address(file)
            self._made[file] = self.render(self.plan(address)) if address else None
        return self._made[file]

    def not_found(self) -> Document:
        found = self.document(file_of(NOT_FOUND))
        assert found, "every site has a page for what is not there"
        return found

    def address(self, file: str) -> PageAddress | None:
        """That of before where it holds, so that not all have to be worked out for one."""
        if not file.endswith(".html"):
            return None
        known = self.known_addresses.get(file)
        return known if known and self._holds(known, file) else self.addresses.get(file)

    def plan(self, address: PageAddress) -> Page:
        return plan(self.editions[address.language], address.key)

    def render(self, page: Page) -> Document:
        return self.looks.renderer.render(page)

    def is_draft(self, file: str) -> bool:
        """Whether the page of a file is that of a record which is no more than a draft."""
        kind, record_id, _ = address.key if (address := self.address(file)) else PageKey("")
        records = self.site.catalogue.of(kind) if kind in PAGE_KINDS else {}
        return record_id in records and is_draft(records[record_id])

    def _holds(self, known: PageAddress, file: str) -> bool:
        edition = self.editions.get(known.language)
        return edition is not None and has(edition, known.key) and file_of(path(edition, known.key)) == file

    def _looks_after(self, before: "LivePages | None") -> Looks:
        chromes = {language: chrome(edition) for language, edition in self.editions.items()}
        if before and before.site.theme is self.site.theme and before.looks.chromes == chromes:
            return before.looks
        return Looks(chromes, Renderer(self.site.theme, chromes))


def _addresses(editions: Editions) -> Mapping[str, PageAddress]:
    """Of two pages at one address the first, as when a site is published."""
    found: dict[str, PageAddress] = {}
    for language, edition in editions.items():
        for key in keys(edition):
            found.setdefault(file_of(path(edition, key)), PageAddress(language, key))
    return found
