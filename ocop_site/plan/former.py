"""Addresses that were published once: where the thing stands now, or that it has ended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.language import Run
from ocop_site.plan.lines import Lines
from ocop_site.plan.sheets import unlisted
from ocop_site.plan.urls import HOME, Addresses, Key
from ocop_site.plan.views import GoneView, MovedView, Page
from ocop_site.records.ledgers import Published
from ocop_site.showroom.permanent import resolve

Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Former:
    """An address of before. `now` is what stood there, by its id of today; `ended` where that is no more."""

    path: str
    now: Key
    ended: Published | None = None


def former_pages(lines: Lines) -> Iterator[Page]:
    for former in former_addresses(lines.catalogue, lines.addresses, lines.language):
        yield _gone(lines, former, former.ended) if former.ended else _moved(lines, former)


def former_addresses(catalogue: Catalogue, addresses: Addresses, language: str) -> Iterator[Former]:
    """All that now lead to a page in `language`; the first one takes those of languages that the site has no more."""
    site = catalogue.site
    yield from _of(catalogue, addresses, language, language)
    if language == site.first_language:
        for gone in catalogue.published.words:
            if gone not in site.languages:
                yield Former(f"/{gone}/", HOME)
                yield from _of(catalogue, addresses, gone, language)


def _of(catalogue: Catalogue, addresses: Addresses, before: str, language: str) -> Iterator[Former]:
    """Every address of the language `before` at which no page of `language` stands."""
    ledger, site = catalogue.published, catalogue.site
    for kind, records in ledger.records.items():
        known = ledger.words.get(before, {}).get(kind, ())
        current = [addresses.words[before][kind]] if before in site.languages else []
        words = tuple(dict.fromkeys((*current, *known)))
        keys = {record_id: (kind, resolve(ledger, kind, record_id)) for record_id in records}
        if getattr(catalogue, kind):
            keys = {"": (kind, ""), **keys}
        for word in words:
            for record_id, now in keys.items():
                path = addresses.path_by_words((kind, record_id), before, {kind: word})
                standing = records.get(now[1])
                if standing and standing.ended:
                    yield Former(path, now, standing)
                elif path != addresses.path(now, language):
                    yield Former(path, now)


def _moved(lines: Lines, former: Former) -> Page:
    path = lines.addresses.path(former.now, lines.language)
    link = lines.link(former.now, _name(lines, former.now))
    head = unlisted(
        lines,
        path,
        lines.words("moved.title", name=link.label.text),
        lines.words("moved.description", name=link.label.text, path=path),
    )
    return Page(former.path, lines.language, head, MovedView(link))


def _gone(lines: Lines, former: Former, ended: Published) -> Page:
    kind, record_id = former.now
    index = lines.menu_link(kind) if getattr(lines.catalogue, kind) else lines.home
    head = unlisted(
        lines,
        former.path,
        lines.words("gone.title", name=f"{lines.words(f'{kind}.menu')}, {record_id}"),
        lines.words("gone.description", name=record_id),
    )
    on = ended.ended.isoformat() if ended.ended else ""
    return Page(former.path, lines.language, head, GoneView(record_id, on, lines.maybe(ended.reason), index))


def _name(lines: Lines, key: Key) -> Run:
    kind, record_id = key
    if key == HOME:
        return Run(lines.title)
    if not record_id:
        return Run(lines.words(f"{kind}.title"))
    record = getattr(lines.catalogue, kind)[record_id]
    if kind in ("news", "pages"):
        return lines.run(record.title)
    return Run(record.number) if kind == "decisions" else lines.run(record.name)
