"""One answer a product and day to what may be shown of it: spirits, recalls, what has left, a household's home."""

from datetime import date
from typing import Any

import pytest

from ocop_site.catalogue.showing import (
    LeftOut,
    Lifecycle,
    PaperUse,
    Showing,
    held_by,
    is_draft,
    maker_showing,
    showing_of,
)
from ocop_site.catalogue.status import NO_CERTIFICATE, CertificateState, CertificateStatus
from ocop_site.records.address import PremisesAddress
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Care
from ocop_site.records.writing import Notice

CARE = Care.model_validate(
    {
        "spirits": {"sets": ["14", "15"], "from_percent": "15", "warning": "Có thể gây hại."},
        "supplements": {"sets": ["18"], "notice": "Không phải là thuốc."},
        "customs": [{"sets": ["7"], "notice": "Hỏi hãng bay."}],
    }
)

DAY = date(2026, 11, 23)

WITHDRAWN = {"on": "2025-01-01", "reason": "ngừng sản xuất"}
RICE, SPIRIT = {"set": "8"}, {"set": "14", "alcohol_percent": "31"}
HOME = {"line": "số 12, ấp 1", "former_commune": "can-duoc", "point": ["10.5", "106.6"], "kind": "workshop"}


def product(**fields: Any) -> Product:
    whole = {"code": "LA001", "name": "Đế Gò Đen", "producer": "go-den", "summary": "Rượu.", "sources": ["s"], **fields}
    return Product.model_validate(whole)


def producer(kind: str = "enterprise", *scope: str) -> Producer:
    consent = {"consent": {"on": "2025-01-01", "scope": list(scope)}} if scope else {}
    return Producer.model_validate({"name": "Cô Châu", "kind": kind, "addresses": [HOME], **consent})


def notice(kind: str) -> Notice:
    return Notice.model_validate({"kind": kind, "date": "2026-01-01", "products": ["x"], "text": "Nội dung."})


def showing(
    fields: dict[str, Any],
    *notices: str,
    maker: Producer | None = None,
    status: CertificateStatus = NO_CERTIFICATE,
    held: tuple[Product, ...] = (),
    care: Care = CARE,
) -> Showing:
    about = [(kind, notice(kind)) for kind in notices]
    return showing_of(product(**fields), maker or producer(), status, about, held, care, DAY)


@pytest.mark.parametrize(
    ("product_set", "percent", "spirit"),
    [
        ("14", "31", True),
        ("15", "15", True),
        ("15", "14.9", False),
        ("14", "14,99", False),
        ("14", None, True),
        ("15", None, True),
        ("14", "0", False),
        ("8", "15", True),
        ("8", "14", False),
        ("8", None, False),
        (None, "41", True),
        (None, None, False),
    ],
)
def test_a_spirit_is_known_by_strength_else_by_set(product_set: str | None, percent: str | None, spirit: bool) -> None:
    given_fields = {"set": product_set, "alcohol_percent": percent}
    shown = showing({field: value for field, value in given_fields.items() if value is not None})
    assert shown.is_restrained == spirit
    assert shown.may_be_recommended != spirit


def test_a_spirit_is_neither_praised_priced_sold_nor_displayed_and_bears_the_laws_words() -> None:
    shown = showing(SPIRIT)
    assert not any((shown.may_be_praised, shown.may_be_sold, shown.may_be_displayed))
    assert shown.law_warning
    assert shown.law_warning.run("vi").text == "Có thể gây hại."


def test_where_the_scheme_knows_no_spirits_nothing_is_one() -> None:
    assert not showing(SPIRIT, care=Care()).is_restrained


def test_a_gift_box_with_a_spirit_in_it_is_treated_as_one() -> None:
    box = showing(RICE, held=(product(**RICE), product(**SPIRIT)))
    assert box.is_restrained
    assert box.law_warning
    assert not any((box.may_be_praised, box.may_be_sold, box.may_be_displayed, box.may_be_recommended))
    assert box.left_out(PaperUse.PROMOTION) is LeftOut.SPIRIT


def test_a_set_holds_what_the_sets_within_it_hold_each_once() -> None:
    products = {
        "all": product(contains=["two", "tea", "gone"]),
        "two": product(contains=["tea", "wine", "all"]),
        "tea": product(),
        "wine": product(**SPIRIT),
    }
    assert held_by(products["all"], products) == ("two", "tea", "wine", "all")
    assert held_by(products["tea"], products) == ()


@pytest.mark.parametrize(("kind", "sold"), [("recall", False), ("warning", True)])
def test_what_is_recalled_is_sold_nowhere_and_a_warning_keeps_it_from_being_recommended(kind: str, sold: bool) -> None:
    shown = showing(RICE, kind)
    assert shown.may_be_sold == sold
    assert shown.is_recalled != sold
    assert shown.may_be_displayed == sold
    assert not shown.may_be_recommended
    assert shown.notices == (kind,)


def test_what_has_left_is_neither_listed_displayed_nor_recommended() -> None:
    certified = CertificateStatus(CertificateState.VALID, 4)
    shown = showing({**RICE, "withdrawn": WITHDRAWN}, status=certified)
    assert shown.lifecycle is Lifecycle.WITHDRAWN
    assert not any((shown.is_listed, shown.may_be_displayed, shown.may_be_recommended))


def test_a_product_is_listed_where_it_has_a_certificate_to_tell_of() -> None:
    assert showing(RICE, status=CertificateStatus(CertificateState.TERM_OVER, 3)).is_listed
    assert not showing(RICE).is_listed


@pytest.mark.parametrize(
    ("state", "stars"),
    [("valid", 4), ("ending", 4), ("unverified", 4), ("term_over", 4), ("lapsed", None), ("revoked", None)],
)
def test_stars_are_shown_as_the_status_lets_them(state: str, stars: int | None) -> None:
    assert showing(RICE, status=CertificateStatus(CertificateState(state), 4)).stars == stars


@pytest.mark.parametrize(
    ("fields", "notices", "left_out"),
    [
        (RICE, (), (None, None, None)),
        (SPIRIT, (), (None, None, LeftOut.SPIRIT)),
        (RICE, ("warning",), (None, LeftOut.NOTICE, LeftOut.NOTICE)),
        (RICE, ("recall",), (LeftOut.NOTICE,) * 3),
        ({**RICE, "withdrawn": WITHDRAWN}, ("recall",), (LeftOut.WITHDRAWN,) * 3),
    ],
)
def test_what_may_stand_on_which_paper(
    fields: dict[str, Any], notices: tuple[str, ...], left_out: tuple[LeftOut | None, ...]
) -> None:
    shown = showing(fields, *notices)
    assert tuple(shown.left_out(use) for use in (PaperUse.LABEL, PaperUse.BOOKLET, PaperUse.PROMOTION)) == left_out


@pytest.mark.parametrize("state", ["lapsed", "revoked"])
def test_what_has_lost_its_certificate_is_neither_listed_on_paper_nor_promoted(state: str) -> None:
    shown = showing(RICE, status=CertificateStatus(CertificateState(state), 4))
    found = tuple(shown.left_out(use) for use in (PaperUse.LABEL, PaperUse.BOOKLET, PaperUse.PROMOTION))
    assert found == (None, LeftOut.ENDED, LeftOut.ENDED)


def test_what_leaves_on_a_day_to_come_is_still_there() -> None:
    ahead = {**RICE, "withdrawn": {**WITHDRAWN, "on": "2062-08-01"}}
    assert (showing(ahead).withdrawn, showing(ahead).lifecycle) == (None, Lifecycle.CURRENT)


@pytest.mark.parametrize(("product_set", "supplement"), [("18", True), ("17", False), (None, False)])
def test_a_supplement_is_known_by_its_set(product_set: str | None, supplement: bool) -> None:
    fields = {"set": product_set} if product_set else {}
    assert bool(showing(fields).supplement_notice) == supplement
    assert showing(fields, care=Care()).supplement_notice is None


def test_what_customs_ask_stands_beside_products_of_their_sets() -> None:
    assert [text.run("vi").text for text in showing({"set": "7"}).customs] == ["Hỏi hãng bay."]
    assert showing(RICE).customs == ()


def test_a_draft_is_told_apart() -> None:
    assert showing({**RICE, "draft": "true"}).is_draft
    assert is_draft(product(draft="true"))
    assert not is_draft(producer())


def shown_address(owner: Producer) -> PremisesAddress:
    return maker_showing(owner, DAY).address(owner.addresses[0])


@pytest.mark.parametrize("scope", [(), ("contact",)])
def test_a_households_address_is_its_commune_only(scope: tuple[str, ...]) -> None:
    owner = producer("household", *scope)
    assert shown_address(owner).model_dump(exclude_none=True) == {"former_commune": "can-duoc", "kind": "workshop"}
    assert showing(RICE, maker=owner).address == shown_address(owner)


@pytest.mark.parametrize("scope", [("address",), ("contact", "address")])
def test_with_its_consent_a_households_address_is_whole(scope: tuple[str, ...]) -> None:
    owner = producer("household", *scope)
    assert shown_address(owner) == owner.addresses[0]


@pytest.mark.parametrize("kind", ["cooperative", "cooperative_group", "enterprise", "farm", "association"])
def test_other_producers_addresses_are_whole(kind: str) -> None:
    owner = producer(kind)
    assert shown_address(owner) == owner.addresses[0]
    assert maker_showing(owner, DAY).is_public


def test_the_record_itself_keeps_the_address() -> None:
    owner = producer("household")
    shown_address(owner)
    assert owner.addresses[0].line


@pytest.mark.parametrize(("scope", "public"), [((), False), (("address",), False), (("contact",), True)])
def test_a_households_telephone_is_shown_with_its_consent_only(scope: tuple[str, ...], public: bool) -> None:
    assert maker_showing(producer("household", *scope), DAY).is_public == public


@pytest.mark.parametrize(
    ("consent", "day", "public"),
    [
        ({"on": "2026-01-01"}, date(2025, 12, 31), False),
        ({"on": "2026-01-01"}, date(2026, 1, 1), True),
        ({"on": "2026-01-01", "until": "2026-06-30"}, date(2026, 6, 30), True),
        ({"on": "2026-01-01", "until": "2026-06-30"}, date(2026, 7, 1), False),
        ({"on": "2026-01-01", "withdrawn_on": "2026-06-30"}, date(2026, 6, 29), True),
        ({"on": "2026-01-01", "withdrawn_on": "2026-06-30"}, date(2026, 6, 30), False),
        ({"on": "2026-01-01", "until": "2027-01-01", "withdrawn_on": "2026-06-30"}, date(2026, 7, 1), False),
    ],
)
def test_a_households_word_holds_until_it_ends_or_is_withdrawn(
    consent: dict[str, str], day: date, public: bool
) -> None:
    word = {**consent, "scope": ["contact", "address"]}
    owner = Producer.model_validate({"name": "Cô Châu", "kind": "household", "addresses": [HOME], "consent": word})
    assert maker_showing(owner, day).is_public == public
    assert maker_showing(owner, day).keeps_home != public
