"""Markdown of records and articles as HTML that can do no harm, its headings fitted under those of the page."""

import re
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from ocop_site.views import Prose

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_TAGS = {
    "a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul", *_HEADINGS[1:],
}  # fmt: skip

_ATTRIBUTES = {"a": {"href", "rel", "title"}, "ol": {"start"}}

_SCHEMES = {"https", "mailto", "tel"}


def prose(text: Prose, level: int = 3) -> Markup:
    """The text as a block of its own; its topmost headings become headings of `level`, never 1."""
    language = Markup(' lang="{}"').format(text.language) if text.language else Markup()
    return Markup('<div class="prose"{}>\n{}\n</div>').format(language, Markup(to_html(text.source, level)))


@lru_cache(maxsize=2048)
def to_html(source: str, level: int) -> str:
    return nh3.clean(
        _converter(level).reset().convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


@cache
def _converter(level: int) -> Markdown:
    """HTML in the text is text: it is shown as it was typed."""
    converter = Markdown(extensions=[TableExtension()], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.treeprocessors.register(_Fitted(converter, level), "fitted", 15)
    return converter


class _Fitted(Treeprocessor):
    """Headings moved below the page's own, pictures replaced by what they show, links out marked as such."""

    def __init__(self, converter: Markdown, level: int) -> None:
        super().__init__(converter)
        self._level = max(2, level)

    def run(self, root: Element) -> None:
        self._fit_headings(root)
        for element in root.iter():
            if element.tag == "img":
                _show_words(element)
            elif element.tag == "a" and element.get("href", "").startswith("https:"):
                element.set("rel", "external noopener")

    def _fit_headings(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        levels = sorted({_HEADINGS.index(element.tag) for element in headings})
        for element in headings:
            element.tag = _HEADINGS[min(self._level - 1 + levels.index(_HEADINGS.index(element.tag)), 5)]


def _show_words(picture: Element) -> None:
    """The words for a picture that is not shown; the element itself does not pass the list of tags."""
    words, tail = picture.get("alt"), picture.tail
    picture.clear()
    picture.text, picture.tail = words, tail


def _attribute(tag: str, name: str, value: str) -> str | None:
    """`//elsewhere` has no scheme to be refused for; ` script:` with a blank in it is one that not all see as such."""
    if tag != "a" or name != "href":
        return value
    scheme, colon, _ = re.split(r"[/?#\\]", value, maxsplit=1)[0].partition(":")
    is_known = not colon or scheme.lower() in _SCHEMES
    return value if is_known and not value.replace("\\", "/").lstrip().startswith("//") else None
