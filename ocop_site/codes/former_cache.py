"""The folder in which codes were once kept from build to build, until drawing one cost less than finding it."""

import re
from contextlib import suppress
from pathlib import Path

_OURS = re.compile(r"[0-9a-f]{16}\.json|\.?[0-9a-f]{16}\.json\.[0-9a-f]{8}")


def clear_former_cache(folder: Path) -> None:
    """Ours by their names, and what a build that was cut short left beside them."""
    for file in folder.glob("*.json*"):
        if _OURS.fullmatch(file.name):
            file.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
