"""The sitemap, with every page's versions in other languages (sitemaps.org 0.9), and robots.txt."""

from collections.abc import Iterator, Sequence
from html import escape

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.views import Page

URLS_PER_FILE = 40_000
"""The protocol allows 50,000 and 50 MB a file; with alternates the bytes come first."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


Versions = Sequence[tuple[str, str]]
"""A page in other languages: each hreflang with its absolute address."""

Listed = tuple[str, str, Versions]
"""A page's path, its canonical address, its versions in other languages."""


def fact(page: Page) -> Listed | None:
    """Of a page that search engines may list."""
    if not page.head.is_indexed:
        return None
    return page.path, page.head.canonical, tuple((each.hreflang, each.href) for each in page.head.alternates)


def documents(editions: Editions, pages: Sequence[Listed]) -> Iterator[Document]:
    """`sitemap.xml`, in parts under an index where it is long, and `robots.txt` that names it.

    Pages that point search engines elsewhere are left out.
    """
    site_urls = editions.site_urls
    urls = [(canonical, versions) for path, canonical, versions in pages if canonical == site_urls.absolute(path)]
    parts = [urls[i : i + URLS_PER_FILE] for i in range(0, len(urls), URLS_PER_FILE)]
    if len(parts) <= 1:
        yield Document("sitemap.xml", _url_set(urls))
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield Document(name, _url_set(part))
        yield Document("sitemap.xml", _index([site_urls.absolute(f"/{name}") for name in names]))
    sitemap = site_urls.absolute("/sitemap.xml")
    yield Document("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode())


def _url_set(urls: Sequence[tuple[str, Versions]]) -> bytes:
    lines = [f"{_XML}<urlset {_NAMESPACE} {_XHTML}>"]
    for address, versions in urls:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{escape(hreflang)}" href="{escape(href)}"/>'
            for hreflang, href in versions
        )
        lines.append(f"<url><loc>{escape(address, quote=False)}</loc>{links}</url>")
    return "\n".join([*lines, "</urlset>\n"]).encode()


def _index(addresses: Sequence[str]) -> bytes:
    maps = [f"<sitemap><loc>{escape(address, quote=False)}</loc></sitemap>" for address in addresses]
    return "\n".join([f"{_XML}<sitemapindex {_NAMESPACE}>", *maps, "</sitemapindex>\n"]).encode()
