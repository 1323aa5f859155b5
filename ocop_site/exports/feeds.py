"""What is new, for those who follow the catalogue: an Atom feed (RFC 4287) and a JSON Feed (1.1) in each language."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ocop_site.document import Document
from ocop_site.exports.entries import Entry, entries, moment
from ocop_site.plan.lines import Lines
from ocop_site.plan.urls import HOME, file_of


def feeds(lines: Lines) -> Iterator[Document]:
    found = entries(lines)
    for name, body in (("feed.atom", _atom(lines, found)), ("feed.json", _json_feed(lines, found))):
        yield Document(file_of(lines.addresses.feed(lines.language, name)), body)


def _atom(lines: Lines, found: Sequence[Entry]) -> bytes:
    address = _address(lines, "feed.atom")
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": lines.language})
    _texts(feed, id=address, title=_title(lines), subtitle=lines.run(lines.catalogue.site.tagline).text)
    _texts(feed, updated=found[0].when if found else _begun(lines))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=address)
    SubElement(feed, "link", rel="alternate", type="text/html", hreflang=lines.language, href=_home(lines))
    _texts(SubElement(feed, "author"), name=_author(lines))
    for entry in found:
        node = SubElement(feed, "entry")
        _texts(node, id=entry.id, title=entry.title, published=entry.when, updated=entry.when, summary=entry.text)
        SubElement(node, "category", term=entry.kind)
        SubElement(node, "link", rel="alternate", type="text/html", hreflang=lines.language, href=entry.href)
    indent(feed)
    body: bytes = tostring(feed, "utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


def _json_feed(lines: Lines, found: Sequence[Entry]) -> bytes:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(lines),
        "home_page_url": _home(lines),
        "feed_url": _address(lines, "feed.json"),
        "description": lines.run(lines.catalogue.site.tagline).text,
        "language": lines.language,
        "authors": [{"name": _author(lines)}],
        "items": [
            {
                "id": entry.id,
                "url": entry.href,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": entry.when,
                "tags": [entry.kind],
            }
            for entry in found
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _title(lines: Lines) -> str:
    return lines.words("feed.title", site=lines.title)


def _author(lines: Lines) -> str:
    office = lines.catalogue.site.office
    return lines.run(office.name).text if office else lines.title


def _address(lines: Lines, name: str) -> str:
    return lines.addresses.absolute(lines.addresses.feed(lines.language, name))


def _home(lines: Lines) -> str:
    return lines.addresses.absolute(lines.addresses.path(HOME, lines.language))


def _begun(lines: Lines) -> str:
    """Of a feed in which nothing has happened yet: when the catalogue was last compared, or last given a code."""
    catalogue = lines.catalogue
    days = [given.published for given in catalogue.codes.values()]
    if catalogue.site.checked_on:
        days.append(catalogue.site.checked_on)
    return moment(lines, max(days, default=catalogue.today))
