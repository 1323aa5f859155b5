"""What can be had of a product and where: packs and prices, a service, what a craft is like, the shelves it stands on.

Of a spirit no price and no place to buy it is told (Law 44/2019/QH14).
"""

from ocop_site.catalogue.showing import Showing
from ocop_site.catalogue.suits import HAND_LUGGAGE_ML
from ocop_site.editions.edition import Edition
from ocop_site.records.products.packs import Pack, Price
from ocop_site.records.products.product import Product
from ocop_site.records.values.dates import iso
from ocop_site.views import CraftLines, OutsideLink, PackLine, PriceLine, ServiceLines, SoldAt, TravelLines


def packs(edition: Edition, product: Product, showing: Showing) -> tuple[PackLine, ...]:
    return tuple(_pack(edition, pack, showing) for pack in product.packs)


def lacks_price(product: Product, showing: Showing) -> bool:
    """Whether there would be a price to tell, and no record has one."""
    told = any(pack.price for pack in product.packs) or (product.service and product.service.price)
    return showing.may_be_sold and not told


def service(edition: Edition, product_id: str, product: Product) -> ServiceLines | None:
    if (details := product.service) is None or not edition.catalogue.showing(product_id).may_be_sold:
        return None
    place = (
        edition.urls.link(("places", details.place), edition.catalogue.places[details.place].name)
        if details.place
        else None
    )
    price = _price(edition, details.price) if details.price else None
    return ServiceLines(place, edition.maybe(details.booking), details.languages, price)


def craft(edition: Edition, product: Product) -> CraftLines | None:
    if (details := product.craft) is None:
        return None
    return CraftLines(edition.maybe(details.material), edition.maybe(details.size), edition.maybe(details.care))


def travel(product: Product) -> TravelLines | None:
    if (details := product.travel) is None:
        return None
    fits_cabin = details.liquid_ml <= HAND_LUGGAGE_ML if details.liquid_ml else None
    return TravelLines(details.keeps_days, details.liquid_ml, fits_cabin, details.fragile, details.needs_cold)


def links(edition: Edition, product: Product, showing: Showing) -> tuple[OutsideLink, ...]:
    shown = (link for link in product.links if showing.may_be_sold or link.kind != "shop")
    return tuple(OutsideLink(link.kind, link.url, edition.run(link.label)) for link in shown)


def sold_at(edition: Edition, product_id: str) -> tuple[SoldAt, ...]:
    """Where it is out at present comes last: there one can ask when it comes back. Nowhere, while it is recalled."""
    if not edition.catalogue.showing(product_id).may_be_sold:
        return ()
    found = []
    for place_id in edition.catalogue.sold_at.get(product_id, ()):
        place = edition.catalogue.places[place_id]
        for stock in place.stock:
            if stock.product == product_id:
                link = edition.urls.link(("places", place_id), place.name)
                found.append(SoldAt(link, place_id, stock.shelf, stock.out, iso(stock.as_of)))
    return tuple(sorted(found, key=lambda each: each.is_out))


def _pack(edition: Edition, pack: Pack, showing: Showing) -> PackLine:
    price = _price(edition, pack.price) if pack.price and showing.may_be_sold else None
    return PackLine(edition.maybe(pack.name), edition.maybe(pack.net_weight), pack.gtin, price)


def _price(edition: Edition, price: Price) -> PriceLine:
    source = edition.parts.source(price.source) if price.source else None
    return PriceLine(price.start, price.to, edition.maybe(price.unit), str(price.as_of), source)
