"""The index as scripts, since a page from a folder may fetch nothing: each calls `ocop.told` with its name and words.

A browser asks for `words` when somebody begins to search, then for those parts alone that hold what was typed; of a
small site all stands in that one script. Its address is always the same, since every page names it: a word that is
edited changes no other page. The parts, which it alone names, have their bytes in their names.
"""

import json
import posixpath
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from ocop_site.document import Document
from ocop_site.editions.edition import Edition
from ocop_site.facts import opaque
from ocop_site.frozen import frozen
from ocop_site.search.index import SearchIndex

FIRST = "search/words.js"
"""The script that every page names; browsers ask each time whether it changed."""

PARTS = "search/parts"
"""The folder of those that it names, each kept for ever: hosts tell the two apart by it."""

TOGETHER = 120_000
"""A site whose whole index is no longer than this has it in one script."""


@frozen
class SearchScripts:
    """What the index is published as, the script that pages ask for first."""

    documents: tuple[Document, ...]


def search_scripts(edition: Edition) -> SearchScripts:
    """One index for all editions: what is typed is found in whatever language it is."""
    return _scripts(edition.editions.default)


@opaque
def _scripts(edition: Edition) -> SearchScripts:
    return SearchScripts(tuple(_documents(SearchIndex(edition.editions))))


def _documents(index: SearchIndex) -> Iterator[Document]:
    """The first is the one that knows the others by name."""
    bodies = {name: _call(name, told) for name, told in index.parts}
    together = [name for name in bodies if not name.startswith("facts-")]
    if sum(len(bodies[name]) for name in together) > TOGETHER:
        together = []
    files = {name: _document(name, body) for name, body in bodies.items() if name not in together}
    names = {name: posixpath.relpath(file.path, posixpath.dirname(FIRST)) for name, file in files.items()}
    words = _call("words", {**index.about, "files": names})
    yield Document(FIRST, "".join((words, *(bodies[i] for i in together))).encode())
    yield from files.values()


def _call(name: str, told: Any) -> str:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Old browsers end a line at these two even in a string.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'ocop.told("{name}",{text});\n'


def _document(name: str, text: str) -> Document:
    body, folder = text.encode(), "facts" if name.startswith("facts-") else PARTS
    return Document(f"{folder}/{name}.{sha256(body).hexdigest()[:10]}.js", body)
