"""All that the program says to the people who use it, in Vietnamese and English: the one home of these words.

`problems.yaml` says what is wrong, by code; `commands.yaml` what the commands and their help say; `preview.yaml` what
the preview does. `bootstrap.toml` is read by `ocop_site.bootstrap.messages`, which has the standard library only. One
sentence stands elsewhere: `build.py` itself tells a Python that is too old, since such a Python can read none of this.
What the pages of a site say is no part of this: it is in the words of the plan and of the themes.
"""

import os
from collections.abc import Mapping
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
    """What `--help` says. Commands are described before any option is read, so the environment names the language."""
    return command_messages(_language_asked_for())(key)


def option_message(code: str, details: Mapping[str, object]) -> str:
    """What is wrong with an option, before it is known which language the other options ask for."""
    return message(code, _language_asked_for(), details)


def _in(language: str, words: Mapping[str, Any]) -> Any:
    return words.get(language) or words[FALLBACK]


def _problems() -> WordTable:
    """Read when something is wrong for the first time."""
    return load_words(_FOLDER / "problems.yaml")


def _language_asked_for() -> str:
    asked = os.environ.get(LANGUAGE_VARIABLE, "").lower()
    return asked if asked in MESSAGE_LANGUAGES else MESSAGE_LANGUAGES[0]
