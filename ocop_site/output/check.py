"""The built pages as a visitor would meet them: every link, anchor and file is there, every page has a face."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from urllib.parse import unquote, urljoin, urlsplit

from ocop_site.output.page_facts import PageFacts, page_facts
from ocop_site.problems import Location, Problem

__all__ = ["PageFacts", "check_site", "page_facts"]


def check_site(site_url: str, pages: Sequence[PageFacts], paths: Set[str]) -> Iterator[Problem]:
    """The problems of a site of these pages, whose files are at `paths`."""
    by_path = {page.path: page for page in pages}
    resolver, good = _Resolver(site_url, paths), set[str]()
    for page in pages:
        yield from _face(page)
        yield from _links(page, by_path, resolver, good)
        yield from _alternates(page, by_path, resolver)
    yield from _twins(pages, "title")
    yield from (twin.as_warning() for twin in _twins(pages, "description"))


_PLAIN = re.compile(r"((?:[\w-]+(?:\.[\w-]+)*/)*(?:[\w-]+(?:\.[\w-]+)*)?)(?:#([\w-]*))?", re.ASCII)
"""An address below the site's own in which nothing has to be joined, decoded or left out."""


class _Resolver:
    """From a link as written to the file that answers it."""

    def __init__(self, site_url: str, paths: Set[str]) -> None:
        parts = urlsplit(site_url)
        self._origin, self._base, self._paths = f"{parts.scheme}://{parts.netloc}", unquote(parts.path), paths
        self._begins = (f"{self._origin}{parts.path}", parts.path if parts.path.startswith("/") else "/")
        self._known: dict[str, tuple[str | None, str] | None] = {}

    def resolve(self, page: str, link: str, base: str = "") -> tuple[str | None, str] | None:
        """The file and fragment that a link means; a file of None is another site's; None: nothing is there.

        `base` is what the page gives its links to begin with.
        """
        try:
            if base:
                begin = urljoin(f"{self._origin}{self._base}{page}", base)
                return self._find(urljoin(begin, link), link.startswith("http"))
            if link.startswith("#"):
                return page, unquote(link[1:])
            if link.startswith("?") or not link.startswith(("/", "http")):
                return self._find(urljoin(f"{self._origin}{self._base}{page}", link))
            if link not in self._known:
                self._known[link] = self._found(link)
        except ValueError:
            return None
        return self._known[link]

    def _found(self, link: str) -> tuple[str | None, str] | None:
        begin = next((each for each in self._begins if each.endswith("/") and link.startswith(each)), None)
        if begin and (plain := _PLAIN.fullmatch(link, len(begin))) and len(begin) > 1:
            return self._file(plain[1], plain[2] or "")
        return self._find(urljoin(self._origin, link), link.startswith("http"))

    def _find(self, address: str, whole: bool = False) -> tuple[str | None, str] | None:
        parts = urlsplit(address)
        path = unquote(parts.path)
        if f"{parts.scheme}://{parts.netloc}" != self._origin:
            return None, ""
        if not path.startswith(self._base):
            return (None, "") if whole else None
        return self._file(path[len(self._base) :], unquote(parts.fragment))

    def _file(self, path: str, fragment: str) -> tuple[str, str] | None:
        file = f"{path}index.html" if path.endswith("/") or not path else path
        return (file, fragment) if file in self._paths else None


def _face(page: PageFacts) -> Iterator[Problem]:
    if page.headings != 1:
        yield _problem(page, "site.headings", count=page.headings)
    for name in ("title", "description", "language", "canonical"):
        if not getattr(page, name):
            yield _problem(page, "site.missing", what=name)
    for name in page.twice:
        yield _problem(page, "site.id-twice", id=name)
    for found in page.blocked:
        yield Problem("site.inline", Location(page.path), {"page": page.path, "found": found})


def _links(page: PageFacts, pages: Mapping[str, PageFacts], resolver: _Resolver, good: set[str]) -> Iterator[Problem]:
    """`good` are links that lead somewhere whatever page they stand on: of most pages all do."""
    for link in sorted(page.links if page.base else set(page.links) - good):
        found = resolver.resolve(page.path, link, page.base)
        if found is None or not link:
            yield _problem(page, "site.link", link=link)
        elif found[1] and found[0] in pages and found[1] not in pages[found[0] or ""].ids:
            yield _problem(page, "site.anchor", link=link)
        elif not page.base and link.startswith(("/", "http")):
            good.add(link)


def _alternates(page: PageFacts, pages: Mapping[str, PageFacts], resolver: _Resolver) -> Iterator[Problem]:
    """Each version of a page names all others and itself by their canonical addresses."""
    for hreflang, address in page.alternates:
        found = resolver.resolve(page.path, address)
        other = pages.get(found[0]) if found and found[0] else None
        if other is None:
            yield _problem(page, "site.link", link=address)
        elif other.canonical != address or page.alternates != other.alternates:
            yield _problem(page, "site.hreflang", hreflang=hreflang, link=address)


def _twins(pages: Iterable[PageFacts], what: str) -> Iterator[Problem]:
    """Pages of one language that search engines and readers could not tell apart."""
    first: dict[tuple[str, str], PageFacts] = {}
    for page in pages:
        if not page.is_indexed:
            continue
        text = getattr(page, what)
        other = first.setdefault((page.language, text), page)
        if text and other is not page:
            yield _problem(page, "site.twin", what=what, text=text, other=other.path)


def _problem(page: PageFacts, code: str, **details: object) -> Problem:
    return Problem(code, Location(page.sources[0] if page.sources else page.path), {"page": page.path, **details})
