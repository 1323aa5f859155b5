"""What a server of one's own is told, in nginx's and Caddy's words: headers, moved addresses, codes in small letters.

It is written for who runs the server and is no part of the site: nothing of it lies in the published folder.
"""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.document import Document
from ocop_site.exports.caddy import caddyfile
from ocop_site.exports.hosting import rules
from ocop_site.exports.nginx import nginx_conf
from ocop_site.exports.ways import Way, Ways
from ocop_site.plan.former import former_addresses
from ocop_site.plan.urls import Addresses
from ocop_site.showroom.permanent import codes_of

MADE = "# Written by `python build.py hosting`, and written anew by it: put nothing of your own here.\n"


def server_files(catalogue: Catalogue) -> Iterator[Document]:
    addresses = Addresses(catalogue.site)
    ways = Ways(
        host=addresses.origin.partition("://")[2],
        base=addresses.base,
        moved=tuple(_moved(catalogue, addresses)),
        codes=tuple(_codes(catalogue, addresses)),
        rules={addresses.link(path): headers for path, headers in rules(addresses).items()},
    )
    yield Document("nginx.conf", (MADE + "".join(f"{line}\n" for line in nginx_conf(ways))).encode())
    yield Document("Caddyfile", (MADE + "".join(f"{line}\n" for line in caddyfile(ways))).encode())


def _moved(catalogue: Catalogue, addresses: Addresses) -> Iterator[Way]:
    for language in catalogue.site.languages:
        for former in former_addresses(catalogue, addresses, language):
            if not former.ended:
                yield from _both(addresses, former.path, addresses.path(former.now, language))


def _codes(catalogue: Catalogue, addresses: Addresses) -> Iterator[Way]:
    """As people type them: in small letters."""
    for code in codes_of(catalogue):
        yield from _both(addresses, addresses.code(code.lower()), addresses.code(code))


def _both(addresses: Addresses, old: str, new: str) -> Iterator[Way]:
    """With and without the last slash."""
    for path in (old, old.rstrip("/")):
        yield addresses.link(path), addresses.link(new)
