"""Every product by its code, for those who have it before them."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import share
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.views import CodedLink, CodesView, Link

INDEXES = ("codes",)

CODES_PER_PAGE = 120
"""How many codes a page holds: they are one short line each."""


def keys(edition: Edition) -> Iterator[PageKey]:
    yield from numbered("codes", "", len(edition.catalogue.present), CODES_PER_PAGE)


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, description = edition.said("codes.title"), edition.words("codes.description")
    return index_sheet(edition, key, _codes(edition, key), title, description)


def _codes(edition: Edition, key: PageKey) -> CodesView:
    """Every code with its product: what the label says leads on without a camera."""
    by_code = _by_code(edition.editions.default)
    return CodesView(
        example=edition.parts.example_code,
        codes=edition.site_urls.link("/p/"),
        links=tuple(_coded(edition, code, i) for code, i in share(by_code, key.number, CODES_PER_PAGE)),
        turns=edition.parts.turns(len(by_code), key.thing, key.number, CODES_PER_PAGE),
    )


@fact
def _by_code(edition: Edition) -> list[tuple[str, str]]:
    present = frozenset(edition.catalogue.present)
    return [(code, i) for code, i in edition.catalogue.by_code if i in present]


def _coded(edition: Edition, code: str, product_id: str) -> CodedLink:
    card = edition.parts.card(product_id)
    label = TextRun(edition.words("codes.name", code=code, name=card.name.text), card.name.language)
    return CodedLink(code, Link(card.href, edition.parts.named(product_id, label)))
