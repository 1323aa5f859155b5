"""How systems, browsers and cloud drives name a copy of a file, in English and Vietnamese."""

import re
from collections.abc import Collection

_COPIED = re.compile(
    r"^(copy|bản sao)( \(\d+\))? (of|của) "
    r"| - (copy|bản sao|sao chép)( ?\(\d+\))?(?=\.|$)"
    r"| (copy|bản sao)( \d+)?(?=\.|$)"
    r"| ?\(\d+\)(?=\.|$)"
    r"| \([^()]*(copy|case conflict|bản sao|xung đột)[^()]*\)"
    r"|[._]sync-conflict-[\w-]+"
    r"|[_-]conflict-\d[\w-]*",
    re.IGNORECASE,
)
"""Windows, macOS, Linux desktops, Google Drive, Dropbox, Nextcloud, Syncthing: sure by itself."""

_ADDED = re.compile(
    r" \d{1,2}"
    r"| ?\([^()]*\)"
    r"|[ _-](?i:copy|bản sao|sao chép|cũ|mới|sửa|final|backup)[ _-]?\d*"
    r"|-[A-Z0-9]*[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*"
    r"|-(?i:desktop|laptop)-[A-Za-z0-9]{5,}"
    r"|-[^.]*(?i:\bpc\b|desktop|laptop|macbook|imac|mac[- ]mini|surface|iphone|ipad)[^.]*"
)
"""iCloud adds a number, OneDrive the machine's name: a copy where the file without it is there too."""


_OF_MACHINE = re.compile(r"(.+)-(?:desktop|laptop)-[a-z0-9]{5,}\.yaml")


def original_of(name: str, there: Collection[str]) -> str | None:
    """The name of the file that one was copied from; `there` is what else lies in the folder."""
    if (original := _COPIED.sub("", name)) != name:
        return original
    stem, dot, extension = name.rpartition(".")
    for other in sorted(there, key=len, reverse=True):
        base, _, ending = other.rpartition(".")
        if base and ending == extension and stem.startswith(base) and _ADDED.fullmatch(stem[len(base) :]):
            return f"{base}{dot}{extension}"
    return None


def is_copy_of_machine(name: str, there: Collection[str]) -> bool:
    """Whether a name that could be a record's is OneDrive's for a copy: `banh-trang-desktop-ab12cd.yaml`."""
    match = _OF_MACHINE.fullmatch(name)
    return match is not None and f"{match[1]}.yaml" in there
