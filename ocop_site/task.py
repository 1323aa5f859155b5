"""What a run is asked for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_site.pictures.develop import Hurry, no_hurry


@dataclass(frozen=True)
class Task:
    """What a run is asked for. Paths are as the user gave them; `today` of None is the site's own day.

    `cache` keeps the pictures that were made, up to `cache_bytes`; while `hurry` says so, new ones are only sketched.
    """

    content: Path = Path("content")
    themes: Path = Path("themes")
    output: Path = Path("output")
    cache: Path = Path(".cache")
    cache_bytes: int = 4 << 30
    theme: str | None = None
    url: str | None = None
    today: date | None = None
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    ledgers_bind: bool = True
    hurry: Hurry = no_hurry
