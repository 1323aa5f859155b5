"""Pages of many products: all, by industry and set, by stars, by commune and former district, from A to Z."""

from collections.abc import Iterator, Sequence

from ocop_site.language import Run, Text, collation_key, initial, slug
from ocop_site.plan.lines import Lines
from ocop_site.plan.paging import by_page
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.urls import Key
from ocop_site.plan.views import DirectoryView, Link, LinkGroup, ListView
from ocop_site.records.scheme import Industry, ProductSet

NAMES_PER_PAGE = 240
"""How many names a page of A-Z holds: they are one short line each."""


def list_sheets(lines: Lines) -> Iterator[Sheet]:
    yield from _all_products(lines)
    yield from _industries(lines)
    yield from _stars(lines)
    yield from _localities(lines)
    yield from _a_z(lines)


def industry_links(lines: Lines) -> tuple[Link, ...]:
    """Industries in the scheme's order, those with products."""
    products = lines.facets.of("industries")
    industries = [i for i in lines.catalogue.scheme.industries if i.id in products]
    return tuple(lines.link(("industries", i.id), i.name, len(products[i.id])) for i in industries)


def star_links(lines: Lines) -> tuple[Link, ...]:
    products = lines.facets.of("stars")
    return tuple(
        lines.link(("stars", stars), lines.words("star.label", stars=stars), len(products[stars]))
        for stars in sorted(products, reverse=True)
    )


def unit_links(lines: Lines, kind: str) -> tuple[Link, ...]:
    """Communes of today or districts of before, in Vietnamese order of their own names."""
    geography, products = lines.catalogue.gazetteer, lines.facets.of(kind)
    units = geography.communes if kind == "communes" else geography.districts
    ordered = sorted(products, key=lambda unit: collation_key(bare(lines.run(units[unit].name).text)))
    return tuple(lines.link((kind, unit), units[unit].name, len(products[unit])) for unit in ordered)


def bare(name: str) -> str:
    """A unit's name from its first capital on: `Cần Đước` of `xã Cần Đước`."""
    words = name.split()
    start = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
    return " ".join(words[start:])


def _all_products(lines: Lines) -> Iterator[Sheet]:
    product_ids = lines.in_order(lines.catalogue.listed)
    groups = (
        LinkGroup(Run(lines.words("industries.menu")), industry_links(lines)),
        LinkGroup(Run(lines.words("stars.menu")), star_links(lines)),
        LinkGroup(Run(lines.words("localities.districts")), unit_links(lines, "districts")),
    )
    title = lines.words("products.title")
    description = lines.words("products.description", count=len(product_ids))
    facets = tuple(group for group in groups if group.links)
    yield from _pages(lines, ("products", ""), product_ids, title, description, facets=facets)


def _industries(lines: Lines) -> Iterator[Sheet]:
    by_industry = lines.facets.of("industries")
    groups = []
    for industry in lines.catalogue.scheme.industries:
        if industry.id not in by_industry:
            continue
        sets = [s for group in industry.groups for s in group.sets if str(s.number) in lines.facets.of("sets")]
        links = tuple(
            lines.link(("sets", str(s.number)), s.name, len(lines.facets.of("sets")[str(s.number)])) for s in sets
        )
        head = lines.link(("industries", industry.id), industry.name, len(by_industry[industry.id]))
        groups.append(LinkGroup(lines.run(industry.name), (head, *links), industry.id))
        yield from _industry(lines, industry, links)
        for product_set in sets:
            yield from _set(lines, industry, product_set)
    if groups:
        yield _directory(lines, "industries", tuple(groups))


def _industry(lines: Lines, industry: Industry, sets: tuple[Link, ...]) -> Iterator[Sheet]:
    product_ids, label = lines.facets.of("industries")[industry.id], lines.run(industry.name)
    yield from _pages(
        lines,
        ("industries", industry.id),
        product_ids,
        lines.words("industry.title", name=label.text),
        lines.words("industry.description", name=label.text, count=len(product_ids)),
        crumbs=(lines.menu_link("industries"),),
        label=label,
        facets=(LinkGroup(Run(lines.words("industries.menu")), sets),) if len(sets) > 1 else (),
    )


def _set(lines: Lines, industry: Industry, product_set: ProductSet) -> Iterator[Sheet]:
    number, label = product_set.number, lines.run(product_set.name)
    product_ids = lines.facets.of("sets")[str(number)]
    yield from _pages(
        lines,
        ("sets", str(number)),
        product_ids,
        lines.words("set.title", number=number, name=label.text),
        lines.words("set.description", number=number, name=label.text, count=len(product_ids)),
        crumbs=(lines.menu_link("industries"), lines.link(("industries", industry.id), industry.name)),
        label=label,
    )


def _stars(lines: Lines) -> Iterator[Sheet]:
    by_stars = lines.facets.of("stars")
    for stars, product_ids in by_stars.items():
        title = lines.words("star.title", stars=stars)
        description = lines.words("star.description", stars=stars, count=len(product_ids))
        yield from _pages(lines, ("stars", stars), product_ids, title, description, crumbs=(lines.menu_link("stars"),))
    if by_stars:
        yield _directory(lines, "stars", (LinkGroup(Run(lines.words("stars.menu")), star_links(lines)),))


def _localities(lines: Lines) -> Iterator[Sheet]:
    geography = lines.catalogue.gazetteer
    province, former = geography.localities.province.name, geography.localities.former_province.name
    for unit in lines.facets.of("communes"):
        yield from _unit(lines, "communes", unit, geography.communes[unit].name, province, made_of(lines, unit))
    for unit in lines.facets.of("districts"):
        yield from _unit(lines, "districts", unit, geography.districts[unit].name, former, _became(lines, unit))
    groups = tuple(
        LinkGroup(
            Run(lines.words(f"localities.{kind}")),
            unit_links(lines, kind),
            kind,
            Run(lines.words(f"localities.note.{kind}")),
        )
        for kind in ("communes", "districts")
        if lines.facets.of(kind)
    )
    if groups:
        yield _directory(lines, "localities", groups)


def _unit(lines: Lines, kind: str, unit: str, name: Text, within: Text, note: str) -> Iterator[Sheet]:
    """The products of a commune or of a former district, with what it was or became."""
    label, product_ids = lines.run(name), lines.facets.of(kind)[unit]
    words = {"name": label.text, "province": lines.run(within).text, "count": len(product_ids)}
    yield from _pages(
        lines,
        (kind, unit),
        product_ids,
        lines.words(f"{kind}.one.title", name=label.text),
        lines.words(f"{kind}.one.description", **words),
        crumbs=(lines.menu_link("localities"),),
        note=Run(note),
        label=label,
    )


def made_of(lines: Lines, unit: str) -> str:
    """The former communes that a commune of today was made of."""
    parts = []
    for former in lines.catalogue.gazetteer.predecessors[unit]:
        name = lines.run(former.name).text
        parts.append(name if len(former.became) == 1 else lines.words("communes.part", name=name))
    return lines.words("communes.one.note", units=", ".join(parts))


def _became(lines: Lines, unit: str) -> str:
    """The communes of today on a former district's ground."""
    geography = lines.catalogue.gazetteer
    today = {commune for f in geography.former_communes.values() if f.district == unit for commune in f.became}
    names = sorted((lines.run(geography.communes[commune].name).text for commune in today), key=collation_key)
    return lines.words("districts.one.note", units=", ".join(names))


def _a_z(lines: Lines) -> Iterator[Sheet]:
    """Every product by name; one that is not OCOP-recognised too, since people search by name."""
    products = lines.catalogue.products
    product_ids = lines.in_order(i for i, product in products.items() if not product.withdrawn)
    for page, shown in by_page(product_ids, NAMES_PER_PAGE):
        turns = lines.turns(len(product_ids), ("a_z", ""), page, NAMES_PER_PAGE)
        view = DirectoryView(Run(lines.words("a_z.title")), None, _letters(lines, shown), turns)
        yield _sheet(lines, ("a_z", ""), view, lines.words("a_z.title"), lines.words("a_z.description"), page=page)


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


def _directory(lines: Lines, kind: str, groups: tuple[LinkGroup, ...]) -> Sheet:
    title = lines.words(f"{kind}.title")
    return _sheet(lines, (kind, ""), DirectoryView(Run(title), None, groups), title, lines.words(f"{kind}.description"))


def _pages(
    lines: Lines,
    key: Key,
    product_ids: Sequence[str],
    title: str,
    description: str,
    *,
    crumbs: tuple[Link, ...] = (),
    label: Run | None = None,
    note: Run | None = None,
    facets: tuple[LinkGroup, ...] = (),
) -> Iterator[Sheet]:
    """A list, 48 products a page."""
    for page, _ in by_page(product_ids):
        heading = Run(title, label.language if label else None)
        view = ListView(heading, note if page == 1 else None, lines.listing(product_ids, key, page), facets)
        crumb = lines.link(key, label or Run(title))
        yield Sheet(key, view, title, description, (*crumbs, crumb), page=page)


def _sheet(lines: Lines, key: Key, view: object, title: str, description: str, page: int = 1) -> Sheet:
    return Sheet(key, view, title, description, (lines.link(key, title),), page=page)
