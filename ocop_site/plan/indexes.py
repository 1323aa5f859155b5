"""Every product by its name and by its code, for those who know the one or the other."""

from collections.abc import Iterator, Sequence

from ocop_site.language import Run, initial, slug
from ocop_site.plan.lines import Lines
from ocop_site.plan.list_pages import one_page
from ocop_site.plan.paging import by_page
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.views import CodedLink, CodesView, DirectoryView, Link, LinkGroup

NAMES_PER_PAGE = 240
"""How many names a page holds: they are one short line each."""


def index_sheets(lines: Lines) -> Iterator[Sheet]:
    yield from _a_z(lines)
    yield from _codes(lines)


def _a_z(lines: Lines) -> Iterator[Sheet]:
    """Every product by name; one that is not OCOP-recognised too, since people search by name."""
    products = lines.catalogue.products
    product_ids = lines.in_order(i for i, product in products.items() if not product.withdrawn)
    for page, shown in by_page(product_ids, NAMES_PER_PAGE):
        turns = lines.turns(len(product_ids), ("a_z", ""), page, NAMES_PER_PAGE)
        view = DirectoryView(Run(lines.words("a_z.title")), None, _letters(lines, shown), turns)
        yield one_page(lines, ("a_z", ""), view, lines.words("a_z.title"), lines.words("a_z.description"), page=page)


def _letters(lines: Lines, product_ids: Sequence[str]) -> tuple[LinkGroup, ...]:
    by_letter: dict[str, list[Link]] = {}
    for product_id in product_ids:
        product = lines.catalogue.products[product_id]
        name = lines.run(product.name)
        label = Run(lines.words("a_z.name", name=name.text, code=product.code), name.language)
        by_letter.setdefault(initial(name.text), []).append(lines.link(("products", product_id), label))
    return tuple(LinkGroup(Run(letter), tuple(links), _anchor(letter)) for letter, links in by_letter.items())


def _anchor(letter: str) -> str:
    """An id for a letter: `a`, `aa` for Â, `aw` for Ă, as people type them."""
    typed = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "so"}
    return f"chu-{typed.get(letter) or slug(letter)}"


def _codes(lines: Lines) -> Iterator[Sheet]:
    """Every code with its product: what the label says leads on without a camera."""
    products = lines.catalogue.products
    by_code = sorted((product.code, i) for i, product in products.items() if not product.withdrawn)
    title = lines.words("codes.title")
    for page, shown in by_page(by_code, NAMES_PER_PAGE):
        view = CodesView(
            example=lines.example_code,
            codes=lines.addresses.link("/p/"),
            links=tuple(_coded(lines, code, product_id) for code, product_id in shown),
            turns=lines.turns(len(by_code), ("codes", ""), page, NAMES_PER_PAGE),
        )
        yield one_page(lines, ("codes", ""), view, title, lines.words("codes.description"), page=page)


def _coded(lines: Lines, code: str, product_id: str) -> CodedLink:
    name = lines.run(lines.catalogue.products[product_id].name)
    label = Run(lines.words("codes.name", code=code, name=name.text), name.language)
    return CodedLink(code, lines.link(("products", product_id), label))
