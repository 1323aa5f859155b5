"""Pages of products by where they are made: the communes of today and the districts of before."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.lists.list_pages import directory, pages_of
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import Text, TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Link, LinkGroup


def locality_sheets(edition: Edition) -> Iterator[Sheet]:
    geography = edition.catalogue.gazetteer
    province, former = geography.localities.province.name, geography.localities.former_province.name
    for unit in edition.facets.of("communes"):
        yield from _unit(edition, "communes", unit, geography.communes[unit].name, province, made_of(edition, unit))
    for unit in edition.facets.of("districts"):
        yield from _unit(edition, "districts", unit, geography.districts[unit].name, former, _became(edition, unit))
    groups = tuple(
        LinkGroup(
            TextRun(edition.words(f"localities.{kind}")),
            unit_links(edition, kind),
            kind,
            TextRun(edition.words(f"localities.note.{kind}")),
        )
        for kind in ("communes", "districts")
        if edition.facets.of(kind)
    )
    if groups:
        yield directory(edition, "localities", groups)


def _unit(edition: Edition, kind: str, unit: str, name: Text, within: Text, note: str) -> Iterator[Sheet]:
    """The products of a commune or of a former district, with what it was or became."""
    label, product_ids = edition.run(name), edition.facets.of(kind)[unit]
    words = {"name": label.text, "province": edition.run(within).text, "count": len(product_ids)}
    yield from pages_of(
        edition,
        (kind, unit),
        product_ids,
        edition.words(f"{kind}.one.title", name=label.text),
        edition.words(f"{kind}.one.description", **words),
        crumbs=(edition.urls.menu_link("localities"),),
        note=TextRun(note),
        label=label,
    )


def unit_links(edition: Edition, kind: str) -> tuple[Link, ...]:
    """Communes of today or districts of before, in Vietnamese order of their own names."""
    geography, products = edition.catalogue.gazetteer, edition.facets.of(kind)
    units = geography.communes if kind == "communes" else geography.districts
    ordered = sorted(products, key=lambda unit: collation_key(bare(edition.run(units[unit].name).text)))
    return tuple(edition.urls.link((kind, unit), units[unit].name, len(products[unit])) for unit in ordered)


def bare(name: str) -> str:
    """A unit's name from its first capital on: `Cần Đước` of `xã Cần Đước`."""
    words = name.split()
    start = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
    return " ".join(words[start:])


def made_of(edition: Edition, unit: str) -> str:
    """The former communes that a commune of today was made of."""
    parts = []
    for former in edition.catalogue.gazetteer.predecessors[unit]:
        name = edition.run(former.name).text
        parts.append(name if len(former.became) == 1 else edition.words("communes.part", name=name))
    return edition.words("communes.one.note", units=", ".join(parts))


def _became(edition: Edition, unit: str) -> str:
    """The communes of today on a former district's ground."""
    geography = edition.catalogue.gazetteer
    today = {commune for f in geography.former_communes.values() if f.district == unit for commune in f.became}
    names = sorted((edition.run(geography.communes[commune].name).text for commune in today), key=collation_key)
    return edition.words("districts.one.note", units=", ".join(names))
