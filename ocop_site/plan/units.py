"""Pages of products by where they are made: the communes of today and the districts of before."""

from collections.abc import Iterator

from ocop_site.language import Run, Text, collation_key
from ocop_site.plan.lines import Lines
from ocop_site.plan.list_pages import directory, pages_of
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.views import Link, LinkGroup


def locality_sheets(lines: Lines) -> Iterator[Sheet]:
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
        yield directory(lines, "localities", groups)


def _unit(lines: Lines, kind: str, unit: str, name: Text, within: Text, note: str) -> Iterator[Sheet]:
    """The products of a commune or of a former district, with what it was or became."""
    label, product_ids = lines.run(name), lines.facets.of(kind)[unit]
    words = {"name": label.text, "province": lines.run(within).text, "count": len(product_ids)}
    yield from pages_of(
        lines,
        (kind, unit),
        product_ids,
        lines.words(f"{kind}.one.title", name=label.text),
        lines.words(f"{kind}.one.description", **words),
        crumbs=(lines.menu_link("localities"),),
        note=Run(note),
        label=label,
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
