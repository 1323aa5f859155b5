"""The offsets of label printers as this machine knows them, by label paper: another machine has another printer."""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ocop_site.files import remove, write_atomically
from ocop_site.frozen import frozen
from ocop_site.paper.offset import Offset
from ocop_site.problems import Mistake
from ocop_site.units import MM

CHOSEN = "OCOP_SETTINGS"
"""The variable that names another folder for settings."""


@frozen
class UsedOffset:
    """An offset that was used, for which label paper, and the file that keeps it."""

    offset: Offset
    stock: str
    file: Path


def settings_folder() -> Path:
    """Where programs of this user keep their settings, as each system has it."""
    if named := os.environ.get(CHOSEN):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming", "ocop_site")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "ocop_site"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "ocop_site")


def offsets_file() -> Path:
    return settings_folder() / "label-offsets.json"


def kept_offset(stock: str) -> Offset:
    """The offset that is kept for a label paper, else none. A `Mistake` where the file was damaged."""
    return _read().get(stock, Offset())


def keep_offset(stock: str, offset: Offset) -> None:
    """Keeps an offset for a label paper; none forgets it. OSError; a `Mistake` where the file was damaged."""
    kept = {name: each for name, each in _read().items() if name != stock}
    if not offset.is_none:
        kept[stock] = offset
    if kept:
        offsets_file().parent.mkdir(parents=True, exist_ok=True)
        written = {name: [each.across, each.down] for name, each in sorted(kept.items())}
        write_atomically(offsets_file(), f"{json.dumps(written, indent=1)}\n".encode())
    else:
        with suppress(FileNotFoundError):
            remove(offsets_file())


def _read() -> Mapping[str, Offset]:
    try:
        body = offsets_file().read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    try:
        return {str(name): _offset(pair) for name, pair in json.loads(body).items()}
    except (ValueError, TypeError, AttributeError):
        raise Mistake("labels.offsets-broken", path=str(offsets_file())) from None


def _offset(pair: object) -> Offset:
    if not (isinstance(pair, list) and len(pair) == 2 and all(type(each) in (int, float) for each in pair)):
        raise ValueError(pair)
    across, down = pair
    return Offset(across * MM, down * MM)
