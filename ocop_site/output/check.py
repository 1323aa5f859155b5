"""The built pages as a visitor would meet them: every link, anchor and file is there, every page has a face."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from sys import intern
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ocop_site.document import Document
from ocop_site.problems import Location, Problem

_CANDIDATE = re.compile(r"[\s,]*([^\s,](?:\S*[^\s,])?)[^,]*")
"""An address of a `srcset`, then its descriptors. Commas belong to the address (`data:`), but for those at its end."""

_REFRESH = re.compile(r"""[\s\d.]*[;,]?\s*(?:url\s*=\s*)?(["']?)(?P<address>.*?)\1\s*""", re.IGNORECASE | re.DOTALL)

_HANDLER = re.compile(rb"""[\s"'/]on[a-z]+\s*=""", re.IGNORECASE)

_RUN = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
"""Types of scripts that are no data (HTML, 4.12.1)."""

_ELSEWHERE = ("mailto:", "tel:", "sms:", "geo:", "data:")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of a page that the check needs; `links` are as written, `blocked` is what its policy stops."""

    path: str
    sources: tuple[str, ...]
    language: str
    title: str
    description: str
    canonical: str
    is_indexed: bool
    headings: int
    ids: frozenset[str]
    twice: tuple[str, ...]
    base: str
    links: frozenset[str]
    alternates: tuple[tuple[str, str], ...]
    blocked: tuple[str, ...] = ()


def check_site(site_url: str, pages: Sequence[PageFacts], paths: Set[str]) -> Iterator[Problem]:
    """The problems of a site of these pages, whose files are at `paths`."""
    by_path = {page.path: page for page in pages}
    resolver = _Resolver(site_url, paths)
    for page in pages:
        yield from _face(page)
        yield from _links(page, by_path, resolver)
        yield from _alternates(page, by_path, resolver)
    yield from _twins(pages, "title")
    yield from (twin.as_warning() for twin in _twins(pages, "description"))


def page_facts(document: Document) -> PageFacts:
    """The facts of a built page."""
    tree = LexborHTMLParser(document.body)
    head = tree.head
    assert head, "the parser gives every page one, whatever it is"
    named = tree.css(":is([id], h1)")  # without `:is`, what matches twice is found twice
    ids = [node.id or "" for node in named if "id" in node.attributes]
    heads = {node.attributes.get("name"): node.attributes.get("content") or "" for node in head.css("meta[name]")}
    canonical, base, title = (head.css_first(each) for each in ("link[rel=canonical]", "base[href]", "title"))
    return PageFacts(
        path=document.path,
        sources=document.sources,
        language=(tree.root.attributes.get("lang") if tree.root else None) or "",
        title=title.text(strip=True) if title else "",
        description=heads.get("description", ""),
        canonical=(canonical.attributes.get("href") or "") if canonical else "",
        is_indexed="noindex" not in heads.get("robots", ""),
        headings=sum(node.tag == "h1" for node in named),
        ids=frozenset(ids),
        twice=tuple(sorted({i for i in ids if ids.count(i) > 1})) if len(set(ids)) < len(ids) else (),
        base=(base.attributes["href"] or "") if base else "",
        links=frozenset(intern(link) for link in _links_of(tree)),
        alternates=tuple(
            (node.attributes.get("hreflang") or "", node.attributes.get("href") or "")
            for node in head.css("link[rel=alternate][hreflang]")
        ),
        blocked=tuple(sorted(set(_blocked(document.body, tree)))),
    )


def _blocked(body: bytes, tree: LexborHTMLParser) -> Iterator[str]:
    """Styles and scripts that stand in the page itself: no browser heeds them, and nobody would be told."""
    for node in tree.css("style, [style], script:not([src])"):
        if node.tag != "script":
            yield "style=" if "style" in node.attributes else "<style>"
        elif (node.attributes.get("type") or "").lower() in _RUN:
            yield "<script>"
    if _HANDLER.search(body):  # the parser finds no attribute by the first letters of its name
        for node in tree.css("*"):
            yield from (f"{name}=" for name in node.attributes if name.startswith("on"))


def _links_of(tree: LexborHTMLParser) -> Iterator[str]:
    """What stands in a `template` is no part of the page until a script puts it there."""
    for node in tree.css(_LINKED):
        tag, attributes = node.tag, node.attributes
        if tag == "meta":
            yield from _refresh(attributes.get("content") or "")
        elif tag != "base" and not (tag == "link" and _is_of_the_head(attributes)):
            for name in attributes.keys() & _READ.keys():
                yield from _READ[name](attributes[name] or "")


def _is_of_the_head(attributes: Mapping[str, str | None]) -> bool:
    """Canonical addresses and those of other languages are looked at by themselves."""
    return bool(attributes.get("hreflang") or attributes.get("rel") == "canonical")


def _refresh(content: str) -> Iterator[str]:
    """`0; url=/vi/`; a number alone loads the page itself again."""
    found = _REFRESH.fullmatch(content)
    if found and found["address"]:
        yield found["address"]


def _one(value: str) -> Iterable[str]:
    return (value,)


def _candidates(value: str) -> Iterable[str]:
    return _CANDIDATE.findall(value)


def _within(value: str) -> Iterable[str]:
    return _links_of(LexborHTMLParser(value))


_READ: Mapping[str, Callable[[str], Iterable[str]]] = {
    **dict.fromkeys(["href", "xlink:href", "src", "action", "formaction", "poster", "data", "background"], _one),
    **dict.fromkeys(["srcset", "imagesrcset"], _candidates),
    "ping": str.split,
    "srcdoc": _within,
}
"""Whatever element bears them: by these attributes a browser loads something or is led somewhere (HTML, SVG)."""

_LINKED = ":is({}, meta[http-equiv=refresh i])".format(
    ", ".join(f"[{name.replace(':', chr(92) + ':')}]" for name in _READ)
)


class _Resolver:
    """From a link as written to the file that answers it."""

    def __init__(self, site_url: str, paths: Set[str]) -> None:
        parts = urlsplit(site_url)
        self._origin, self._base, self._paths = f"{parts.scheme}://{parts.netloc}", unquote(parts.path), paths
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
                self._known[link] = self._find(urljoin(self._origin, link), link.startswith("http"))
        except ValueError:
            return None
        return self._known[link]

    def _find(self, address: str, whole: bool = False) -> tuple[str | None, str] | None:
        parts = urlsplit(address)
        path = unquote(parts.path)
        if f"{parts.scheme}://{parts.netloc}" != self._origin:
            return None, ""
        if not path.startswith(self._base):
            return (None, "") if whole else None
        file = path[len(self._base) :]
        file = f"{file}index.html" if file.endswith("/") or not file else file
        return (file, unquote(parts.fragment)) if file in self._paths else None


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


def _links(page: PageFacts, pages: Mapping[str, PageFacts], resolver: _Resolver) -> Iterator[Problem]:
    for link in sorted(page.links):
        if link.startswith(_ELSEWHERE):
            continue
        found = resolver.resolve(page.path, link, page.base)
        if found is None or not link:
            yield _problem(page, "site.link", link=link)
        elif found[1] and found[0] in pages and found[1] not in pages[found[0] or ""].ids:
            yield _problem(page, "site.anchor", link=link)


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
