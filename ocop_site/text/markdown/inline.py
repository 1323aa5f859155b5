"""What stands within lines: emphasis, links, pictures, bare addresses, numbers of items; HTML is shown as typed."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor, InlineProcessor, LinkInlineProcessor
from markdown.util import AtomicString

from ocop_site.text.markdown.lines import NUMBER_CLOSES, NUMBER_OPENS
from ocop_site.text.markdown.targets import is_attempt

NUMBER, HTML = "number", "html"
"""Classes of what is typed text and yet of a sort of its own."""

Found = tuple[Element | None, int | None, int | None]

_NOTHING: Found = (None, None, None)

_LATIN = "0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff"
"""Letters and digits beside which a star is a sign of its own, as in 30*40*5. Other scripts write without spaces."""

_MEASURED = r"\d)%°²³¼½¾′″"
"""What a star that multiplies may stand behind, too: `(30)*(40)*(5)`, `１２*３*４`."""

_LONGEST = 2_000
"""Characters that may be emphasised at once."""

_DESTINATION = re.compile(
    r"\(\s*(?P<typed><[^<>\n]*>|(?:[a-z]+:[ \t]+)?[^\s()<>\"“”]*(?:\([^\s()]*\)[^\s()<>\"“”]*)*)"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'|“[^“”]*”))?\s*\)"
)
_ATTEMPTED = re.compile(r"\(([^()\n]{1,300})\)")
_BARE = r"(https?://[^\s<>\"“”|\x02\x03]+)"
_TRAILING = ".,;:!?'*_"
_TAGS = nh3.ALLOWED_TAGS | {
    "audio", "body", "button", "canvas", "embed", "font", "footer", "form", "frame", "frameset", "head", "html",
    "iframe", "input", "label", "link", "main", "marquee", "menu", "meta", "nav", "noscript", "object", "option",
    "param", "picture", "script", "section", "select", "source", "style", "textarea", "title", "u", "video",
}  # fmt: skip
_HTML = (
    r"(</?[A-Za-z][A-Za-z0-9]*(?=[\s/>])[^<>]*>"
    rf"|<!--(?:(?!-->).){{0,{_LONGEST}}}-->"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
)
_MAIL = r"[^\s<>@/]+@[^\s<>@/]+\.[a-zA-Z]{2,}"


def register(converter: Markdown) -> None:
    """The inline patterns of a converter, each before those that its text may hold."""
    patterns = converter.inlinePatterns
    for name in ("autolink", "automail", "html", "entity", "em_strong", "link", "image_link", "backtick"):
        patterns.deregister(name)
    patterns.register(_ItemNumber(f"{NUMBER_OPENS}([^{NUMBER_CLOSES}]*){NUMBER_CLOSES}"), "number", 195)
    patterns.register(_Code(BACKTICK_RE), "backtick", 190)
    patterns.register(_Link(r"\[", converter), "link", 160)
    patterns.register(_Picture(r"!\[", converter), "image_link", 165)
    patterns.register(_Angled(rf"<((?:https?|mailto|tel):[^<>\s]+|{_MAIL})>"), "autolink", 120)
    patterns.register(_Bare(_BARE), "bare", 110)
    patterns.register(_Typed(_HTML), "html", 185)
    for priority, (name, pattern) in zip(range(60, 50, -1), _emphases(), strict=False):
        patterns.register(_Emphasis(pattern, name), f"{name}-{priority}", priority)


def _emphases() -> Iterator[tuple[str, str]]:
    """Opened before a word and closed behind one, never within: the rule of CommonMark 0.31, 6.2, for `_`."""
    for sign, tags in (("***", "strong em"), ("**", "strong"), ("__", "strong"), ("*", "em"), ("_", "em")):
        mark, one = re.escape(sign), re.escape(sign[0])
        opened = rf"(?<![{_LATIN}{_MEASURED}{one}\\]){mark}(?=[^\s{one})\]}},.;:!?…”’»%])"
        closed = rf"(?<=[^\s{one}(\[{{“‘«]){mark}(?![{_LATIN}{one}])"
        yield tags, rf"{opened}((?:.|\n){{1,{_LONGEST}}}?){closed}"


class _Code(BacktickInlineProcessor):
    """Text of a tree is not escaped: that is for whoever writes the tree."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        found, start, end = super().handleMatch(m, data)
        if isinstance(found, Element):
            found.text = AtomicString(unescape(found.text or ""))
        return found, start, end


class _Emphasis(InlineProcessor):
    def __init__(self, pattern: str, tags: str) -> None:
        super().__init__(pattern)
        self._tags = tags.split()

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802, ARG002
        outer = inner = Element(self._tags[0])
        for tag in self._tags[1:]:
            inner = Element(tag)
            outer.append(inner)
        inner.text = m[1]
        return outer, m.start(0), m.end(0)


class _Link(LinkInlineProcessor):
    """`[words](address "title")`; brackets that hold no address are brackets."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        words, index, is_closed = self.getText(data, m.end(0))
        found = _DESTINATION.match(data, index) if is_closed else None
        if found:
            title = found["title"][1:-1] if found["title"] else ""
            return self.element(words, self._typed(found["typed"]), title), m.start(0), found.end()
        attempt = _ATTEMPTED.match(data, index) if is_closed else None
        if attempt and is_attempt(typed := self._typed(attempt[1])):
            return self.element(words, typed, ""), m.start(0), attempt.end()
        return _NOTHING

    def element(self, words: str, typed: str, title: str) -> Element:
        link = Element("a", {"href": typed, **({"title": self.unescape(title)} if title else {})})
        link.text = words
        return link

    def _typed(self, found: str) -> str:
        return str(self.unescape(found)).removeprefix("<").removesuffix(">").strip()


class _Picture(_Link):
    """`![words](file "caption")`."""

    def element(self, words: str, typed: str, title: str) -> Element:
        return Element("img", {"src": typed, "alt": self.unescape(words), "title": self.unescape(title)})


class _Angled(InlineProcessor):
    """`<https://example.org>`, `<name@example.org>`."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802, ARG002
        is_mail = "@" in m[1] and ":" not in m[1]
        link = Element("a", {"href": f"mailto:{m[1]}" if is_mail else m[1]})
        link.text = AtomicString(m[1])
        return link, m.start(0), m.end(0)


class _Bare(InlineProcessor):
    """An address that stands in a text as it is; what ends a sentence is no part of it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802, ARG002
        typed = m[1].rstrip(_TRAILING)
        while typed.endswith(")") and typed.count(")") > typed.count("("):
            typed = typed[:-1].rstrip(_TRAILING)
        link = Element("a", {"href": typed})
        link.text = AtomicString(typed)
        return link, m.start(0), m.start(0) + len(typed)


class _Typed(InlineProcessor):
    """HTML in a text is text; it is marked, so that it can be told."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802, ARG002
        if not _means_something(m[0]):
            return _NOTHING
        shown = Element("span", {"class": HTML})
        shown.text = AtomicString(m[0])
        return shown, m.start(0), m.end(0)


def _means_something(typed: str) -> bool:
    """Whether it is a tag, a comment or an entity of HTML; `<gạo>` are words in brackets."""
    if typed[0] == "&":
        return typed[1] == "#" or typed[1:] in html5
    return typed[1] == "!" or re.split(r"[\s/>]", typed.lstrip("</"))[0].lower() in _TAGS


class _ItemNumber(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802, ARG002
        number = Element("span", {"class": NUMBER})
        number.text = AtomicString(f"{m[1]} ")
        return number, m.start(0), m.end(0)
