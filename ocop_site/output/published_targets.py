"""What the published folder knows: where codes and barcodes lead, which pages stand. A memory beside the ledgers."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from ocop_site.files import plain_bytes
from ocop_site.output import manifest
from ocop_site.records.values.identifiers import CODE, Code, Gtin, Identifier

_ENTRANCE = re.compile(rf"(?:p/(?P<code>{CODE})|01/(?P<gtin>[0-9]{{14}}))/index\.html")

_CANONICAL = re.compile(rb"<link\b(?=[^>]*\brel=[\"']?canonical\b)[^>]*\bhref=[\"']?([^\"' >]*/)([a-z0-9-]+)/[\"' >]")
"""The last step of a product's address is its id, in every language and under every word."""

_FURTHER = re.compile(r"[a-z]+-[0-9]{1,4}")
"""How the pages of a list are called from its second on, whatever the word."""


def given_out(output: Path) -> list[str]:
    """The files that we published; what was published as a draft, for a look alone, was never given out."""
    listed = manifest.read(output)
    return [path for path in listed.files if path not in listed.drafts] if listed else []


def published_targets(output: Path, files: Iterable[str], site: str) -> Mapping[Identifier, str]:
    """The product's id behind each code and barcode whose page is one of the files; empty where that does not say it.

    What another `site` (its address) left in the folder is none of ours.
    """
    found: dict[Identifier, str] = {}
    for path in files:
        if entrance := _ENTRANCE.fullmatch(path):
            key = Code(entrance["code"]) if entrance["code"] else Gtin(entrance["gtin"])
            product = _CANONICAL.search(_page(output, path))
            if product is None or product[1].startswith(site.encode()):
                found[key] = product[2].decode() if product else ""
    return found


def published_pages(
    output: Path,
    files: Iterable[str],
    site: str,
    words: Mapping[tuple[str, str], str],
    known: Collection[tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    """The kind and id of each page among the files that is not known. `words` are kinds by language and word.

    Lists' further pages and what another `site` left in the folder are none.
    """
    for path in files:
        match path.split("/"):
            case [language, word, record_id, "index.html"] if (language, word) in words:
                page = (words[language, word], record_id)
                if page not in known and not _FURTHER.fullmatch(record_id) and site.encode() in _page(output, path):
                    yield page


def _page(output: Path, path: str) -> bytes:
    """The bytes of a published page; none where no plain file stands there any more."""
    try:
        return plain_bytes(f"{output}/{path}")
    except OSError:
        return b""
