"""The environment `.venv` beside `build.py`: whose it is, and whether it has what is needed."""

import os
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CONSTRAINTS = ROOT / "ocop_site" / "constraints.txt"

VENV = ROOT / ".venv"
PYTHON = VENV.joinpath(*(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))

STAMP = VENV / "made-by-ocop-site"
"""Marks the folder as ours. Empty while packages are being installed, then `stamp` of what was installed."""


def fits(sets: list[list[str]]) -> bool:
    return PYTHON.exists() and set(stamp(sets)) <= set(stamped())


def is_foreign() -> bool:
    """Somebody else made it. We use it if it has the packages, and never change it."""
    return os.path.lexists(VENV) and not STAMP.exists()


def can_make() -> bool:
    """Debian keeps what makes an environment in a package of its own, python3-venv."""
    try:
        import venv  # noqa: F401
        from ensurepip import bootstrap  # noqa: F401
    except ImportError:
        return False
    return True


def stamp(sets: list[list[str]]) -> list[str]:
    """The kind of Python, then a line for each set that changes with its needs and with the pins."""
    pins = CONSTRAINTS.read_bytes()
    return [kind_of_python(), *(sha256(pins + "\n".join(packages).encode()).hexdigest() for packages in sets)]


def stamped() -> list[str]:
    return STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []


def kind_of_python() -> str:
    return f"{sys.implementation.cache_tag} {sys.platform}"
