"""The sitemap, with every page's versions in other languages (sitemaps.org 0.9), and robots.txt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from ocop_site.document import Document
from ocop_site.editions.urls import SiteUrls
from ocop_site.views import Alternate, Page

URLS_PER_FILE = 40_000
"""The protocol allows 50,000 and 50 MB a file; with alternates the bytes come first."""

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass
class Sitemap:
    """Collects pages as they are made; those that point search engines elsewhere are left out."""

    addresses: SiteUrls
    urls: list[tuple[str, tuple[Alternate, ...]]] = field(default_factory=list)

    def add(self, page: Page) -> None:
        if page.head.is_indexed and page.head.canonical == self.addresses.absolute(page.path):
            self.urls.append((page.head.canonical, page.head.alternates))

    def documents(self) -> Iterator[Document]:
        """`sitemap.xml`, in parts under an index where it is long, and `robots.txt` that names it."""
        parts = [self.urls[i : i + URLS_PER_FILE] for i in range(0, len(self.urls), URLS_PER_FILE)]
        if len(parts) <= 1:
            yield Document("sitemap.xml", _url_set(self.urls))
        else:
            names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
            for name, part in zip(names, parts, strict=True):
                yield Document(name, _url_set(part))
            yield Document("sitemap.xml", _index([self.addresses.absolute(f"/{name}") for name in names]))
        sitemap = self.addresses.absolute("/sitemap.xml")
        yield Document("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode())


def _url_set(urls: Sequence[tuple[str, tuple[Alternate, ...]]]) -> bytes:
    lines = [f"{_XML}<urlset {_NAMESPACE} {_XHTML}>"]
    for address, alternates in urls:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(a.hreflang)} href={quoteattr(a.href)}/>'
            for a in alternates
        )
        lines.append(f"<url><loc>{escape(address)}</loc>{links}</url>")
    return "\n".join([*lines, "</urlset>\n"]).encode()


def _index(addresses: Sequence[str]) -> bytes:
    maps = [f"<sitemap><loc>{escape(address)}</loc></sitemap>" for address in addresses]
    return "\n".join([f"{_XML}<sitemapindex {_NAMESPACE}>", *maps, "</sitemapindex>\n"]).encode()
