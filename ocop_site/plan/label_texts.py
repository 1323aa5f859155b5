"""What is told of a product on paper, in the paper's languages. Stars only while they are in force, with their day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ocop_site.catalogue.certificate import SOLID
from ocop_site.formats import format_date, format_money
from ocop_site.language import Run, Text
from ocop_site.plan.lines import Lines
from ocop_site.records.dates import iso
from ocop_site.records.product import Price


@dataclass(frozen=True, slots=True)
class Claimed:
    """The stars that a label carries, and the last day that it tells of."""

    stars: int
    until: date


@dataclass(frozen=True)
class Paper:
    """The editions of the languages that are printed, the page's own first; whether stars are, and which prices.

    `price`: known (a blank where none is), pen (always a blank) or none.
    """

    books: Sequence[Lines]
    has_stars: bool = False
    price: str = "known"

    @property
    def first(self) -> Lines:
        return self.books[0]

    def texts(self, text: Text) -> tuple[Run, ...]:
        """In each language of the paper, the same words once."""
        runs = {run.text: run for run in (self._marked(lines.run(text), lines) for lines in reversed(self.books))}
        return tuple(reversed(runs.values()))

    def words(self, key: str, **values: object) -> tuple[Run, ...]:
        return tuple(self._marked(Run(lines.words(key, **values)), lines) for lines in self.books)

    def name(self, product_id: str) -> tuple[Run, ...]:
        return self.texts(self.first.catalogue.products[product_id].name)

    def maker(self, product_id: str) -> Run:
        catalogue = self.first.catalogue
        return self.first.run(catalogue.producers[catalogue.products[product_id].producer].name)

    def locality(self, product_id: str) -> Run | None:
        return self.first.locality_name(self.first.catalogue.locality(product_id))

    def claimed(self, product_id: str) -> Claimed | None:
        """The stars to print: those in force on the day, of nothing that is recalled or that stars would praise."""
        catalogue = self.first.catalogue
        worth = catalogue.worth(product_id)
        if not self.has_stars or worth.standing not in SOLID or worth.stars is None or worth.until is None:
            return None
        if catalogue.is_spirit(product_id) or catalogue.is_recalled(product_id):
            return None
        return Claimed(worth.stars, worth.until)

    def claim_words(self, claimed: Claimed) -> Iterator[Run]:
        for lines in self.books:
            day = format_date(claimed.until.isoformat(), lines.language).replace(" ", "\xa0")
            yield self._marked(Run(lines.words("print.stars", stars=claimed.stars, date=day)), lines)

    def price_words(self, product_id: str) -> tuple[tuple[Run, ...], bool]:
        """The lines of the price, and whether a blank is left for the pen. None of spirits and of what is recalled."""
        catalogue = self.first.catalogue
        if self.price == "none" or catalogue.is_spirit(product_id) or catalogue.is_recalled(product_id):
            return (), False
        product = catalogue.products[product_id]
        prices = [pack.price for pack in product.packs if pack.price]
        prices += [product.service.price] if product.service and product.service.price else []
        if self.price == "pen" or not prices:
            return (Run(" / ".join(run.text for run in self.words("print.pen")) + ":"),), True
        return tuple(self._marked(Run(_price(lines, prices[0])), lines) for lines in self.books), False

    def _marked(self, run: Run, lines: Lines) -> Run:
        """With its language, where that is not the page's."""
        language = run.language or lines.language
        return Run(run.text, language if language != self.first.language else None)


def _price(lines: Lines, price: Price) -> str:
    day, key = iso(price.as_of) or "", "print.price.on" if price.as_of.day else "print.price"
    amount = format_money(price.start, lines.language)
    if price.to:
        amount = f"{amount} – {format_money(price.to, lines.language)}"
    unit = f" / {lines.run(price.unit).text}" if price.unit else ""
    return lines.words(key, date=format_date(day, lines.language), price=f"{amount}{unit}")
