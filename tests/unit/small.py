"""Small catalogues in files: the site, its law, its places, one producer, and what a test adds as YAML."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.editions.edition import Editions
from tests.build.office import Thing, found
from tests.support import catalogue_of, editions_of

DAY = date(2026, 11, 23)

RICE = Thing("Gao", "gao", "VD001", ["9520000000011"])
SAUCE = Thing("Mam", "mam", "VD002")
CAKE = Thing("Banh", "banh", "VD003")

CERTIFIED = """\
set: 3
certificates:
  - {stars: 4, issued: 2025-03-20, expires: 2028-03-20, decision: qd, sources: [s-so]}
"""
"""What makes a product one of the programme's, its stars in force on the day."""

DECISION = """\
number: 12/QĐ-UBND
kind: recognition
issuer: {vi: UBND tỉnh, en: The province}
level: province
issued: 2025-03-20
sources: [s-so]
"""


def written(content: Path, *things: Thing, files: Mapping[str, str] | None = None) -> Path:
    """A content folder with these products; `files` are further ones, or more of a product's own."""
    if not content.exists():
        found(content)
    texts = {f"products/{thing.id}.yaml": thing.text() for thing in things}
    for name, text in (files or {}).items():
        texts[name] = texts.get(name, "") + text
    if any("decision: qd" in text for text in texts.values()):
        texts["decisions/qd.yaml"] = DECISION
    for name, text in texts.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    return content


def linked(
    content: Path, *things: Thing, files: Mapping[str, str] | None = None, today: date = DAY, drafts: bool = False
) -> Catalogue:
    """The catalogue of such a folder."""
    return catalogue_of(written(content, *things, files=files), today=today, drafts=drafts, ledgers_bind=False)


def told(catalogue: Catalogue, folder: Path) -> Editions:
    """Its editions."""
    return editions_of(catalogue, folder)
