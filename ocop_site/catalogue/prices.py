"""What a product costs at the least, as far as its record says, and up to which round sums that is."""

from ocop_site.records.products.product import Product

PRICES = (50_000, 100_000, 200_000, 500_000)
"""Up to what people spend, on a meal or a gift, in đồng."""


def lowest_price(product: Product) -> int | None:
    """The least that a pack of it, or the service, costs, in đồng; None where no price is known."""
    prices = [pack.price.start for pack in product.packs if pack.price]
    if product.service and product.service.price:
        prices.append(product.service.price.start)
    return min(prices, default=None)


def affordable(product: Product) -> tuple[int, ...]:
    """The sums of PRICES that are enough for it."""
    price = lowest_price(product)
    return () if price is None else tuple(most for most in PRICES if price <= most)
