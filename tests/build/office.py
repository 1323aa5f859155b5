"""The smallest catalogue that can be published, for tests that edit it."""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import PROJECT

EXAMPLE = PROJECT / "tests" / "example" / "content"


@dataclass
class Thing:
    """A product as people know it, by what it is: its name never changes, all else may."""

    name: str
    id: str
    code: str
    gtins: list[str] = field(default_factory=list)
    is_withdrawn: bool = False
    is_draft: bool = False
    is_there: bool = True

    def text(self) -> str:
        lines = [f"code: {self.code}", f"name: {{vi: {self.name}, en: {self.name} in English}}", "producer: nha"]
        lines += ["summary: {vi: Để thử., en: To try.}", "sources: [s-so]"]
        lines += ["packs:", *(f"  - gtin: '{gtin}'" for gtin in self.gtins)] if self.gtins else []
        lines += ["withdrawn: {on: 2026-06-30, reason: {vi: Thôi làm., en: Given up.}}"] if self.is_withdrawn else []
        lines += ["draft: true"] if self.is_draft else []
        return "\n".join(lines) + "\n"


def found(content: Path) -> None:
    """The smallest catalogue: a site, its law, its places, its sources, one producer."""
    (content / "products").mkdir(parents=True)
    (content / "producers").mkdir()
    for name in ("scheme.yaml", "localities.yaml", "sources.yaml"):
        shutil.copy(EXAMPLE / name, content / name)
    site = (EXAMPLE / "site.yaml").read_text("utf-8")
    site = re.sub(r"^(stars_page|data_page|privacy_page|showroom): .*\n", "", site, flags=re.MULTILINE)
    site = re.sub(r"^theme_options: .*", "theme_options: {covers: plain, display_face: none}", site, flags=re.MULTILINE)
    (content / "site.yaml").write_text(site, "utf-8")
    (content / "producers" / "nha.yaml").write_text("name: Nhà thử\nkind: farm\nsources: [s-so]\n", "utf-8")
