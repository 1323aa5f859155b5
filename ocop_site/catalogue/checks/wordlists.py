"""The words that texts are searched for: the program's own lists, and what a scheme adds to them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import Any

import yaml

from ocop_site.content.yaml.events import LOADER
from ocop_site.frozen import frozen
from ocop_site.records.scheme import Care
from ocop_site.text.phrases import Phrases

_FILE = Path(__file__).with_suffix(".yaml")
_GROUP = re.compile(r"\{(\w+)\}")

_ByLanguage = Mapping[str, tuple[str, ...]]


@frozen
class WordLists:
    """Phrases of all languages.

    `recognised` says that a product has a certificate, whatever its stars; `named` speaks of all products here; `sold`
    offers something for sale.
    """

    health: Phrases
    stars: Phrases
    recognised: Phrases
    drinks: Phrases
    sold: Phrases
    named: Phrases


def word_lists(care: Care) -> WordLists:
    """The lists of a scheme; a word that it calls harmless is looked for no more."""
    spirits, harmless = care.spirits, _all(care.harmless)
    return _made(
        (_all(care.health_words), harmless),
        (_all(care.star_words), (*harmless, *care.star_harmless)),
        (_all(spirits.words), spirits.harmless) if spirits else ((), ()),
    )


def _all(words: _ByLanguage) -> tuple[str, ...]:
    return tuple(chain.from_iterable(words.values()))


_More = tuple[tuple[str, ...], tuple[str, ...]]


@cache
def _made(health: _More, stars: _More, spirits: _More) -> WordLists:
    return WordLists(
        _phrases("health", *health),
        _phrases("stars", *stars),
        _phrases("recognised", (), stars[1]),
        _phrases("spirits", *spirits),
        _phrases("sold", (), ()),
        _phrases("named", (), ()),
    )


def _phrases(name: str, more: Iterable[str], more_harmless: Iterable[str]) -> Phrases:
    return Phrases(chain(_built_in(name), more), chain(_built_in(f"{name}_harmless"), more_harmless))


def _built_in(name: str) -> Iterator[str]:
    for words in _languages().values():
        for phrase in words.get(name, ()):
            yield from _each(phrase, words.get("groups", {}))


@cache
def _languages() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.load(_FILE.read_bytes(), LOADER)
    return found


def _each(phrase: str, groups: Mapping[str, list[str]]) -> Iterator[str]:
    """The phrase with each word of the groups that it names."""
    start, *rest = _GROUP.split(phrase)
    names, ends = rest[::2], rest[1::2]
    for words in product(*(groups[name] for name in names)):
        yield start + "".join(word + end for word, end in zip(words, ends, strict=True))
