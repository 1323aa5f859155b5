"""What is kept of a neutral catalogue that was converted: its content, beside it, and what that was made from.

The standard library is enough to see that nothing changed, so that a build spends no more than that on it.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

KINDS = ("products", "producers", "places")
"""The folders of a neutral catalogue that hold records; `images` holds its photographs."""

_HERE = Path(__file__).parent

CONVERTER = (_HERE / "conversion.py", _HERE / "records.py", *sorted((_HERE / "site").iterdir()))
"""All that decides what a catalogue becomes."""

Stamps = Mapping[str, str]
"""The size and the time of last change of each neutral file, by its path."""


@dataclass(frozen=True)
class Catalogue:
    """A neutral catalogue in `data`; its photographs are shown where `has_photos`.

    `beside` is the folder below which its conversion is kept; else that is beside the folder it stands in.
    """

    data: Path
    has_photos: bool = False
    beside: Path | None = None

    @cached_property
    def kept(self) -> Path:
        """The folder that keeps the conversion: one for all copies of a catalogue, another for another converter."""
        key = sha256(" ".join((str(self.has_photos), *self.stamps)).encode())
        for file in CONVERTER:
            key.update(file.read_bytes())
        return (self.beside or self.data.resolve().parents[1]) / f"converted-{key.hexdigest()[:12]}"

    @property
    def content(self) -> Path:
        return self.kept / "content"

    @cached_property
    def stamps(self) -> Stamps:
        return dict(sorted(self._stamped()))

    def _stamped(self) -> Iterator[tuple[str, str]]:
        for folder in (self.data / kind for kind in (*KINDS, "images")):
            for entry in os.scandir(folder) if folder.is_dir() else ():
                state = entry.stat()
                yield f"{folder.name}/{entry.name}", f"{state.st_size} {state.st_mtime_ns}"


@dataclass(frozen=True)
class Conversion:
    """What a content folder was made from, and the day that its site is built for."""

    stamps: Stamps
    today: date

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Conversion | None":
        """The last one; None where there was none or it was not finished."""
        file = catalogue.kept / "conversion.json"
        if not file.exists():
            return None
        told = json.loads(file.read_bytes())
        return cls(told["stamps"], date.fromisoformat(told["today"]))

    def keep(self, catalogue: Catalogue) -> None:
        told = {"today": self.today.isoformat(), "stamps": self.stamps}
        (catalogue.kept / "conversion.json").write_text(json.dumps(told), encoding="utf-8")
