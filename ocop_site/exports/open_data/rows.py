"""What the open data says of each product, with the care of its page: homes by their commune, spirits without price."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ocop_site.catalogue.care import public_address
from ocop_site.catalogue.localities import Locality, address_of
from ocop_site.catalogue.status import CertificateState, Claim
from ocop_site.editions.edition import Edition
from ocop_site.records.fields import Point
from ocop_site.records.people import Producer
from ocop_site.records.product import Pack, Product, ProductLink
from ocop_site.records.writing import Notice
from ocop_site.text.language import Text
from ocop_site.views import StatusLine


@dataclass(frozen=True, slots=True)
class Row:
    """One product. `worth` is None where it has left the catalogue: its page says no more of it either.

    `line` is the address below the commune, `point` where it is made, both only where they may be known; `centre` is
    the middle of its commune, which is nobody's door. `packs` of a spirit have no price, `links` lead to no shop.
    """

    id: str
    product: Product
    producer: Producer
    locality: Locality
    line: Text | None
    point: Point | None
    status: StatusLine | None
    claim: Claim | None
    packs: tuple[Pack, ...]
    links: tuple[ProductLink, ...]
    notices: tuple[Notice, ...]
    is_spirit: bool

    @property
    def centre(self) -> Point | None:
        return self.locality.commune.point if self.locality.commune else None


def rows(edition: Edition) -> list[Row]:
    """Every product by its code; those that have left too, since their codes are still printed somewhere."""
    products = edition.catalogue.products
    return [_row(edition, i, products[i]) for i in sorted(products, key=lambda i: products[i].code)]


def _row(edition: Edition, product_id: str, product: Product) -> Row:
    catalogue = edition.catalogue
    producer, spirit = catalogue.producers[product.producer], catalogue.is_spirit(product_id)
    address = address_of(product, producer)
    public = public_address(address, producer) if address and not product.withdrawn else None
    return Row(
        id=product_id,
        product=product,
        producer=producer,
        locality=catalogue.locality(product_id) or Locality(),
        line=public.line if public else None,
        point=public.point if public else None,
        status=None if product.withdrawn else _status(edition, product_id),
        claim=None if product.withdrawn else catalogue.status(product_id).claim,
        packs=tuple(_packs(product, spirit)),
        links=tuple(_links(product, spirit)),
        notices=tuple(catalogue.notices[i] for i in catalogue.notices_of(product_id)),
        is_spirit=spirit,
    )


def _status(edition: Edition, product_id: str) -> StatusLine:
    """That a certificate is ending is the office's concern; to everybody else it is valid."""
    status = edition.status.of(product_id)
    return replace(status, state="valid") if status.state == CertificateState.ENDING else status


def _packs(product: Product, spirit: bool) -> Iterator[Pack]:
    for pack in () if product.withdrawn else product.packs:
        yield pack.model_copy(update={"price": None}) if spirit else pack


def _links(product: Product, spirit: bool) -> Iterator[ProductLink]:
    for link in () if product.withdrawn else product.links:
        if not (spirit and link.kind == "shop"):
            yield link
