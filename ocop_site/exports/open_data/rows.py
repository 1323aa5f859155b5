"""What the open data says of each product, with the care of its page: homes by their commune, spirits without price."""

from collections.abc import Iterator
from dataclasses import replace

from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.localities import Locality
from ocop_site.catalogue.showing import Showing
from ocop_site.catalogue.status import CertificateState
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.frozen import frozen
from ocop_site.records.products.links import ProductLink
from ocop_site.records.products.packs import Pack
from ocop_site.records.products.product import Product, Withdrawn
from ocop_site.records.values.points import Point
from ocop_site.records.writing import Notice
from ocop_site.text.language import Text
from ocop_site.views import StatusLine


@frozen
class Maker:
    """What is told of who makes it."""

    name: Text
    kind: str


@frozen
class Row:
    """One product. `worth` is None where it has left the catalogue: its page says no more of it either.

    `line` is the address below the commune, `point` where it is made, both only where they may be known; `centre` is
    the middle of its commune, which is nobody's door. `packs` of a spirit have no price, `links` lead to no shop.
    """

    id: str
    product: Product
    producer: Maker
    locality: Locality
    line: Text | None
    point: Point | None
    status: StatusLine | None
    claim: Claim | None
    packs: tuple[Pack, ...]
    links: tuple[ProductLink, ...]
    notices: tuple[Notice, ...]
    withdrawn: Withdrawn | None
    is_restrained: bool
    is_recalled: bool
    is_in_force: bool

    @property
    def centre(self) -> Point | None:
        return self.locality.commune.point if self.locality.commune else None


def rows(edition: Edition) -> list[Row]:
    """Every product by its code, those that have left too."""
    products = edition.catalogue.products
    return [_row(edition, i, products[i]) for _, i in edition.catalogue.by_code]


def _row(edition: Edition, product_id: str, product: Product) -> Row:
    catalogue, showing = edition.catalogue, edition.catalogue.showing(product_id)
    has_left = showing.withdrawn is not None
    address = None if has_left or showing.maker.is_home else showing.address
    return Row(
        id=product_id,
        product=product,
        producer=_maker(edition, product.producer),
        locality=catalogue.locality(product_id) or Locality(),
        line=address.line if address else None,
        point=address.point if address else None,
        status=None if has_left else _status(edition, product_id),
        claim=None if has_left else showing.status.claim,
        packs=() if has_left else tuple(_packs(product, showing)),
        links=() if has_left else tuple(_links(product, showing)),
        notices=tuple(catalogue.notices[i] for i in showing.notices),
        withdrawn=showing.withdrawn,
        is_restrained=showing.is_restrained,
        is_recalled=showing.is_recalled,
        is_in_force=showing.is_in_force,
    )


@fact
def _maker(edition: Edition, producer_id: str) -> Maker:
    producer = edition.catalogue.producers[producer_id]
    return Maker(producer.name, producer.kind)


def _status(edition: Edition, product_id: str) -> StatusLine:
    """That a certificate is ending is the office's concern; to everybody else it is valid."""
    status = edition.status.of(product_id)
    return replace(status, state="valid") if status.state == CertificateState.ENDING else status


def _packs(product: Product, showing: Showing) -> Iterator[Pack]:
    for pack in product.packs:
        yield pack if showing.may_be_sold else pack.model_copy(update={"price": None})


def _links(product: Product, showing: Showing) -> Iterator[ProductLink]:
    for link in product.links:
        if showing.may_be_sold or link.kind != "shop":
            yield link
