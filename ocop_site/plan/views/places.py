"""Places, and the trails that lead from one to the next."""

from dataclasses import dataclass

from ocop_site.language import Run
from ocop_site.plan.views.everywhere import Link
from ocop_site.plan.views.parts import AddressLine, Card, HoursLine, Picture, Prose, SourceLine
from ocop_site.plan.views.sketches import Locator


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """`kind`: showroom, ocop_stall, tourist_point, shop, workshop or rest_stop. No `hours`: not told."""

    href: str
    name: Run
    kind: str
    locality: Run | None
    hours: tuple[HoursLine, ...]


@dataclass(frozen=True, slots=True)
class PlacesView:
    showroom: PlaceCard | None
    cards: tuple[PlaceCard, ...]


@dataclass(frozen=True, slots=True)
class StockLine:
    card: Card
    shelf: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    name: Run
    other_names: tuple[Run, ...]
    kind: str
    address: AddressLine | None
    phone: str | None
    hours: tuple[HoursLine, ...]
    hours_note: Run | None
    getting_there: Run | None
    pictures: tuple[Picture, ...]
    story: Prose | None
    stock: tuple[StockLine, ...]
    trails: tuple[Link, ...]
    locator: "Locator | None"
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class TrailCard:
    href: str
    name: Run
    summary: Run
    stops: int
    takes: Run | None


@dataclass(frozen=True, slots=True)
class TrailsView:
    cards: tuple[TrailCard, ...]


@dataclass(frozen=True, slots=True)
class StopLine:
    number: int
    link: Link
    note: Run | None
    address: AddressLine | None


@dataclass(frozen=True, slots=True)
class TrailView:
    name: Run
    summary: Run
    story: Prose | None
    stops: tuple[StopLine, ...]
    takes: Run | None
    sources: tuple[SourceLine, ...]
