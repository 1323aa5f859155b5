"""Texts as HTML that can do no harm: headings below those of the page, links and pictures as the page has them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element, tostring

import nh3
from markupsafe import Markup, escape

from ocop_site.frozen import frozen
from ocop_site.text.markdown.inline import NUMBER
from ocop_site.text.markdown.parsing import parse, parse_as_typed
from ocop_site.theme.marks import attributes
from ocop_site.views import Picture, Prose, ProseLink

Figure = Callable[[Picture, str | None], str]
"""A picture as HTML: with its caption as a block, or without one within a line."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_TAGS = {
    "a", "blockquote", "br", "code", "em", "figure", "hr", "li", "ol", "p", "pre", "span", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul", *_HEADINGS[1:],
}  # fmt: skip

_UNMARKED = "unmarked"
"""The tag of what is only its words: none that passes."""

_ATTRIBUTES = {"a": {"href", "rel", "title"}, "li": {"value"}, "span": {"class"}, "td": {"class"}, "th": {"class"}}

_CELLS = {"right": "cell-end", "center": "cell-center"}
"""The class of a cell whose column was typed to stand so: at the end of the line of its writing, or in the middle."""

_SCHEMES = {"https", "http", "mailto", "tel"}

_PICTURE = re.compile("<figure>\x0e(\\d+)\x0f</figure>|\x0e(\\d+)\x0f")


def prose(text: Prose, level: int = 3, *, page_language: str, figure: Figure | None = None) -> Markup:
    """The text as a block of its own; its topmost headings become headings of `level`, never 1.

    Without `figure` the words of pictures stand for them.
    """
    language = f" {attributes(text.language, page_language)}" if text.language else ""
    html = _to_html(text, level)
    pictures = html.pictures

    def shown(found: re.Match[str]) -> str:
        picture, caption = pictures[int(found[1] or found[2])]
        if figure:
            return figure(picture, caption if found[1] else None)
        return str(Markup("<p>{}</p>").format(caption) if found[1] else escape(picture.alt.text))

    said = _PICTURE.sub(shown, html.text) if pictures else html.text
    return Markup(f'<div class="prose"{language}>\n{said}\n</div>')


@frozen
class _Html:
    """Clean HTML in which numbers stand for pictures, each with its caption."""

    text: str
    pictures: tuple[tuple[Picture, str], ...]


@lru_cache(maxsize=2048)
def _to_html(text: Prose, level: int) -> _Html:
    root = (parse_as_typed if text.is_typed else parse)(text.source).copy()
    page = _PageTree(text, max(2, level))
    page.fit_headings(root)
    page.place_pictures(root)
    page.lead(root)
    _align_cells(root)
    _set_code_apart(root)
    for typed in root.iter("span"):
        typed.tag = "span" if typed.get("class") == NUMBER else _UNMARKED
    blocks = (nh3.clean(
        tostring(block, encoding="unicode", method="html"),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
    ).strip() for block in root)  # fmt: skip
    return _Html("\n".join(blocks), tuple(page.pictures))


@dataclass
class _PageTree:
    """Turns the tree of a text into that of a page."""

    text: Prose
    level: int
    pictures: list[tuple[Picture, str]] = field(default_factory=list)

    def fit_headings(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        levels = sorted({_HEADINGS.index(element.tag) for element in headings})
        for element in headings:
            element.tag = _HEADINGS[min(self.level - 1 + levels.index(_HEADINGS.index(element.tag)), 5)]

    def lead(self, root: Element) -> None:
        """Links lead where the page says; one that leads nowhere is its words."""
        links = {link.typed: link for link in self.text.links}
        for element in root.iter("a"):
            if link := links.get(element.get("href", "")):
                _lead(element, link)
            else:
                element.tag = _UNMARKED

    def place_pictures(self, root: Element) -> None:
        known = {(each.typed, each.picture.alt.text): each.picture for each in self.text.pictures}
        _part_paragraphs(root)
        for element in root.iter("img"):
            words = element.get("alt") or ""
            caption = element.get("title") or words
            picture = known.get((element.get("src", ""), words))
            element.tag, element.text = "figure" if element.get("class") == "block" else _UNMARKED, words
            if picture:
                element.text = f"\x0e{len(self.pictures)}\x0f"
                self.pictures.append((picture, caption))
            elif element.tag == "figure":
                element.tag = "p"
            element.attrib.clear()


def _align_cells(root: Element) -> None:
    for cell in (each for each in root.iter() if each.tag in ("td", "th")):
        if side := _CELLS.get(cell.attrib.pop("align", "")):
            cell.set("class", side)


def _set_code_apart(root: Element) -> None:
    """A paragraph that is nothing but code keeps its lines: commands are copied from it."""
    for paragraph in root.iter("p"):
        if [child.tag for child in paragraph] == ["code"] and not (paragraph.text or paragraph[0].tail or "").strip():
            paragraph.tag = "pre"


def _lead(element: Element, link: ProseLink) -> None:
    element.set("href", link.href)
    if link.is_external:
        element.set("rel", "external noopener")
    if link.note:
        element.tail = f" ({link.note}){element.tail or ''}"


def _part_paragraphs(parent: Element) -> None:
    """A picture of its own stands between paragraphs, not within one: `figure` is no part of a line."""
    for place, child in reversed(list(enumerate(parent))):
        _part_paragraphs(child)
        if child.tag == "p" and any(each.tag == "img" for each in child):
            parent.remove(child)
            for part in reversed(_parted(child)):
                parent.insert(place, part)


def _parted(paragraph: Element) -> list[Element]:
    parts = [_line(paragraph.text)]
    for child in list(paragraph):
        if child.tag != "img":
            parts[-1].append(child)
            continue
        tail, child.tail = child.tail, None
        child.set("class", "block")
        parts += [child, _line(tail)]
    return [part for part in parts if part.tag == "img" or len(part) or (part.text or "").strip()]


def _line(text: str | None) -> Element:
    line = Element("p")
    line.text = text
    return line


def _attribute(tag: str, name: str, value: str) -> str | None:
    """`//elsewhere` has no scheme to be refused for; ` script:` with a blank in it is one that not all see as such."""
    if tag != "a" or name != "href":
        return value
    scheme, colon, _ = re.split(r"[/?#\\]", value, maxsplit=1)[0].partition(":")
    is_known = not colon or scheme.lower() in _SCHEMES
    return value if is_known and not value.replace("\\", "/").lstrip().startswith("//") else None
