"""A text read once: a tree of elements, and what in it leads somewhere."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableProcessor

from ocop_site.frozen import frozen
from ocop_site.text.markdown import inline
from ocop_site.text.markdown.lines import DELIMITERS, ITEM, NUMBER_CLOSES, NUMBER_OPENS, as_markdown
from ocop_site.text.markdown.targets import is_attempt

EMPTY = "]("
"""Where a link without an address is found."""

MentionSort = Literal["link", "picture", "html"]

_CONTROL = re.compile(f"[{NUMBER_OPENS}{NUMBER_CLOSES}\x02\x03]")
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\[\]^]+)\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+(?:\"([^\"]*)\"|'([^']*)'|\(([^()]*)\)))?[ \t]*$",
    re.MULTILINE,
)
_RECORD_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<address>[a-z]+:[a-z0-9-]+)\)")


@frozen
class Mention:
    """Something in a text that needs a look: where a link leads, which file a picture is, HTML as it was typed.

    `start` is where `typed` begins in the text, in characters; `words` are those of the link or the picture.
    """

    sort: MentionSort
    typed: str
    start: int
    words: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ParsedText:
    """What a text says. Links and pictures of the tree have the addresses that were typed."""

    root: Element
    mentions: tuple[Mention, ...]

    def copy(self) -> Element:
        """The tree, to be changed."""
        return deepcopy(self.root)


@lru_cache(maxsize=8192)
def parse(source: str) -> ParsedText:
    """Markdown, as people write it."""
    text = _CONTROL.sub("", source)
    if not text.strip():
        return ParsedText(Element("div"), ())
    return _parsed(source, _tree(text))


@lru_cache(maxsize=1024)
def parse_as_typed(source: str) -> ParsedText:
    """A text in which nothing is Markdown but links by record, and every line is a line."""
    root, after = Element("div"), 0
    words = SubElement(root, "p")
    for found in _RECORD_LINK.finditer(source):
        _append_lines(words, source[after : found.start()])
        link = SubElement(words, "a", {"href": found["address"]})
        link.text, after = found["words"], found.end()
    _append_lines(words, source[after:])
    return _parsed(source, root)


def plain_words(parsed: ParsedText) -> str:
    """The words of a text, lines as lines, without the addresses of its links."""
    return "".join(_words(parsed.root))


def _words(element: Element) -> Iterator[str]:
    yield "\n" if element.tag == "br" else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _append_lines(parent: Element, text: str) -> None:
    first, *others = text.split("\n")
    _append(parent, first)
    for line in others:
        SubElement(parent, "br").tail = line


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _tree(text: str) -> Element:
    converter = _converter()
    converter.reset()
    lines = as_markdown(_without_definitions(text, converter)).split("\n")
    root: Any = converter.parser.parseDocument(lines).getroot()
    for processor in converter.treeprocessors:
        changed = processor.run(root)
        root = changed if changed is not None else root
    _number(root)
    return cast(Element, root)


@cache
def _converter() -> Markdown:
    """Python-Markdown with its own blocks, but code, and our lines."""
    converter = Markdown(extensions=[SaneListExtension()])
    for name in ("code", "reference", "setextheader"):
        converter.parser.blockprocessors.deregister(name)
    converter.parser.blockprocessors.register(_Table(converter.parser), "table", 75)
    converter.treeprocessors.deregister("prettify")
    inline.register(converter)
    return converter


class _Table(TableProcessor):
    """A table that is as wide as its widest row: no cell is dropped, and none is no table for a line too short.

    An item is none, whatever bars are in it.
    """

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser, {"use_align_attribute": True})

    def test(self, parent: Element, block: str) -> bool:
        if parent.tag == "li" or ITEM.match(block):
            return False
        if super().test(parent, block):
            return True
        rows = [row.strip(" ") for row in block.split("\n")]
        cells = self._split_row(rows[0])  # type: ignore[attr-defined]
        self.separator = [""] * len(cells)  # type: ignore[assignment]
        return len(cells) > 1 and len(rows) > 1 and bool(DELIMITERS.match(rows[1]))

    def run(self, parent: Element, blocks: list[str]) -> None:
        rows: list[list[str]] = [self._split_row(row.strip(" ")) for row in blocks[0].split("\n")]  # type: ignore[attr-defined]
        missing = max(map(len, rows)) - len(self.separator)
        self.separator = [*self.separator, *[""] * missing]  # type: ignore[assignment]
        super().run(parent, blocks)


def _without_definitions(text: str, converter: Markdown) -> str:
    """The text without the addresses of links by reference that are used in it; they go to the converter."""

    def taken(found: re.Match[str]) -> str:
        name, typed = " ".join(found[1].lower().split()), found[2]
        is_used = len(re.findall(rf"\[{re.escape(found[1])}\](?![:(])", text, re.IGNORECASE)) > 0
        if not is_used or not is_attempt(typed):
            return found[0].replace("[", "\\[", 1)
        converter.references[name] = (typed, found[3] or found[4] or found[5] or "")
        return ""

    return _DEFINITION.sub(taken, text)


def _number(root: Element) -> None:
    """What a list counts is what was typed."""
    for item in (each for numbered in root.iter("ol") for each in numbered):
        typed = next((each.text or "" for each in item.iter("span") if each.get("class") == inline.NUMBER), "")
        if digits := re.fullmatch(r"\(?(\d+)[.)/-] ", typed):
            item.set("value", str(int(digits[1])))


def _parsed(source: str, root: Element) -> ParsedText:
    return ParsedText(root, tuple(_mentions(source, root)))


_Typed = tuple[MentionSort, str, str]


def _mentions(source: str, root: Element) -> Iterator[Mention]:
    """In the order of the text, each looked for behind the one before."""
    after = 0
    for sort, typed, words in _typed(root):
        start = _start(source, typed, after)
        after = max(after, start + len(typed)) if start >= 0 else after
        yield Mention(sort, typed, max(start, 0), words)


def _start(source: str, typed: str, after: int) -> int:
    """Where the address of the next link stands: behind a bracket that opens one, else wherever it is found."""
    if not typed:
        return source.find(EMPTY, after)
    behind = re.compile(rf"(?:\]\(\s*<?\s*|<|\]:\s*<?){re.escape(typed)}")
    for begin in (after, 0):
        if found := behind.search(source, begin):
            return found.end() - len(typed)
    return source.find(typed.removeprefix("mailto:"), after)


def _typed(root: Element) -> Iterator[_Typed]:
    for element in root.iter():
        if element.tag == "a":
            yield "link", element.get("href", ""), "".join(element.itertext()) or ("!" if len(element) else "")
        elif element.tag == "img":
            yield "picture", element.get("src", ""), element.get("alt", "")
        elif element.get("class") == inline.HTML:
            yield "html", element.text or "", ""
