"""The linked whole: every record, every reference holding, seen on one day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any

from ocop_site.catalogue.article import Article
from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.localities import Gazetteer, Locality, address_of
from ocop_site.catalogue.record_sources import About, RecordSources, digests_of
from ocop_site.catalogue.showing import MakerShowing, Showing, held_by, maker_showing, showing_of
from ocop_site.catalogue.status import CertificateStatus
from ocop_site.catalogue.timeline import StatusPeriod, timeline
from ocop_site.content.shape import Shaped
from ocop_site.dependencies import Tracked
from ocop_site.facts import fact, opaque
from ocop_site.frozen import frozen
from ocop_site.records.decision import Decision
from ocop_site.records.kinds import KINDS
from ocop_site.records.label_paper import LabelPaper
from ocop_site.records.land.year import Year
from ocop_site.records.ledgers import GivenCode, PublishedLedger
from ocop_site.records.maps.ground import MapGround
from ocop_site.records.maps.outlines import Outlines
from ocop_site.records.people import Partner, Producer
from ocop_site.records.place import Place, Trail
from ocop_site.records.products.doors import HomeDoor
from ocop_site.records.products.product import Product
from ocop_site.records.programme import Programme
from ocop_site.records.scheme import Group, Industry, ProductSet, Scheme
from ocop_site.records.site import Site
from ocop_site.records.values.identifiers import Code, Gtin
from ocop_site.records.writing import Notice, Source, Synonyms
from ocop_site.text.language import Text
from ocop_site.text.wording import WordTable


@frozen
class SetInScheme:
    """A product set with the group and industry it belongs to."""

    set: ProductSet
    group: Group
    industry: Industry


@dataclass(frozen=True)
class Catalogue:
    """The records of each kind by id. `today` is the day on which everything is told; `files` names each record's file.
    `words` are those of the interface that the office gave.

    `made_of` are the records as they were shaped.

    `drafts` are the products that are kept back; those of a run that asked for them are `products`.
    """

    today: date
    site: Site
    scheme: Scheme
    gazetteer: Gazetteer
    programme: Programme | None
    year: Year
    sources: Mapping[str, Source]
    glossary: Mapping[str, Text]
    records: Mapping[str, Mapping[str, Any]]
    drafts: Mapping[str, Product]
    given_codes: Mapping[Code, GivenCode]
    given_gtins: Mapping[Gtin, GivenCode]
    ledger: PublishedLedger
    doors: Mapping[str, HomeDoor]
    synonyms: Synonyms
    files: Mapping[tuple[str, str], str]
    outlines: Outlines
    map_ground: MapGround | None
    label_papers: Mapping[str, LabelPaper]
    words: WordTable
    made_of: Mapping[str, Mapping[str, Shaped[Any]]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, kind: str) -> Mapping[str, Any]:
        """The records of a kind by id; none of a kind that has none. Who asks for one depends on it."""
        return self.record_sources.of(kind)

    @cached_property
    def record_sources(self) -> RecordSources:
        """What everything is worked out from."""
        records = {**self.records, "drafts": self.drafts, "published": {"published": self.ledger}}
        every = {**self.drafts, **self.records.get("products", {})}
        lines: Mapping[str, Mapping[Any, Any]] = {"codes": self.given_codes, "gtins": self.given_gtins}
        return RecordSources(records, every, lines, self._digests)

    @fact
    def published_since(self, kind: str, record_id: str) -> date | None:
        """Since when the ledger has had it."""
        found = self.published.records.get(kind, {}).get(record_id)
        return found.since if found else None

    @fact
    def title(self, kind: str, record_id: str) -> Text | str:
        """What names a record, whatever its kind."""
        title: Text | str = getattr(self.of(kind)[record_id], KINDS[kind].title)
        return title

    @property
    def codes(self) -> Mapping[Code, GivenCode]:
        """What the ledger has of each code."""
        codes: Mapping[Any, GivenCode] = self.of("codes")
        return codes

    @property
    def gtins(self) -> Mapping[Gtin, GivenCode]:
        """What the ledger has of each barcode, in fourteen digits."""
        gtins: Mapping[Any, GivenCode] = self.of("gtins")
        return gtins

    @property
    def published(self) -> PublishedLedger:
        """The ledger of all that was ever published."""
        ledger: PublishedLedger = self.of("published")["published"]
        return ledger

    @property
    def products(self) -> Mapping[str, Product]:
        return self.of("products")

    @property
    def producers(self) -> Mapping[str, Producer]:
        return self.of("producers")

    @property
    def places(self) -> Mapping[str, Place]:
        return self.of("places")

    @property
    def decisions(self) -> Mapping[str, Decision]:
        return self.of("decisions")

    @property
    def partners(self) -> Mapping[str, Partner]:
        return self.of("partners")

    @property
    def trails(self) -> Mapping[str, Trail]:
        return self.of("trails")

    @property
    def notices(self) -> Mapping[str, Notice]:
        return self.of("notices")

    @property
    def news(self) -> Mapping[str, Article]:
        return self.of("news")

    @property
    def pages(self) -> Mapping[str, Article]:
        return self.of("pages")

    def status(self, product_id: str) -> CertificateStatus:
        return self.timeline(product_id)[0].status

    @opaque
    def timeline(self, product_id: str) -> tuple[StatusPeriod, ...]:
        """What a product's stars are worth from today on, by what is recorded."""
        return timeline(self.claims(self.known(product_id)), self.today, self.scheme.validity)

    @fact
    def locality(self, product_id: str) -> Locality | None:
        """Where a product is made; None where no source says."""
        product = self.products[product_id]
        address = address_of(product, self.producers[product.producer])
        return self.gazetteer.locate(address) if address else None

    @fact
    def showing(self, product_id: str) -> Showing:
        """What may be shown of a product, those that are kept back as drafts among them."""
        product = self.known(product_id)
        held = held_by(product, self.every) if product.contains else ()
        notices = self._notices_of((product_id, *held))
        return showing_of(
            product,
            self.producers[product.producer],
            self.status(product_id),
            [(n, self.notices[n]) for n in notices],
            [self.known(i) for i in held],
            self.scheme.care,
            self.today,
        )

    def known(self, product_id: str) -> Product:
        """A product, be it kept back as a draft or not."""
        return self.every[product_id]

    @property
    def every(self) -> Mapping[str, Product]:
        """All products, those that are kept back as drafts among them."""
        return self.record_sources.every

    def maker_showing(self, producer_id: str) -> MakerShowing:
        return maker_showing(self.producers[producer_id], self.today)

    @fact
    def may_invite(self, producer_id: str) -> bool:
        """Whether a maker's picture and words may invite: not where all that it makes is spirits, or is recalled.

        What stands in the OCOP listings is asked first, and all else only of who has nothing there.
        """
        made = self._made_by.get(producer_id, ())
        listed = [i for i in made if self.showing(i).is_listed]
        return not made or any(self.showing(i).may_be_praised for i in listed or made)

    @property
    @fact
    def _made_by(self) -> Mapping[str, tuple[str, ...]]:
        """The products of each producer, those that have left too."""
        return _grouped((product.producer, i) for i, product in self.products.items())

    @fact
    def kind_of_maker(self, producer_id: str) -> str:
        """What sort of producer it is."""
        return self.producers[producer_id].kind

    def stands(self, notice: Notice) -> bool:
        """Whether a recall or warning is in force on this day."""
        return notice.date <= self.today and (notice.until is None or self.today <= notice.until)

    @property
    @fact
    def standing_notices(self) -> tuple[str, ...]:
        """The recalls and warnings in force, the newest first."""
        standing = [i for i, notice in self.notices.items() if self.stands(notice)]
        return tuple(sorted(standing, key=lambda i: (self.notices[i].date, i), reverse=True))

    @property
    @fact
    def by_code(self) -> tuple[tuple[Code, str], ...]:
        """Every product by its code, those that have left too, since their codes are still printed somewhere."""
        return tuple(sorted((product.code, i) for i, product in self.products.items()))

    @property
    @fact
    def present(self) -> tuple[str, ...]:
        """The products that have not left the catalogue."""
        return tuple(i for i in self.products if self.showing(i).withdrawn is None)

    @property
    @fact
    def listed(self) -> tuple[str, ...]:
        """The products of the OCOP listings."""
        return tuple(i for i in self.products if self.showing(i).is_listed)

    @property
    @fact
    def held(self) -> dict[str, tuple[str, ...]]:
        """What each present product holds that is a set."""
        sets = [i for i in self.present if self.products[i].contains]
        return {i: held_by(self.products[i], self.products) for i in sets}

    @property
    @fact
    def products_of(self) -> Mapping[str, tuple[str, ...]]:
        """The present products of each producer."""
        return _grouped((self.products[i].producer, i) for i in self.present)

    @property
    @fact
    def products_by_decision(self) -> Mapping[str, tuple[str, ...]]:
        """The present products that each decision is about."""
        return _grouped((each, i) for i in self.present for each in dict.fromkeys(_decisions_of(self.products[i])))

    @property
    @fact
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
    def _digests(self) -> Mapping[About, str]:
        """A ledger that nobody keeps is the same one each time."""
        return {("published", "published"): "none", **digests_of(self.made_of)}

    def __getstate__(self) -> dict[str, Any]:
        """To another process goes what it is made of, and what stands for its records in place of their files."""
        state = {each.name: getattr(self, each.name) for each in fields(self)}
        return {**state, "made_of": {}, "_digests": self._digests}

    def _notices_of(self, product_ids: Iterable[str]) -> list[str]:
        """The notices in force about any of these, the newest first."""
        told = {notice for i in product_ids for notice in self._about.get(i, ())}
        return [notice for notice in self.standing_notices if notice in told] if told else []

    @property
    @fact
    def _about(self) -> Mapping[str, tuple[str, ...]]:
        """The notices in force about each product."""
        standing = self.standing_notices
        return _grouped((i, notice) for notice in standing for i in dict.fromkeys(self.notices[notice].products))

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


def _grouped(pairs: Iterable[tuple[str, str]]) -> Tracked[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return Tracked({key: tuple(values) for key, values in found.items()})
