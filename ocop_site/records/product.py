"""A product: one record is one line of a decision's annex."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ocop_site.records.address import Address
from ocop_site.records.base import Record
from ocop_site.records.certificate import Certificate
from ocop_site.records.fields import (
    Code,
    Dated,
    Day,
    Flag,
    FocusPoint,
    Gtin,
    Https,
    Line,
    MediaFile,
    Month,
    OcopCode,
    Passage,
    Percent,
    Phrase,
    PlaceId,
    Positive,
    ProducerId,
    ProductId,
    Prose,
    SetNumber,
    SourceId,
)

Allergen = Literal[
    "celery", "gluten", "crustaceans", "eggs", "fish", "lupin", "milk", "molluscs", "mustard", "nuts", "peanuts",
    "sesame", "soy", "sulphites", "none_declared",
]  # fmt: skip
MarkKind = Literal[
    "geographical_indication", "trademark", "vietgap", "globalgap", "organic", "haccp", "iso_22000", "halal", "other",
]  # fmt: skip


class Photo(Record):
    file: MediaFile
    alt: Phrase
    credit: Line | None = None
    kind: Literal["photo", "illustration"] = "photo"
    focus: FocusPoint | None = None


class Price(Record):
    """An indicative price in đồng, with the day it was asked."""

    start: Positive = Field(alias="from")
    to: Positive | None = None
    unit: Phrase | None = None
    as_of: Dated
    source: SourceId | None = None

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.to is not None and self.to < self.start:
            raise PydanticCustomError("price.order", "order", {"start": self.start, "to": self.to})
        return self


class Pack(Record):
    """A size or flavour of the one product."""

    name: Phrase | None = None
    net_weight: Phrase | None = None
    gtin: Gtin | None = None
    price: Price | None = None


class Travel(Record):
    keeps_days: Positive | None = None
    liquid_ml: Positive | None = None
    fragile: Flag | None = None
    needs_cold: Flag | None = None


class Service(Record):
    """What a tourism product (set 26) has in place of weight and allergens."""

    place: PlaceId | None = None
    booking: Phrase | None = None
    languages: tuple[Line, ...] = ()
    price: Price | None = None


class Craft(Record):
    material: Phrase | None = None
    size: Phrase | None = None
    care: Phrase | None = None


class Traceability(Record):
    """The maker's own system; the catalogue's code is none."""

    system: Line
    url: Https | None = None


class Mark(Record):
    kind: MarkKind
    name: Phrase | None = None
    number: Line | None = None
    issuer: Phrase | None = None
    holder: Line | None = None
    until: Dated | None = None
    as_of: Dated | None = None


class ProductLink(Record):
    kind: Literal["shop", "maker", "article"]
    url: Https
    label: Phrase


class Withdrawn(Record):
    on: Day
    reason: Phrase
    successor: ProductId | None = None


class Product(Record):
    code: Code
    name: Phrase
    name_is_ours: tuple[Line, ...] = ()
    also_known_as: tuple[Line, ...] = ()
    set: SetNumber | None = None
    set_basis: Literal["decision", "dossier", "ours"] | None = None
    producer: ProducerId
    made_at: Address | None = None
    certificates: tuple[Certificate, ...] = ()
    summary: Passage
    story: Prose | None = None
    taste: Passage | None = None
    photos: tuple[Photo, ...] = ()
    packs: tuple[Pack, ...] = ()
    ingredients: Passage | None = None
    nutrition: Passage | None = None
    how_to_use: Passage | None = None
    storage: Passage | None = None
    shelf_life: Phrase | None = None
    warnings: Passage | None = None
    alcohol_percent: Percent | None = None
    allergens: tuple[Allergen, ...] = ()
    diet: tuple[Literal["vegetarian", "vegan"], ...] = ()
    travel: Travel | None = None
    gift: Flag = False
    contains: tuple[ProductId, ...] = ()
    season: tuple[Month, ...] = ()
    service: Service | None = None
    craft: Craft | None = None
    ocop_code: OcopCode | None = None
    declaration: Line | None = None
    traceability: Traceability | None = None
    marks: tuple[Mark, ...] = ()
    links: tuple[ProductLink, ...] = ()
    goes_with: tuple[ProductId, ...] = ()
    say_it: Phrase | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    withdrawn: Withdrawn | None = None
    draft: Flag = False
