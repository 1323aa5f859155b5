"""All that the program says to the people who use it, in Vietnamese and English: the one home of these words.

`problems.yaml` says what is wrong, by code; `commands.yaml` what the commands and their help say; `preview.yaml` what
the preview does. `bootstrap.toml` is read by `ocop_site.bootstrap.messages`, which has the standard library only. One
sentence stands elsewhere: `build.py` itself tells a Python that is too old, since such a Python can read none of this.
What the pages of a site say is no part of this: it is in the words of the plan and of the themes.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from ocop_site.invocation import command_line
from ocop_site.text.wording import FALLBACK, Wording, WordTable, load_words

MESSAGE_LANGUAGES = ("vi", "en")
"""The first one is spoken unless another is asked for."""

LANGUAGE_VARIABLE = "OCOP_MESSAGES"
"""The environment variable that asks for a language."""

_FOLDER = Path(__file__).parent


def is_known(code: str) -> bool:
    return code in _problems()


def message(code: str, language: str, details: Mapping[str, object]) -> str:
    """The words of a problem with its details filled in, of those that are words by language that language's.

    `program` is how this one was started. KeyError for a code or a detail that is not there.
    """
    spoken = {name: _in(language, value) if isinstance(value, Mapping) else value for name, value in details.items()}
    return str(_in(language, _problems()[code])).format_map({"program": command_line(), **spoken})


def command_messages(language: str) -> Wording:
    """What the commands say, by key: `command_messages("en")("outdated", count=3)`."""
    return Wording(language, (load_words(_FOLDER / "commands.yaml"),))


def preview_messages(language: str) -> Wording:
    """What the preview says, by key."""
    return Wording(language, (load_words(_FOLDER / "preview.yaml"),))


def help_text(key: str) -> str:
    """What `--help` says. Commands are described before any option is read."""
    return command_messages(language_asked_for())(key)


def language_asked_for(arguments: Sequence[str] | None = None) -> str:
    """The language that a command line asks for (this one's, unless another is given), else the environment's.

    It has to be known before any option is read, for the help and for what is wrong with the options themselves.
    """
    given = sys.argv[1:] if arguments is None else arguments
    after = [word for option, word in pairwise(given) if option == "--messages"]
    joined = [word.removeprefix("--messages=") for word in given if word.startswith("--messages=")]
    asked = [*joined, *after, os.environ.get(LANGUAGE_VARIABLE, "").lower()]
    return next((language for language in asked if language in MESSAGE_LANGUAGES), MESSAGE_LANGUAGES[0])


def _in(language: str, words: Mapping[str, Any]) -> Any:
    return words.get(language) or words[FALLBACK]


def _problems() -> WordTable:
    """Read when something is wrong for the first time."""
    return load_words(_FOLDER / "problems.yaml")
