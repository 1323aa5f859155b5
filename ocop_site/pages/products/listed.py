"""A producer's products of the OCOP listings, which its page and the pages of all of them tell."""

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact


@fact
def listed_of(edition: Edition, producer_id: str) -> list[str]:
    """In the order of their names."""
    catalogue = edition.catalogue
    return edition.in_order(i for i in catalogue.products_of.get(producer_id, ()) if catalogue.showing(i).is_listed)
