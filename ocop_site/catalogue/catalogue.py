"""The linked whole: every record, every reference holding, seen on one day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ocop_site.catalogue.care import is_spirit
from ocop_site.catalogue.localities import Gazetteer, Locality, address_of
from ocop_site.catalogue.status import CertificateState, CertificateStatus, Claim
from ocop_site.catalogue.timeline import StatusPeriod, timeline
from ocop_site.records.decision import Decision
from ocop_site.records.label_paper import LabelPaper
from ocop_site.records.ledgers import GivenCode, PublishedLedger
from ocop_site.records.outlines import Outlines
from ocop_site.records.people import Partner, Producer
from ocop_site.records.place import Place, Trail
from ocop_site.records.product import Product
from ocop_site.records.programme import Programme
from ocop_site.records.scheme import Group, Industry, ProductSet, Scheme
from ocop_site.records.site import Site
from ocop_site.records.writing import Notice, Source
from ocop_site.text.language import Text


@dataclass(frozen=True, slots=True)
class Article:
    """A piece of news or a page: one text in the languages it was written in."""

    title: Text
    summary: Text
    body: Text
    date: date | None
    order: int
    draft: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetInScheme:
    """A product set with the group and industry it belongs to."""

    set: ProductSet
    group: Group
    industry: Industry


@dataclass(frozen=True)
class Catalogue:
    """All records by id. `today` is the day on which everything is told; `files` names the file of each record.

    `drafts` are the products that are kept back; those of a run that asked for them are `products`.
    """

    today: date
    site: Site
    scheme: Scheme
    gazetteer: Gazetteer
    programme: Programme | None
    sources: Mapping[str, Source]
    glossary: Mapping[str, Text]
    decisions: Mapping[str, Decision]
    products: Mapping[str, Product]
    drafts: Mapping[str, Product]
    producers: Mapping[str, Producer]
    places: Mapping[str, Place]
    partners: Mapping[str, Partner]
    trails: Mapping[str, Trail]
    notices: Mapping[str, Notice]
    news: Mapping[str, Article]
    pages: Mapping[str, Article]
    codes: Mapping[str, GivenCode]
    gtins: Mapping[str, GivenCode]
    published: PublishedLedger
    files: Mapping[tuple[str, str], str]
    outlines: Outlines
    label_papers: Mapping[str, LabelPaper]

    def status(self, product_id: str) -> CertificateStatus:
        return self._timelines[product_id][0].status

    def timeline(self, product_id: str) -> tuple[StatusPeriod, ...]:
        """What a product's stars are worth from today on, by what is recorded."""
        return self._timelines[product_id]

    def locality(self, product_id: str) -> Locality | None:
        """Where a product is made; None where no source says."""
        return self._localities[product_id]

    def is_spirit(self, product_id: str) -> bool:
        return is_spirit(self.products[product_id], self.scheme.care)

    def notices_of(self, product_id: str) -> list[str]:
        """The recalls and warnings that stand on this day, newest first."""
        standing = [i for i, n in self.notices.items() if product_id in n.products and self.stands(n)]
        return sorted(standing, key=lambda i: (self.notices[i].date, i), reverse=True)

    def is_recalled(self, product_id: str) -> bool:
        return any(self.notices[i].kind == "recall" for i in self.notices_of(product_id))

    def stands(self, notice: Notice) -> bool:
        return notice.date <= self.today and (notice.until is None or self.today <= notice.until)

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The products of the OCOP listings: not withdrawn, and with a certificate to tell of."""
        return tuple(
            i for i, p in self.products.items() if not p.withdrawn and self.status(i).state is not CertificateState.NONE
        )

    @cached_property
    def products_of(self) -> Mapping[str, tuple[str, ...]]:
        """The products of each producer, not withdrawn."""
        return _grouped((p.producer, i) for i, p in self.products.items() if not p.withdrawn)

    @cached_property
    def products_by_decision(self) -> Mapping[str, tuple[str, ...]]:
        """The products that each decision is about, not withdrawn."""
        here = {i: product for i, product in self.products.items() if not product.withdrawn}
        return _grouped((decision, i) for i, p in here.items() for decision in dict.fromkeys(_decisions_of(p)))

    @cached_property
    def sold_at(self) -> Mapping[str, tuple[str, ...]]:
        """The places that keep a product on a shelf, those where it is out at present too."""
        return _grouped((i, place_id) for place_id, place in self.places.items() for i in _stocked(place))

    @cached_property
    def sets(self) -> Mapping[int, SetInScheme]:
        return {
            product_set.number: SetInScheme(product_set, group, industry)
            for industry in self.scheme.industries
            for group in industry.groups
            for product_set in group.sets
        }

    @cached_property
    def _timelines(self) -> Mapping[str, tuple[StatusPeriod, ...]]:
        return {i: timeline(self.claims(p), self.today, self.scheme.validity) for i, p in self.products.items()}

    @cached_property
    def _localities(self) -> Mapping[str, Locality | None]:
        addresses = {i: address_of(p, self.producers[p.producer]) for i, p in self.products.items()}
        return {i: self.gazetteer.locate(address) if address else None for i, address in addresses.items()}

    def claims(self, product: Product) -> list[Claim]:
        """Its certificates, each with its decision."""
        return [Claim(c, self.decisions[c.decision] if c.decision else None) for c in product.certificates]


def _stocked(place: Place) -> Iterable[str]:
    return dict.fromkeys(stock.product for stock in place.stock)


def _decisions_of(product: Product) -> Iterable[str]:
    for certificate in product.certificates:
        if certificate.decision:
            yield certificate.decision
        if certificate.revoked and certificate.revoked.decision:
            yield certificate.revoked.decision


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
