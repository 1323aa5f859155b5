"""Spirits are neither sold nor recommended online (Law 44/2019/QH14), nor in words; what a page hides is told."""

import re
from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.wordings import texts_of, told_at
from ocop_site.catalogue.checks.wordlists import WordLists, word_lists
from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath
from ocop_site.records.kinds import KINDS
from ocop_site.records.products.product import Product
from ocop_site.text.plain_text import plain_text

WARNING = Severity.WARNING

_PRICE = re.compile(r"\d[\d.,]*\s*(?:đồng|dong|nghìn|ngàn|k|vnđ|vnd|₫|đ)(?!\w)|(?:vnđ|vnd|₫|\$|€)\s*\d", re.IGNORECASE)
_MARKET = re.compile(r"\b(?:shopee|lazada|tiki|sendo|tiktok|voso|postmart|buudien)\b", re.IGNORECASE)
"""Shops that sell by post."""

_READ = (*(kind for kind in KINDS if kind != "notices"), "site", "year", "map")
"""A recall may tell what is paid back and where."""

_LINKED = re.compile(r"\]\(\s*product:\s*([a-z0-9-]+)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def sale_problems(shaped: Shaped[Any], catalogue: Catalogue) -> Iterator[Problem]:
    care, kind = catalogue.scheme.care, shaped.entry.kind
    if not care.spirits or kind not in _READ:
        return
    lists = word_lists(care)
    if kind == "products" and catalogue.showing(shaped.entry.id).is_restrained:
        yield from _hidden(shaped)
        yield from _sold(shaped, lists)
        return
    yield from _offered(shaped, lists)
    if kind == "products":
        yield from _recommended(shaped, catalogue)


def restrained(shaped: Shaped[Product], catalogue: Catalogue) -> tuple[bool, tuple[str, ...]]:
    """Whether a product is a spirit, and which of those are that its record leads to."""
    ahead = shaped.notes.kept("led to", None, lambda: tuple(dict.fromkeys(_led_to(shaped))))
    beside = tuple(i for i in ahead if i in catalogue.products and catalogue.showing(i).is_restrained)
    return catalogue.showing(shaped.entry.id).is_restrained, beside


def _led_to(shaped: Shaped[Product]) -> Iterator[str]:
    yield from shaped.record.goes_with
    for _, words in texts_of(shaped):
        yield from _LINKED.findall(words) if "](" in words else ()


def _hidden(shaped: Shaped[Product]) -> Iterator[Problem]:
    """What a spirit's record says and its page will not show."""
    product = shaped.record
    hidden: list[FieldPath] = [("packs", i, "price") for i, pack in enumerate(product.packs) if pack.price]
    hidden += [("links", i) for i, link in enumerate(product.links) if link.kind == "shop"]
    hidden += [(field,) for field in ("goes_with", "gift", "season") if getattr(product, field)]
    for path in hidden:
        yield shaped.problem("care.spirit", path, severity=WARNING, field=str(path[0]))


def _sold(shaped: Shaped[Product], lists: WordLists) -> Iterator[Problem]:
    """A price, a shop or an offer in words, or a shop that is linked as something else."""
    for index, link in enumerate(shaped.record.links):
        if link.kind == "shop":
            continue
        if match := _MARKET.search(link.url):
            yield shaped.problem("care.spirit-sold", ("links", index, "url"), found=match[0])
        for language, words in link.label:
            if found := _offer_in(words, lists):
                yield shaped.problem("care.spirit-sold", ("links", index, "label", language), found=found)
    for path, words in texts_of(shaped):
        if path[0] not in ("links", "name") and (found := _offer_in(words, lists)):
            yield shaped.problem("care.spirit-sold", path, found=found)


def _offered(shaped: Shaped[Any], lists: WordLists) -> Iterator[Problem]:
    """Of any other record a sentence that names a spirit and offers it; the label of a shop that names one."""
    body: list[tuple[FieldPath | None, str]] = [(None, shaped.entry.body)] if shaped.entry.body else []
    for path, words in (*texts_of(shaped), *body):
        if any(lists.drinks.found_in(plain_text(words))):
            yield from _offered_in(shaped, path, words, lists)


def _offered_in(shaped: Shaped[Any], path: FieldPath | None, words: str, lists: WordLists) -> Iterator[Problem]:
    for sentence in _SENTENCES.split(words):
        names_one = any(lists.drinks.found_in(plain_text(sentence)))
        is_label = path is not None and path[0] == "links"
        if names_one and (is_label or _offer_in(sentence, lists)):
            yield told_at(shaped, path, " ".join(sentence.split()), "care.spirit-sold", WARNING)


def _offer_in(words: str, lists: WordLists) -> str | None:
    """The price, the market or the wording by which a text offers something."""
    plain = plain_text(words)
    match = _PRICE.search(plain.in_digits) or _MARKET.search(words)
    return match[0] if match else next(lists.sold.found_in(plain), None)


def _recommended(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    """A spirit named beside a food, in its list or by a link in its texts."""
    for index, other in enumerate(shaped.record.goes_with):
        if other in catalogue.products and catalogue.showing(other).is_restrained:
            yield shaped.problem("care.spirit-beside", ("goes_with", index), severity=WARNING, found=other)
    for path, words in texts_of(shaped):
        for other in _LINKED.findall(words) if "](" in words else ():
            if other in catalogue.products and catalogue.showing(other).is_restrained:
                yield shaped.problem("care.spirit-linked", path, severity=WARNING, found=other)
