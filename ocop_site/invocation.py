"""How the program was started, so that messages name a command that can be typed again on this machine.

Standard library only: the bootstrap speaks before any package is there.
"""

import os
import sys
from pathlib import Path, PurePath
from shutil import which

STARTED_BY = "OCOP_SITE_STARTED_BY"
"""The environment variable that hands what was typed on to the program in `.venv` and to its processes."""

DOOR = Path(__file__).resolve().parent.parent / "build.py"


def command_line() -> str:
    """What to type to start the program: `python3 build.py`, on Windows `py build.py`, or `ocop-site`."""
    if PurePath(sys.argv[0]).stem.startswith("ocop-site"):
        return "ocop-site"
    return f"{os.environ.get(STARTED_BY) or python()} {door()}"


def remember() -> None:
    """Keeps what was typed, since the program goes on in another Python."""
    os.environ.setdefault(STARTED_BY, python())


def pip_line(name: str, python: Path) -> str:
    """What to type in the project's folder to have a set of packages; PowerShell would stop at quotes that begin it.

    A Python outside the folder whose path has spaces is that of an environment that was activated.
    """
    folder = DOOR.parent
    shown = str(python.relative_to(folder) if python.is_relative_to(folder) else python)
    return f"{'python' if ' ' in shown else shown} -m pip install -r {Path('ocop_site', 'requirements', f'{name}.txt')}"


def python() -> str:
    """The Python as it was typed, by its name alone where a shell finds one of that name.

    Windows tells no program of its launcher, so `py` is meant where it is there. Managers of several Pythons (pyenv)
    start one by its whole path, which nobody typed.
    """
    if os.name == "nt":
        return "py" if which("py") else "python"
    typed = sys.orig_argv[0]
    name = PurePath(typed).name
    return name if which(name) else quoted(typed)


def door() -> str:
    """`build.py` as it is reached from the current folder."""
    try:
        return quoted(str(DOOR.relative_to(Path.cwd())))
    except (OSError, ValueError):
        return quoted(str(DOOR))


def quoted(word: str) -> str:
    """In double quotes, which all shells of Windows and the others read, where it has spaces."""
    return f'"{word}"' if " " in word else word
