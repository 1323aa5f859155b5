"""Every product by its name and by its code, for those who know the one or the other."""

from collections.abc import Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import by_page
from ocop_site.pages.lists.list_pages import one_page
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import initial, slug
from ocop_site.views import CodedLink, CodesView, DirectoryView, Link, LinkGroup

NAMES_PER_PAGE = 240
"""How many names a page holds: they are one short line each."""


def index_sheets(edition: Edition) -> Iterator[Sheet]:
    yield from _a_z(edition)
    yield from _codes(edition)


def _a_z(edition: Edition) -> Iterator[Sheet]:
    """Every product by name; one that is not OCOP-recognised too, since people search by name."""
    products = edition.catalogue.products
    product_ids = edition.in_order(i for i, product in products.items() if not product.withdrawn)
    for page, shown in by_page(product_ids, NAMES_PER_PAGE):
        turns = edition.parts.turns(len(product_ids), ("a_z", ""), page, NAMES_PER_PAGE)
        view = DirectoryView(TextRun(edition.words("a_z.title")), None, _letters(edition, shown), turns)
        yield one_page(
            edition, ("a_z", ""), view, edition.words("a_z.title"), edition.words("a_z.description"), page=page
        )


def _letters(edition: Edition, product_ids: Sequence[str]) -> tuple[LinkGroup, ...]:
    by_letter: dict[str, list[Link]] = {}
    for product_id in product_ids:
        product = edition.catalogue.products[product_id]
        name = edition.run(product.name)
        label = TextRun(edition.words("a_z.name", name=name.text, code=product.code), name.language)
        by_letter.setdefault(initial(name.text), []).append(edition.urls.link(("products", product_id), label))
    return tuple(LinkGroup(TextRun(letter), tuple(links), _anchor(letter)) for letter, links in by_letter.items())


def _anchor(letter: str) -> str:
    """An id for a letter: `a`, `aa` for Â, `aw` for Ă, as people type them."""
    typed = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "so"}
    return f"chu-{typed.get(letter) or slug(letter)}"


def _codes(edition: Edition) -> Iterator[Sheet]:
    """Every code with its product: what the label says leads on without a camera."""
    products = edition.catalogue.products
    by_code = sorted((product.code, i) for i, product in products.items() if not product.withdrawn)
    title = edition.words("codes.title")
    for page, shown in by_page(by_code, NAMES_PER_PAGE):
        view = CodesView(
            example=edition.parts.example_code,
            codes=edition.site_urls.link("/p/"),
            links=tuple(_coded(edition, code, product_id) for code, product_id in shown),
            turns=edition.parts.turns(len(by_code), ("codes", ""), page, NAMES_PER_PAGE),
        )
        yield one_page(edition, ("codes", ""), view, title, edition.words("codes.description"), page=page)


def _coded(edition: Edition, code: str, product_id: str) -> CodedLink:
    name = edition.run(edition.catalogue.products[product_id].name)
    label = TextRun(edition.words("codes.name", code=code, name=name.text), name.language)
    return CodedLink(code, edition.urls.link(("products", product_id), label))
