"""The service worker: `worker.js` with what this site is published as."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.exports.offline.listing import DIGEST, ListedFile, SiteFiles
from ocop_site.pictures.cache import RenditionSet
from ocop_site.search.scripts import FIRST
from ocop_site.text.language import direction

NAME = "sw.js"
"""At the site's root, since a worker sees to what lies below it."""

BUDGET = 8_000_000
"""How many bytes a first visit may fetch beside what it looks at: some minutes of a film."""

_SOURCE = Path(__file__).with_name("worker.js")


def documents(editions: Editions, listing: SiteFiles) -> Iterator[Document]:
    """The worker, the list of what it keeps on demand, and which small picture stands for which large ones."""
    kept, rest = listing.divided(_small_pictures(editions), BUDGET)
    pictures = _document("pictures", _stand_ins(editions))
    others = _document("rest", [[_address(file.path), file.digest, file.size] for file in rest])
    yield pictures
    yield others
    told = {
        "version": listing.version,
        "base": f"{editions.site_urls.base}/",
        "kept": [[_address(file.path), file.digest] for file in (*kept, _listed(pictures), _listed(others))],
        "pictures": pictures.path,
        "rest": others.path,
        "search": FIRST,
        "bytes": sum(file.size for file in rest),
        "missing": [_missing(edition) for edition in editions.values()],
    }
    source = _SOURCE.read_text("utf-8").partition("\n\n")[2]
    yield Document(NAME, f"const SITE = {_json(told)};\n\n{source}".encode())


def _missing(edition: Edition) -> list[str]:
    """What a page says that is not kept, while there is no network."""
    said = edition.said("offline.missing")
    language = said.language or edition.language
    return [language, direction(language), said.text, edition.urls.home.href, edition.title]


def _small_pictures(editions: Editions) -> Iterator[str]:
    return (small for each in _sets(editions) if (small := _smallest(each)))


def _stand_ins(editions: Editions) -> dict[str, list[str]]:
    """By the small picture, the others of the same original."""
    found: dict[str, list[str]] = {}
    for each in _sets(editions):
        if small := _smallest(each):
            others = (
                rendition.path for rendition in each.renditions if rendition.is_published and rendition.path != small
            )
            found.setdefault(small, []).extend(others)
    return {small: sorted(set(others)) for small, others in found.items() if others}


def _sets(editions: Editions) -> Iterator[RenditionSet]:
    results = editions.renditions.results.values()
    return (result.rendition_set for result in results if result.rendition_set)


def _smallest(renditions: RenditionSet) -> str:
    """That of a card where there is one, in a format that every browser reads."""
    shown = renditions.of("card") or renditions.renditions
    plain = [each for each in shown if each.is_published and each.format in ("jpeg", "svg", "png")]
    return min(plain, key=lambda each: each.width).path if plain else ""


def _address(path: str) -> str:
    return path.removesuffix("index.html")


def _listed(document: Document) -> ListedFile:
    return ListedFile(document.path, len(document.body), sha256(document.body).hexdigest()[:DIGEST])


def _document(name: str, told: object) -> Document:
    body = _json(told).encode()
    return Document(f"offline/{name}.{sha256(body).hexdigest()[:10]}.json", body)


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
