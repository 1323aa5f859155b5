"""From single records to one catalogue in which every reference holds, or to problems with their places."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from ocop_site.catalogue.article import Article
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.causes import by_cause
from ocop_site.catalogue.localities import Gazetteer
from ocop_site.catalogue.mentions import KnownIds, mention_problems
from ocop_site.catalogue.showing import is_draft
from ocop_site.content.memory.notes import Notes
from ocop_site.content.model_errors import missing
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Location, Problem, nearest
from ocop_site.records.base import marked
from ocop_site.records.fields import Reference
from ocop_site.records.files import FILES
from ocop_site.records.kinds import KINDS
from ocop_site.records.label_paper import LabelPapers
from ocop_site.records.land.year import Year
from ocop_site.records.ledgers import Codes, GivenCode, PublishedLedger
from ocop_site.records.localities import Localities
from ocop_site.records.maps.outlines import NO_OUTLINES, Outlines
from ocop_site.records.products.doors import HomeDoors
from ocop_site.records.scheme import Scheme
from ocop_site.records.site import Site
from ocop_site.records.values.identifiers import Code, Gtin, Identifier
from ocop_site.records.writing import FrontMatter, Glossary, Sources, Synonyms
from ocop_site.text.language import Text
from ocop_site.text.wording import Words, WordTable


def link(
    records: Records,
    media: Collection[str],
    today: date,
    drafts: bool = False,
    outlines: Outlines = NO_OUTLINES,
    notes: Notes | None = None,
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue as of `today`; None where mistakes leave none. Drafts are part of it only when asked for.

    `notes` are what was found before of the whole, so that nothing is asked anew of a record that is the same.
    """
    problems = list(_missing_files(records))
    if problems or any((kind, kind) in records.broken for kind in _REQUIRED):
        return None, problems
    links = _Links(records, _known_ids(records, media), notes or Notes())
    problems += by_cause((each for shaped in _all(records) for each in links.references(shaped)), records)
    problems += (each for shaped in _all(records) for each in links.mentions(shaped))
    problems += _unwritten_articles(records)
    problems += links.reserved()
    if any(problem.is_error for problem in problems) or records.broken:
        return None, problems
    return _catalogue(records, today, drafts, outlines), problems


_REQUIRED = tuple(kind.name for kind in FILES.values() if kind.is_required)


def _missing_files(records: Records) -> Iterator[Problem]:
    for kind in _REQUIRED:
        if kind not in records.by_kind and (kind, kind) not in records.broken:
            yield Problem("content.file-missing", Location(f"{kind}.yaml"), {"file": f"{kind}.yaml"})


def _known_ids(records: Records, media: Collection[str]) -> KnownIds:
    """Every id that something may refer to; a record that could not be shaped counts as there."""
    known: dict[str, set[Any]] = {
        kind: {shaped.entry.id for shaped in records.of(kind).values()} | {i for k, i in records.broken if k == kind}
        for kind in KINDS
    }
    localities: Localities = records.of("localities")["localities"].record
    scheme: Scheme = records.of("scheme")["scheme"].record
    known["communes"] = {unit.id for unit in localities.communes}
    known["former_provinces"] = {province.id for province in localities.provinces_before}
    known["districts"] = {unit.id for unit in localities.districts}
    known["former_communes"] = {unit.id for unit in localities.former_communes}
    known["industries"] = {industry.id for industry in scheme.industries}
    groups = (group for industry in scheme.industries for group in industry.groups)
    known["sets"] = {product_set.number for group in groups for product_set in group.sets}
    known["sources"] = set(_single(records, "sources", Sources()).sources)
    known["media"] = set(media)
    return {kind: ids for kind, ids in known.items() if (kind, kind) not in records.broken}


class _Links:
    """What records refer to and is not there. `depends` changes with the ids that are there, and with their places."""

    def __init__(self, records: Records, known: KnownIds, notes: Notes) -> None:
        self._records, self._known = records, known
        self._gazetteer = _gazetteer(records)
        words = [spec.addresses["page"] for spec in records.of("site")["site"].record.languages.values()]
        self._reserved = re.compile(rf"(?:{'|'.join(map(re.escape, words))})-\d+")
        places = records.of("localities")["localities"].digest
        there = {kind: sorted(map(str, ids)) for kind, ids in known.items()}
        self.depends = (notes.digest("known ids", there), places, tuple(words))

    def references(self, shaped: Shaped[Any]) -> tuple[Problem, ...]:
        return shaped.notes.kept("references", self.depends, lambda: tuple(self._dangling(shaped)))

    def mentions(self, shaped: Shaped[Any]) -> tuple[Problem, ...]:
        return shaped.notes.kept("mentions", self.depends, lambda: tuple(mention_problems(shaped, self._known)))

    def reserved(self) -> Iterator[Problem]:
        """`trang-2` is where the second page of a list stands."""
        return (each for shaped in _all(self._records) for each in self._reserved_of(shaped))

    def _reserved_of(self, shaped: Shaped[Any]) -> tuple[Problem, ...]:
        return shaped.notes.kept("reserved", self.depends, lambda: tuple(self._reserved_in(shaped)))

    def _reserved_in(self, shaped: Shaped[Any]) -> Iterator[Problem]:
        if self._reserved.fullmatch(shaped.entry.id):
            yield shaped.problem("site.reserved", (), id=shaped.entry.id)
        for kind, known in shaped.record.records.items() if shaped.entry.kind == "published" else ():
            for record_id in filter(self._reserved.fullmatch, known):
                yield shaped.problem("site.reserved", ("records", kind, record_id), id=record_id)

    def _dangling(self, shaped: Shaped[Any]) -> Iterator[Problem]:
        for path, reference, value in marked(shaped.record, Reference):
            ids = self._known.get(reference.kind)
            if ids is not None and value not in ids:
                if namesakes := _namesakes(self._gazetteer, reference.kind, value):
                    yield shaped.problem("reference.several", path, found=value, several=namesakes)
                else:
                    yield _dangling(shaped, path, reference.kind, value, ids)


def _namesakes(gazetteer: Gazetteer, kind: str, value: object) -> str:
    """The units of before that an id without the name of the larger unit may mean, where they are several."""
    if kind not in ("districts", "former_communes"):
        return ""
    units = gazetteer.districts if kind == "districts" else gazetteer.former_communes
    alike = [unit for unit in units if unit.startswith(f"{value}-")]
    told = (f"{unit} ({next(iter(gazetteer.label(kind, unit).words.values()))})" for unit in alike)
    return "; ".join(told) if len(alike) > 1 else ""


def _dangling(shaped: Shaped[Any], path: Any, kind: str, value: object, ids: Collection[str | int]) -> Problem:
    code = f"reference.{kind}"
    if kind == "media" and (name := _ON_A_DISK.fullmatch(str(value))):
        return shaped.problem("reference.media-path", path, found=value, file=name[1])
    if isinstance(value, str) and (near := nearest(value, map(str, ids))):
        return shaped.problem(f"{code}-near", path, found=value, near=near)
    return shaped.problem(code, path, found=value)


_ON_A_DISK = re.compile(r"(?:[A-Za-z]:|~|/|file:|\\\\).*[/\\]([^/\\]+)")
"""A file by its way on a computer: `C:\\Users\\Lan\\banh.jpg`, `/home/lan/banh.jpg`."""


def _unwritten_articles(records: Records) -> Iterator[Problem]:
    site: Site = records.of("site")["site"].record
    for kind in _MARKDOWN:
        languages: dict[str, set[str]] = {}
        for shaped in records.of(kind).values():
            entry = shaped.entry
            languages.setdefault(entry.id, set()).add(entry.language or "")
            if entry.language not in site.languages:
                known = ", ".join(site.languages)
                yield entry.problem("article.language", (), found=entry.language, languages=known)
            if kind == "news" and shaped.record.date is None:
                yield missing(entry, ("date",))
        for shaped in records.of(kind).values():
            first = site.first_language
            broken = (kind, shaped.entry.id) in records.broken
            if first not in languages[shaped.entry.id] and not broken:
                yield shaped.entry.problem("article.first-language", (), id=shaped.entry.id, language=first)


def _catalogue(records: Records, today: date, drafts: bool, outlines: Outlines) -> Catalogue:
    site: Site = records.of("site")["site"].record
    products = _plain(records, "products")
    kept_back = {} if drafts else {i: product for i, product in products.items() if is_draft(product)}
    ledger: Mapping[Identifier, GivenCode] = _single(records, "codes", Codes()).codes
    return Catalogue(
        today=today,
        site=site,
        scheme=records.of("scheme")["scheme"].record,
        gazetteer=_gazetteer(records),
        programme=_single(records, "programme", None),
        year=_single(records, "year", Year()),
        sources=_single(records, "sources", Sources()).sources,
        glossary=_single(records, "glossary", Glossary()).terms,
        given_codes={key: given for key, given in ledger.items() if isinstance(key, Code)},
        given_gtins={key: given for key, given in ledger.items() if isinstance(key, Gtin)},
        ledger=_single(records, "published", PublishedLedger()),
        doors=_single(records, "doors", HomeDoors()).doors,
        synonyms=_single(records, "synonyms", Synonyms()),
        records=_by_kind(records, site, drafts),
        drafts=kept_back,
        files={(s.entry.kind, s.entry.id): s.entry.file for s in _all(records)},
        outlines=outlines,
        map_ground=_single(records, "map", None),
        label_papers=_single(records, "labels", LabelPapers()).papers,
        words=_words(records),
        made_of=records.by_kind,
    )


def _gazetteer(records: Records) -> Gazetteer:
    shaped = records.of("localities")["localities"]
    return shaped.notes.kept("gazetteer", None, lambda: Gazetteer(shaped.record))


def _by_kind(records: Records, site: Site, drafts: bool) -> dict[str, dict[str, Any]]:
    """Every kind that is written as a folder."""
    folders = {kind.name: _plain(records, kind.name) for kind in KINDS.values() if kind.form == "folder"}
    shown = {
        kind: {i: record for i, record in found.items() if drafts or not is_draft(record)}
        for kind, found in folders.items()
    }
    return shown | {kind: _articles(records, kind, site, drafts) for kind in _MARKDOWN}


_MARKDOWN = tuple(kind.name for kind in KINDS.values() if kind.form == "markdown")


def _articles(records: Records, kind: str, site: Site, drafts: bool) -> dict[str, Article]:
    written: dict[str, dict[str, Shaped[FrontMatter]]] = {}
    for shaped in records.of(kind).values():
        if drafts or not is_draft(shaped.record):
            written.setdefault(shaped.entry.id, {})[shaped.entry.language or ""] = shaped
    return {i: _kept([(lang, by[lang]) for lang in site.languages if lang in by]) for i, by in written.items()}


def _kept(versions: list[tuple[str, Shaped[FrontMatter]]]) -> Article:
    """The same article as before where it is the same in every language."""
    depends = tuple((language, shaped.digest) for language, shaped in versions)
    return versions[0][1].notes.kept("article", depends, lambda: _article(versions))


def _article(versions: list[tuple[str, Shaped[FrontMatter]]]) -> Article:
    first = versions[0][1].record
    return Article(
        title=Text({lang: shaped.record.title for lang, shaped in versions}),
        summary=Text({lang: shaped.record.summary for lang, shaped in versions}),
        body=Text({lang: shaped.entry.body for lang, shaped in versions}),
        date=first.date,
        order=first.order,
        draft=is_draft(first),
        sources=first.sources,
        photos=_of_every_version(versions, "photos", "alt"),
        files=_of_every_version(versions, "files", "title"),
    )


def _of_every_version(versions: list[tuple[str, Shaped[FrontMatter]]], field: str, words: str) -> tuple[Any, ...]:
    """What the files of an article's languages name, each once, with the words of all that name it."""
    found: dict[str, Any] = {}
    for _, shaped in versions:
        for named in getattr(shaped.record, field):
            known = found.get(named.file, named)
            told = Text({**dict(getattr(named, words)), **dict(getattr(known, words))})
            found[named.file] = known.model_copy(update={words: told})
    return tuple(found.values())


def _words(records: Records) -> WordTable:
    """The office's words of the interface by key and language; none that is yet to be translated."""
    table: dict[str, dict[str, Words]] = {}
    for language, shaped in records.of("words").items():
        for key, words in shaped.record.words.items():
            if words:
                table.setdefault(key, {})[language] = words
    return table


def _all(records: Records) -> Iterator[Shaped[Any]]:
    for kind in records.by_kind.values():
        yield from kind.values()


def _plain(records: Records, kind: str) -> dict[str, Any]:
    return {i: shaped.record for i, shaped in sorted(records.of(kind).items())}


def _single(records: Records, kind: str, default: Any) -> Any:
    shaped = records.of(kind).get(kind)
    return shaped.record if shaped else default
