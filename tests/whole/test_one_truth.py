"""One truth a product and day: no channel says more than what another hand read out of the rules.

An office edits certificates, recalls, sets, spirits, homes and their consent in any order while days go by. What may be
shown is worked out by `oracle.py`, which was written from the rules alone, and every channel is held to it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.certificates import certificate_problems
from ocop_site.catalogue.showing import PaperUse
from ocop_site.editions.edition import Edition, Editions
from ocop_site.exports.feeds.entries import entries
from ocop_site.exports.indented import indented_file
from ocop_site.exports.open_data.columns import ministry_columns, product_columns
from ocop_site.exports.open_data.geojson import feature_collection
from ocop_site.exports.open_data.product_json import product_json
from ocop_site.exports.open_data.rows import rows
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.stars import star_links
from ocop_site.pages.my_list.scripts import my_list_scripts
from ocop_site.pages.planning import plan
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.base import Record
from ocop_site.records.decision import Decision
from ocop_site.records.ledgers import GivenCode
from ocop_site.records.people import Producer
from ocop_site.records.place import Place
from ocop_site.records.products.product import Product
from ocop_site.records.values.dates import parse_partial_date
from ocop_site.records.values.identifiers import Code, Gtin
from ocop_site.records.writing import Notice
from ocop_site.search.cards import Cards
from ocop_site.search.groups import groups
from ocop_site.search.products import searched
from ocop_site.views import AlphabetView, Link, ProductView, StatusLine, WithdrawnView
from tests.support import editions_of, some
from tests.unit.small import linked
from tests.whole import oracle
from tests.whole.oracle import Expected

FIRST, LAST = date(2019, 9, 1), date(2026, 11, 1)
"""Of what has happened; what is told of it is looked at until 2032."""

IDS = ("rice", "wine", "box")
GTINS = ("9520000000011", "9520000000028", "9520000000035")
PRICE, LINE, PHONE = "777{n}01", "ngo bi mat", "+84903456789"

MODELS: Mapping[str, type[Record]] = {
    "products": Product,
    "producers": Producer,
    "decisions": Decision,
    "notices": Notice,
    "places": Place,
}

days = st.dates(FIRST, LAST) | st.dates(date(2025, 1, 1), LAST)


def precise(day: date, draw: st.DrawFn) -> str:
    """A day as a source may give it: to the day, the month or the year."""
    return day.isoformat()[: draw(st.sampled_from([10, 10, 10, 7, 4]))]


@st.composite
def certificates(draw: st.DrawFn) -> dict[str, Any]:
    issued = draw(days)
    found: dict[str, Any] = {"stars": draw(st.sampled_from("34")), "sources": ["s-so"]}
    field = draw(st.sampled_from(["issued", "issued", "issued", "issued_by", "as_of"]))
    found[field] = precise(issued, draw)
    if field == "issued" and draw(st.integers(0, 3)):
        found["decision"] = (issued - timedelta(days=draw(st.integers(0, 59)))).isoformat()
    if draw(st.booleans()):
        found["as_of"] = precise(issued + timedelta(days=draw(st.integers(0, 1500))), draw)
    if draw(st.integers(0, 3)) == 0:
        found["checked"] = (issued + timedelta(days=draw(st.integers(0, 1600)))).isoformat()
    if draw(st.integers(0, 4)) == 0:
        found |= {"extended_until": (issued + timedelta(days=draw(st.integers(1097, 1275)))).isoformat(), "basis": "Có"}
    if draw(st.integers(0, 4)) == 0:
        found["revoked"] = {"on": precise(issued + timedelta(days=draw(st.integers(0, 1000))), draw)}
    return found


class Office(RuleBasedStateMachine):
    """A catalogue of three products as raw records, edited in any order, and looked at on many days."""

    base: Catalogue
    looked = 0

    @initialize()
    def begin(self) -> None:
        self.records: dict[str, dict[str, Any]] = {"producers": {}, "decisions": {}, "notices": {}}
        self.records["products"] = {i: _product(n, i) for n, i in enumerate(IDS)}
        for kind in ("household", "cooperative"):
            address = {"line": LINE, "commune": "an-mau", "point": ["1.7101", "3.1101"]}
            self.records["producers"][kind] = {
                "name": kind, "kind": kind, "phone": PHONE, "addresses": [{"kind": "workshop", **address}],
            }  # fmt: skip
        stock = [{"product": i, "shelf": f"KE-{i}"} for i in IDS]
        self.records["places"] = {"stall": {"name": "Quay", "kind": "ocop_stall", "stock": stock}}

    @rule(id=st.sampled_from(IDS), given=st.lists(certificates(), min_size=1, max_size=3))
    def certify(self, id: str, given: list[dict[str, Any]]) -> None:
        """Those that the check takes: what it refuses is never published."""
        product, accepted = self.records["products"][id], list[dict[str, Any]]()
        for number, certificate in enumerate(given):
            if day := certificate.get("decision"):
                key = f"{id}-{number}"
                self.records["decisions"][key] = {
                    "number": key, "kind": "recognition", "issuer": "U", "level": "province", "issued": day,
                    "sources": ["s-so"],
                }  # fmt: skip
                certificate["decision"] = key
            product["certificates"] = [*accepted, certificate]
            if not _is_refused(self._catalogue(LAST)):
                accepted.append(certificate)
        product["certificates"] = accepted

    @rule(id=st.sampled_from(IDS), issued=st.dates(date(2024, 6, 1), LAST), told=st.none() | st.integers(0, 1500))
    def certify_well(self, id: str, issued: date, told: int | None) -> None:
        """A documented certificate that runs, and perhaps a rumour of a higher class."""
        given: list[dict[str, Any]] = [
            {"stars": "3", "sources": ["s-so"], "issued": issued.isoformat(), "decision": issued.isoformat()}
        ]
        if told is not None:
            given.append({"stars": "5", "sources": ["s-so"], "as_of": (issued + timedelta(days=told)).isoformat()})
        self.certify(id, given)

    @rule(id=st.sampled_from(IDS), set=st.sampled_from(["3", "14", "15"]), percent=st.sampled_from([None, "12", "40"]))
    def brew(self, id: str, set: str, percent: str | None) -> None:
        self.records["products"][id] |= {"set": set, "alcohol_percent": percent}

    @rule(id=st.sampled_from(IDS), maker=st.sampled_from(["household", "cooperative"]))
    def move(self, id: str, maker: str) -> None:
        self.records["products"][id]["producer"] = maker

    @rule(held=st.lists(st.sampled_from(IDS[:2]), unique=True))
    def pack(self, held: list[str]) -> None:
        self.records["products"]["box"]["contains"] = held

    @rule(id=st.sampled_from(IDS), left=st.booleans())
    def withdraw(self, id: str, left: bool) -> None:
        self.records["products"][id]["withdrawn"] = {"on": "2019-09-01", "reason": "Thoi"} if left else None

    @rule(
        key=st.sampled_from("ab"),
        kind=st.sampled_from(["recall", "recall", "warning"]),
        on=days,
        length=st.none() | st.integers(0, 2500),
        about=st.lists(st.sampled_from(IDS), min_size=1, unique=True),
    )
    def warn(self, key: str, kind: str, on: date, length: int | None, about: list[str]) -> None:
        until = None if length is None else (on + timedelta(days=length)).isoformat()
        self.records["notices"][key] = {
            "kind": kind, "date": on.isoformat(), "products": about, "text": "Lo 01", "until": until,
        }  # fmt: skip

    @rule(
        on=days,
        scope=st.lists(st.sampled_from(["address", "contact"]), min_size=1, unique=True),
        ends=st.none() | st.integers(0, 2500),
    )
    def agree(self, on: date, scope: list[str], ends: int | None) -> None:
        end = None if ends is None else (on + timedelta(days=ends)).isoformat()
        self.records["producers"]["household"]["consent"] = {"on": on.isoformat(), "scope": scope, "until": end}

    @rule(passed=st.lists(st.integers(0, 100) | st.integers(0, 2000), min_size=5, max_size=8))
    def look_again(self, passed: list[int]) -> None:
        """Since it is what visitors do most."""
        self.look(passed)

    @rule(passed=st.lists(st.integers(0, 100) | st.integers(0, 2000), min_size=5, max_size=8))
    def look(self, passed: list[int]) -> None:
        """On days after the last fact: a date of fact to come is a slip, which the check tells."""
        last = max(_facts(self.records), default=FIRST)
        for days_later in passed:
            day = last + timedelta(days=days_later)
            catalogue = self._catalogue(day)
            if not _is_refused(catalogue):
                self._look(catalogue, oracle.oracle(self._raw(), day))

    def _raw(self) -> dict[str, Any]:
        """Without what is not said: a record has no empty fields."""
        return {**_said(self.records), "spirits": {"sets": [14, 15], "from_percent": 15}}

    def _catalogue(self, day: date) -> Catalogue:
        said = _said(self.records)
        typed = {
            kind: {
                i: model.model_validate(
                    {"name": i, "sources": ["s-so"], **record} if kind != "notices" and kind != "decisions" else record
                )
                for i, record in said[kind].items()
            }
            for kind, model in MODELS.items()
        }
        given = {i: GivenCode(product=i, published=FIRST) for i in IDS}
        return replace(
            self.base,
            today=day,
            records={**self.base.records, **typed},
            drafts={},
            given_codes={Code(said["products"][i]["code"]): given[i] for i in IDS},
            given_gtins={Gtin(gtin).padded: given[i] for i, gtin in zip(IDS, GTINS, strict=True)},
        )

    def _look(self, catalogue: Catalogue, expected: Mapping[str, Expected]) -> None:
        editions = editions_of(catalogue, Path())
        for product_id, truth in expected.items():
            agrees(catalogue, product_id, truth)
            for channel in some(channels(editions, product_id)):
                holds(channel, product_id, truth)
                type(self).looked += 1
        for edition in editions.values():
            counts_agree(edition, expected)


RECALLED, RECALLED_BESIDE = ("Thu hồi: ", "Recalled: "), ("– đang bị thu hồi", "– under recall")
"""The first words of titles, and the last of names in plain lists."""


@dataclass(frozen=True)
class Channel:
    """What one channel tells of a product: its stars with their state, and all that it says as one text."""

    name: str
    text: str
    status: StatusLine | None = None
    stars_in_force: int | None = None
    recommends: bool = False
    says_recall: bool | None = None


def channels(editions: Editions, product_id: str) -> Iterator[Channel]:
    for edition in editions.values():
        yield from _pages(edition, product_id)
    yield from _found(editions, product_id)
    yield from _machines(editions, product_id)
    yield from _papers(editions, product_id)


def _pages(edition: Edition, product_id: str) -> Iterator[Channel]:
    catalogue = edition.catalogue
    product = catalogue.products[product_id]
    page = plan(edition, PageKey("products", product_id))
    assert isinstance(page.view, ProductView | WithdrawnView)
    own = (
        replace(page.view, contains=(), goes_with=(), more_by_producer=())
        if isinstance(page.view, ProductView)
        else page.view
    )
    yield Channel("page", repr(own), page.view.status if isinstance(page.view, ProductView) else None)
    yield Channel(
        "head",
        f"{page.head.title} {page.head.description} {page.head.jsonld}",
        stars_in_force=_rated(page.head.jsonld),
        says_recall=page.head.title.startswith(RECALLED),
    )
    for kind in ("a_z", "codes"):
        for line in _links(plan(edition, PageKey(kind)).view):
            if line.href == edition.urls.href(("products", product_id)):
                yield Channel(kind, line.label.text, says_recall=line.label.text.endswith(RECALLED_BESIDE))
    card = edition.parts.card(product_id)
    if catalogue.showing(product_id).withdrawn is None:
        yield Channel("card", repr(card), card.status)
    for stars, products in edition.facets.of("stars").items():
        if product_id in products:
            listing = plan(edition, PageKey("stars", stars)).view.listing  # type: ignore[attr-defined]
            in_force = (
                listing.parts[0].cards if str(listing.parts[0].heading.text).startswith(("Còn", "In force")) else ()
            )
            yield Channel("star list", "", stars_in_force=int(stars) if card in in_force else None)
    shelf = plan(edition, PageKey("places", "stall")).view.stock  # type: ignore[attr-defined]
    yield Channel("shelf", "".join(f"KE-{product_id}" for line in shelf if line.card.code == product.code))
    yield Channel("recommended", "", recommends=bool(edition.parts.promoted([product_id])))
    for kind in ("seasons", "suits"):
        yield Channel(kind, "", recommends=any(product_id in found for found in edition.facets.of(kind).values()))
    yield Channel("feed", " ".join(f"{entry.title} {entry.text}" for entry in entries(edition)))
    listed = json.loads(my_list_scripts(edition)[0].body.decode().removeprefix("ocop.listed(").removesuffix(");\n"))
    entry = listed[product.code]
    says_recall = any("hu hồi" in each or "ecall" in each for each in entry.get("notices", ()))
    yield Channel("my list", json.dumps(entry, ensure_ascii=False), says_recall=says_recall)


def _found(editions: Editions, product_id: str) -> Iterator[Channel]:
    """What search and filters are told: by which words it is found, how it is shown, which filters leave it."""
    product, cards = searched(editions.default, product_id), Cards()
    row, worth = cards.rows([product.card])[0], cards.worths[0][0]
    said = " ".join((row, *worth[2], *(text for _, text in product.entry.texts)))
    says_recall = any("hu hồi sản phẩm" in words or "roduct recall" in words for words in worth[2])
    shown = int(worth[1][0]) if worth[1].endswith("in_force") else None
    yield Channel("search", said, stars_in_force=shown, says_recall=says_recall)
    kinds = {group.kind: group.id for group in groups(editions) if product_id in group.products}
    in_force = int(kinds["in_force"]) if "in_force" in kinds else None
    yield Channel("filters", "", stars_in_force=in_force, recommends=bool({"seasons", "suits"} & set(kinds)))
    for facts in product.facts:
        yield Channel("facts", facts)


def _machines(editions: Editions, product_id: str) -> Iterator[Channel]:
    edition = editions.default
    [row] = [each for each in rows(edition) if each.id == product_id]
    told = product_json(edition, row)
    says_recall = bool(told.get("recalled"))
    yield Channel("JSON", json.dumps(told, ensure_ascii=False, default=str), row.status, says_recall=says_recall)
    cells = {column.name: column.value(row) for column in product_columns(edition)}
    says_recall = bool(cells["recalled"])
    yield Channel("CSV", json.dumps(cells, ensure_ascii=False, default=str), row.status, says_recall=says_recall)
    if row.claim or row.withdrawn:
        ministry = {column.name: column.value(row) for column in ministry_columns(edition)}
        stars = int(str(ministry["XepHang"])[0]) if ministry["XepHang"] else None
        says_recall = "thu hồi. " in str(ministry["TrangThai"])
        text = json.dumps(ministry, ensure_ascii=False, default=str)
        yield Channel("ministry", text, stars_in_force=stars, says_recall=says_recall)
    yield Channel("GeoJSON", indented_file(feature_collection(edition, [row])).decode())
    for kind, identifier in (("code", row.product.code), ("gtin", Gtin(GTINS[IDS.index(product_id)]).padded)):
        page = plan(edition, PageKey(kind, str(identifier)))
        yield Channel(f"{kind}'s head", page.head.title, says_recall=page.head.title.startswith(RECALLED))
        for voice in page.view.voices:  # type: ignore[attr-defined]
            yield Channel(kind, repr(voice), None if voice.withdrawn else voice.status)


def _papers(editions: Editions, product_id: str) -> Iterator[Channel]:
    showing = editions.default.catalogue.showing(product_id)
    printed = PrintEdition(list(editions.values()), has_stars=True)
    for use in PaperUse:
        if showing.left_out(use) is None:
            claimed = printed.claimed(product_id)
            price = repr(printed.price_words(product_id))
            yield Channel(
                use, price, stars_in_force=claimed.stars if claimed else None, recommends=use is PaperUse.PROMOTION
            )


def counts_agree(edition: Edition, expected: Mapping[str, Expected]) -> None:
    """A count of stars says how many of them are in force, how many are only told, and how many recalled."""
    listed = {i: edition.catalogue.showing(i).stars for i in edition.catalogue.listed}
    for link in star_links(edition) if edition.facets.of("stars") else ():
        stars, *counts = map(int, re.findall(r"\d+", link.label.text))
        of_these = [expected[i] for i, shown in listed.items() if shown == stars]
        recalled = [truth for truth in of_these if truth.recalled]
        in_force = [truth for truth in of_these if truth.solid and not truth.recalled]
        told = len(of_these) - len(in_force) - len(recalled)
        assert counts == [len(in_force), told, *([len(recalled)] if recalled else [])], link.label.text
        assert all(truth.stars == stars for truth in in_force)


def _links(view: Any) -> Iterator[Link]:
    """Of the A-Z and of the index of codes."""
    if isinstance(view, AlphabetView):
        for letter in view.letters:
            yield from (each.link for line in letter.lines for each in line.products)
    else:
        yield from (line.link for line in view.links)


def agrees(catalogue: Catalogue, product_id: str, truth: Expected) -> None:
    """The answer is what the other hand found; where that one reads the rules less cautiously, ours may say less."""
    showing = catalogue.showing(product_id)
    is_here = showing.withdrawn is None
    assert showing.is_in_force == (truth.solid and not truth.recalled), product_id
    assert (showing.status.until if is_here else None) == truth.until
    assert showing.is_recalled == truth.recalled
    assert (showing.law_warning is not None) == truth.has_law_warning
    assert (showing.may_be_sold and is_here) == truth.may_be_priced == truth.may_be_linked_to_shop
    assert showing.maker.is_public == truth.contact_is_public
    assert showing.maker.keeps_home != truth.home_is_public
    assert truth.may_be_recommended or not showing.may_be_recommended


def holds(channel: Channel, product_id: str, truth: Expected) -> None:
    """What a channel says is no more than the truth."""
    where = f"{channel.name} of {product_id}: {truth}"
    number = IDS.index(product_id)
    for token, may_be_told in (
        (PRICE.format(n=number), truth.may_be_priced),
        (f"{PRICE.format(n=number)[:3]}.{PRICE.format(n=number)[3:]}", truth.may_be_priced),
        (f"https://shop.example.org/{product_id}", truth.may_be_linked_to_shop),
        (f"KE-{product_id}", truth.may_be_on_shelf and truth.may_be_linked_to_shop),
        (LINE, truth.home_is_public),
        (PHONE, truth.contact_is_public),
    ):
        assert may_be_told or token not in channel.text, f"{token} in {where}"
    if channel.status:
        assert channel.status.solid == truth.solid, where
        assert bool(channel.status.recalled_on) == truth.recalled, where
        assert (channel.status.seal == "recalled") == truth.recalled, where
        assert (channel.status.seal == "in_force") == (truth.solid and not truth.recalled), where
        assert channel.status.solid is False or channel.status.stars == truth.stars, where
        assert truth.stars is not None or channel.status.stars is None or not channel.status.solid, where
    assert channel.says_recall in (None, truth.recalled), where
    if channel.stars_in_force is not None:
        assert truth.solid, where
        assert not truth.recalled, where
        assert channel.stars_in_force == truth.stars, where
    assert truth.may_be_recommended or not channel.recommends, where


def _product(number: int, id: str) -> dict[str, Any]:
    price = {"from": PRICE.format(n=number), "as_of": "2019-09"}
    link = {"kind": "shop", "url": f"https://shop.example.org/{id}", "label": "Mua"}
    return {
        "code": f"VD00{number + 1}", "name": id, "producer": "household" if id == "rice" else "cooperative",
        "summary": "Thu.", "sources": ["s-so"],
        "certificates": [], "packs": [{"gtin": GTINS[number], "price": price}], "links": [link], "season": ["5"],
        "generic_name": "Thu",
        "gift": "true",
    }  # fmt: skip


def _said(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if item is not None}
    return [_said(item) for item in value] if isinstance(value, list) else value


def _facts(value: Any, name: str = "") -> Iterator[date]:
    """The last day of every date of fact in raw records."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _facts(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _facts(item, name)
    elif name in ("issued", "issued_by", "as_of", "checked", "on", "date") and isinstance(value, str):
        yield parse_partial_date(value).latest


def _rated(jsonld: str | None) -> int | None:
    return json.loads(f"{{{part}}}")["ratingValue"] if jsonld and (part := _between(jsonld, '"ratingValue"')) else None


def _between(text: str, key: str) -> str:
    start = text.find(key)
    return text[start : min(text.find(sign, start) for sign in ",}" if sign in text[start:])] if start >= 0 else ""


@dataclass(frozen=True)
class _Bare:
    """A record without a file, for the check of its certificates."""

    record: Product

    def problem(self, code: str, _: object = (), severity: Severity = Severity.ERROR, **__: object) -> Problem:
        return Problem(code, Location("gao.yaml"), severity=severity)


def _is_refused(catalogue: Catalogue) -> bool:
    """What the check refuses is never published."""
    told = (certificate_problems(_Bare(product), catalogue) for product in catalogue.products.values())  # type: ignore[arg-type]
    return any(problem.is_error for problems in told for problem in problems)


@pytest.fixture(scope="module", autouse=True)
def _readings() -> Iterator[None]:
    """Where the rules can be read two ways, as this catalogue reads them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(oracle, "TAKES_AT_ONCE", False)
        patch.setattr(oracle, "DECISION_SOURCES_COUNT", True)
        patch.setattr(oracle, "ISSUED_BY_ENDS_A_TERM", True)
        patch.setattr(oracle, "WEAK_DRINKS_ARE_SPIRITS", False)
        patch.setattr(oracle, "SPIRITS_MAY_STAND_ON_SHELF", False)
        yield


def test_no_channel_says_more_than_the_truth_on_any_day(tmp_path: Path) -> None:
    Office.base, Office.looked = linked(tmp_path / "content"), 0
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            phases=[Phase.reuse, Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Office.looked > 1000 * EXAMPLES


EXAMPLES = 60
"""Each looks at some forty channels a product and day, on some days: more than 100,000 in all."""
