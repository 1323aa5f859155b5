"""The product codes that are free, to be proposed where one is missing, wrong or taken."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from ocop_site.content.entry import Entry
from ocop_site.records.values.identifiers import CODE, Code, codes_from

LEAST_DIGITS = 3

_PREFIX = re.compile(r"[A-Z]{2,4}")
_CODE = re.compile(CODE, re.ASCII)
_OWN = "SP"
"""For `sản phẩm`, where neither the site nor any code says how codes begin."""


class CodeProposals:
    """What is proposed to a product without a good code: its own in the ledger, else one that nobody ever had."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    @cached_property
    def given(self) -> Mapping[str, Code]:
        return {
            str(line.get("product")): Code(code)
            for entry in self._entries
            if entry.kind == "codes"
            for code, line in entry.data.items()
            if isinstance(line, dict) and _is_code(code)
        }

    @cached_property
    def free(self) -> Iterator[Code]:
        return free_codes(self._entries)


def free_codes(entries: Iterable[Entry]) -> Iterator[Code]:
    """From the one after the highest that was ever given or is borne: a gap below it may have been printed once."""
    entries = tuple(entries)
    borne = [code for entry in entries for code in _codes_of(entry)]
    prefix = _prefix(entries, borne)
    digits = [code.removeprefix(prefix) for code in borne if code.rstrip("0123456789") == prefix]
    width = max(map(len, digits), default=LEAST_DIGITS)
    return codes_from(Code(f"{prefix}{max(map(int, digits), default=0) + 1:0{width}d}"))


def _codes_of(entry: Entry) -> Iterator[str]:
    """As they were written, whatever else may be wrong with the record."""
    named = entry.data if entry.kind == "codes" else [entry.data.get("code")] if entry.kind == "products" else []
    return (code for code in named if isinstance(code, str) and _is_code(code))


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text))


def _prefix(entries: Iterable[Entry], borne: list[str]) -> str:
    named = next((entry.data.get("code_prefix") for entry in entries if entry.kind == "site"), None)
    if isinstance(named, str) and _PREFIX.fullmatch(named):
        return named
    usual = Counter(code.rstrip("0123456789") for code in borne).most_common(1)
    return usual[0][0] if usual else _OWN
