"""Pages of products by where they are made: the communes of today and the districts of before."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.links import unit_links
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import LinkGroup

INDEXES = ("localities",)
PAGES = ("communes", "districts")


def keys(edition: Edition) -> Iterator[PageKey]:
    for kind in PAGES:
        for unit, product_ids in edition.facets.of(kind).items():
            yield from numbered(kind, unit, len(product_ids))
    if any(edition.facets.of(kind) for kind in PAGES):
        yield PageKey("localities")


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _unit_sheet(edition, key) if key.id else _directory_sheet(edition)


def _directory_sheet(edition: Edition) -> Sheet:
    groups = (
        LinkGroup(
            TextRun(edition.words(f"localities.{kind}")),
            unit_links(edition, kind),
            kind,
            TextRun(edition.words(f"localities.note.{kind}")),
        )
        for kind in PAGES
        if edition.facets.of(kind)
    )
    return directory_sheet(edition, "localities", tuple(groups))


def _unit_sheet(edition: Edition, key: PageKey) -> Sheet:
    """The products of a commune or of a former district, with what it was or became."""
    geography, product_ids = edition.catalogue.gazetteer, edition.facets.of(key.kind)[key.id]
    if key.kind == "communes":
        name, within = geography.communes[key.id].name, geography.localities.province.name
        note = made_of(edition, key.id)
    else:
        name, within = geography.districts[key.id].name, geography.localities.former_province.name
        note = _became(edition, key.id)
    label = edition.run(name)
    words = {"name": label.text, "province": edition.run(within).text, "count": len(product_ids)}
    head = ListHead(
        edition.words(f"{key.kind}.one.title", name=label.text),
        edition.words(f"{key.kind}.one.description", **words),
        crumbs=(edition.urls.menu_link("localities"),),
        note=TextRun(note),
        label=label,
    )
    return list_sheet(edition, key, product_ids, head)


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
