"""Which products a door of the home page opens on: those whose records tell all that its rule asks for."""

from collections.abc import Iterator
from datetime import date

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.prices import lowest_price
from ocop_site.catalogue.suits import marks_in_force
from ocop_site.records.products.doors import DoorRule, TravelRule
from ocop_site.records.products.food import Travel
from ocop_site.records.products.product import Product


def doors_to(catalogue: Catalogue, product_id: str) -> Iterator[str]:
    """The doors that open on a product, by their ids. Whether it may be recommended at all is asked elsewhere."""
    product = catalogue.products[product_id]
    industry = catalogue.sets[product.set].industry.id if product.set else None
    for door_id, door in catalogue.doors.items():
        chosen = not door.rule.products or product_id in door.rule.products
        if chosen and opens_on(door.rule, product, industry, catalogue.today):
            yield door_id


def opens_on(rule: DoorRule, product: Product, industry: str | None, today: date) -> bool:
    """Whether all holds that a rule asks of a record. Nothing is guessed: what is not told does not hold."""
    return all(_answers(rule, product, industry, today))


def _answers(rule: DoorRule, product: Product, industry: str | None, today: date) -> Iterator[bool]:
    if rule.industries:
        yield industry in rule.industries
    if rule.sets:
        yield product.set in rule.sets
    if rule.diet:
        yield rule.diet in product.diet or "vegan" in product.diet
    if rule.allergens_without:
        yield bool(product.allergens) and set(product.allergens).isdisjoint(rule.allergens_without)
    if rule.mark:
        yield rule.mark in marks_in_force(product, today)
    if rule.gift:
        yield product.gift
    if rule.travel:
        yield product.travel is not None and all(_on_the_way(rule.travel, product.travel))
    if rule.price:
        yield (price := lowest_price(product)) is not None and price < rule.price.below
    if rule.season:
        yield today.month in product.season


def _on_the_way(rule: TravelRule, travel: Travel) -> Iterator[bool]:
    if rule.keeps_days:
        yield (travel.keeps_days or 0) >= rule.keeps_days
    if rule.liquid_ml:
        yield 0 < (travel.liquid_ml or 0) <= rule.liquid_ml
    if rule.fragile is not None:
        yield travel.fragile is rule.fragile
    if rule.needs_cold is not None:
        yield travel.needs_cold is rule.needs_cold
