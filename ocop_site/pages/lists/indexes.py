"""Every product by its name and by its code, for those who know the one or the other."""

from collections.abc import Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import share
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import heading, slug
from ocop_site.views import CodedLink, CodesView, DirectoryView, Link, LinkGroup

INDEXES = ("a_z", "codes")

NAMES_PER_PAGE = 240
"""How many names a page holds: they are one short line each."""


def keys(edition: Edition) -> Iterator[PageKey]:
    for kind in INDEXES:
        yield from numbered(kind, "", len(edition.catalogue.present), NAMES_PER_PAGE)


def plan(edition: Edition, key: PageKey) -> Sheet:
    view = _a_z(edition, key) if key.kind == "a_z" else _codes(edition, key)
    title, description = edition.said(f"{key.kind}.title"), edition.words(f"{key.kind}.description")
    return index_sheet(edition, key, view, title, description)


def _a_z(edition: Edition, key: PageKey) -> DirectoryView:
    """Every product by name; one that is not OCOP-recognised too, since people search by name."""
    product_ids = _by_name(edition)
    turns = edition.parts.turns(len(product_ids), key.thing, key.number, NAMES_PER_PAGE)
    letters = _letters(edition, share(product_ids, key.number, NAMES_PER_PAGE))
    return DirectoryView(edition.said("a_z.title"), None, letters, turns)


@fact
def _by_name(edition: Edition) -> list[str]:
    present = frozenset(edition.catalogue.present)
    return [i for i in edition.all_in_order if i in present]


def _letters(edition: Edition, product_ids: Sequence[str]) -> tuple[LinkGroup, ...]:
    by_letter: dict[str, list[Link]] = {}
    for product_id in product_ids:
        card = edition.parts.card(product_id)
        label = TextRun(edition.words("a_z.name", name=card.name.text, code=card.code), card.name.language)
        link = Link(card.href, edition.parts.named(product_id, label))
        by_letter.setdefault(heading(card.name.text), []).append(link)
    return tuple(LinkGroup(TextRun(letter), tuple(links), _anchor(letter)) for letter, links in by_letter.items())


def _anchor(letter: str) -> str:
    """An id for a letter: `a`, `aa` for Â, `aw` for Ă, as people type them; of other writings its number."""
    typed = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "so"}
    return f"chu-{typed.get(letter) or slug(letter) or f'{ord(letter):x}'}"


def _codes(edition: Edition, key: PageKey) -> CodesView:
    """Every code with its product: what the label says leads on without a camera."""
    by_code = _by_code(edition.editions.default)
    return CodesView(
        example=edition.parts.example_code,
        codes=edition.site_urls.link("/p/"),
        links=tuple(_coded(edition, code, i) for code, i in share(by_code, key.number, NAMES_PER_PAGE)),
        turns=edition.parts.turns(len(by_code), key.thing, key.number, NAMES_PER_PAGE),
    )


@fact
def _by_code(edition: Edition) -> list[tuple[str, str]]:
    present = frozenset(edition.catalogue.present)
    return [(code, i) for code, i in edition.catalogue.by_code if i in present]


def _coded(edition: Edition, code: str, product_id: str) -> CodedLink:
    card = edition.parts.card(product_id)
    label = TextRun(edition.words("codes.name", code=code, name=card.name.text), card.name.language)
    return CodedLink(code, Link(card.href, edition.parts.named(product_id, label)))
