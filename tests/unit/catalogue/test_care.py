"""What is shown with care: spirits, words on health, and where a household lives."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.catalogue.care import (
    contact_is_public,
    health_words,
    is_spirit,
    is_supplement,
    may_be_promoted,
    public_address,
)
from ocop_site.records.address import PremisesAddress
from ocop_site.records.people import Producer
from ocop_site.records.product import Product
from ocop_site.records.scheme import Care

HEALTH_WORDS = ["chữa", "điều trị", "phòng bệnh", "đề kháng", "tăng đề kháng"]

CARE = Care.model_validate(
    {
        "spirits": {"sets": ["14", "15"], "from_percent": "15", "warning": "Có thể gây hại."},
        "supplements": {"sets": ["18"], "notice": "Không phải là thuốc."},
        "health_words": {"en": ["cure", "heals"], "vi": HEALTH_WORDS},
        "harmless": {"vi": ["sửa chữa", "phòng bệnh cho cây"], "en": ["salt cure"]},
    }
)

WITHDRAWN = {"on": "2025-01-01", "reason": "ngừng sản xuất"}


def product(**fields: Any) -> Product:
    whole = {"code": "LA001", "name": "Đế Gò Đen", "producer": "go-den", "summary": "Rượu.", "sources": ["s"], **fields}
    return Product.model_validate(whole)


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
    record = product(**{field: value for field, value in given_fields.items() if value is not None})
    assert is_spirit(record, CARE) == spirit
    assert may_be_promoted(record, CARE) != spirit


def test_where_the_scheme_knows_no_spirits_nothing_is_one() -> None:
    assert not is_spirit(product(set="14", alcohol_percent="41"), Care())


def test_a_withdrawn_product_is_not_promoted() -> None:
    assert not may_be_promoted(product(set="8", withdrawn=WITHDRAWN), CARE)


@pytest.mark.parametrize(("product_set", "supplement"), [("18", True), ("17", False), (None, False)])
def test_a_supplement_is_known_by_its_set(product_set: str | None, supplement: bool) -> None:
    record = product(set=product_set) if product_set else product()
    assert is_supplement(record, CARE) == supplement
    assert not is_supplement(record, Care())


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Trà chữa ho.", "vi", ["chữa"]),
        ("Chữa ho, ĐIỀU TRỊ đau lưng", "vi", ["Chữa", "ĐIỀU TRỊ"]),
        ("giúp tăng đề kháng", "vi", ["tăng đề kháng"]),
        ("sức đề kháng", "vi", ["đề kháng"]),
        ("Xưởng sửa chữa máy", "vi", []),
        ("SỬA CHỮA máy rồi chữa ho", "vi", ["chữa"]),
        ("thuốc phòng bệnh cho cây", "vi", []),
        ("phòng bệnh cho người", "vi", ["phòng bệnh"]),
        ("chứa nhiều nước", "vi", []),
        ("chữa", "vi", ["chữa"]),
        ("", "vi", []),
        ("It cures and heals", "en", ["heals"]),
        ("A salt cure, no cure.", "en", ["cure"]),
        ("secure manicure", "en", []),
        ("chữa ho", "en", []),
        ("cure", "vi", []),
        ("cure", "ko", []),
    ],
)
def test_words_that_claim_an_effect_on_health_are_found(text: str, language: str, found: list[str]) -> None:
    assert [word for _, word in health_words(text, language, CARE)] == found


@given(st.text(alphabet="sửachữ đềkháng.\n"))
def test_a_word_stands_where_it_is_told(text: str) -> None:
    for offset, word in health_words(text, "vi", CARE):
        assert text[offset : offset + len(word)] == word


def test_without_words_nothing_is_warned_at() -> None:
    assert list(health_words("chữa bệnh", "vi", Care())) == []


HOME = {"line": "số 12, ấp 1", "former_commune": "can-duoc", "point": ["10.5", "106.6"], "kind": "workshop"}


def producer(kind: str, *scope: str) -> Producer:
    consent = {"consent": {"on": "2025-01-01", "scope": list(scope)}} if scope else {}
    return Producer.model_validate({"name": "Cô Châu", "kind": kind, "addresses": [HOME], **consent})


def shown(owner: Producer) -> PremisesAddress:
    return public_address(owner.addresses[0], owner)


@pytest.mark.parametrize("scope", [(), ("contact",)])
def test_a_households_address_is_its_commune_only(scope: tuple[str, ...]) -> None:
    address = shown(producer("household", *scope))
    assert address.model_dump(exclude_none=True) == {"former_commune": "can-duoc", "kind": "workshop"}


@pytest.mark.parametrize("scope", [("address",), ("contact", "address")])
def test_with_its_consent_a_households_address_is_whole(scope: tuple[str, ...]) -> None:
    owner = producer("household", *scope)
    assert shown(owner) == owner.addresses[0]


@pytest.mark.parametrize("kind", ["cooperative", "cooperative_group", "enterprise", "farm", "association"])
def test_other_producers_addresses_are_whole(kind: str) -> None:
    owner = producer(kind)
    assert shown(owner) == owner.addresses[0]
    assert contact_is_public(owner)


def test_the_record_itself_keeps_the_address() -> None:
    owner = producer("household")
    shown(owner)
    assert owner.addresses[0].line


@pytest.mark.parametrize(("scope", "public"), [((), False), (("address",), False), (("contact",), True)])
def test_a_households_telephone_is_shown_with_its_consent_only(scope: tuple[str, ...], public: bool) -> None:
    assert contact_is_public(producer("household", *scope)) == public
