"""The page of partners who support producers, by what they are."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import Sheet
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import PartnerGroup, PartnerLine, PartnersView

INDEXES = ("partners",)

PARTNER_KINDS = ("enterprise", "research", "association", "promotion", "finance", "media")


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.catalogue.partners:
        yield PageKey("partners")


def plan(edition: Edition, key: PageKey) -> Sheet:
    groups = (PartnerGroup(kind, _of_kind(edition, kind)) for kind in PARTNER_KINDS)
    view = PartnersView(tuple(group for group in groups if group.partners))
    title, description = edition.words("partners.title"), edition.words("partners.description")
    return Sheet(key, view, title, description, (edition.urls.menu_link("partners"),))


def _of_kind(edition: Edition, kind: str) -> tuple[PartnerLine, ...]:
    partners = edition.catalogue.partners
    found = [i for i, partner in partners.items() if partner.kind == kind]
    ordered = sorted(found, key=lambda i: collation_key(edition.run(partners[i].name).text))
    return tuple(_line(edition, i) for i in ordered)


def _line(edition: Edition, partner_id: str) -> PartnerLine:
    partner = edition.catalogue.partners[partner_id]
    offers, sources = edition.parts.prose(partner.offers), edition.parts.sources(partner.sources)
    return PartnerLine(edition.run(partner.name), offers, partner.website, sources, partner_id)
