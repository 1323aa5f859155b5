"""What usual hosts read beside the pages: `_headers` and `_redirects`, as Netlify and Cloudflare Pages have them.

The policy is the one that pages have in their heads, with what only a header can say. A server of one's own is told
the same in its own words: `server_files`.
"""

from collections.abc import Iterator, Mapping, Sequence

from ocop_site.document import Document
from ocop_site.editions.downloads import DATA, FEEDS
from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import SiteUrls
from ocop_site.exports.offline.webmanifest import NAME as WEB_MANIFEST
from ocop_site.pages.policy import served_policy
from ocop_site.search.scripts import FIRST, PARTS
from ocop_site.views import MovedView, Page

NAME = "_headers"

Headers = Mapping[str, str]

AddressRule = tuple[str, str]
"""From an address to the one that stands for it."""

FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For what has the hash of its bytes in its name."""

FRESH = {"Cache-Control": "no-cache"}
"""For all that may change: kept by browsers, and asked about each time."""

FOR_EVERYONE = {"Access-Control-Allow-Origin": "*"}
"""For what programs of other sites may read."""

MOST_REDIRECTS = 2000
"""Cloudflare Pages takes no more; the pages at the others lead on as well."""


LINK_SETS = r"/01/:gtin/linkset.json"
"""Every barcode's set of links; hosts take `:gtin` for whatever stands there."""


def fact(page: Page) -> AddressRule | None:
    """Where an address of before leads."""
    return (page.path, page.view.link.href) if isinstance(page.view, MovedView) else None


def redirects(editions: Editions, moved: Sequence[AddressRule]) -> Iterator[Document]:
    if moved:
        lines = (f"{editions.site_urls.link(old)} {new} 301\n" for old, new in moved[:MOST_REDIRECTS])
        yield Document("_redirects", "".join(lines).encode())


def headers_file(urls: SiteUrls, styles: Sequence[str]) -> Document:
    """`styles` are the sources of those that stand in pages."""
    written = (_rule(urls.link(path), headers) for path, headers in rules(urls, styles).items())
    return Document(NAME, "\n".join(written).encode())


def rules(addresses: SiteUrls, styles: Sequence[str]) -> Mapping[str, Headers]:
    """What is said with which files; `*` at a path's end stands for all below it."""
    headers = {
        "/*": everywhere(styles),
        "/assets/*": FOR_EVER,
        "/pictures/*": FOR_EVER,
        "/social/*": FOR_EVER,
        "/files/*": FOR_EVER,
        "/lists/*": FOR_EVER,
        f"/{PARTS}/*": FOR_EVER,
        f"/{FIRST}": FRESH,
        "/facts/*": FOR_EVER,
        "/offline/*": FOR_EVER,
        "/data/*": FOR_EVERYONE,
    }
    headers[LINK_SETS] = {"Content-Type": "application/linkset+json", **FOR_EVERYONE}
    headers[f"/{WEB_MANIFEST}"] = {"Content-Type": "application/manifest+json"}
    for name, media_type in DATA.items():
        headers[addresses.data(name)] = {"Content-Type": _with_charset(media_type)}
    for language in addresses.site.languages:
        for name, media_type in FEEDS.items():
            headers[addresses.feed(language, name)] = {"Content-Type": _with_charset(media_type), **FOR_EVERYONE}
    return headers


def everywhere(styles: Sequence[str]) -> Headers:
    """What is said with every file; the policy is one for all pages, so it lets each of them have its style."""
    return {
        "Content-Security-Policy": served_policy(styles),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }


def _rule(path: str, headers: Headers) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8"
