"""A kind of record that the program does not have: fairs, written into a copy of it as the recipe says."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.support import PROJECT, bytes_of

PROGRAM = ("ocop_site", "themes", "build.py", "pyproject.toml")
"""All that building a site takes."""

NEW_FILES: Mapping[str, str] = {
    "ocop_site/records/fair.py": '''\
"""Fairs, where products are shown for some days."""

from typing import Annotated

from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import Day, Passage, Phrase, PlaceId, SourceId


class Fair(Record):
    name: Annotated[Phrase, Vi("tên hội chợ"), En("name of the fair"), Example("{vi: Hội xuân, en: Spring fair}")]
    date: Annotated[Day, Vi("ngày mở"), En("opens on"), Example("2027-02-14")]
    place: Annotated[PlaceId, Vi("địa điểm: mã hồ sơ"), En("place: its id"), Example("nha-trung-bay")]
    summary: Annotated[Passage, Vi("tóm tắt"), En("summary"), Example("{vi: Ba ngày ở nhà trưng bày.}")]
    sources: Annotated[
        tuple[SourceId, ...],
        Vi("nguồn: mã trong `sources.yaml`"),
        En("sources: ids in `sources.yaml`"),
        Example("[s-seed]"),
    ] = ()
''',
    "ocop_site/views/fairs.py": '''\
"""Fairs."""

from dataclasses import dataclass

from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import SourceLine


@dataclass(frozen=True, slots=True)
class FairView:
    name: TextRun
    date: str
    place: Link
    summary: TextRun
    sources: tuple[SourceLine, ...]
''',
    "ocop_site/pages/fairs.py": '''\
"""Pages of the fairs, in the order of their days."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import directory_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.records.fair import Fair
from ocop_site.text.language import TextRun
from ocop_site.views import FairView, LinkGroup

INDEXES = PAGES = ("fairs",)


def keys(edition: Edition) -> Iterator[PageKey]:
    fairs = edition.catalogue.of("fairs")
    if fairs:
        yield PageKey("fairs")
    for fair_id in fairs:
        yield PageKey("fairs", fair_id)


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _fair_sheet(edition, key) if key.id else _index(edition)


def _index(edition: Edition) -> Sheet:
    fairs = sorted(edition.catalogue.of("fairs").items(), key=lambda item: (item[1].date, item[0]))
    links = tuple(edition.urls.link(("fairs", fair_id), fair.name) for fair_id, fair in fairs)
    return directory_sheet(edition, "fairs", (LinkGroup(TextRun(edition.words("fairs.title")), links),))


def _fair_sheet(edition: Edition, key: PageKey) -> Sheet:
    fair: Fair = edition.catalogue.of("fairs")[key.id]
    view = FairView(
        name=edition.run(fair.name),
        date=fair.date.isoformat(),
        place=edition.urls.link(("places", fair.place), edition.catalogue.places[fair.place].name),
        summary=edition.run(fair.summary),
        sources=edition.parts.sources(fair.sources),
    )
    return Sheet(
        key,
        view,
        edition.distinct("fairs", key.id, edition.run(fair.name).text),
        edition.run(fair.summary).text,
        (edition.urls.menu_link("fairs"), edition.urls.link(key.thing, fair.name)),
        texts=(fair.name, fair.summary),
    )
''',
    "themes/dong-bang/templates/fair.html": """\
{% extends "base.html" %}
{% from "kit/text.html" import link %}
{% from "macros/sources.html" import section as sources %}
{% block main %}
<article>
<h1>{{ view.name|run }}</h1>
<p class="lead passage">{{ view.summary|run }}</p>
<p>{{ w("fair.when", date=view.date|day) }} {{ link(view.place) }}</p>
{{ sources(view.sources) }}
</article>
{% endblock %}
""",
}
"""Whole files by their paths."""

NEW_LINES: Mapping[str, Mapping[str, str]] = {
    "ocop_site/records/kinds.py": {
        "from ocop_site.records.people import": "from ocop_site.records.fair import Fair\n",
        '    Kind("partners",': """\
    Kind(
        "fairs", "menu", {"vi": "hoi-cho", "en": "fairs"}, vi="hội chợ", en="fairs",
        model=Fair, link="fair", has_pages=True,
    ),
""",
    },
    "ocop_site/views/__init__.py": {
        "from ocop_site.views.finding import": "from ocop_site.views.fairs import FairView\n",
        '    "FoodLines",': '    "FairView",\n',
        '    PartnersView: "partners",': '    FairView: "fair",\n',
    },
    "ocop_site/pages/planning.py": {
        "    glossary,\n    kiosks,": "    fairs,\n",
        "    producers, decisions, partners,": "    fairs,\n",
    },
    "ocop_site/editions/words.yaml": {
        "partners.title:": """\
fairs.title: {vi: Hội chợ, en: Fairs}
fairs.menu: {vi: Hội chợ, en: Fairs}
fairs.description: {vi: "Hội chợ nào, ngày nào, ở đâu.", en: "Which fairs there are, when and where."}
fair.when: {vi: "Mở ngày {date} tại", en: "Opens on {date} at"}

""",
    },
}
"""By path: lines, and what they stand before."""


def add_fairs(program: Path) -> None:
    for path, text in NEW_FILES.items():
        program.joinpath(path).write_text(text, "utf-8", newline="\n")
    for path, additions in NEW_LINES.items():
        file = program / path
        text = file.read_text("utf-8")
        for before, added in additions.items():
            assert text.count(before) == 1, f"{path}: {before}"
            text = text.replace(before, added + before)
        file.write_text(text, "utf-8", newline="\n")


def copy_program(folder: Path) -> None:
    for name in PROGRAM:
        source, target = PROJECT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)


def touched(folder: Path) -> set[str]:
    """The files of a copy that are not those of the program."""
    ours, theirs = _files(PROJECT), _files(folder)
    return {path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)}


def _files(folder: Path) -> dict[str, bytes]:
    found = {name: folder / name for name in PROGRAM}
    whole = {name: path.read_bytes() for name, path in found.items() if path.is_file()}
    within = {
        f"{name}/{path}": body for name, top in found.items() if top.is_dir() for path, body in bytes_of(top).items()
    }
    return {path: body for path, body in (whole | within).items() if "__pycache__" not in path}
