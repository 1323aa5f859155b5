"""Which folders a command means that is told of none: those of the current folder, or those beside `build.py`.

A task that Windows starts at night, or a service, stands in a folder of the system's own.
"""

from pathlib import Path

import click
from click.core import ParameterSource

HOME = Path(__file__).parents[2]
"""Where `build.py` lies."""

_NAMES = ("content", "themes", "cache", "output")


def home(context: click.Context) -> Path:
    """The folder that `content`, `output` and their like are looked for in."""
    is_told = context.get_parameter_source("content") not in (None, ParameterSource.DEFAULT)
    if is_told or Path("content").exists() or not (HOME / "content").is_dir():
        return Path()
    return HOME


def settle(context: click.Context) -> None:
    """Gives folders that were not told their place; with another content only the themes may be those of `build.py`."""
    at = home(context)
    for name in _NAMES:
        if isinstance(folder := context.params.get(name), Path) and _is_default(context, name):
            is_here = at != HOME and (name != "themes" or folder.exists() or not (HOME / folder).is_dir())
            context.params[name] = folder if is_here else HOME / folder


def _is_default(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is ParameterSource.DEFAULT
