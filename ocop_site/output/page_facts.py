"""What the check needs to know of a built page, as few plain values as do: a site's worth of them is kept at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from ocop_site.document import Document
from ocop_site.output.page_states import ELSEWHERE, read_plain
from ocop_site.output.plain_html import Unusual
from ocop_site.pages.policy import allowed, source_of

_CANDIDATE = re.compile(r"[\s,]*([^\s,](?:\S*[^\s,])?)[^,]*")
"""An address of a `srcset`, then its descriptors. Commas belong to the address (`data:`), but for those at its end."""

_REFRESH = re.compile(r"""[\s\d.]*[;,]?\s*(?:url\s*=\s*)?(["']?)(?P<address>.*?)\1\s*""", re.IGNORECASE | re.DOTALL)

_HANDLER = re.compile(rb"""[\s"'/]on[a-z]+\s*=""", re.IGNORECASE)

_RUN = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
"""Types of scripts that are no data (HTML, 4.12.1)."""


class PageFacts(NamedTuple):
    """The facts of a page that the check needs: plain values, to be handed on and kept as the tuple that they are.

    `links` are as written, each once, and those to a part of the page itself only where that is not there. `blocked` is
    what the page's policy stops.
    """

    path: str
    sources: tuple[str, ...]
    language: str
    title: str
    description: str
    canonical: str
    is_indexed: bool
    headings: int
    ids: tuple[str, ...]
    twice: tuple[str, ...]
    base: str
    links: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    blocked: tuple[str, ...] = ()

    def shared(self) -> "PageFacts":
        """The same of a page that another process made: what many pages say is in memory once."""
        return self._replace(ids=_once(self.ids), links=tuple(map(intern, self.links)))


def page_facts(document: Document) -> PageFacts:
    """The facts of a built page."""
    try:
        return _read(document)
    except (Unusual, UnicodeDecodeError):
        return parsed(document)


def _read(document: Document) -> PageFacts:
    """Of a page that is written plainly. Unusual."""
    links, anchors, ids, told = read_plain(document.body)
    styles = {each[1] for each in told if each[0] == "style"}
    first, last = {each[0]: each[1] for each in reversed(told)}, {each[0]: each[1] for each in told}
    if "srcset" in first:
        for candidate in _candidates_of(told):
            (anchors if candidate.startswith("#") else links).append(candidate)
    return PageFacts(
        path=document.path,
        sources=document.sources,
        language=first.get("language", ""),
        title=first.get("title", "").strip(),
        description=last.get("description", ""),
        canonical=first.get("canonical", ""),
        is_indexed="noindex" not in last.get("robots", ""),
        headings=sum(each[0] == "h1" for each in told),
        ids=_once(tuple(dict.fromkeys(ids))),
        twice=_twice(ids),
        base="",
        links=tuple(dict.fromkeys((*links, *_lost(anchors, ids)))),
        alternates=tuple((each[1], each[2]) for each in told if each[0] == "alternate"),
        blocked=() if styles.issubset(allowed(first.get("policy", ""))) else ("<style>",),
    )


def _candidates_of(told: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for what, value, *_ in told:
        if what == "srcset":
            yield from (intern(link) for link in _candidates(value) if not link.startswith(ELSEWHERE))


def parsed(document: Document) -> PageFacts:
    """Of any page, as a browser understands it."""
    tree = LexborHTMLParser(document.body)
    head = tree.head
    assert head, "the parser gives every page one, whatever it is"
    named = tree.css(":is([id], h1)")  # without `:is`, what matches twice is found twice
    ids = [node.id or "" for node in named if "id" in node.attributes]
    heads = {node.attributes.get("name"): node.attributes.get("content") or "" for node in head.css("meta[name]")}
    canonical, base, title = (head.css_first(each) for each in ("link[rel=canonical]", "base[href]", "title"))
    begin = (base.attributes["href"] or "") if base else ""
    links = [intern(link) for link in _links_of(tree) if not link.startswith(ELSEWHERE)]
    anchors = [] if begin else [link for link in links if link.startswith("#")]
    return PageFacts(
        path=document.path,
        sources=document.sources,
        language=(tree.root.attributes.get("lang") if tree.root else None) or "",
        title=title.text(strip=True) if title else "",
        description=heads.get("description", ""),
        canonical=(canonical.attributes.get("href") or "") if canonical else "",
        is_indexed="noindex" not in heads.get("robots", ""),
        headings=sum(node.tag == "h1" for node in named),
        ids=_once(tuple(dict.fromkeys(ids))),
        twice=_twice(ids),
        base=begin,
        links=tuple(dict.fromkeys((*(link for link in links if link not in anchors), *_lost(anchors, ids)))),
        alternates=tuple(
            (node.attributes.get("hreflang") or "", node.attributes.get("href") or "")
            for node in head.css("link[rel=alternate][hreflang]")
        ),
        blocked=tuple(sorted(set(_blocked(document.body, tree)))),
    )


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The same ids as another page's are the same tuple: most pages of a kind have the same."""
    return _IDS.setdefault(ids, ids) if len(_IDS) < 10_000 else _IDS.get(ids, ids)


_IDS: dict[tuple[str, ...], tuple[str, ...]] = {}


def _twice(ids: list[str]) -> tuple[str, ...]:
    return tuple(sorted({i for i in ids if ids.count(i) > 1})) if len(set(ids)) < len(ids) else ()


def _lost(anchors: Iterable[str], ids: list[str]) -> Iterator[str]:
    """Links to parts of the page that it does not have."""
    return (link for link in dict.fromkeys(anchors) if (part := unquote(link[1:])) and part not in ids)


def _blocked(body: bytes, tree: LexborHTMLParser) -> Iterator[str]:
    """Styles and scripts that stand in the page itself: no browser heeds them, and nobody would be told.

    It does heed a style that the page's policy names by its hash.
    """
    meta = tree.css_first("head meta[http-equiv=content-security-policy i]")
    styles = allowed((meta.attributes.get("content") if meta else "") or "")
    for node in tree.css("style, [style], script:not([src])"):
        if "style" in node.attributes:
            yield "style="
        elif node.tag == "style":
            yield from () if source_of(node.text().encode()) in styles else ("<style>",)
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
