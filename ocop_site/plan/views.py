"""What a theme sees: one view for each template, plain data all the way down. This file is the themes' contract.

Dates are ISO text to the precision known ("2023", "2023-01", "2023-01-10"); a `Run` carries its language only where
it is not the page's; links are ready to be written; what is None or empty is not known and is not shown.
"""

from dataclasses import dataclass

from ocop_site.language import Run

# --- what stands on every page ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    label: Run
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Switch:
    """The same thing in one of the site's languages; `here` for the page's own."""

    language: str
    name: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """A hreflang and the absolute address it stands for."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class SocialPicture:
    """A JPEG to be shown beside a link to the page; `href` is absolute."""

    href: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file for machines, with its media type."""

    href: str
    label: Run
    type: str


@dataclass(frozen=True, slots=True)
class Head:
    """`canonical` is absolute; `alternates` are empty where a page has not earned them; `crumbs` lead here.

    `jsonld` is what the page says for machines, as JSON; the filter `json` lets it stand in a `<script>`.
    """

    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    switches: tuple[Switch, ...]
    crumbs: tuple[Link, ...] = ()
    is_indexed: bool = True
    social: SocialPicture | None = None
    jsonld: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """Who keeps the catalogue; `phone` is an international number."""

    name: Run
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class KioskPaths:
    """Kiosks begin below the path `starts`; the pages of places in this language stand below `places`."""

    starts: str
    places: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What all pages of a language share; links lead from any page. `origin` is the site's scheme and host.

    `today` is the day of the build in the site's `time_zone`, which is `utc_offset` minutes ahead of UTC that day.
    `feeds` are this language's, `data` the open data of all. `kiosk` is nothing where no place has one.
    """

    language: str
    title: Run
    tagline: Run
    home: str
    base: str
    origin: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    my_list: Link
    office: OfficeLine | None
    data_page: str | None
    report: str
    checked_on: str | None
    today: str
    time_zone: str
    utc_offset: int
    licence: Link | None
    feeds: tuple[Download, ...]
    data: tuple[Download, ...]
    kiosk: KioskPaths | None


# --- parts ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PictureSource:
    """One format, in its widths."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as `<picture>` writes it: `sources` from the best format on, then `src` for every browser.

    `srcset` of the latter is empty where there is one width only. `width` and `height` tell the proportion and the
    largest size. `tone` is the number of the colour to show while it loads, 0 to 31. `kind`: photo or illustration.
    """

    sources: tuple[PictureSource, ...]
    src: str
    srcset: str
    width: int
    height: int
    tone: int
    alt: Run
    credit: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code as SVG draws it: `path` is path data of the dark modules on a light square of `side` units.

    `svg` and `png` are the same as files. Never inverted, in dark mode neither: some readers fail.
    """

    side: int
    path: str
    svg: str
    png: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown whose links by record are already addresses; the filter `markdown` makes it safe HTML."""

    source: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """`href` only where the source is on the web under https; else `address` is told as it stands."""

    title: Run
    href: str | None = None
    address: str | None = None
    seen: str | None = None
    note: Run | None = None


@dataclass(frozen=True, slots=True)
class WorthLine:
    """What a product's stars are worth on the day of the build, and `later` by what is recorded now.

    `standing`: valid, ending, continued, term_over, lapsed, revoked, unverified or none. `stars` is None where no star
    may be shown; `solid` tells solid from outlined. `until` is the last day in force, `ended` the last day of a term
    that is over ("2024" where no more is known), `as_of` when `source` last said so. Each of `later` holds from the
    day that it `starts` on, in rising order, and has no later ones of its own.
    """

    standing: str
    stars: int | None = None
    solid: bool = False
    until: str | None = None
    ended: str | None = None
    as_of: str | None = None
    source: Run | None = None
    basis: Run | None = None
    revoked_on: str | None = None
    revoked_by: Link | None = None
    starts: str | None = None
    later: tuple["WorthLine", ...] = ()


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate of a product, as recorded; the page lists the newest first."""

    stars: int
    purpose: str | None
    number: str | None
    decision: Link | None
    issuer: Run | None
    holder: Run | None
    issued: str | None
    issued_by: str | None
    expires: str | None
    extended_until: str | None
    revoked_on: str | None
    as_of: str | None
    checked: str | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A product in a list. `pattern` is the id of its industry, for a cover without picture; empty where unknown.

    `picture` is cropped to 4:3, whatever it was.
    """

    href: str
    code: str
    name: Run
    producer: Run
    locality: Run | None
    worth: WorthLine
    pattern: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A page of a list."""

    number: int
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list of products: `count` of all, the cards of this page, the pages there are (none if one)."""

    count: int
    cards: tuple[Card, ...]
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading; `anchor` is the id it has on the page."""

    label: Run
    links: tuple[Link, ...]
    anchor: str = ""
    note: Run | None = None


@dataclass(frozen=True, slots=True)
class AddressLine:
    """`line` below the commune, then the units of today and those before `changed_on`, smallest first.

    `undetermined`: the old unit is known and does not give the commune of today. `directions` opens the visitor's map.
    """

    line: Run | None
    today: tuple[Run, ...]
    before: tuple[Run, ...]
    changed_on: str
    undetermined: bool
    directions: str
    commune: Link | None = None
    district: Link | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """`phone` and `zalo` are international numbers; shown by the filter `phone`."""

    phone: str | None = None
    zalo: str | None = None
    email: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Days with the same hours, from `first` to `last`, 0 for Monday; no span: closed; None: not told."""

    first: int
    last: int
    spans: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name to find one's way by, its middle at `x` and `y`; `is_small` where there is no room for large letters."""

    x: float
    y: float
    text: Run
    is_small: bool


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """`km` kilometres are `length` units."""

    km: int
    length: float


@dataclass(frozen=True, slots=True)
class Pin:
    """A number on a map, the same as in the list beside it; its middle is at `x` and `y`.

    `at_x` and `at_y` are the spot that it means, elsewhere where it had to make room for others. `kind`: place, or
    makers of products. `precision`: point, centre (of its commune), or former (the centre of a unit of before: only
    about there). `reach` is the radius around it that no other pin claims.
    """

    number: int
    kind: str
    precision: str
    name: Run
    x: float
    y: float
    at_x: float
    at_y: float
    reach: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """A map as SVG draws it, north at the top, all lengths in its own units; `pin` is the radius of a pin.

    `land` and `land_made` are path data: outlines, those of communes with products apart; else `dots` are the communes'
    centres, strokes of no length. `is_dense`: so many pins that 360 px are too few. `credits`: whose the outlines are.
    """

    width: float
    height: float
    pin: float
    is_dense: bool
    land: str
    land_made: str
    dots: str
    labels: tuple[MapLabel, ...]
    pins: tuple[Pin, ...]
    scale: ScaleBar
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A recall or warning in force; `kind` is recall or warning."""

    kind: str
    date: str
    until: str | None
    text: Prose
    products: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    anchor: str


# --- one view for each template ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KindCard:
    """An industry with its count, the id of its pattern, and the picture of one of its products."""

    link: Link
    pattern: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class HomeView:
    """`in_season`, `showcase` and `new` never hold spirits nor what is recalled; links have counts.

    `codes` leads to all codes, `example_code` is one of them. `showcase` is another choice every day. `makers` welcome
    visitors. `all_places` is there where there are more than those shown.
    """

    products: Link
    producers: Link | None
    codes: Link
    example_code: str
    notices: tuple[NoticeLine, ...]
    in_season: tuple[Card, ...]
    seasons: Link | None
    showcase: tuple[Card, ...]
    industries: tuple[KindCard, ...]
    suits: tuple[Link, ...]
    districts: tuple[Link, ...]
    map: Link | None
    places: tuple["PlaceCard", ...]
    all_places: Link | None
    makers: tuple["ProducerCard", ...]
    trails: tuple["TrailCard", ...]
    new: tuple[Card, ...]
    stars: tuple[Link, ...]
    explain_stars: str | None
    news: tuple["ArticleCard", ...]
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """Products: all, of an industry, a set, a star class, a commune, a former district, a season, a use."""

    heading: Run
    note: Run | None
    listing: Listing
    facets: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """Links in groups: industries with their sets, star classes, localities, seasons, the letters of A-Z."""

    heading: Run
    note: Run | None
    groups: tuple[LinkGroup, ...]
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedLink:
    code: str
    link: Link


@dataclass(frozen=True, slots=True)
class CodesView:
    """Every code with its product, in order; `codes` is the path below which they stand, `example` one of them."""

    example: str
    codes: str
    links: tuple[CodedLink, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class PriceLine:
    """In đồng; an indicative price with its day."""

    lowest: int
    highest: int | None
    unit: Run | None
    as_of: str
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class PackLine:
    name: Run | None
    net_weight: Run | None
    gtin: str | None
    price: PriceLine | None


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A mark that the product bears; `kind` such as geographical_indication, vietgap, organic."""

    kind: str
    name: Run | None
    number: str | None
    issuer: Run | None
    holder: Run | None
    until: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """`kind`: shop, maker or article."""

    kind: str
    href: str
    label: Run


@dataclass(frozen=True, slots=True)
class SoldAt:
    """`place_id` is what a kiosk knows its place by."""

    place: Link
    place_id: str
    shelf: str | None
    is_out: bool
    as_of: str | None


@dataclass(frozen=True, slots=True)
class ServiceLines:
    place: Link | None
    booking: Run | None
    languages: tuple[str, ...]
    price: PriceLine | None


@dataclass(frozen=True, slots=True)
class CraftLines:
    material: Run | None
    size: Run | None
    care: Run | None


@dataclass(frozen=True, slots=True)
class TravelLines:
    keeps_days: int | None
    liquid_ml: int | None
    fragile: bool | None
    needs_cold: bool | None


@dataclass(frozen=True, slots=True)
class TermLine:
    """A native word; `anchor` is the id it has on the page of the glossary."""

    term: Run
    meaning: Run
    anchor: str


@dataclass(frozen=True, slots=True)
class SellerLine:
    """What a visitor shows to who sells: the name and a question, both in the site's first language."""

    name: Run
    question: Run


@dataclass(frozen=True, slots=True)
class ProductView:
    """Allergens None: unknown; empty: none declared. `unknown`: the facts to ask the producer for, as word keys.

    For readers of other languages than the site's first: `say_it`, `glosses` of native words in the name, `seller`.
    `suits` are lists of products that suit the same. `qr` holds `short_address`.
    """

    code: str
    short_address: str
    qr: Qr
    name: Run
    name_is_ours: bool
    other_names: tuple[Run, ...]
    also_known_as: tuple[Run, ...]
    say_it: Run | None
    glosses: tuple[TermLine, ...]
    glossary: str | None
    seller: SellerLine | None
    suits: tuple[Link, ...]
    notices: tuple[NoticeLine, ...]
    is_draft: bool
    law_warning: Run | None
    supplement_notice: Run | None
    worth: WorthLine
    explain_stars: str | None
    certificates: tuple[CertificateLine, ...]
    industry: Link | None
    set: Link | None
    set_basis: str | None
    pattern: str
    pictures: tuple[Picture, ...]
    producer: Link
    producer_kind: str
    address: AddressLine | None
    contact: Contact
    summary: Run
    taste: Run | None
    how_to_use: Run | None
    story: Prose | None
    ingredients: Run | None
    nutrition: Run | None
    storage: Run | None
    shelf_life: Run | None
    warnings: Run | None
    alcohol_percent: str | None
    allergens: tuple[str, ...] | None
    diet: tuple[str, ...]
    travel: TravelLines | None
    customs: tuple[Run, ...]
    packs: tuple[PackLine, ...]
    is_gift: bool
    contains: tuple[Card, ...]
    season: tuple[int, ...]
    in_season: bool
    service: ServiceLines | None
    craft: CraftLines | None
    ocop_code: str | None
    declaration: str | None
    traceability: str | None
    traceability_href: str | None
    marks: tuple[MarkLine, ...]
    links: tuple[OutsideLink, ...]
    sold_at: tuple[SoldAt, ...]
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    report: str
    goes_with: tuple[Card, ...]
    more_by_producer: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """A product that is no longer in the catalogue: what it was, why it left, what came after it."""

    code: str
    name: Run
    other_names: tuple[Run, ...]
    summary: Run
    producer: Link
    on: str
    reason: Run
    successor: Card | None
    law_warning: Run | None
    notices: tuple[NoticeLine, ...]
    sources: tuple[SourceLine, ...]
    report: str


@dataclass(frozen=True, slots=True)
class ProducerCard:
    """`kind` is a word key: cooperative, enterprise, household ..."""

    href: str
    name: Run
    kind: str
    locality: Run | None
    count: int


@dataclass(frozen=True, slots=True)
class ProducersView:
    count: int
    cards: tuple[ProducerCard, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class ProducerView:
    """`others` are products that are not OCOP-recognised; `households_commune_only` where an address is a home."""

    name: Run
    other_names: tuple[Run, ...]
    registered_name: Run | None
    former_names: tuple[Run, ...]
    kind: str
    successor: Link | None
    since: str | None
    addresses: tuple[AddressLine, ...]
    households_commune_only: bool
    contact: Contact
    visits_welcome: bool | None
    visits_note: Run | None
    food_safety: str | None
    food_safety_until: str | None
    pictures: tuple[Picture, ...]
    story: Prose | None
    listing: Listing
    others: tuple[Card, ...]
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class DecisionCard:
    href: str
    number: str
    kind: str
    issuer: Run
    issued: str
    count: int


@dataclass(frozen=True, slots=True)
class DecisionsView:
    count: int
    cards: tuple[DecisionCard, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    number: str
    kind: str
    issuer: Run
    level: str
    issued: str
    scan: Picture | None
    listing: Listing
    sources: tuple[SourceLine, ...]


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
class MapPlace:
    """A place in the list beside the map; no `number`: it is not located. `km` as the crow flies from the showroom."""

    number: int | None
    card: PlaceCard
    precision: str | None
    km: int | None


@dataclass(frozen=True, slots=True)
class MapUnit:
    """The producers of a commune of today; of a unit of before (`is_former`) where that is not determined.

    No `number`: it is not located; no `name`: no source says where. `note` tells of the units old and new; `makers`
    have the number of products that they make there. `km` goes from the showroom to the unit's centre.
    """

    number: int | None
    name: Run | None
    href: str | None
    note: Run | None
    is_former: bool
    count: int
    makers: tuple[Link, ...]
    km: int | None


@dataclass(frozen=True, slots=True)
class MapView:
    """`showroom` is where distances are told from, if there is one and it is known where it stands."""

    sketch: Sketch
    places: tuple[MapPlace, ...]
    units: tuple[MapUnit, ...]
    other_places: tuple[MapPlace, ...]
    other_units: tuple[MapUnit, ...]
    showroom: Link | None
    changed_on: str
    sources: tuple[SourceLine, ...]


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
class Locator:
    """A small map with one pin, and the way to the large one."""

    sketch: Sketch
    map: Link


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


@dataclass(frozen=True, slots=True)
class PartnerLine:
    name: Run
    offers: Prose | None
    website: str | None
    sources: tuple[SourceLine, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """`kind`: enterprise, research, association, promotion, finance or media."""

    kind: str
    partners: tuple[PartnerLine, ...]


@dataclass(frozen=True, slots=True)
class PartnersView:
    groups: tuple[PartnerGroup, ...]


@dataclass(frozen=True, slots=True)
class ArticleCard:
    href: str
    title: Run
    summary: Run
    date: str | None


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The news, newest first, or the pages in their order; `kind` is news or pages."""

    kind: str
    heading: Run
    cards: tuple[ArticleCard, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    kind: str
    title: Run
    summary: Run
    date: str | None
    body: Prose
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class NoticesView:
    notices: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class ChartTick:
    """A number beside an axis, and where on it."""

    at: float
    value: int


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A part of a column, of a star class; `stars` None: of no class that was told."""

    stars: int | None
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A column, its parts from the floor up. Its number stands in its middle on the line `number_y`.

    It is counted as of some day from `span_from` to `span_to`: a month is a short span of the axis, a year a long one.
    """

    as_of: str
    count: int
    x: float
    y: float
    width: float
    number_y: float
    span_from: float
    span_to: float
    parts: tuple[ChartPart, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns on an axis of time as SVG draws them; all lengths in its own units, a pixel each on a phone.

    `left` is where the axis of time begins and `floor` the height of zero; `levels` are heights, `years` the middles
    of years and `edges` their beginnings and ends.
    """

    width: float
    height: float
    left: float
    floor: float
    bars: tuple[ChartBar, ...]
    levels: tuple[ChartTick, ...]
    years: tuple[ChartTick, ...]
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bar as long as what was `reached`, if that is known, and the `target` as a mark, both from the left.

    `holds_number`: the bar has room for its number.
    """

    width: float
    target: float
    reached: float | None
    holds_number: bool


@dataclass(frozen=True, slots=True)
class MyListView:
    """A visitor's own list, which the browser keeps; `address` is what is shared, with the codes after a `#`.

    A product is told of by the one of the `scripts` that its code's number modulo their count points to. Each calls
    `ocopListed` with an object by code: `name` (text, language if another), `href`, `maker` (address, text, language),
    and where there is any: `worth` (day from which on, words), `withdrawn`, `notices`, `spirit`, `picture`, `places`
    (address, shelf, text, language), `phone` (for links, for people). `most`: how many products a list holds.
    """

    address: str
    scripts: tuple[str, ...]
    most: int
    law_warning: Run | None
    products: Link


@dataclass(frozen=True, slots=True)
class TargetLine:
    what: Run
    value: int
    at_least: bool
    period: Run
    reached: int | None
    reached_as_of: str | None
    reached_note: Run | None
    bullet: Bullet
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class CountLine:
    """`stars` from five to three: class and number of products; empty where the source tells no classes."""

    as_of: str
    products: int
    stars: tuple[tuple[int, int], ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """`counts` are the programme's; `recognitions` those in this catalogue by the year of their decision.

    Recognitions are told as recorded, whether in force today or not; there are none where fewer than two years are
    known. Each chart draws the lines of its table.
    """

    name: Run
    summary: Run
    story: Prose | None
    targets: tuple[TargetLine, ...]
    counts: tuple[CountLine, ...]
    chart: Chart | None
    recognitions: tuple[CountLine, ...]
    recognitions_chart: Chart | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    terms: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A way into one language: the page's name in that language, where it leads, what to say there."""

    language: str
    name: str
    href: str
    title: Run


@dataclass(frozen=True, slots=True)
class LeaveLine:
    """Since when and why a product has left the catalogue, what it `was` (not told of a spirit), what followed it."""

    on: str
    reason: Run
    was: Run | None
    successor: Link | None


@dataclass(frozen=True, slots=True)
class CodeVoice:
    """All that is said of a product in one language; runs are marked where they are not in it. `href` leads on."""

    language: str
    name: str
    href: str
    title: Run
    producer: Run
    worth: WorthLine
    law_warning: Run | None
    supplement_notice: Run | None
    notices: tuple[NoticeLine, ...]
    withdrawn: LeaveLine | None


@dataclass(frozen=True, slots=True)
class CodeView:
    """A printed code or a barcode (`gtin`); where script runs it goes on by itself, else to `fallback`.

    `now` is the product's code of today, where `code` is an older one. `link_set` is for machines (RFC 9264).
    """

    code: str
    now: str | None
    gtin: str | None
    picture: Picture | None
    voices: tuple[CodeVoice, ...]
    fallback: str
    link_set: str | None


@dataclass(frozen=True, slots=True)
class RootView:
    """The site's own root: the ways into its languages; where script runs it goes on by itself."""

    doors: tuple[Door, ...]
    fallback: str


@dataclass(frozen=True, slots=True)
class Slide:
    """A product in a kiosk's loop; `shelf` where it stands on one there."""

    link: Link
    other_names: tuple[Run, ...]
    picture: Picture
    shelf: str | None


@dataclass(frozen=True, slots=True)
class KioskView:
    """Where the kiosk of a place begins; `place` is its id. `slides` never hold spirits or what is recalled.

    `notices` leads to the recalls and warnings in force, where there are any.
    """

    place: str
    name: Run
    other_names: tuple[Run, ...]
    slides: tuple[Slide, ...]
    doors: tuple[Door, ...]
    notices: Link | None


@dataclass(frozen=True, slots=True)
class KioskLine:
    """`link` opens it here; `address` is what a browser is started with, `leave` what ends it."""

    link: Link
    address: str
    leave: str


@dataclass(frozen=True, slots=True)
class KiosksView:
    """For those who set kiosks up: where they begin, and how to, in each of the languages that staff may read."""

    kiosks: tuple[KioskLine, ...]
    guides: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """One page for all languages; `codes` is the path below which every printed code stands.

    `asked` (for a code), `wrong` (no such code) and `address` (where to type one without script) are told in each.
    """

    doors: tuple[Door, ...]
    codes: str
    asked: tuple[Run, ...]
    wrong: tuple[Run, ...]
    address: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class MovedView:
    """Something that stands elsewhere now."""

    link: Link


@dataclass(frozen=True, slots=True)
class GoneView:
    """Something that was published and has ended."""

    name: str
    on: str
    reason: Run | None
    index: Link


TEMPLATES: dict[type, str] = {
    HomeView: "home",
    ListView: "list",
    DirectoryView: "directory",
    CodesView: "codes",
    ProductView: "product",
    WithdrawnView: "withdrawn",
    ProducersView: "producers",
    ProducerView: "producer",
    DecisionsView: "decisions",
    DecisionView: "decision",
    PlacesView: "places",
    PlaceView: "place",
    MapView: "map",
    TrailsView: "trails",
    TrailView: "trail",
    PartnersView: "partners",
    ArticlesView: "articles",
    ArticleView: "article",
    NoticesView: "notices",
    MyListView: "my_list",
    ProgrammeView: "programme",
    GlossaryView: "glossary",
    CodeView: "code",
    RootView: "root",
    KioskView: "kiosk",
    KiosksView: "kiosks",
    NotFoundView: "not_found",
    MovedView: "moved",
    GoneView: "gone",
}
"""The template that shows each view: `templates/<name>.html` of a theme."""


@dataclass(frozen=True, slots=True)
class Page:
    """A view at an address in a language; `sources` are the content files it was made from."""

    path: str
    language: str
    head: Head
    view: object
    sources: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        return TEMPLATES[type(self.view)]
