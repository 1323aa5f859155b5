"""One language's edition of the catalogue, with the helpers that every page of it shares; the editions of a site."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from ocop_site.attachments.attachments import Attachments, MediaFiles
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.codes.qr import QrCodes
from ocop_site.editions.addresses import Addresses
from ocop_site.editions.facets import Facets, FacetValues
from ocop_site.editions.files import Files
from ocop_site.editions.glossary import LocalizedGlossary
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.parts import Parts
from ocop_site.editions.pictures import Pictures
from ocop_site.editions.prose import ProseTexts
from ocop_site.editions.status import Statuses
from ocop_site.editions.urls import EditionUrls, SiteUrls
from ocop_site.pictures.renditions import Renditions

Value = TypeVar("Value")


@dataclass(frozen=True, eq=False)
class Edition(LocalizedCatalogue):
    """An edition: `editions` are those of all the site's languages, this one among them."""

    editions: "Editions"
    memory: dict[Callable[..., Any], Any] = field(default_factory=dict)
    """What `once` and `once_each` have worked out for this edition."""

    @property
    def is_default(self) -> bool:
        """Whether it is the edition that tells what is no language's own."""
        return self is self.editions.default

    @cached_property
    def site_urls(self) -> SiteUrls:
        return self.editions.site_urls

    @cached_property
    def urls(self) -> EditionUrls:
        return EditionUrls(self, self.site_urls)

    @cached_property
    def facets(self) -> Facets:
        return Facets(self, self.urls, self.editions.facet_values)

    @cached_property
    def status(self) -> Statuses:
        return Statuses(self, self.urls)

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(self, self.facets)

    @cached_property
    def pictures(self) -> Pictures:
        return Pictures(self, self.site_urls, self.editions.renditions)

    @cached_property
    def files(self) -> Files:
        return Files(self, self.site_urls, self.editions.attachments)

    @cached_property
    def prose(self) -> ProseTexts:
        return ProseTexts(self, self.urls, self.pictures, self.files)

    @cached_property
    def parts(self) -> Parts:
        return Parts(self, self.urls, self.status, self.addresses, self.pictures, self.prose, self.editions.qr_codes)

    @cached_property
    def glossary(self) -> LocalizedGlossary:
        return LocalizedGlossary(self)


class Editions(Mapping[str, Edition]):
    """One edition a language, the site's first language first; they share `qr_codes`, by their absolute addresses."""

    def __init__(
        self,
        catalogue: Catalogue,
        renditions: Renditions,
        attachments: Attachments | None = None,
    ) -> None:
        self.renditions, self.qr_codes = renditions, QrCodes()
        self.attachments = attachments or Attachments(MediaFiles(renditions.media, {}), {})
        self.site_urls = SiteUrls(catalogue.site)
        self.facet_values = FacetValues(catalogue)
        self._by_language = {language: Edition(catalogue, language, self) for language in catalogue.site.languages}

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes what it is made of, not what was worked out of that."""
        return Editions, (self.default.catalogue, self.renditions, self.attachments)

    @property
    def default(self) -> Edition:
        """The edition in the site's first language, which tells what is no language's own."""
        return next(iter(self._by_language.values()))

    def __getitem__(self, language: str) -> Edition:
        return self._by_language[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_language)

    def __len__(self) -> int:
        return len(self._by_language)


def once(work: Callable[[Edition], Value]) -> Callable[[Edition], Value]:
    """Makes a function of an edition work once and remember: many pages ask for the same order, list or map."""

    @wraps(work)
    def remembered(edition: Edition) -> Value:
        if work not in edition.memory:
            edition.memory[work] = work(edition)
        value: Value = edition.memory[work]
        return value

    return remembered


def once_each(work: Callable[[Edition, str], Value]) -> Callable[[Edition, str], Value]:
    """The same for a function of an edition and a word, such as an id: a page alone needs few of all that there are."""

    @wraps(work)
    def remembered(edition: Edition, about: str) -> Value:
        known = edition.memory.setdefault(work, {})
        if about not in known:
            known[about] = work(edition, about)
        value: Value = known[about]
        return value

    return remembered
