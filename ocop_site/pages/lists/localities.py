"""Pages of products by where they are made: the communes of today, the districts and the provinces of before."""

from collections.abc import Iterator, Sequence

from ocop_site.catalogue.localities import joined
from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.links import unit_heading, unit_links
from ocop_site.pages.lists.sheets import ListHead, index_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.records.localities import FormerCommune
from ocop_site.text.language import Text, TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import DirectoryView, LinkGroup

INDEXES = ("localities",)
PAGES = ("communes", "former_provinces", "districts")


def keys(edition: Edition) -> Iterator[PageKey]:
    for kind in PAGES:
        for unit, product_ids in edition.facets.of(kind).items():
            yield from numbered(kind, unit, len(product_ids))
    if any(edition.facets.of(kind) for kind in PAGES):
        yield PageKey("localities")


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _unit_sheet(edition, key) if key.id else _directory_sheet(edition)


def _directory_sheet(edition: Edition) -> Sheet:
    title, groups = edition.said("localities.title"), tuple(_groups(edition))
    view = DirectoryView(title, None, groups)
    has_former = any(edition.facets.of(kind) for kind in ("districts", "former_provinces"))
    description = edition.words("localities.description" if has_former else "localities.description.today")
    return index_sheet(edition, PageKey("localities"), view, title, description)


def _groups(edition: Edition) -> Iterator[LinkGroup]:
    """The districts of several former provinces stand under the name of each."""
    for kind in PAGES:
        note = edition.said(f"localities.note.{kind}")
        if kind == "districts" and edition.catalogue.gazetteer.was_merged_of_several:
            yield from _districts_by_province(edition, note)
        elif links := unit_links(edition, kind):
            yield LinkGroup(unit_heading(edition, kind), links, kind, note)


def _districts_by_province(edition: Edition, note: TextRun) -> Iterator[LinkGroup]:
    """The note stands once, under the first heading."""
    gazetteer = edition.catalogue.gazetteer
    first: TextRun | None = note
    for province_id, province in gazetteer.former_provinces.items():
        own = {i for i, unit in gazetteer.districts.items() if unit.province == province_id}
        if links := unit_links(edition, "districts", own):
            name = edition.run(province.name)
            heading = TextRun(edition.words("localities.districts.of", province=name.text), name.language)
            yield LinkGroup(heading, links, f"districts-{province_id}", first)
            first = None


def _unit_sheet(edition: Edition, key: PageKey) -> Sheet:
    """The products of a unit of today or of before, with what it was or became."""
    geography, product_ids = edition.catalogue.gazetteer, edition.facets.of(key.kind)[key.id]
    label = edition.run(geography.label(key.kind, key.id))
    name, within = edition.run(geography.name(key.kind, key.id)), edition.run(_within(edition, key))
    words = {"name": name.text, "province": within.text, "count": len(product_ids)}
    head = ListHead(
        edition.said(f"{key.kind}.one.title", name=label.text),
        edition.words(f"{key.kind}.one.description", **words),
        crumbs=(edition.urls.menu_link("localities"),),
        note=_note(edition, key),
        label=label,
    )
    return list_sheet(edition, key, product_ids, head)


def _within(edition: Edition, key: PageKey) -> Text:
    """The province of a page's unit: that of before for a district, else that of today."""
    geography = edition.catalogue.gazetteer
    former = geography.former_province_of(geography.districts[key.id]) if key.kind == "districts" else None
    return former.name if former else geography.localities.province.name


def _note(edition: Edition, key: PageKey) -> TextRun | None:
    if key.kind == "communes":
        return made_of(edition, key.id)
    if key.kind == "districts":
        return _became(edition, key.id)
    today = edition.run(edition.catalogue.gazetteer.localities.province.name)
    return edition.said("former_provinces.one.note", province=today.text)


def made_of(edition: Edition, unit: str) -> TextRun | None:
    """The units of before that a commune of today was made of, as far as they are recorded."""
    geography, parts = edition.catalogue.gazetteer, []
    for former in geography.predecessors[unit]:
        kind = "former_communes" if isinstance(former, FormerCommune) else "districts"
        name = edition.run(geography.label(kind, former.id)).text
        is_whole = len(former.became) == 1 and not (isinstance(former, FormerCommune) and former.elsewhere)
        parts.append(name if is_whole else edition.words("communes.part", name=name))
    return edition.said("communes.one.note", units=_in_a_row(parts)) if parts else None


def _became(edition: Edition, unit: str) -> TextRun:
    """The communes of today on a former district's ground, as far as they are recorded."""
    geography = edition.catalogue.gazetteer
    its = [former for former in geography.former_communes.values() if former.district == unit]
    today = {*geography.districts[unit].became, *(commune for former in its for commune in former.became)}
    found = [geography.communes[commune].name for commune in today]
    found += [joined(name for name in (e.commune, e.province) if name) for former in its if (e := former.elsewhere)]
    names = sorted(dict.fromkeys(edition.run(name).text for name in found), key=collation_key)
    if not names:
        return edition.said("districts.one.note.ended")
    return edition.said("districts.one.note", units=_in_a_row(names))


def _in_a_row(names: Sequence[str]) -> str:
    """Parted by semicolons where one of the names has a comma of its own."""
    return ("; " if any("," in name for name in names) else ", ").join(names)
