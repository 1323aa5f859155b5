"""What is named or spoken of as a spirit is recorded as one (Law 44/2019/QH14).

A strength that is missing or mistyped, or a set that is none of alcoholic drinks, would let a bottle pass for food.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.wordlists import word_lists
from ocop_site.catalogue.showing import Showing
from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import TextField
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Spirits
from ocop_site.text.phrases import Phrases
from ocop_site.text.plain_text import PlainText, plain_text
from ocop_site.text.vietnamese import fold

WEAKEST = 8
"""Percent below which nothing that is called a spirit or wine is likely to lie: 4.5 is mostly a slip for 45."""

_STRENGTH = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:[.,]\d)?) ?"
    r"(?:(?P<percent>%|phần trăm)|(?P<degrees>°(?! ?[CF]\b)|o\b|độ\b)|proof\b)"
    r"(?! ?(?:N\b|đạm|brix))(?=(?P<rest>.*))",
    re.IGNORECASE,
)
_BY_VOLUME = re.compile(r" ?(?:vol|alc|cồn|abv)", re.IGNORECASE)
_OF_AN_INGREDIENT = re.compile(
    r" (?:ca cao|cacao|cocoa|đường|béo|nếp|gạo|thịt|cá|tôm|đậu|hạt|trái|nước cốt|nguyên|hữu cơ|tơ|lụa|ít|less|organic"
    r"|fat|sugar|protein|cotton|silk|rice|fruit|juice)\b",
    re.IGNORECASE,
)
_OTHER_DEGREES = re.compile(r"\b(?:mắm|tương|mật|đường|nước chấm)\b", re.IGNORECASE)
_BEER = re.compile(r"\b(?:bia|beer|ale|lager|cider|kombucha|không cồn|alcohol[- ]free)\b", re.IGNORECASE)

_DISTILLED = re.compile(
    r"\b(?:đế|rượu (?:đế|trắng|gạo)|quốc lủi|vodka|whisk(?:e)?y|brandy|cognac|rum|gin|rice spirit|moonshine)\b",
    re.IGNORECASE,
)

_STRONG = r"(?:1[5-9]|[2-9]\d)(?:[.,]\d)?\s*"
_DRUNK = re.compile(
    rf"\b(?:rượu|đế|cồn|alcohol|spirit|liqueur|wine)\b(?:\W+\w+){{0,5}}?\W+{_STRONG}(?:%|độ|°)"
    rf"|\b{_STRONG}(?:%|độ|°)\s*(?:vol|cồn|alc|abv|rượu)|\b\d{{2,3}} proof\b|nồng độ {_STRONG}"
    rf"|\b(?:chưng cất|distilled)\b(?:\W+\w+){{0,8}}?\W+{_STRONG}(?:%|độ|°)",
    re.IGNORECASE,
)
_OF_DRINKS_ALONE = re.compile(
    r"dưới 18 tuổi|under 18|không (?:được )?lái xe|do not drive|don['’]t drive", re.IGNORECASE
)
_DEGREES = re.compile(rf"(?<![\d.,]){_STRONG}(?:°(?! ?C\b)|o\b|độ\b(?! ?(?:[CN]\b|đạm)))", re.IGNORECASE)
_HEAT = re.compile(r"\b(?:sấy|nướng|lò|nhiệt|nóng|hấp|luộc|nấu|trùng|dried|oven|heat|bake|nghiêng|vĩ)\b", re.IGNORECASE)
_ALCOHOLIC = re.compile(r"(?<!không )\bcó cồn\b|(?<!non-)\balcoholic\b", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"\W*(?:[\w-]+ ){0,2}")

_SIGNS_OF_DRINKS = (
    "°", "%", "độ", "proof", "18", "lái xe", "drive", "cồn", "alcohol", "rượu", "đế", "vodka", "whisky", "wine",
    "spirit", "liqueur", "\u0131", "\u0307",
)  # fmt: skip
"""One of them stands in whatever the patterns here find; the last two are an i to some of them."""

_LETTER_O = re.compile(r"[\d\s]o\b")
"""A degree as it is typed where the sign is not at hand."""

_BOTTLED = re.compile(
    r"\b(?:chai|hũ|bình|vò|bottle|jar)\W+(?:\w+\W+){0,2}?(?:rượu|đế|vodka|whisky|wine|spirit|liqueur)\b", re.IGNORECASE
)
"""What lies in a gift set beside the food."""

_RECIPES = {"how_to_use", "ingredients"}
"""In a recipe a spirit may be named that the product is not."""

_DESCRIBING = {"summary", "taste", "packs", "photos"}
"""What stands for the product itself, where nothing else tells what it is."""


def spirit_problems(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    care, showing = catalogue.scheme.care, catalogue.showing(shaped.entry.id)
    if care.spirits:
        words = word_lists(care).drinks
        told = list(_named(shaped, care.spirits, words, showing))
        yield from told
        if not told and not showing.is_restrained:
            yield from _spoken_of(shaped, words)


def _named(shaped: Shaped[Product], spirits: Spirits, words: Phrases, showing: Showing) -> Iterator[Problem]:
    """A name that says what the other fields do not, told once a product."""
    product, sets = shaped.record, ", ".join(map(str, spirits.sets))
    strength = None if product.alcohol_percent is None else Decimal(product.alcohol_percent)
    is_strong = strength is not None and strength >= spirits.from_percent
    if is_strong and product.set is not None and product.set not in spirits.sets:
        yield shaped.problem("care.spirit-set", ("set",), sets=sets, percent=strength)
        return
    for path, name in _names(product):
        plain = plain_text(name)
        line = plain.in_digits
        named = None if product.craft else next(words.found_in(plain), None)
        is_drink = bool(named) or product.set in spirits.sets or strength is not None
        said = next(iter(sorted(_strengths_in(line, is_drink), reverse=True)), None)
        if said is not None and said != strength:
            if strength is None:
                yield shaped.problem("care.spirit-unmeasured", path, found=said)
            else:
                yield shaped.problem("care.spirit-strength", ("alcohol_percent",), found=said, percent=strength)
        elif named and not showing.is_restrained and product.set not in spirits.sets:
            yield shaped.problem("care.spirit-unsaid", path, found=named, sets=sets)
        elif is_drink and strength is not None and said is None and strength < _weakest(line, spirits):
            yield shaped.problem("care.spirit-weak", ("alcohol_percent",), found=named or name, percent=strength)
        else:
            continue
        return


def _weakest(name: str, spirits: Spirits) -> Decimal:
    """The least strength that needs no question: of what is called a distilled drink that of a spirit, of beer none."""
    if _BEER.search(name):
        return Decimal(0)
    return Decimal(spirits.from_percent if _DISTILLED.search(name) else WEAKEST)


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
                15 <= strength <= 60 and not _OF_AN_INGREDIENT.match(match["rest"])
            )
        else:
            is_one = 15 <= strength <= (96 if match["degrees"] else 200) and not _OTHER_DEGREES.search(name)
        if is_drink or is_one:
            yield strength if match["percent"] or match["degrees"] else strength / 2


def _spoken_of(shaped: Shaped[Product], words: Phrases) -> Iterator[Problem]:
    """A text that speaks of the product, or of what lies in the gift, as of a strong drink; told once."""
    for path, _, text in marked(shaped.record, TextField):
        for language, said in text if path[0] != "name" else ():
            if found := _drink_in(shaped.record, path, said, words):
                yield shaped.problem("care.spirit-said", (*path, language), found=found)
                return


def _may_speak_of_a_drink(plain: PlainText, words: Phrases) -> bool:
    """Whether any of what `_drink_in` looks for can be in a text: quickly told of most."""
    small = plain.small
    return any(sign in small for sign in _SIGNS_OF_DRINKS) or words.may_be_in(plain) or bool(_LETTER_O.search(small))


def _drink_in(product: Product, path: FieldPath, text: str, words: Phrases) -> str | None:
    plain = plain_text(text)
    if not _may_speak_of_a_drink(plain, words):
        return None
    line = plain.in_digits
    is_gift = product.craft is None and (product.gift or bool(product.contains))
    about = line
    if path[0] in _RECIPES and not is_gift:
        about = re.split("[,;]", line, maxsplit=1)[0] if path[0] == "ingredients" else ""
    match = _OF_DRINKS_ALONE.search(plain.line) or _DRUNK.search(about) or (_BOTTLED.search(line) if is_gift else None)
    if match is None and product.alcohol_percent is not None:
        match = _DEGREES.search(about)
    if match or path[0] not in _DESCRIBING or product.craft:
        return match[0] if match else None
    named = next(words.found_in(plain), None) or ""
    is_plain = (product.set is None and " " in named) or (_DISTILLED.search(named) and fold(named) != "de")
    if is_plain and _FIRST_WORDS.fullmatch(plain.line[: plain.line.find(named)]):
        return named
    if product.set is not None:
        return None
    match = _ALCOHOLIC.search(plain.line) or (None if _HEAT.search(line) else _DEGREES.search(line))
    return match[0] if match else None
