"""The addresses that only a run with drafts publishes: they promise nothing, and may go without a word."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import is_draft
from ocop_site.codes.audit import identifiers
from ocop_site.editions.urls import SiteUrls, file_of
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.values.identifiers import Gtin


def draft_files(catalogue: Catalogue) -> frozenset[str]:
    """The files of their pages, in every language, and of their codes' and barcodes'."""
    return frozenset(map(file_of, _paths(catalogue, SiteUrls(catalogue.site))))


def _paths(catalogue: Catalogue, addresses: SiteUrls) -> Iterator[str]:
    for kind in PAGE_KINDS:
        for record_id, record in catalogue.of(kind).items():
            if is_draft(record):
                yield from (addresses.path((kind, record_id), language) for language in catalogue.site.languages)
    for product in catalogue.products.values():
        if is_draft(product):
            for _, key in identifiers(product):
                yield addresses.gtin(key) if isinstance(key, Gtin) else addresses.code(key)
