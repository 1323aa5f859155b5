"""What a server of one's own is told, in nginx's and Caddy's words: headers, moved addresses, codes in small letters.

It is written for who runs the server and is no part of the site: nothing of it lies in the published folder.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.codes.resolve import codes_of
from ocop_site.document import Document
from ocop_site.editions.urls import SiteUrls
from ocop_site.exports.hosting.caddy import caddyfile
from ocop_site.exports.hosting.headers import AddressRule, rules
from ocop_site.exports.hosting.nginx import nginx_conf
from ocop_site.exports.hosting.server_rules import FormerBase, ServerRules
from ocop_site.pages.entrances.former import former_addresses
from ocop_site.records.values.identifiers import Code

MADE = "# Written by `python build.py hosting`, and written anew by it: put nothing of your own here.\n"


def server_files(catalogue: Catalogue, styles: Sequence[str]) -> Iterator[Document]:
    """`styles` are the sources of those that stand in pages."""
    addresses = SiteUrls(catalogue.site)
    ways = ServerRules(
        host=addresses.origin.partition("://")[2],
        base=addresses.base,
        former=tuple(_former(catalogue, addresses)),
        moved=tuple(_moved(catalogue, addresses)),
        codes=tuple(_codes(catalogue, addresses)),
        rules={addresses.link(path): headers for path, headers in rules(addresses, styles).items()},
    )
    yield Document("nginx.conf", (MADE + "".join(f"{line}\n" for line in nginx_conf(ways))).encode())
    yield Document("Caddyfile", (MADE + "".join(f"{line}\n" for line in caddyfile(ways))).encode())


def _former(catalogue: Catalogue, addresses: SiteUrls) -> Iterator[FormerBase]:
    """Of the addresses that the site had before, those on this host: on another one its own server has to lead on."""
    for url in catalogue.site.former_urls:
        parts = urlsplit(url)
        if parts.netloc == urlsplit(catalogue.site.url).netloc and parts.path.rstrip("/") != addresses.base:
            yield FormerBase(parts.path.rstrip("/"), ("p", "01", *catalogue.site.languages))


def _moved(catalogue: Catalogue, addresses: SiteUrls) -> Iterator[AddressRule]:
    for language in catalogue.site.languages:
        for former in former_addresses(catalogue, addresses, language):
            if not former.ended:
                yield from _both(addresses, former.path, addresses.path(former.now, language))


def _codes(catalogue: Catalogue, addresses: SiteUrls) -> Iterator[AddressRule]:
    """As people type them: in small letters."""
    for code in codes_of(catalogue):
        yield from _both(addresses, addresses.code(Code(code.lower())), addresses.code(code))


def _both(addresses: SiteUrls, old: str, new: str) -> Iterator[AddressRule]:
    """With and without the last slash."""
    for path in (old, old.rstrip("/")):
        yield addresses.link(path), addresses.link(new)
