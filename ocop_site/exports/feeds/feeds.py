"""What is new, for those who follow the catalogue: an Atom feed (RFC 4287) and a JSON Feed (1.1) in each language."""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.urls import HOME, file_of
from ocop_site.exports.feeds.entries import FeedEntry, entries, moment
from ocop_site.exports.indented import indented_file
from ocop_site.text.language import TextRun


def documents(editions: Editions) -> Iterator[Document]:
    for edition in editions.values():
        found = entries(edition)
        for name, body in (("feed.atom", _atom(edition, found)), ("feed.json", _json_feed(edition, found))):
            yield Document(file_of(edition.site_urls.feed(edition.language, name)), body)


def _atom(edition: Edition, found: Sequence[FeedEntry]) -> bytes:
    address = _address(edition, "feed.atom")
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": edition.language})
    _texts(feed, id=address, title=_title(edition), subtitle=edition.run(edition.catalogue.site.tagline))
    _texts(feed, updated=found[0].when if found else _begun(edition))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=address)
    SubElement(feed, "link", rel="alternate", type="text/html", hreflang=edition.language, href=_home(edition))
    _texts(SubElement(feed, "author"), name=_author(edition))
    for entry in found:
        node = SubElement(feed, "entry")
        _texts(node, id=entry.id, title=entry.title, published=entry.when, updated=entry.when, summary=entry.text)
        SubElement(node, "category", term=entry.kind)
        SubElement(node, "link", rel="alternate", type="text/html", hreflang=edition.language, href=entry.href)
    indent(feed)
    body: bytes = tostring(feed, "utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def _texts(parent: Element, **texts: str | TextRun) -> None:
    """Each with its language, where that is not the feed's."""
    for name, text in texts.items():
        run = TextRun(text) if isinstance(text, str) else text
        SubElement(parent, name, {"xml:lang": run.language} if run.language else {}).text = run.text


def _json_feed(edition: Edition, found: Sequence[FeedEntry]) -> bytes:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(edition).text,
        "home_page_url": _home(edition),
        "feed_url": _address(edition, "feed.json"),
        "description": edition.run(edition.catalogue.site.tagline).text,
        "language": edition.language,
        "authors": [{"name": _author(edition)}],
        "items": [
            {
                "id": entry.id,
                "url": entry.href,
                "title": entry.title.text,
                "content_text": entry.text.text,
                "date_published": entry.when,
                "tags": [entry.kind],
                **({"language": entry.text.language} if entry.text.language else {}),
            }
            for entry in found
        ],
    }
    return indented_file(feed)


def _title(edition: Edition) -> TextRun:
    return edition.said("feed.title", site=edition.title)


def _author(edition: Edition) -> str:
    office = edition.catalogue.site.office
    return edition.run(office.name).text if office else edition.title


def _address(edition: Edition, name: str) -> str:
    return edition.site_urls.absolute(edition.site_urls.feed(edition.language, name))


def _home(edition: Edition) -> str:
    return edition.site_urls.absolute(edition.site_urls.path(HOME, edition.language))


def _begun(edition: Edition) -> str:
    """Of a feed in which nothing has happened yet: when the catalogue was last compared, or last given a code."""
    catalogue = edition.catalogue
    days = [given.published for given in catalogue.codes.values()]
    if catalogue.site.checked_on:
        days.append(catalogue.site.checked_on)
    return moment(edition, max(days, default=catalogue.today))
