"""The records of a neutral catalogue as this program writes them, each from its neutral one and the order of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

Fields = Mapping[str, Any]
"""What stands in one YAML file."""

LANGUAGES = ("vi", "en")

CATEGORIES = {
    "food": {"vi": "Thực phẩm", "en": "Food"},
    "drink": {"vi": "Đồ uống", "en": "Drinks"},
    "herb": {"vi": "Dược liệu", "en": "Herbal"},
    "craft": {"vi": "Thủ công", "en": "Crafts"},
    "souvenir": {"vi": "Quà lưu niệm", "en": "Souvenirs"},
    "service": {"vi": "Du lịch", "en": "Tourism"},
}
"""What the neutral catalogue only calls by an id."""

PER_DECISION = 24
"""How many products a list holds: as many as a decision recognises here."""

LATEST = 12
"""How many products the list of the latest holds."""

RELATED = 4

SOURCES = ["neutral"]


class Standing(NamedTuple):
    """All of a product that further records depend on; its days are ISO dates."""

    category: str
    place: str
    issued: str
    gtin: str | None

    @classmethod
    def of(cls, neutral: Fields) -> "Standing":
        return cls(neutral["category"], neutral["place"], neutral["issued"], neutral.get("gtin"))


@dataclass(frozen=True)
class Order:
    """How the products of a catalogue stand to one another; `standings` by their ids."""

    standings: Mapping[str, Standing] = field(repr=False)

    @cached_property
    def codes(self) -> Mapping[str, str]:
        return {product_id: f"BM{number:05d}" for number, product_id in enumerate(sorted(self.standings), start=1)}

    @cached_property
    def newest_first(self) -> Sequence[str]:
        return sorted(sorted(self.standings), key=lambda i: self.standings[i].issued, reverse=True)

    @cached_property
    def latest(self) -> frozenset[str]:
        return frozenset(self.newest_first[:LATEST])

    @cached_property
    def decisions(self) -> Mapping[str, Sequence[str]]:
        """The products of each decision, which is called by the number of its page, the newest on the first."""
        starts = range(0, len(self.newest_first), PER_DECISION)
        return {
            str(number): self.newest_first[start : start + PER_DECISION] for number, start in enumerate(starts, start=1)
        }

    @cached_property
    def decision_of(self) -> Mapping[str, str]:
        return {product_id: number for number, product_ids in self.decisions.items() for product_id in product_ids}

    @cached_property
    def related(self) -> Mapping[str, Sequence[str]]:
        """The next four of the category, by their ids, the first after the last."""
        found: dict[str, Sequence[str]] = {}
        for product_ids in self.by("category").values():
            for place, product_id in enumerate(product_ids):
                following = [*product_ids[place + 1 :], *product_ids[:place]]
                found[product_id] = following[:RELATED]
        return found

    @property
    def today(self) -> date:
        """The first of January after the newest certificate, in the month of which the latest are in season."""
        newest = max((standing.issued for standing in self.standings.values()), default="2025-01-01")
        return date(int(newest[:4]) + 1, 1, 1)

    def by(self, field: str) -> Mapping[str, Sequence[str]]:
        """The products of each category, or place, by their ids."""
        found: dict[str, list[str]] = {}
        for product_id in sorted(self.standings):
            found.setdefault(getattr(self.standings[product_id], field), []).append(product_id)
        return found


def product(neutral: Fields, order: Order, has_photos: bool) -> Fields:
    product_id, issued = neutral["id"], neutral["issued"]
    pack = {
        "net_weight": dict.fromkeys(LANGUAGES, neutral["net_weight"]),
        "price": {"from": neutral["price"], "as_of": issued},
    }
    record: dict[str, Any] = {
        "code": order.codes[product_id],
        "name": neutral["name"],
        "producer": neutral["producer"],
        "certificates": [_certificate(neutral, order.decision_of[product_id])],
        "summary": neutral["summary"],
        "story": neutral["description"],
        "packs": [{**pack, "gtin": neutral["gtin"]} if "gtin" in neutral else pack],
        "ingredients": {language: ", ".join(names) for language, names in neutral["ingredients"].items()},
        "goes_with": list(order.related[product_id]),
        "sources": SOURCES,
    }
    if product_id in order.latest:
        record["season"] = [order.today.month]
    if has_photos:
        record["photos"] = [{"file": name, "alt": neutral["name"]} for name in neutral["images"]]
    return record


def producer(neutral: Fields, places: Mapping[str, Fields]) -> Fields:
    """With the address at the end of its story, and the place as a link."""
    return {
        "name": neutral["name"],
        "kind": "cooperative",
        "story": {
            language: f"{about}\n\n{neutral['address'][language]}. {_link(places[neutral['place']], language)}"
            for language, about in neutral["about"].items()
        },
        "phone": neutral["phone"],
        "sources": SOURCES,
    }


def place(name: Fields, product_ids: Sequence[str]) -> Fields:
    """Where its products are on sale."""
    return {
        "name": name,
        "kind": "shop",
        "stock": [{"product": product_id} for product_id in product_ids],
        "sources": SOURCES,
    }


def category(category_id: str, product_ids: Sequence[str]) -> Fields:
    """A stall for the category, with a shelf of its name: no other list of this program is whole on one page."""
    return {
        "name": CATEGORIES.get(category_id) or dict.fromkeys(LANGUAGES, category_id),
        "kind": "ocop_stall",
        "stock": [{"product": product_id, "shelf": category_id} for product_id in product_ids],
        "sources": SOURCES,
    }


def decision(number: str, product_ids: Sequence[str], order: Order) -> Fields:
    return {
        "number": f"{number}/QĐ-UBND",
        "kind": "recognition",
        "issuer": {"vi": "UBND tỉnh", "en": "Provincial People's Committee"},
        "level": "province",
        "issued": min(order.standings[product_id].issued for product_id in product_ids),
        "sources": SOURCES,
    }


def _certificate(neutral: Fields, decision_id: str) -> Fields:
    """The neutral term of three times 365 days is a day short of the 36 months that follow a day of issue."""
    return {
        "stars": neutral["stars"],
        "number": neutral["certificate"],
        "decision": decision_id,
        "issued_by": neutral["issued"],
        "expires": neutral["expires"],
        "sources": SOURCES,
    }


def _link(place: Fields, language: str) -> str:
    return f"[{place['name'][language]}](place:{place['id']})"
