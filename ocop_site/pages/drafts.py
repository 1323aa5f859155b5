"""The addresses that only a run with drafts publishes: they promise nothing, and may go without a word."""

from collections.abc import Iterator
from typing import get_args

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.codes.audit import identifiers
from ocop_site.editions.urls import SiteUrls, file_of
from ocop_site.records.ledgers import RecordKind


def draft_files(catalogue: Catalogue) -> frozenset[str]:
    """The files of their pages, in every language, and of their codes' and barcodes'."""
    return frozenset(map(file_of, _paths(catalogue, SiteUrls(catalogue.site))))


def _paths(catalogue: Catalogue, addresses: SiteUrls) -> Iterator[str]:
    for kind in get_args(RecordKind):
        for record_id, record in getattr(catalogue, kind).items():
            if getattr(record, "draft", False):
                yield from (addresses.path((kind, record_id), language) for language in catalogue.site.languages)
    for product in catalogue.products.values():
        if product.draft:
            for _, key in identifiers(product):
                yield addresses.gtin(key) if key.isdigit() else addresses.code(key)
