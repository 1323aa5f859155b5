"""Words of another language than the page's: marked where a template says them, and told in the HTML once it is whole.

A template cannot know whether what it says will stand in a text or in an attribute, where no language can be told of a
part. So the words carry marks, and the page as a whole is gone through: in a text they become elements with `lang`, and
`dir` where the direction is another; in attributes, and where HTML takes no element, the element itself is told so if
it says nothing else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

from ocop_site.text.language import direction

_BEGIN, _BETWEEN, _END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Signs that are no characters, so that no text has them (Unicode Standard, 23.7)."""

_FIRST_BYTE = _BEGIN.encode()[:1]

_MARK = re.compile(f"{_BEGIN}(?P<language>[a-z0-9-]+){_BETWEEN}|{_END}")
_FIRST = re.compile(f"{_BEGIN}(?P<language>[a-z0-9-]+){_BETWEEN}")
_TAG = re.compile(r"""<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*>""", re.DOTALL)
_OWN_LANGUAGE = re.compile(r"\slang=")

_TEXT_ONLY = ("title", "option", "textarea", "script", "style", "text")
"""Elements within which no element for a language can stand; `text` is SVG's."""

_EMPTY = ("img", "input")
"""Elements without a text: what their attributes say is all that they say."""


def marked(words: str, language: str) -> Markup:
    """HTML that is words of a language."""
    return Markup(f"{_BEGIN}{language}{_BETWEEN}{words}{_END}")


@lru_cache(maxsize=1_000)
def attributes(language: str, page_language: str) -> Markup:
    """The language of an element; its direction too, where that or the page's is from right to left."""
    told = f'lang="{language}"'
    if "rtl" in (direction(language), direction(page_language)):
        told += f' dir="{direction(language)}"'
    return Markup(told)


def has_marks(body: bytes) -> bool:
    """Whether words of another language are in a page. Hardly any has even the first byte of their sign."""
    return _FIRST_BYTE in body and _BEGIN.encode() in body


def spoken(html: str, page_language: str) -> str:
    """The page with every mark told as HTML does. Most pages have none."""
    return "".join(_spoken(html, page_language)) if _BEGIN in html else html


def _spoken(html: str, page_language: str) -> Iterator[str]:
    within, after, tags = "", 0, [*_TAG.finditer(html), None]
    for tag, following in pairwise(tags):
        assert tag is not None
        text, name = html[after : tag.start()], tag["name"] or ""
        yield _unmarked(text) if within else _in_elements(text, page_language)
        after = tag.end()
        yield _with_language(tag, html[after : following.start() if following else None], following, page_language)
        if name in _TEXT_ONLY:
            within = "" if tag["close"] else within or name
    yield _in_elements(html[after:], page_language)


def _in_elements(text: str, page_language: str) -> str:
    def element(mark: "re.Match[str]") -> str:
        return f"<span {attributes(mark['language'], page_language)}>" if mark["language"] else "</span>"

    return _MARK.sub(element, text)


def _with_language(tag: "re.Match[str]", text: str, following: "re.Match[str] | None", page_language: str) -> str:
    """A tag without marks, but with the language of what its element says, where that is all in one."""
    plain, name = _unmarked(tag[0]), tag["name"] or ""
    if name in _TEXT_ONLY:
        first = _FIRST.match(text.strip())
    elif name in _EMPTY or (not text and following and following[0] in (f"</{name}>",)):
        first = _FIRST.search(tag[0])
    else:
        first = None
    if first is None or tag["close"] or _OWN_LANGUAGE.search(tag[0]):
        return plain
    told, start = attributes(first["language"], page_language), len(name) + 1
    return f"{plain[:start]} {told}{plain[start:]}"


def _unmarked(text: str) -> str:
    return _MARK.sub("", text)
