"""What is said before the program runs, from `messages/bootstrap.toml`, with the standard library only."""

import sys

from ocop_site.bootstrap.environment import ROOT

WORDS = ROOT / "ocop_site" / "messages" / "bootstrap.toml"
"""A file's path, not a module: importing `ocop_site.messages` would import packages that may not be there."""


class SetupRefused(Exception):
    """What keeps the program from running: a key of `WORDS`, the system's own words if any, and what ours need."""

    def __init__(self, key: str, quote: str = "", **details: object) -> None:
        super().__init__(key)
        self.key, self.quote, self.details = key, quote, details


def report(key: str, quote: str = "", **details: object) -> None:
    """To standard error: standard output belongs to the command, and may be read by a machine."""
    import tomllib

    words = tomllib.loads(WORDS.read_text("utf-8"))[key]
    lines = [words[language].format(**details) for language in ("vi", "en")]
    sys.stderr.write("\n".join([*lines, *quote.splitlines()]) + "\n")
    sys.stderr.flush()
