"""What is shown of what is found, in every language of the site: a row of text for each entry."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ocop_site.editions.edition import Edition, Editions, once
from ocop_site.search.entries import SearchEntry
from ocop_site.text.formats import format_date
from ocop_site.text.vietnamese import slug
from ocop_site.views import StatusLine

BETWEEN = "\n"
"""Between the fields of a row; no line of content has it."""

OWN_NAME = "~"
"""What stands for the first letters of an id that are those of the name."""

PATTERN = "*"
"""What stands before an industry's pattern where there is no picture."""

Worth = list[list[Any]]
"""What stars are worth, and will be: `[from which day, stars, whether they are solid, the words of each language]`."""


class Cards:
    """The rows: id, code, picture (or pattern), number of its worth, then name, maker, place for each language.

    What another language has no words of its own for is empty there: the site's fallback language tells it, or else the
    first. Empty fields at the end are left out.
    """

    def __init__(self, editions: Editions) -> None:
        self._editions, self._catalogue = editions, editions.default.catalogue
        self._worths: dict[str, int] = {}
        self.worths: list[Worth] = []

    def rows(self, entries: Iterable[SearchEntry]) -> list[str]:
        return [self._row(entry) for entry in entries]

    def _row(self, entry: SearchEntry) -> str:
        about = self._about(entry) if entry.code else ("", "", "")
        told = {language: [*self._told(edition, entry)] for language, edition in self._editions.items()}
        first, *others = told.items()
        fields = [_short(entry.id, first[1][0]), *about, *first[1]]
        for language, words in others:
            instead = first[1] if language == self._catalogue.site.fallback else told[self._catalogue.site.fallback]
            fields += ["" if each == instead[number] else each for number, each in enumerate(words)]
        return BETWEEN.join(" ".join(field.split()) for field in fields).rstrip(BETWEEN)

    def _about(self, entry: SearchEntry) -> tuple[str, str, str]:
        card = self._editions.default.parts.card(entry.id)
        shown = card.picture.src.rpartition("/")[2] if card.picture else PATTERN + card.pattern
        return str(entry.code), shown, str(self._worth(entry.id))

    def _told(self, edition: Edition, entry: SearchEntry) -> Iterator[str]:
        yield edition.run(entry.name).text
        if entry.code:
            yield edition.run(self._catalogue.producers[self._catalogue.products[entry.id].producer].name).text
            locality = edition.addresses.locality_name(self._catalogue.locality(entry.id))
            yield locality.text if locality else ""
        else:
            yield from ("", "")

    def _worth(self, product_id: str) -> int:
        worth = self._worth_of(product_id)
        key = repr(worth)
        if key not in self._worths:
            self._worths[key] = len(self.worths)
            self.worths.append(worth)
        return self._worths[key]

    def _worth_of(self, product_id: str) -> Worth:
        editions = list(self._editions.values())
        if withdrawn := self._catalogue.showing(product_id).withdrawn:
            return [["", 0, 0, [_left(each, product_id, withdrawn.on.isoformat()) for each in editions]]]
        lines = [each.parts.card(product_id).status for each in editions]
        stages = zip(*((line, *line.later) for line in lines), strict=True)
        return [_stage(editions, stage) for stage in stages]


def _short(record_id: str, name: str) -> str:
    own = slug(name)
    return OWN_NAME + record_id.removeprefix(own) if own and record_id.startswith(own) else record_id


def _stage(editions: Sequence[Edition], told: Sequence[StatusLine]) -> list[Any]:
    line, words = told[0], [_words(edition, each) for edition, each in zip(editions, told, strict=True)]
    return [line.starts or "", 0 if line.recalled_on else line.stars or 0, int(line.solid), words]


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
        return edition.words("worth.unverified.as_of", as_of=day(line.as_of))
    return edition.words(f"worth.{line.state}")
