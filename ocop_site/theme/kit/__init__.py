"""The kit: macros that every theme has beside its own templates, as `kit/NAME.html`, and scripts beside its own.

They hold what each theme would have to get right again, and nothing that makes one theme look unlike another: a theme
gives them its words and its classes.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ocop_site.theme.files import ThemeFile

PREFIX = "kit/"
"""Names of templates that begin so are the program's."""


@cache
def kit_templates() -> Mapping[str, str]:
    """The kit's templates by the names that a theme imports them by."""
    files = sorted(Path(__file__).parent.glob("*.html"))
    return {f"{PREFIX}{file.name}": file.read_text("utf-8") for file in files}


def kit_scripts() -> tuple[ThemeFile, ...]:
    """The kit's scripts, published with every theme's own files."""
    scripts = sorted(Path(__file__).with_name("scripts").glob("*.js"))
    return tuple(ThemeFile(file.name, file.as_posix(), file.read_bytes()) for file in scripts)
