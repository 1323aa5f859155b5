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
    """Where to go: places, and `trails` between them; `now` leads to what is open."""

    showroom: PlaceCard | None
    cards: tuple[PlaceCard, ...]
    trails: tuple[Link, ...]
    now: Link | None


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
class NearPlace:
    """Another place, `km` kilometres away as the crow flies; reckoned from a unit's centre where not `is_exact`."""

    card: PlaceCard
    km: int
    is_exact: bool


@frozen
class MadeNear:
    """Some of what is made in the unit that a place lies in, one of each maker first; `link` leads to all of it."""

    unit: TextRun
    link: Link
    cards: tuple[Card, ...]


@frozen
class PlaceView:
    """`made_near` only where the place has nothing on its shelves; `nearby` are the nearest first."""

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
    made_near: MadeNear | None
    nearby: tuple[NearPlace, ...]
    trails: tuple[Link, ...]
    locator: Locator | None
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@frozen
class TrailCard:
    """`pictures`: those of its stops, in their order, as far as they have any."""

    href: str
    name: TextRun
    summary: TextRun
    stops: int
    takes: TextRun | None
    pictures: tuple[Picture, ...]


@frozen
class TrailsView:
    cards: tuple[TrailCard, ...]


@frozen
class WayLine:
    """How one goes on to the next stop: how many minutes that takes, by what."""

    minutes: int | None
    by: TextRun | None


@frozen
class StopLine:
    """`kind` is a word key, such as place.showroom or producer.farm; `stay`: how many minutes one stays.

    `cards` are some products that are bought here: from the shelves of a place, or those of a maker.
    """

    number: int
    link: Link
    kind: str
    picture: Picture | None
    note: TextRun | None
    stay: int | None
    way: WayLine | None
    hours: tuple[HoursLine, ...]
    hours_note: TextRun | None
    address: AddressLine | None
    cards: tuple[Card, ...]


@frozen
class TrailView:
    name: TextRun
    summary: TextRun
    story: Prose | None
    stops: tuple[StopLine, ...]
    takes: TextRun | None
    locator: Locator | None
    sources: tuple[SourceLine, ...]
