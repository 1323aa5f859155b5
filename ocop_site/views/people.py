"""Who makes, decides and supports: producers, decisions, partners."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import AddressLine, Card, Contact, FileLine, Listing, Picture, Prose, SourceLine, Turn
from ocop_site.views.sketches import Locator


@frozen
class ProducerCard:
    """`kind` is a word key: cooperative, enterprise, household ... `makes`: what it makes, in a few words.

    `pattern` is the id of the industry of most of its products, for a cover without picture; empty where unknown.
    """

    href: str
    name: TextRun
    kind: str
    locality: TextRun | None
    makes: TextRun | None
    count: int
    picture: Picture | None
    pattern: str


@frozen
class ProducersView:
    count: int
    cards: tuple[ProducerCard, ...]
    turns: tuple[Turn, ...]


@frozen
class ProducerView:
    """`others` are products that are not OCOP-recognised; `households_commune_only` where an address is a home.

    `lead` is a sentence of the story to begin with; `makes` and `pattern` as on its card.
    """

    name: TextRun
    other_names: tuple[TextRun, ...]
    registered_name: TextRun | None
    former_names: tuple[TextRun, ...]
    kind: str
    makes: TextRun | None
    pattern: str
    locality: TextRun | None
    successor: Link | None
    since: str | None
    addresses: tuple[AddressLine, ...]
    households_commune_only: bool
    contact: Contact
    visits_welcome: bool | None
    visits_note: TextRun | None
    food_safety: str | None
    food_safety_until: str | None
    pictures: tuple[Picture, ...]
    lead: TextRun | None
    story: Prose | None
    listing: Listing
    others: tuple[Card, ...]
    locator: Locator | None
    unknown: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@frozen
class DecisionCard:
    href: str
    number: str
    kind: str
    issuer: TextRun
    issued: str
    count: int


@frozen
class DecisionsView:
    count: int
    cards: tuple[DecisionCard, ...]
    turns: tuple[Turn, ...]


@frozen
class DecisionView:
    """`scan` is the decision as it was photographed, `document` as a file to take along."""

    number: str
    kind: str
    issuer: TextRun
    level: str
    issued: str
    scan: Picture | None
    document: FileLine | None
    listing: Listing
    sources: tuple[SourceLine, ...]


@frozen
class PartnerLine:
    name: TextRun
    offers: Prose | None
    website: str | None
    sources: tuple[SourceLine, ...]
    anchor: str


@frozen
class PartnerGroup:
    """`kind`: enterprise, research, association, promotion, finance or media."""

    kind: str
    partners: tuple[PartnerLine, ...]


@frozen
class PartnersView:
    groups: tuple[PartnerGroup, ...]
