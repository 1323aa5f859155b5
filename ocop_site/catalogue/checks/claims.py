"""Words that say what no record says: stars, validity, recognition, an effect on health.

They are looked for in what a reader sees, by the lists of all languages, whatever language a text is marked as:
`good for the heart` is read on a Vietnamese page too.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from itertools import chain
from typing import Any

from ocop_site.catalogue.checks.wordings import PARAGRAPHS, all_texts_of, told_at
from ocop_site.catalogue.checks.wordlists import WordLists, word_lists
from ocop_site.content.memory.notes import Notes
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath
from ocop_site.records.scheme import Care
from ocop_site.text.phrases import Phrases
from ocop_site.text.plain_text import PlainText, plain_text

STAR_SIGNS = re.compile(
    r"[\u2605\u2606\u2726\u2727\u2729-\u2730\u2b50-\u2b52\U0001f31f\U0001f320]+|\bOCOP\W{0,3}\*{3,5}(?!\w)"
    r"|\bOCOP [345]\*(?!\w)|(?<!\w)[345]\* OCOP\b",
    re.IGNORECASE,
)

_STARS = re.compile(STAR_SIGNS.pattern[: STAR_SIGNS.pattern.index("+")])

_PRAISED = ("products", "producers")
"""Kinds of which every text is about something that has stars or has none."""

_AROUND = ("places", "trails", "partners", "notices", "doors", "year", "map")
"""Kinds of which most texts are read so, too: what stands on a shelf, what a trail leads past."""

_NAMES = {"name", "title", "alt", "summary", "also_known_as", "generic_name", "tagline"}
"""Of those, of news and of the site what stands in lists and headings."""

_NAMED = ("places", "trails", "partners", "news", "site", "doors", "year", "map")

_LEADS_TO_A_BEARER = re.compile(r"\]\(\s*(?:product|producer):", re.IGNORECASE)


class ClaimedWords:
    """All that texts are searched for, made once for all records."""

    def __init__(self, records: Records, care: Care, notes: Notes) -> None:
        self._products, self._makers = records.of("products"), records.of("producers")
        self._care, self._notes = care, notes
        self.are_names_asked = False

    @cached_property
    def _lists(self) -> WordLists:
        return word_lists(self._care)

    @cached_property
    def digest(self) -> str:
        """What stands for all names that a text may speak of, and for who has certificates."""
        products = [
            (each.record.name, each.record.producer, bool(each.record.certificates)) for each in self._products.values()
        ]
        makers = [(each.entry.id, each.record.name) for each in self._makers.values()]
        return self._notes.digest("names", (products, makers))

    def problems(self, shaped: Shaped[Any]) -> Iterator[Problem]:
        for path, words in all_texts_of(shaped):
            plain = plain_text(words)
            if self._lists.health.may_be_in(plain):
                yield from self._health(shaped, path, words)
            if self._lists.stars.may_be_in(plain) or may_show_stars(plain):
                yield from self._stars(shaped, path, words)
            if self._lists.recognised.may_be_in(plain):
                yield from self._recognition(shaped, path, words)

    def _health(self, shaped: Shaped[Any], path: FieldPath | None, words: str) -> Iterator[Problem]:
        for found in self._lists.health.found_in(plain_text(words)):
            yield told_at(shaped, path, found, "care.health-word", Severity.WARNING)

    def _stars(self, shaped: Shaped[Any], path: FieldPath | None, words: str) -> Iterator[Problem]:
        """An error where words are said of a product, or of all that someone makes; a warning where they may be."""
        if not any(self._stars_in(words)):
            return
        kind = shaped.entry.kind
        code = "care.star-words" if kind == "products" else "care.star-words-elsewhere"
        heads = kind in _PRAISED or _heads(shaped, path)
        for part in [words] if kind in _PRAISED else PARAGRAPHS.split(words):
            is_said_of_one = heads or (kind in _NAMED and bool(_LEADS_TO_A_BEARER.search(part)))
            if is_said_of_one or kind in _AROUND or self._speaks_of_one(part):
                severity = Severity.ERROR if is_said_of_one else Severity.WARNING
                yield from (told_at(shaped, path, found, code, severity) for found in self._stars_in(part))

    def _stars_in(self, words: str) -> Iterator[str]:
        yield from self._lists.stars.found_in(plain_text(words))
        yield from STAR_SIGNS.findall(unescape(words))

    def _speaks_of_one(self, part: str) -> bool:
        """Whether a paragraph names a product, leads to one or to its maker, or speaks of all of this catalogue."""
        plain = plain_text(part)
        self.are_names_asked = True
        named = chain(self._lists.named.found_in(plain), self._names.found_in(plain))
        return bool(_LEADS_TO_A_BEARER.search(part)) or any(named)

    @property
    def _names(self) -> Phrases:
        return self._notes.kept(
            "names of all", self.digest, lambda: Phrases.joined(map(_named, self._products.values()))
        )

    def _recognition(self, shaped: Shaped[Any], path: FieldPath | None, words: str) -> Iterator[Problem]:
        """Of what has no certificate: an error in its own record, a warning where others speak of it."""
        found = list(self._lists.recognised.found_in(plain_text(words)))
        if not found or ((is_its_own := shaped.entry.kind == "products") and shaped.record.certificates):
            return
        self.are_names_asked |= not is_its_own
        is_told = is_its_own or any(self._unrecognised.found_in(plain_text(words)))
        severity = Severity.ERROR if is_its_own else Severity.WARNING
        yield from (told_at(shaped, path, each, "care.recognised-words", severity) for each in found if is_told)

    @property
    def _unrecognised(self) -> Phrases:
        return self._notes.kept(
            "unrecognised names", self.digest, lambda: Phrases.joined(map(_named, self._uncertified()))
        )

    def _uncertified(self) -> Iterator[Shaped[Any]]:
        """The products without certificates, and makers who have no other product."""
        products = self._products.values()
        certified = {each.record.producer for each in products if each.record.certificates}
        yield from (each for each in products if not each.record.certificates)
        yield from (each for each in self._makers.values() if each.entry.id not in certified)


def _named(shaped: Shaped[Any]) -> Phrases:
    return shaped.notes.kept("name", None, lambda: Phrases(words for _, words in shaped.record.name))


def may_show_stars(plain: PlainText) -> bool:
    """Whether a text has a star, or an OCOP that one may stand beside: quickly told."""
    source = plain.source
    return "ocop" in source.lower() or (not source.isascii() and bool(_STARS.search(source)))


def _heads(shaped: Shaped[Any], path: FieldPath | None) -> bool:
    """Whether a text names what its record is about, or tells of a maker whom a trail leads to."""
    if path and path[0] == "stops":
        return shaped.record.stops[path[1]].producer is not None
    return shaped.entry.kind in _NAMED and not _NAMES.isdisjoint(map(str, path or ()))
