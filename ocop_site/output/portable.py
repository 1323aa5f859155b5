"""A copy for a USB stick: the same pages, opened from a folder, so every link is told from where it stands."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from posixpath import dirname, relpath
from urllib.parse import urlsplit

from ocop_site.document import Document

FOLDERS = ("data-pictures", "data-codes", "data-starts", "data-places")
"""Attributes that name a folder below which scripts find something, and no page of its own."""

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")

_ATTRIBUTE = re.compile(r'(\s)([a-z][a-z0-9:-]*)="([^"]*)"')

MANIFEST = "manifest.webmanifest"

FOR_SERVERS = frozenset(["_headers", "_redirects", "notices.json", MANIFEST])
"""What only servers, and browsers with a network, ask for."""


class PortableCopy:
    """Documents as they stand in a folder. `my_lists` are the pages of visitors' lists by language.

    A style sheet holds its drawings itself: browsers let none that lies beside it mask anything.
    """

    def __init__(self, site_url: str, my_lists: Mapping[str, str]) -> None:
        self._base, self._my_lists = urlsplit(site_url).path.rstrip("/"), my_lists
        self._drawings: dict[str, bytes] = {}

    def of(self, document: Document) -> Document | None:
        """None for what stands in no folder."""
        if document.path in FOR_SERVERS:
            return None
        folder, _, name = document.path.rpartition("/")
        if folder == "assets" and name.endswith(".svg"):
            self._drawings[name] = document.body
        elif folder == "assets" and name.endswith(".css"):
            return self._rewritten(document, self._style)
        elif name.endswith(".html"):
            return self._rewritten(document, lambda html: _page(html, self._base, document.path))
        elif folder == "lists":
            page = self._my_lists[name.rpartition("-")[0]]
            return self._rewritten(document, lambda text: _script(text, self._base, page))
        return document

    def _rewritten(self, document: Document, rewrite: Callable[[str], str]) -> Document:
        return Document(document.path, rewrite(document.body.decode()).encode())

    def _style(self, sheet: str) -> str:
        def drawing(match: re.Match[str]) -> str:
            body = self._drawings.get(match["name"])
            return f"url(data:image/svg+xml;base64,{b64encode(body).decode()})" if body else match[0]

        return re.sub(r"url\((?P<name>[^()]+\.svg)\)", drawing, sheet)


def _page(html: str, base: str, page: str) -> str:
    def tag(match: re.Match[str]) -> str:
        return _ATTRIBUTE.sub(attribute, match[0])

    def attribute(match: re.Match[str]) -> str:
        within = _told_from(page, base, is_folder=match[2] in FOLDERS)
        return f'{match[1]}{match[2]}="{_tokens(match[3], within)}"'

    return _TAG.sub(tag, html.replace(f'<link rel="manifest" href="{base}/{MANIFEST}">\n', ""))


def _script(text: str, base: str, page: str) -> str:
    """Addresses in a list's script, each a whole string."""
    within = _told_from(page, base)
    return re.sub(rf'"({re.escape(base)}/[^"\\]*)"', lambda match: f'"{within(match[1])}"', text)


def _tokens(value: str, within: Callable[[str], str]) -> str:
    """Of a value that holds one address or several: in a set of sources, between spaces, before a name."""
    return re.sub(r"(?<![^\s,])/[^\s,]*", lambda match: within(match[0]), value)


def _told_from(page: str, base: str, is_folder: bool = False) -> Callable[[str], str]:
    def told(address: str) -> str:
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        if not path.startswith(f"{base}/") or path.startswith("//"):
            return address
        target = path.removeprefix(base).lstrip("/")
        if path.endswith("/") and not is_folder:
            target += "index.html"
        found = relpath(target or ".", dirname(page) or ".")
        return f"{found}{'/' if is_folder and path.endswith('/') else ''}{mark}{rest}"

    return told
