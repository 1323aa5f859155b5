"""Every message to the people who keep the content, in Vietnamese and English, by code; see `messages.yaml`."""

from collections.abc import Mapping
from pathlib import Path

from ocop_site.text.wording import FALLBACK, load_words

_MESSAGES = load_words(Path(__file__).with_name("messages.yaml"))


def is_known(code: str) -> bool:
    return code in _MESSAGES


def message(code: str, language: str, details: Mapping[str, object]) -> str:
    """The words of a code with its details filled in. KeyError for a code or a detail that is not there."""
    words = _MESSAGES[code].get(language) or _MESSAGES[code][FALLBACK]
    return str(words).format_map(details)
