"""Links to lists of products, with how many each holds: by kind, by place, by door, season, use and price."""

from collections.abc import Collection

from ocop_site.catalogue.suits import SUITS
from ocop_site.editions.edition import Edition
from ocop_site.editions.naming import price_name, suit_name
from ocop_site.records.scheme import Industry
from ocop_site.text.formats import month_name
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key, proper_name
from ocop_site.views import Link


def industry_links(edition: Edition) -> tuple[Link, ...]:
    return tuple(industry_link(edition, industry) for industry in industries(edition))


def unit_links(edition: Edition, kind: str, among: Collection[str] | None = None) -> tuple[Link, ...]:
    """Communes of today, districts or provinces of before, all or those `among`, in Vietnamese order of their names."""
    products = edition.facets.of(kind)
    labels = {i: edition.catalogue.gazetteer.label(kind, i) for i in products if among is None or i in among}
    ordered = sorted(labels, key=lambda unit: (collation_key(proper_name(edition.run(labels[unit]).text)), unit))
    return tuple(edition.urls.link((kind, unit), labels[unit], len(products[unit])) for unit in ordered)


def unit_heading(edition: Edition, kind: str) -> TextRun:
    """What units of a kind are called together; special zones, of which few provinces have any, only where they are."""
    communes = edition.catalogue.gazetteer.communes
    has_zones = any(communes[i].name.words.get("vi", "").startswith("đặc khu") for i in edition.facets.of("communes"))
    key = "localities.communes.zones" if kind == "communes" and has_zones else f"localities.{kind}"
    return TextRun(edition.words(key))


def season_links(edition: Edition) -> tuple[Link, ...]:
    """The months in which something is in season, as the year has them."""
    products = edition.facets.of("seasons")
    return tuple(
        edition.urls.link(("seasons", month), month_name(int(month), edition.language), len(products[month]))
        for month in months(edition)
    )


def door_links(edition: Edition) -> tuple[Link, ...]:
    products, all_doors = edition.facets.of("doors"), edition.catalogue.doors
    return tuple(edition.urls.link(("doors", i), all_doors[i].title, len(products[i])) for i in doors(edition))


def suit_links(edition: Edition) -> tuple[Link, ...]:
    products = edition.facets.of("suits")
    return tuple(edition.urls.link(("suits", i), suit_name(edition, i), len(products[i])) for i in suits(edition))


def price_links(edition: Edition) -> tuple[Link, ...]:
    products = edition.facets.of("prices")
    return tuple(edition.urls.link(("prices", i), price_name(edition, i), len(products[i])) for i in prices(edition))


def industries(edition: Edition) -> list[Industry]:
    """Those with products."""
    products = edition.facets.of("industries")
    return [industry for industry in edition.catalogue.scheme.industries if industry.id in products]


def industry_link(edition: Edition, industry: Industry) -> Link:
    count = len(edition.facets.of("industries")[industry.id])
    return edition.urls.link(("industries", industry.id), industry.name, count)


def doors(edition: Edition) -> list[str]:
    """Those that open on something, in the order of the file."""
    return [door_id for door_id in edition.catalogue.doors if door_id in edition.facets.of("doors")]


def prices(edition: Edition) -> list[str]:
    return sorted(edition.facets.of("prices"), key=int)


def months(edition: Edition) -> list[str]:
    return sorted(edition.facets.of("seasons"), key=int)


def suits(edition: Edition) -> list[str]:
    return [suit for suit in SUITS if suit in edition.facets.of("suits")]
