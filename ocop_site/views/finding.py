"""Ways to a product: home, lists, directories, codes, a visitor's own list."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import Card, LinkGroup, Listing, NoticeLine, Picture, Turn
from ocop_site.views.people import ProducerCard
from ocop_site.views.places import PlaceCard, TrailCard
from ocop_site.views.reading import ArticleCard
from ocop_site.views.seasons import Wheel
from ocop_site.views.sheets import Plate


@frozen
class KindCard:
    """An industry with its count, the id of its pattern, and the picture of one of its products."""

    link: Link
    pattern: str
    picture: Picture | None


@frozen
class HomeView:
    """`invitation` is what it opens with. `still_life`: cards with what is cut out, to lie side by side.

    `in_season`, `showcase`, `still_life` and `new` never hold spirits nor what is recalled; links have counts.

    `codes` leads to all codes, `example_code` is one of them. `showcase` is another choice every day. `makers` welcome
    visitors. `all_places` is there where there are more than those shown. `localities` are the provinces of before
    where there were several, else districts, else communes of today; `all_localities` is there where they are not all.
    `map_plate` is the map as a picture, where somebody drew its ground.
    """

    invitation: TextRun
    still_life: tuple[Card, ...]
    products: Link
    producers: Link | None
    codes: Link
    example_code: str
    notices: tuple[NoticeLine, ...]
    in_season: tuple[Card, ...]
    seasons: Link | None
    wheel: Wheel | None
    now: Link | None
    showcase: tuple[Card, ...]
    industries: tuple[KindCard, ...]
    suits: tuple[Link, ...]
    localities: LinkGroup | None
    all_localities: Link | None
    map: Link | None
    map_plate: Plate | None
    places: tuple[PlaceCard, ...]
    all_places: Link | None
    makers: tuple[ProducerCard, ...]
    trails: tuple[TrailCard, ...]
    new: tuple[Card, ...]
    stars: tuple[Link, ...]
    explain_stars: str | None
    news: tuple[ArticleCard, ...]
    about: tuple[Link, ...]


@frozen
class FilterLink:
    """A filter by its kind and value, such as `suits` and `gift`; `link` is the list of that alone."""

    kind: str
    value: str
    link: Link


@frozen
class Facet:
    """The filters of one kind."""

    kind: str
    label: TextRun
    links: tuple[FilterLink, ...]


@frozen
class ListFilters:
    """How a list is narrowed: `of` what it is of, as kind and value (empty for all products), `quick` one tap away.

    `has_hours`: places have opening hours, so that one may ask what is to be had now.
    """

    of: str
    quick: tuple[FilterLink, ...]
    facets: tuple[Facet, ...]
    has_hours: bool


@frozen
class ListView:
    """Products: all, of an industry, a set, a star class, a commune, a former district, a season, a use, a price.

    `narrower` are the parts that a list is divided in of old, such as an industry's sets.
    """

    heading: TextRun
    note: TextRun | None
    listing: Listing
    narrower: tuple[LinkGroup, ...]
    filters: ListFilters


@frozen
class DirectoryView:
    """Links in groups: industries with their sets, star classes, localities, seasons, the letters of A-Z."""

    heading: TextRun
    note: TextRun | None
    groups: tuple[LinkGroup, ...]
    turns: tuple[Turn, ...] = ()


@frozen
class CodedLink:
    code: str
    link: Link


@frozen
class CodesView:
    """Every code with its product, in order; `codes` is the path below which they stand, `example` one of them."""

    example: str
    codes: str
    links: tuple[CodedLink, ...]
    turns: tuple[Turn, ...]


@frozen
class SearchView:
    """Where what is found has an address, `?q=` and what was typed: empty but for `ways` to look through everything."""

    heading: TextRun
    ways: tuple[Link, ...]


@frozen
class MyListView:
    """A visitor's own list, which the browser keeps; `address` is what is shared, with the codes after a `#`.

    A product is told of by the one of the `scripts` that its code's number modulo their count points to. Each calls
    `ocop.listed` with an object by code: `name` (text, language if another), `href`, `maker` (address, text, language),
    and where there is any: `worth` (day from which on, words), `withdrawn`, `notices`, `spirit`, `picture`, `places`
    (address, shelf, text, language), `phones` (each for links, for people). `most`: how many products a list holds.
    """

    address: str
    scripts: tuple[str, ...]
    most: int
    law_warning: TextRun | None
    products: Link
