"""The small parts that many views share: cards, addresses, sources, notices."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from urllib.parse import quote

from ocop_site.catalogue.article import Article
from ocop_site.codes.qr import QrCodes
from ocop_site.editions.addresses import Addresses, opening_hours
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.paging import PER_PAGE, page_count, share
from ocop_site.editions.pictures import Pictures
from ocop_site.editions.prose import ProseTexts
from ocop_site.editions.status import Statuses
from ocop_site.editions.urls import EditionUrls, Key
from ocop_site.facts import fact
from ocop_site.records.values.contacts import is_https
from ocop_site.records.values.dates import iso
from ocop_site.records.values.identifiers import Code
from ocop_site.text.language import Text, TextRun
from ocop_site.text.markdown.parsing import parse_as_typed, plain_words
from ocop_site.views import (
    ArticleCard,
    Card,
    Contact,
    Link,
    Listing,
    ListPart,
    NoticeLine,
    PlaceCard,
    Prose,
    Qr,
    SourceLine,
    Turn,
)


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts of an edition's views; `qr_codes` by their absolute addresses."""

    localized: LocalizedCatalogue
    urls: EditionUrls
    status: Statuses
    addresses: Addresses
    pictures: Pictures
    texts: ProseTexts
    qr_codes: QrCodes

    def prose(self, text: Text | None) -> Prose | None:
        return self.texts.prose(text) if text else None

    def sources(self, ids: Iterable[str]) -> tuple[SourceLine, ...]:
        return tuple(self.source(i) for i in dict.fromkeys(ids))

    def source(self, source_id: str) -> SourceLine:
        if source_id not in self._sources:
            self._sources[source_id] = self._source(source_id)
        return self._sources[source_id]

    def _source(self, source_id: str) -> SourceLine:
        source = self.localized.catalogue.sources[source_id]
        linked = source.address is not None and is_https(source.address)
        return SourceLine(
            title=self.localized.run(source.title),
            href=source.address if linked else None,
            address=None if linked else source.address,
            seen=iso(source.seen),
            note=self.localized.maybe(source.note),
        )

    @fact
    def card(self, product_id: str) -> Card:
        product = self.localized.catalogue.products[product_id]
        return Card(
            href=self.urls.href(("products", product_id)),
            code=product.code,
            name=self.localized.run(product.name),
            producer=self.localized.run(self.localized.catalogue.producers[product.producer].name),
            locality=self.addresses.locality_name(self.localized.catalogue.locality(product_id)),
            status=self.status.of(product_id),
            pattern=self.pattern(product.set),
            picture=self.pictures.card(product.photos),
            cut_out=self.pictures.cut_out(product.photos),
            variant=self.pictures.variant(product_id),
        )

    def cards(self, product_ids: Iterable[str]) -> tuple[Card, ...]:
        return tuple(self.card(i) for i in product_ids)

    def promoted(self, product_ids: Iterable[str], most: int | None = None) -> tuple[Card, ...]:
        """Cards of those that may be recommended: no spirit, nothing recalled, withdrawn or left out as a draft."""
        catalogue, products = self.localized.catalogue, self.localized.catalogue.products
        shown = (i for i in product_ids if i in products and catalogue.showing(i).may_be_recommended)
        return self.cards(islice(shown, most))

    @property
    @fact
    def example_code(self) -> str:
        """A code to show what codes look like: the first of what may be displayed; empty where nothing may."""
        catalogue = self.localized.catalogue
        shown = (product.code for i, product in catalogue.products.items() if catalogue.showing(i).may_be_displayed)
        return min(shown, default="")

    def qr(self, code: Code) -> Qr:
        """The printed code as a page draws it."""
        path = self.urls.site.code(code)
        drawn = self.qr_codes[self.urls.site.absolute(path)]
        link = self.urls.site.link(path)
        return Qr(drawn.side, drawn.path, f"{link}qr.svg", f"{link}qr.png")

    def listing(
        self, product_ids: Sequence[str], key: Key, page: int, parts: Sequence[tuple[TextRun, Sequence[str]]] = ()
    ) -> Listing:
        """One page of a list, its `product_ids` in their order; `parts` are all of them, under headings."""
        count, cards = len(product_ids), self.cards(share(product_ids, page))
        divided = [*self._divided([each for each in parts if each[1]], key, page)]
        return Listing(count, cards, self.turns(count, key, page), tuple(reversed(divided)))

    def _divided(self, parts: Sequence[tuple[TextRun, Sequence[str]]], key: Key, page: int) -> Iterator[ListPart]:
        """From the last: what of each part stands on a page, with the way to the one behind it."""
        begins, following = sum(len(product_ids) for _, product_ids in parts), None
        for number, (heading, product_ids) in reversed([*enumerate(parts, start=1)]):
            begins -= len(product_ids)
            first, anchor = (page - 1) * PER_PAGE - begins, f"part-{number}"
            if shown := product_ids[max(first, 0) : max(first + PER_PAGE, 0)]:
                yield ListPart(heading, len(product_ids), self.cards(shown), anchor, following)
            following = Link(f"{self.urls.href(key, begins // PER_PAGE + 1)}#{anchor}", heading)

    def turns(self, count: int, key: Key, page: int, per_page: int = PER_PAGE) -> tuple[Turn, ...]:
        """Links to all pages of a list; of a list on one page none."""
        turns = self._elsewhere(key, page_count(count, per_page))
        return (*turns[: page - 1], replace(turns[page - 1], here=True), *turns[page:]) if turns else ()

    def _elsewhere(self, key: Key, pages: int) -> tuple[Turn, ...]:
        """The same as other pages see them, made once for all pages of the list."""
        if key not in self._turns and pages > 1:
            self._turns[key] = tuple(Turn(number, self.urls.href(key, number), False) for number in range(1, pages + 1))
        return self._turns.get(key, ())

    @fact
    def contact(self, producer_id: str) -> Contact:
        """How a producer may be reached, as far as that is public."""
        producer = self.localized.catalogue.producers[producer_id]
        if not self.localized.catalogue.maker_showing(producer_id).is_public:
            return Contact(website=producer.website)
        return Contact(producer.phone, producer.zalo, producer.email, producer.website)

    def notice(self, notice_id: str) -> NoticeLine:
        notice, products = self.localized.catalogue.notices[notice_id], self.localized.catalogue.products
        return NoticeLine(
            kind=notice.kind,
            date=notice.date.isoformat(),
            until=iso(notice.until),
            text=self.texts.as_typed(notice.text),
            products=tuple(self._product(i) for i in notice.products if i in products),
            held_in=tuple(map(self._product, self.holding(notice.products))),
            sources=self.sources(notice.sources),
            anchor=notice_id,
        )

    def _product(self, product_id: str) -> Link:
        return self.urls.link(("products", product_id), self.localized.title_of("products", product_id))

    def holding(self, product_ids: Sequence[str]) -> Iterator[str]:
        """The sets that hold one of these, and are none of them."""
        for product_id, held in self.localized.catalogue.held.items():
            if product_id not in product_ids and not set(held).isdisjoint(product_ids):
                yield product_id

    def notice_words(self, notice_id: str) -> str:
        """What a notice says, for machines and feeds."""
        return plain_words(parse_as_typed(self.localized.run(self.localized.catalogue.notices[notice_id].text).text))

    def recalls_first(self, product_id: str, text: str) -> str:
        """A text about a product, behind the recalls that stand: for those who read no more of its page."""
        recalls = " ".join(self.notice_words(i) for i in self.localized.catalogue.showing(product_id).recalls)
        return self.localized.words("recall.first", recall=" ".join(recalls.split()), text=text) if recalls else text

    def titled(self, product_id: str, title: str) -> str:
        """The title of a page about a product; where it is recalled, that is its first word."""
        is_recalled = self.localized.catalogue.showing(product_id).is_recalled
        return self.localized.words("recall.titled", title=title) if is_recalled else title

    def named(self, product_id: str, name: TextRun) -> TextRun:
        """The name of a product in a plain list; where it is recalled, that stands beside it."""
        is_recalled = self.localized.catalogue.showing(product_id).is_recalled
        return TextRun(self.localized.words("recall.named", name=name.text), name.language) if is_recalled else name

    def notices(self, product_id: str) -> tuple[NoticeLine, ...]:
        return tuple(self.notice(i) for i in self.localized.catalogue.showing(product_id).notices)

    @fact
    def place_card(self, place_id: str) -> PlaceCard:
        place = self.localized.catalogue.places[place_id]
        locality = self.localized.catalogue.gazetteer.locate(place.address) if place.address else None
        name = self.localized.run(place.name)
        hours = opening_hours(place.opening_hours)
        where, picture = self.addresses.locality_name(locality), self.pictures.card(place.photos)
        return PlaceCard(self.urls.href(("places", place_id)), name, place.kind, where, hours, picture)

    @fact
    def article_card(self, kind: str, article_id: str) -> ArticleCard:
        article: Article = self.localized.catalogue.of(kind)[article_id]
        title, summary = self.localized.run(article.title), self.localized.run(article.summary)
        return ArticleCard(self.urls.href((kind, article_id)), title, summary, iso(article.date))

    def explain_stars(self) -> str | None:
        """The page that says what the stars mean, where the site names one."""
        page = self.localized.catalogue.site.stars_page
        return self.urls.href(("pages", page)) if page and page in self.localized.catalogue.pages else None

    def report(self, code: str, path: str) -> str:
        """Where a visitor reports a mistake, with the product's code already in it."""
        target, address = self.localized.catalogue.site.report_problem, self.urls.site.within_query(path)
        if target.startswith("mailto:"):
            return f"{target}?subject={quote(code, safe='')}&body={address}"
        return f"{target}{'&' if '?' in target else '?'}code={quote(code, safe='')}&page={address}"

    @cached_property
    def _sources(self) -> dict[str, SourceLine]:
        return {}

    @cached_property
    def _turns(self) -> dict[Key, tuple[Turn, ...]]:
        return {}

    def pattern(self, set_number: int | None) -> str:
        return self.localized.catalogue.sets[set_number].industry.id if set_number else ""
