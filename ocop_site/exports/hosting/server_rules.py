"""What every server is to be told of a site, whatever its words."""

import re
from collections.abc import Mapping

from ocop_site.exports.hosting.headers import FRESH, LINK_SETS, AddressRule, Headers
from ocop_site.frozen import frozen

ZERO_PADDING = {8: "000000", 12: "00", 13: "0"}
"""What stands before a GTIN of so many digits to make it one of fourteen."""

QUALIFIED = "(10|21|22)"
"""What may follow a GTIN in an address: its lot, serial number, variant (GS1 General Specifications 3)."""


HOST_FILES = ("_headers", "_redirects")
"""What other hosts read, and no visitor."""

HIDDEN = (".ocop*", ".*.stage-*", ".*.lock", ".git*", ".ht*")
"""What publishing keeps in the folder and beside it, and what should lie in no folder that is served."""

LONGEST_NAME = 255
"""Bytes that a system's files may have for a name: what is longer is not there, and asking for it is an error."""

METHODS = ("GET", "HEAD")
"""All that a folder of files answers."""


def places_of(base: str) -> str:
    """Where the files are to stand, for who runs the server."""
    return f"Put what is in the site's folder (output/) into /srv/ocop{base}/: its address there is {base}/"


@frozen
class FormerBase:
    """The path under which the site once stood on this server, and the first steps of its addresses that lead on."""

    base: str
    steps: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """What follows the path is the first group."""
        return f"^{re.escape(self.base)}/((?:{'|'.join(map(re.escape, self.steps))})/.*)$"


@frozen
class ServerRules:
    """`rules` are headers by path, `*` at its end for all below. `moved` is for ever, `codes` are typed otherwise.

    `former` are the paths that it stood under before.
    """

    host: str
    base: str
    moved: tuple[AddressRule, ...]
    codes: tuple[AddressRule, ...]
    rules: Mapping[str, Headers]
    former: tuple[FormerBase, ...] = ()

    @property
    def everywhere(self) -> Headers:
        return self.rules[f"{self.base}/*"]

    @property
    def special(self) -> Mapping[str, Headers]:
        """The rules of less than all."""
        return {path: headers for path, headers in self.rules.items() if path != f"{self.base}/*"}

    @property
    def pattern(self) -> str:
        """The path that the site lives under, within a regular expression."""
        return re.escape(self.base)

    def is_link_sets(self, path: str) -> bool:
        return path == f"{self.base}{LINK_SETS}"

    def headers(self, path: str) -> Headers:
        """Everything that is said with a file: by its own rule and by those of the folders above it."""
        merged = dict(FRESH)
        for known, headers in self.rules.items():
            if known == path or (known.endswith("*") and path.startswith(known[:-1])):
                merged |= headers
        return merged
