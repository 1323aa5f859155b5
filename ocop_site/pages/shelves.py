"""What stands in a place with a kiosk, as its screen shows it: one picture after another, and shelf by shelf."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.lists.all_products import listed_in_order
from ocop_site.pages.places import on_the_shelves
from ocop_site.records.place import Place
from ocop_site.records.products.product import Product
from ocop_site.views import Picture, ShelfThing, Slide

SHOWN = 10
"""How many pictures a loop has: one that stands before it for a minute and a half has seen them all."""

HERE = 8
"""How many things from its shelves the first page shows."""


def slides(edition: Edition, place: Place) -> Iterator[Slide]:
    """What is in stock there, then the rest of the catalogue; what has no picture is not in a loop of pictures."""
    shelves = {stock.product: stock.shelf for stock in place.stock if not stock.out}
    products, shown = edition.catalogue.products, 0
    here = edition.in_order(i for i in shelves if i in products)
    for product_id in dict.fromkeys((*here, *listed_in_order(edition))):
        product = products[product_id]
        if shown == SHOWN:
            return
        if edition.parts.promoted((product_id,)) and (picture := _laid_out(edition, product)):
            shown += 1
            yield Slide(
                edition.urls.link(("products", product_id), product.name),
                edition.others(product.name),
                picture,
                edition.parts.pattern(product.set),
                shelves.get(product_id),
            )


def shelf_things(edition: Edition, place: Place) -> Iterator[ShelfThing]:
    """Shelf by shelf, then what stands on none."""
    shelves, products = {stock.product: stock.shelf for stock in place.stock}, edition.catalogue.products
    in_order = sorted(on_the_shelves(edition, place), key=lambda i: (shelves[i] is None, shelves[i] or ""))
    for product_id in in_order[:HERE]:
        product, pictures = products[product_id], edition.pictures
        yield ShelfThing(
            edition.urls.link(("products", product_id), product.name),
            edition.others(product.name),
            pictures.cut_out(product.photos) or pictures.card(product.photos),
            edition.parts.pattern(product.set),
            shelves[product_id],
        )


def _laid_out(edition: Edition, product: Product) -> Picture | None:
    """The thing alone, or else its photograph, as large as there is."""
    return edition.pictures.cut_out(product.photos) or next(iter(edition.pictures.of_page(product.photos[:1])), None)
