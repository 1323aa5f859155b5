"""What is told of a product on paper, in the paper's languages. Stars only while they are in force, with their day."""

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_site.editions.edition import Edition
from ocop_site.frozen import frozen
from ocop_site.records.products.packs import Price
from ocop_site.records.values.dates import iso
from ocop_site.text.formats import format_date, format_money
from ocop_site.text.language import Text, TextRun


@frozen
class PrintedClaim:
    """The stars that a label carries, and the last day for which it claims them."""

    stars: int
    until: date


@frozen
class PrintEdition:
    """What is printed: an edition in one language or two, the page's own first, with stars or not, and which prices.

    `price`: known (a blank where none is), pen (always a blank) or none.
    """

    editions: Sequence[Edition]
    has_stars: bool = False
    price: str = "known"

    @property
    def first(self) -> Edition:
        """The edition of the page's own language."""
        return self.editions[0]

    def texts(self, text: Text) -> tuple[TextRun, ...]:
        """A text in each language of the paper; equal ones once."""
        runs = {
            run.text: run for run in (self._marked(edition.run(text), edition) for edition in reversed(self.editions))
        }
        return tuple(reversed(runs.values()))

    def words(self, key: str, **values: object) -> tuple[TextRun, ...]:
        """The words of a key in each language of the paper."""
        return tuple(self._marked(edition.said(key, **values), edition) for edition in self.editions)

    def name(self, product_id: str) -> tuple[TextRun, ...]:
        """A product's name in each language of the paper."""
        return self.texts(self.first.catalogue.products[product_id].name)

    def maker(self, product_id: str) -> TextRun:
        """The name of who makes a product."""
        catalogue = self.first.catalogue
        return self.first.run(catalogue.producers[catalogue.products[product_id].producer].name)

    def locality(self, product_id: str) -> TextRun | None:
        """The commune where a product is made, as far as it is known."""
        return self.first.addresses.locality_name(self.first.catalogue.locality(product_id))

    def claimed(self, product_id: str) -> PrintedClaim | None:
        """The stars to print: those in force on the day, of nothing that is recalled or that stars would praise."""
        showing = self.first.catalogue.showing(product_id)
        stars, until = showing.printed_stars, showing.status.until
        return PrintedClaim(stars, until) if self.has_stars and stars is not None and until else None

    def claim_words(self, claimed: PrintedClaim) -> Iterator[TextRun]:
        """The stars and their day in words, in each language of the paper."""
        for edition in self.editions:
            day = format_date(claimed.until.isoformat(), edition.language)
            yield self._marked(edition.said("print.stars", stars=claimed.stars, date=day), edition)

    def price_words(self, product_id: str) -> tuple[tuple[TextRun, ...], bool]:
        """The lines of the price, and whether a blank is left for the pen. None of spirits and of what is recalled."""
        catalogue = self.first.catalogue
        if self.price == "none" or not catalogue.showing(product_id).may_be_sold:
            return (), False
        product = catalogue.products[product_id]
        prices = [pack.price for pack in product.packs if pack.price]
        prices += [product.service.price] if product.service and product.service.price else []
        if self.price == "pen" or not prices:
            return (TextRun(" / ".join(run.text for run in self.words("print.pen")) + ":"),), True
        return tuple(self._marked(_price(edition, prices[0]), edition) for edition in self.editions), False

    def _marked(self, run: TextRun, edition: Edition) -> TextRun:
        """With its language, where that is not the page's."""
        language = run.language or edition.language
        return TextRun(run.text, language if language != self.first.language else None)


def _price(edition: Edition, price: Price) -> TextRun:
    day = iso(price.as_of) or ""
    key = "print.price.on" if price.as_of.day else "print.price"
    amount: str = format_money(price.start, edition.language)
    if price.to:
        amount = f"{amount} – {format_money(price.to, edition.language)}"
    unit = f" / {edition.run(price.unit).text}" if price.unit else ""
    return edition.said(key, date=format_date(day, edition.language), price=f"{amount}{unit}")
