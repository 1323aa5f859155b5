"""Spirits (Law 44/2019/QH14): what is named as one is recorded as one, and what its page will not show is told.

A strength that is missing or mistyped, or a set that is none of alcoholic drinks, would let a bottle pass for food.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.wordlists import word_lists
from ocop_site.catalogue.showing import Showing
from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import TextField
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Spirits
from ocop_site.text.numerals import in_digits
from ocop_site.text.phrases import Phrases, PlainText

WARNING = Severity.WARNING

WEAKEST = 8
"""Percent below which nothing that is called a spirit or wine is likely to lie: 4.5 is mostly a slip for 45."""

_STRENGTH = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[.,]\d)?) ?(?:(?P<percent>%|phần trăm)|(?P<degrees>°(?! ?[CF]\b)|độ\b)|proof\b)"
    r"(?! ?(?:N\b|đạm|brix))(?=(?P<rest>.*))",
    re.IGNORECASE,
)
_BY_VOLUME = re.compile(r" ?(?:vol|alc|cồn|abv)", re.IGNORECASE)
_NAME_ENDS = re.compile(r" ?(?:$|[)\],;/-])")
_BEER = re.compile(r"\b(?:bia|beer|ale|lager|cider|kombucha|không cồn|alcohol[- ]free)\b", re.IGNORECASE)
_OTHER_DEGREES = re.compile(r"\b(?:mắm|tương|mật|đường|nước chấm)\b", re.IGNORECASE)
_DRUNK = re.compile(
    r"\b(?:rượu|đế|cồn|alcohol|spirit|liqueur|wine)\b(?:\W+\w+){0,5}?\W+(?:1[5-9]|[2-9]\d)(?:[.,]\d)?\s*(?:%|độ|°)"
    r"|\b(?:1[5-9]|[2-9]\d)(?:[.,]\d)?\s*(?:%|độ|°)\s*(?:vol|cồn|alc|abv|rượu)"
    r"|dưới 18 tuổi|under 18",
    re.IGNORECASE,
)
"""What is said of a drink alone, in any of its texts."""

_BOTTLED = re.compile(
    r"\b(?:chai|hũ|bình|vò|bottle|jar)\W+(?:\w+\W+){0,2}?(?:rượu|đế|vodka|whisky|wine|spirit|liqueur)\b", re.IGNORECASE
)
"""What lies in a gift set beside the food."""

_SOLD = re.compile(
    r"\d[\d.,]*\s*(?:đồng|nghìn|ngàn|vnđ|vnd|₫|đ)(?!\w)|[₫$€]\s*\d"
    r"|\b(?:shopee|lazada|tiki|sendo|tiktok|voso|postmart|buudien)\b",
    re.IGNORECASE,
)
"""A price, or a shop that sells by post."""

_LINKED = re.compile(r"\]\(\s*product:\s*([a-z0-9-]+)")

_LEFT_ASIDE = {"name", "how_to_use", "ingredients"}
"""The name has a question of its own; in a recipe a spirit may be named that the product is not."""


def care_problems(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    spirits, showing = catalogue.scheme.care.spirits, catalogue.showing(shaped.entry.id)
    if spirits:
        yield from _named(shaped, spirits, word_lists(catalogue.scheme.care).drinks, showing)
    if showing.is_restrained:
        yield from _hidden(shaped)
        yield from _sold(shaped)
        return
    if spirits:
        yield from _said_elsewhere(shaped)
    for index, other in enumerate(shaped.record.goes_with):
        if other in catalogue.products and catalogue.showing(other).is_restrained:
            yield shaped.problem("care.spirit-beside", ("goes_with", index), severity=WARNING, found=other)
    for path, words in _texts(shaped.record):
        for other in _LINKED.findall(words):
            if other in catalogue.products and catalogue.showing(other).is_restrained:
                yield shaped.problem("care.spirit-linked", path, severity=WARNING, found=other)


def _hidden(shaped: Shaped[Product]) -> Iterator[Problem]:
    """What a spirit's record says and its page will not show."""
    product = shaped.record
    hidden: list[FieldPath] = [("packs", i, "price") for i, pack in enumerate(product.packs) if pack.price]
    hidden += [("links", i) for i, link in enumerate(product.links) if link.kind == "shop"]
    hidden += [(field,) for field in ("goes_with", "gift", "season") if getattr(product, field)]
    for path in hidden:
        yield shaped.problem("care.spirit", path, severity=WARNING, field=str(path[0]))


def _sold(shaped: Shaped[Product]) -> Iterator[Problem]:
    """A price or a shop in words, or a shop that is linked as something else."""
    links = ((("links", i, "url"), link.url) for i, link in enumerate(shaped.record.links) if link.kind != "shop")
    for path, words in (*_texts(shaped.record), *links):
        if match := _SOLD.search(words):
            yield shaped.problem("care.spirit-sold", path, found=match[0])


def _texts(product: Product) -> Iterator[tuple[FieldPath, str]]:
    for path, _, text in marked(product, TextField):
        yield from (((*path, language), words) for language, words in text)


def _named(shaped: Shaped[Product], spirits: Spirits, words: Phrases, showing: Showing) -> Iterator[Problem]:
    """A name that says what the other fields do not, told once a product."""
    product, sets = shaped.record, ", ".join(map(str, spirits.sets))
    strength = None if product.alcohol_percent is None else Decimal(product.alcohol_percent)
    is_strong = strength is not None and strength >= spirits.from_percent
    if is_strong and product.set is not None and product.set not in spirits.sets:
        yield shaped.problem("care.spirit-set", ("set",), sets=sets, percent=strength)
        return
    for path, name in _names(product):
        plain = PlainText(name)
        line = in_digits(plain.line)
        named = next(words.found_in(plain), None)
        is_drink = bool(named) or product.set in spirits.sets or strength is not None
        said = next(iter(sorted(_strengths_in(line, is_drink), reverse=True)), None)
        if said is not None and said != strength:
            known = "–" if strength is None else strength
            yield shaped.problem("care.spirit-strength", path, found=said, percent=known)
        elif named and not showing.is_restrained and product.set not in spirits.sets:
            yield shaped.problem("care.spirit-unsaid", path, found=named, sets=sets)
        elif is_drink and strength is not None and strength < WEAKEST and said is None and not _BEER.search(line):
            yield shaped.problem("care.spirit-weak", ("alcohol_percent",), found=named or name, percent=strength)
        else:
            continue
        return


def _names(product: Product) -> Iterator[tuple[FieldPath, str]]:
    for language, words in product.name:
        yield ("name", language), words
    for index, line in enumerate(product.also_known_as):
        yield ("also_known_as", index), line
    for index, pack in enumerate(product.packs):
        for language, words in pack.name or ():
            yield ("packs", index, "name", language), words


def _strengths_in(name: str, is_drink: bool) -> Iterator[Decimal]:
    """The strengths that a name gives. `70% ca cao` is none, nor are the degrees of a fish sauce."""
    for match in _STRENGTH.finditer(name):
        strength = Decimal(match["number"].replace(",", "."))
        if match["percent"]:
            is_one = bool(_BY_VOLUME.match(match["rest"])) or (
                15 <= strength <= 60 and bool(_NAME_ENDS.match(match["rest"]))
            )
        else:
            is_one = 15 <= strength <= 200 and not _OTHER_DEGREES.search(name)
        if is_drink or is_one:
            yield strength if match["percent"] or match["degrees"] else strength / 2


def _said_elsewhere(shaped: Shaped[Product]) -> Iterator[Problem]:
    """A text that speaks of the product, or of what lies in the gift, as of a strong drink; told once."""
    product = shaped.record
    is_gift = product.craft is None and (product.gift or bool(product.contains))
    for path, words in _texts(product):
        line = in_digits(PlainText(words).line)
        if path[0] == "ingredients":
            said = _DRUNK.search(line if is_gift else re.split("[,;]", line, maxsplit=1)[0])
        else:
            said = None if path[0] in _LEFT_ASIDE else _DRUNK.search(line)
        if said := said or (_BOTTLED.search(line) if is_gift else None):
            yield shaped.problem("care.spirit-said", path, found=said[0])
            return
