"""Places, and the trails that lead from one to the next."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import AddressLine, Card, HoursLine, Picture, Prose, SourceLine
from ocop_site.views.sketches import Locator


@frozen
class PlaceCard:
    """`kind`: showroom, ocop_stall, tourist_point, shop, workshop or rest_stop. No `hours`: not told."""

    href: str
    name: TextRun
    kind: str
    locality: TextRun | None
    hours: tuple[HoursLine, ...]
    picture: Picture | None


@frozen
class PlacesView:
    showroom: PlaceCard | None
    cards: tuple[PlaceCard, ...]


@frozen
class NowPlace:
    """A place with hours. `point`: latitude and longitude, the place's own where `is_exact`, else its unit's centre."""

    id: str
    card: PlaceCard
    point: str | None
    is_exact: bool


@frozen
class NowMonth:
    """What is in season in a month, 1 to 12; `link` is its list, with how many there are."""

    month: int
    link: Link
    cards: tuple[Card, ...]


@frozen
class NowView:
    """What is open, near and in season: the months are that of the build and the next, those in which anything is."""

    heading: TextRun
    places: tuple[NowPlace, ...]
    months: tuple[NowMonth, ...]


@frozen
class StockLine:
    card: Card
    shelf: str | None
    as_of: str | None


@frozen
class PlaceView:
    name: TextRun
    other_names: tuple[TextRun, ...]
    kind: str
    address: AddressLine | None
    phones: tuple[str, ...]
    hours: tuple[HoursLine, ...]
    hours_note: TextRun | None
    getting_there: TextRun | None
    pictures: tuple[Picture, ...]
    story: Prose | None
    stock: tuple[StockLine, ...]
    trails: tuple[Link, ...]
    locator: "Locator | None"
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@frozen
class TrailCard:
    href: str
    name: TextRun
    summary: TextRun
    stops: int
    takes: TextRun | None


@frozen
class TrailsView:
    cards: tuple[TrailCard, ...]


@frozen
class StopLine:
    number: int
    link: Link
    note: TextRun | None
    address: AddressLine | None


@frozen
class TrailView:
    name: TextRun
    summary: TextRun
    story: Prose | None
    stops: tuple[StopLine, ...]
    takes: TextRun | None
    sources: tuple[SourceLine, ...]
