"""The environment `.venv` beside `build.py`: whose it is, whether it runs, and whether it has what is needed."""

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
REQUIREMENTS = ROOT / "ocop_site" / "requirements"

VENV = ROOT / ".venv"
PYTHON = VENV.joinpath(*(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))

STAMP = VENV / "made-by-ocop-site"
"""Marks the folder as ours. Empty while packages are being installed, then `stamp` of what was installed."""


def fits(sets: list[str]) -> bool:
    """Whether it was made here by this kind of Python, of the Python that still stands there, with these packages."""
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


def stamp(sets: list[str]) -> list[str]:
    """The kind of Python, the very Python that it leans on, then a line for each set of packages."""
    from hashlib import sha256

    return [kind_of_python(), base_python(), *(sha256(requirements(name).read_bytes()).hexdigest() for name in sets)]


def stamped() -> list[str]:
    return STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []


def requirements(name: str) -> Path:
    """The file that pins a set of packages with their hashes."""
    return REQUIREMENTS / f"{name}.txt"


def kind_of_python() -> str:
    """What packages are built for: `.cpython-313-x86_64-linux-gnu.so`, and the machine, which macOS leaves out."""
    machine = os.environ.get("PROCESSOR_ARCHITECTURE", "") if sys.platform == "win32" else os.uname().machine
    return f"{EXTENSION_SUFFIXES[0]} {machine}"


def base_python() -> str:
    """The Python of the machine that the environment leans on: where it is, its size and its time.

    It is another one where Python was upgraded or removed, and where the folder was copied from another computer.
    """
    base = leans_on()
    try:
        found = os.stat(base)  # noqa: PTH116 - a Path would be made at every start
    except OSError:
        return f"{base} is not there"
    return f"{base} {found.st_size} {found.st_mtime_ns}"


def leans_on() -> str:
    """What `pyvenv.cfg` names; nothing where there is no such file."""
    try:
        lines = VENV.joinpath("pyvenv.cfg").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    settings = {name.strip(): value.strip() for name, _, value in (line.partition("=") for line in lines)}
    return settings.get("executable", "")
