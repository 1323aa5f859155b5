"""What the published folder knows: where codes and barcodes lead, which pages stand. A memory beside the ledgers."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ocop_site.output import manifest
from ocop_site.records.values.identifiers import CODE, Code, Gtin, Identifier

_ENTRANCE = re.compile(rf"(?:p/(?P<code>{CODE})|01/(?P<gtin>[0-9]{{14}}))/index\.html")

_CANONICAL = re.compile(rb"<link\b(?=[^>]*\brel=[\"']?canonical\b)[^>]*\bhref=[\"']?([^\"' >]*/)([a-z0-9-]+)/[\"' >]")
"""The last step of a product's address is its id, in every language and under every word."""

_FURTHER = re.compile(r"[a-z]+-[0-9]{1,4}")
"""How the pages of a list are called from its second on, whatever the word."""


def published_targets(output: Path, site: str) -> Mapping[Identifier, str]:
    """The product's id behind each code and barcode that we published; empty where its page does not say it.

    What was published as a draft, for a look alone, was never given out; what another `site` (its address) left in the
    folder is none of ours.
    """
    listed = manifest.read(output)
    found: dict[Identifier, str] = {}
    for path in sorted(listed.files.keys() - listed.drafts) if listed else ():
        if entrance := _ENTRANCE.fullmatch(path):
            key = Code(entrance["code"]) if entrance["code"] else Gtin(entrance["gtin"])
            page = b""
            with suppress(OSError):
                page = (output / path).read_bytes() if (output / path).is_file() else b""
            product = _CANONICAL.search(page)
            if product is None or product[1].startswith(site.encode()):
                found[key] = product[2].decode() if product else ""
    return found


def published_pages(
    output: Path, site: str, words: Mapping[tuple[str, str], str], known: Collection[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The kind and id of each page that we published and that is not known. `words` are kinds by language and word.

    Lists' further pages, drafts and what another `site` left in the folder are none.
    """
    listed = manifest.read(output)
    for path in sorted(listed.files.keys() - listed.drafts) if listed else ():
        match path.split("/"):
            case [language, word, record_id, "index.html"] if (language, word) in words:
                page = (words[language, word], record_id)
                if page not in known and not _FURTHER.fullmatch(record_id) and _is_of(site, output / path):
                    yield page


def _is_of(site: str, page: Path) -> bool:
    try:
        return site.encode() in page.read_bytes()
    except OSError:
        return False
