"""What is shown of what is found, in every language of the site: a row of text for each entry."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ocop_site.editions.edition import Edition, Editions, once
from ocop_site.frozen import frozen
from ocop_site.search.entries import SearchEntry
from ocop_site.text.formats import format_date
from ocop_site.text.vietnamese import slug
from ocop_site.views import Card, StatusLine

BETWEEN = "\n"
"""Between the fields of a row; no line of content has it."""

OWN_NAME = "~"
"""What stands for the first letters of an id that are those of the name."""

PATTERN = "*"
"""What stands before an industry's pattern where there is no picture."""

Worth = list[list[Any]]
"""What stars are worth, and will be: `[from which day, the seal as `3 told`, the words of each language]`."""


@frozen
class CardRow:
    """A row but for the number of its `worth`, which only products have: what stands before that, and behind it."""

    before: str
    worth: Worth | None
    behind: str


class Cards:
    """The rows: id, code, picture (or pattern), number of its worth, then name, maker, place for each language.

    What another language has no words of its own for is empty there: the site's fallback language tells it, or else the
    first. Empty fields at the end are left out.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.worths: list[Worth] = []

    def rows(self, cards: Iterable[CardRow]) -> list[str]:
        return [self._row(card) for card in cards]

    def _row(self, card: CardRow) -> str:
        worth = "" if card.worth is None else str(self._number(card.worth))
        return BETWEEN.join((card.before, worth, card.behind)).rstrip(BETWEEN)

    def _number(self, worth: Worth) -> int:
        key = repr(worth)
        if key not in self._numbers:
            self._numbers[key] = len(self.worths)
            self.worths.append(worth)
        return self._numbers[key]


def card_of_page(editions: Editions, entry: SearchEntry) -> CardRow:
    """The row of a page that is no product's."""
    told = [[edition.run(entry.name).text, "", ""] for edition in editions.values()]
    return CardRow(fields_of((_short(entry.id, told[0][0]), "", "")), None, fields_of(_in_languages(editions, told)))


def card_of_product(editions: Editions, product_id: str) -> CardRow:
    cards = [edition.parts.card(product_id) for edition in editions.values()]
    told = [[card.name.text, card.producer.text, card.locality.text if card.locality else ""] for card in cards]
    first = cards[0]
    shown = first.picture.src.rpartition("/")[2] if first.picture else PATTERN + first.pattern
    before = fields_of((_short(product_id, first.name.text), first.code, shown))
    return CardRow(before, _worth(editions, product_id, cards), fields_of(_in_languages(editions, told)))


def fields_of(words: Iterable[str]) -> str:
    """Fields of a row, each on one line."""
    return BETWEEN.join([field and " ".join(field.split()) for field in words])


def _in_languages(editions: Editions, told: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first language's words, then those in which the others differ."""
    fallback = editions.default.catalogue.site.fallback
    yield from told[0]
    for language, words in zip(list(editions)[1:], told[1:], strict=True):
        instead = told[0] if language == fallback else told[list(editions).index(fallback)]
        yield from ("" if each == other else each for each, other in zip(words, instead, strict=True))


def _worth(editions: Editions, product_id: str, cards: Sequence[Card]) -> Worth:
    all_of_them = list(editions.values())
    if withdrawn := editions.default.catalogue.showing(product_id).withdrawn:
        return [["", "", [_left(each, product_id, withdrawn.on.isoformat()) for each in all_of_them]]]
    stages = zip(*((card.status, *card.status.later) for card in cards), strict=True)
    return [_stage(all_of_them, stage) for stage in stages]


def _short(record_id: str, name: str) -> str:
    own = slug(name)
    return OWN_NAME + record_id.removeprefix(own) if own and record_id.startswith(own) else record_id


def _stage(editions: Sequence[Edition], told: Sequence[StatusLine]) -> list[Any]:
    line, words = told[0], [_words(edition, each) for edition, each in zip(editions, told, strict=True)]
    seal = f"{line.stars} {line.seal}" if line.stars and not line.recalled_on else line.seal
    return [line.starts or "", seal, words]


def _left(edition: Edition, product_id: str, on: str) -> str:
    """That it has left; before that, that it is under a recall."""
    left = edition.words("worth.withdrawn", on=format_date(on, edition.language))
    status = edition.parts.card(product_id).status
    return f"{_words(edition, status)}; {left}" if status.recalled_on else left


def _words(edition: Edition, line: StatusLine) -> str:
    """The same of all whose status is told alike."""
    known, told = _known_words(edition), (line.recalled_on, line.state, line.until, line.as_of)
    if told not in known:
        known[told] = _said(edition, line)
    return known[told]


@once
def _known_words(_edition: Edition) -> dict[tuple[str | None, ...], str]:
    return {}


def _said(edition: Edition, line: StatusLine) -> str:
    def day(iso: str) -> str:
        return format_date(iso, edition.language)

    if line.recalled_on:
        return edition.words("worth.recalled", on=day(line.recalled_on))
    if line.state in ("valid", "ending", "continued") and line.until:
        return edition.words("worth.continued" if line.state == "continued" else "worth.valid", until=day(line.until))
    if line.state == "unverified" and line.as_of:
        return edition.words("worth.unverified.as_of", year=day(line.as_of[:4]))
    return edition.words(f"worth.{line.state}")
