"""Addresses that were published once: where the thing stands now, or that it has ended."""

from collections.abc import Iterator, Mapping

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.codes.resolve import resolve
from ocop_site.dependencies import Tracked
from ocop_site.editions.edition import Edition
from ocop_site.editions.urls import HOME, Key, SiteUrls
from ocop_site.facts import fact
from ocop_site.frozen import frozen
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import unlisted
from ocop_site.records.ledgers import Published
from ocop_site.text.language import TextRun
from ocop_site.views import GoneView, MovedView, Page

AddressWords = Mapping[str, Mapping[str, str]]


@frozen
class Former:
    """An address of before. `now` is what stood there, by its id of today; `ended` where that is no more."""

    path: str
    now: Key
    ended: Published | None = None


PAGES = ("former",)


def keys(edition: Edition) -> Iterator[PageKey]:
    """By the address of before, of which two may lead to one page."""
    return (PageKey("former", path) for path in _former(edition))


def path(_edition: Edition, key: PageKey) -> str:
    return key.id


def plan(edition: Edition, key: PageKey) -> Page:
    former = _former(edition)[key.id]
    return _gone(edition, former, former.ended) if former.ended else _moved(edition, former)


@fact
def _former(edition: Edition) -> Mapping[str, Former]:
    found = former_addresses(edition.catalogue, edition.site_urls, edition.language)
    return Tracked({former.path: former for former in found})


def former_addresses(catalogue: Catalogue, addresses: SiteUrls, language: str) -> Iterator[Former]:
    """All that now lead to a page in `language`; the first one takes those of languages that the site has no more."""
    site = catalogue.site
    yield from _of(catalogue, addresses, language, language)
    if language == site.first_language:
        for gone in catalogue.published.words:
            if gone not in site.languages:
                yield Former(f"/{gone}/", HOME)
                yield from _of(catalogue, addresses, gone, language)


def _of(catalogue: Catalogue, addresses: SiteUrls, before: str, language: str) -> Iterator[Former]:
    """Every address of the language `before` at which no page of `language` stands."""
    ledger, site = catalogue.published, catalogue.site
    for kind, records in ledger.records.items():
        known = ledger.words.get(before, {}).get(kind, ())
        current = [addresses.words[before][kind]] if before in site.languages else []
        words = tuple(dict.fromkeys((*current, *known)))
        keys = {record_id: (kind, resolve(ledger, kind, record_id)) for record_id in records}
        if catalogue.of(kind):
            keys = {"": (kind, ""), **keys}
        for word in words:
            for record_id, now in keys.items():
                path = addresses.path_by_words((kind, record_id), before, {kind: word})
                entry = records.get(now[1])
                if entry and entry.ended:
                    yield Former(path, now, entry)
                elif path != addresses.path(now, language) and (not now[1] or now[1] in catalogue.of(kind)):
                    yield Former(path, now)


def _moved(edition: Edition, former: Former) -> Page:
    path = edition.site_urls.path(former.now, edition.language)
    link = edition.urls.link(former.now, _name(edition, former.now))
    head = unlisted(
        edition,
        path,
        edition.words("moved.title", name=link.label.text),
        edition.words("moved.description", name=link.label.text, path=path),
    )
    return Page(former.path, edition.language, head, MovedView(link))


def _gone(edition: Edition, former: Former, ended: Published) -> Page:
    kind, record_id = former.now
    index = edition.urls.menu_link(kind) if edition.catalogue.of(kind) else edition.urls.home
    head = unlisted(
        edition,
        former.path,
        edition.words("gone.title", name=f"{edition.words(f'{kind}.menu')}, {record_id}"),
        edition.words("gone.description", name=record_id),
    )
    on = ended.ended.isoformat() if ended.ended else ""
    return Page(former.path, edition.language, head, GoneView(record_id, on, edition.maybe(ended.reason), index))


def _name(edition: Edition, key: Key) -> TextRun:
    kind, record_id = key
    if key == HOME:
        return edition.run(edition.catalogue.site.title)
    if not record_id:
        return edition.said(f"{kind}.title")
    title = edition.title_of(kind, record_id)
    return edition.parts.named(record_id, title) if kind == "products" else title
