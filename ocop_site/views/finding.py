"""Ways to a product: home, lists, directories, codes, a visitor's own list."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link, Signpost
from ocop_site.views.parts import Card, LinkGroup, Listing, NoticeLine, Picture, Turn
from ocop_site.views.places import PlaceCard
from ocop_site.views.reading import ArticleCard
from ocop_site.views.seasons import Wheel
from ocop_site.views.sheets import Plate


@frozen
class DoorCard:
    """A door of the home page: `link` is the list behind it with its count.

    `picture` is cut out, to lie on the `ground` of that name.
    """

    link: Link
    picture: Picture | None
    ground: str


@frozen
class Teaser:
    """The beginning of something: its name, where or whose it is, the first words of its story, its picture.

    `kind` is the key of words for what sort of maker or place it is, such as `place.shop`; empty for a product.
    """

    href: str
    name: TextRun
    kind: str
    beside: TextRun | None
    opening: TextRun | None
    picture: Picture


@frozen
class HomeView:
    """`invitation` is what it opens with. `still_life`: cards with what is cut out, to lie side by side.

    What invites never holds spirits nor what is recalled; links have counts. `doors` are those that open on something.
    `showcase`, `maker`, `story` and `place` are others every day; `showcase` is there where there are no doors. `open`
    are places with hours, a few of them, the showroom first; `now` leads to all. `codes` leads to all codes,
    `example_code` is one of them. `news` is the newest.
    `map_plate` is the map as a picture, where somebody drew its ground.
    """

    invitation: TextRun
    still_life: tuple[Card, ...]
    products: Link
    producers: Link | None
    codes: Link
    example_code: str
    notices: tuple[NoticeLine, ...]
    doors: tuple[DoorCard, ...]
    showcase: tuple[Card, ...]
    wheel: Wheel | None
    map: Link | None
    map_plate: Plate | None
    open: tuple[PlaceCard, ...]
    now: Link | None
    place: Teaser | None
    places: Link | None
    maker: Teaser | None
    story: Teaser | None
    news: ArticleCard | None


@frozen
class AboutView:
    """What there is to read about the catalogue, in its order; the other groups of the page are those of `Chrome`.

    `counts` are what it holds, by kind, such as products, producers, sources; `in_force` how many of the products have
    a certificate that is known to be in force on the day of the build.
    """

    heading: TextRun
    counts: tuple[tuple[str, int], ...]
    in_force: int
    articles: tuple[Signpost, ...]


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
    """Products: all, of an industry, a set, a star class, a commune, a former district, a season, a use, a price, or
    those behind a door of the home page.

    `narrower` are the parts that a list is divided in of old, such as an industry's sets.
    """

    heading: TextRun
    note: TextRun | None
    listing: Listing
    narrower: tuple[LinkGroup, ...]
    filters: ListFilters


@frozen
class DirectoryView:
    """Links in groups: industries with their sets, star classes, localities; of doors, each as home shows it."""

    heading: TextRun
    note: TextRun | None
    groups: tuple[LinkGroup, ...]
    turns: tuple[Turn, ...] = ()
    doors: tuple[DoorCard, ...] = ()


@frozen
class CodedLink:
    code: str
    link: Link


@frozen
class AlphabetLine:
    """What stands at one place of an index: a thing, such as Tea, with the products that are one, or a single product.

    `headword` is the thing; without one there is a single product, by its own name. `picture` shows one of those
    under a headword that may be recommended, cut out where it can be.
    """

    headword: TextRun | None
    products: tuple[CodedLink, ...]
    picture: Picture | None


@frozen
class Letter:
    """What begins with a letter, in the order of the alphabet. `anchor` is the id it has on the page."""

    letter: str
    anchor: str
    lines: tuple[AlphabetLine, ...]


@frozen
class AlphabetView:
    """The products from A to Z, as the index of a book has them; `jump` leads to every letter, on whatever page."""

    heading: TextRun
    jump: tuple[Link, ...]
    letters: tuple[Letter, ...]
    turns: tuple[Turn, ...]


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
