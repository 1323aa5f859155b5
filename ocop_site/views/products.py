"""A product: what it is, what its stars are worth, what can be had of it; one that has left."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import AddressLine, Card, Contact, NoticeLine, Picture, Prose, Qr, SourceLine, StatusLine


@frozen
class CertificateLine:
    """One certificate of a product, as recorded; the page lists the newest first."""

    stars: int
    purpose: str | None
    number: str | None
    decision: Link | None
    issuer: TextRun | None
    holder: TextRun | None
    issued: str | None
    issued_by: str | None
    expires: str | None
    extended_until: str | None
    basis: TextRun | None
    revoked_on: str | None
    revoked_reason: TextRun | None
    as_of: str | None
    checked: str | None
    sources: tuple[SourceLine, ...]


@frozen
class PriceLine:
    """In đồng; an indicative price with its day."""

    lowest: int
    highest: int | None
    unit: TextRun | None
    as_of: str
    source: SourceLine | None


@frozen
class PackLine:
    name: TextRun | None
    net_weight: TextRun | None
    gtin: str | None
    price: PriceLine | None


@frozen
class MarkLine:
    """A mark that the product bears; `kind` such as geographical_indication, vietgap, organic."""

    kind: str
    name: TextRun | None
    number: str | None
    issuer: TextRun | None
    holder: TextRun | None
    until: str | None
    as_of: str | None


@frozen
class OutsideLink:
    """`kind`: shop, maker or article."""

    kind: str
    href: str
    label: TextRun


@frozen
class SoldAt:
    """`place_id` is what a kiosk knows its place by."""

    place: Link
    place_id: str
    shelf: str | None
    is_out: bool
    as_of: str | None


@frozen
class ServiceLines:
    place: Link | None
    booking: TextRun | None
    languages: tuple[str, ...]
    price: PriceLine | None


@frozen
class CraftLines:
    material: TextRun | None
    size: TextRun | None
    care: TextRun | None


@frozen
class TravelLines:
    """`fits_cabin`: whether a passenger may carry so much of a liquid; None where it is none, or not known."""

    keeps_days: int | None
    liquid_ml: int | None
    fits_cabin: bool | None
    fragile: bool | None
    needs_cold: bool | None


@frozen
class TermLine:
    """A native word; `anchor` is the id it has on the page of the glossary."""

    term: TextRun
    meaning: TextRun
    anchor: str


@frozen
class SellerLine:
    """What a visitor shows to who sells: the name and a question, both in the site's first language."""

    name: TextRun
    question: TextRun


@frozen
class FoodLines:
    """How it tastes and is used, and whether one can take it home. Allergens None: unknown; empty: none declared."""

    taste: TextRun | None
    how_to_use: TextRun | None
    use_is_ours: bool
    ingredients: TextRun | None
    nutrition: TextRun | None
    storage: TextRun | None
    shelf_life: TextRun | None
    warnings: TextRun | None
    alcohol_percent: str | None
    allergens: tuple[str, ...] | None
    diet: tuple[str, ...]
    diet_basis: str | None


@frozen
class RecordLines:
    """What the register and its papers say of a product; the newest certificate first."""

    certificates: tuple[CertificateLine, ...]
    industry: Link | None
    set: Link | None
    set_basis: str | None
    ocop_code: str | None
    declaration: str | None
    traceability: str | None
    traceability_href: str | None
    marks: tuple[MarkLine, ...]


@frozen
class ProductView:
    """`unknown`: the facts to ask the producer for, as word keys.

    For readers of other languages than the site's first: `say_it`, `glosses` of native words in the name, `seller`.
    `diets` and `suits` are lists of products that suit the same eaters, and the same occasions. `qr` holds
    `short_address`. `season`: the first and last month of each time that it is in season in one go; `season_note` says
    what of it is, `season_sources` who tells.
    """

    code: str
    short_address: str
    qr: Qr
    name: TextRun
    name_is_ours: bool
    other_names: tuple[TextRun, ...]
    also_known_as: tuple[TextRun, ...]
    say_it: TextRun | None
    glosses: tuple[TermLine, ...]
    glossary: str | None
    seller: SellerLine | None
    diets: tuple[Link, ...]
    suits: tuple[Link, ...]
    notices: tuple[NoticeLine, ...]
    is_draft: bool
    law_warning: TextRun | None
    supplement_notice: TextRun | None
    status: StatusLine
    explain_stars: str | None
    record: RecordLines
    pattern: str
    pictures: tuple[Picture, ...]
    producer: Link
    producer_kind: str
    address: AddressLine | None
    contact: Contact
    summary: TextRun
    food: FoodLines
    story: Prose | None
    story_is_ours: bool
    travel: TravelLines | None
    customs: tuple[TextRun, ...]
    packs: tuple[PackLine, ...]
    is_gift: bool
    contains: tuple[Card, ...]
    season: tuple[tuple[int, int], ...]
    in_season: bool
    season_note: TextRun | None
    season_sources: tuple[SourceLine, ...]
    service: ServiceLines | None
    craft: CraftLines | None
    links: tuple[OutsideLink, ...]
    sold_at: tuple[SoldAt, ...]
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    report: str
    goes_with: tuple[Card, ...]
    more_by_producer: tuple[Card, ...]


@frozen
class WithdrawnView:
    """A product that is no longer in the catalogue: what it was, why it left, what came after it."""

    code: str
    name: TextRun
    other_names: tuple[TextRun, ...]
    summary: TextRun
    producer: Link
    on: str
    reason: TextRun
    successor: Card | None
    law_warning: TextRun | None
    notices: tuple[NoticeLine, ...]
    sources: tuple[SourceLine, ...]
    report: str
