"""Producers (in Vietnamese "chủ thể") and the partners who support them."""

from typing import Literal

from ocop_site.records.address import PremisesAddress
from ocop_site.records.base import Record
from ocop_site.records.fields import (
    Dated,
    Day,
    Email,
    Flag,
    Https,
    Line,
    Passage,
    Phone,
    Phrase,
    ProducerId,
    Prose,
    SourceId,
)
from ocop_site.records.product import Photo

ProducerKind = Literal["cooperative", "cooperative_group", "enterprise", "farm", "household", "association"]


class Visits(Record):
    welcome: Flag
    note: Passage | None = None


class FoodSafety(Record):
    number: Line
    until: Dated | None = None


class Consent(Record):
    """A household's own word that its address may be shown; without it only the commune is."""

    on: Day
    scope: tuple[Literal["address", "contact"], ...]


class Producer(Record):
    name: Phrase
    registered_name: Line | None = None
    former_names: tuple[Line, ...] = ()
    successor: ProducerId | None = None
    kind: ProducerKind
    addresses: tuple[PremisesAddress, ...] = ()
    story: Prose | None = None
    photos: tuple[Photo, ...] = ()
    since: Dated | None = None
    phone: Phone | None = None
    email: Email | None = None
    website: Https | None = None
    zalo: Phone | None = None
    visits: Visits | None = None
    food_safety: FoodSafety | None = None
    consent: Consent | None = None
    sources: tuple[SourceId, ...] = ()


class Partner(Record):
    name: Phrase
    kind: Literal["enterprise", "research", "association", "promotion", "finance", "media"]
    offers: Prose | None = None
    website: Https | None = None
    sources: tuple[SourceId, ...] = ()
