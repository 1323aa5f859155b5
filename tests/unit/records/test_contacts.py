"""Telephones, mail, addresses on the web: what is read as it is meant, and what is refused with the right writing."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.messages import message
from ocop_site.problems import Mistake
from ocop_site.records.people import Producer
from ocop_site.records.values.contacts import (
    parse_address,
    parse_contact,
    parse_email,
    parse_https,
    parse_phone,
    parse_zalo,
)
from ocop_site.records.values.numbers import decimal, month, whole

PHONES = {
    "0272 3826 123": "+842723826123",
    "(0272) 3826.123": "+842723826123",
    "0272–3826–123": "+842723826123",
    "+84 (0)272 3826 123": "+842723826123",
    "(+84) 272 3826 123": "+842723826123",
    "0084 272 3826 123": "+842723826123",
    "84 272 3826 123": "+842723826123",
    "0272\u00a03826\u00a0123": "+842723826123",
    "tel:0272 3826 123": "+842723826123",
    " 0903 456 789 ": "+84903456789",
    "+44 20 7946 0105": "+442079460105",
    "1900 1234": "19001234",
    "1800.6789": "18006789",
    "1900 63 64 65": "1900636465",
    "+84 1900 1234": "19001234",
}

WRONG_PHONES = {
    "0272 3826 123 ext 12": ("phone.extension", "0272 3826 123"),
    "0272 3826 123 (máy lẻ 12)": ("phone.extension", "0272 3826 123"),
    "0272.3826123 nhánh 3": ("phone.extension", "0272 3826 123"),
    "0272 3826123 x12": ("phone.extension", "0272 3826 123"),
    "0903456789 x 0272": ("phone.extension", "0903 456 789"),
    "*0903456789": ("phone.signs", "0903 456 789"),
    "0903456789#": ("phone.signs", "0903 456 789"),
    "0903 456 789 (cô Ba)": ("phone.signs", "0903 456 789"),
    "Hotline: 1900 1234": ("phone.signs", "1900 1234"),
    "O903 456 789": ("phone.signs", "0903 456 789"),
    "02723826123/124": ("phone.signs", "0272 3826 123"),
    "0272 3826 123 - 0912 345 678": ("phone.several", "0272 3826 123, 0912 345 678"),
    "0272 3826 123, 0912345678": ("phone.several", "0272 3826 123, 0912 345 678"),
    "0903456789/0912345678": ("phone.several", "0903 456 789, 0912 345 678"),
    "0903.456.789 hoặc 0912.345.678": ("phone.several", "0903 456 789, 0912 345 678"),
    "+84 272 3826 123; +84 903456789": ("phone.several", "0272 3826 123, 0903 456 789"),
}

MAILS = {
    "a@example.org": "a@example.org",
    "mailto:a@example.org": "a@example.org",
    "MAILTO: a@example.org": "a@example.org",
    " a@example.org ": "a@example.org",
    "\uff41\uff20example.org": "a@example.org",
}

WRONG_MAILS = {
    "a@example.org, b@example.org": ("mail.several", "a@example.org"),
    "a@example.org; b@example.org": ("mail.several", "a@example.org"),
    "Cô Ba <a@example.org>": ("mail.near", "a@example.org"),
    "Thư: a@example.org": ("mail.near", "a@example.org"),
    "a@example.org.": ("mail.near", "a@example.org"),
    "a @ example.org": ("mail.near", "a@example.org"),
    "a(at)example.org": ("mail.near", "a@example.org"),
    "a@gmail": ("mail.near", "a@gmail.com"),
    "a@gmail,com": ("mail.near", "a@gmail.com"),
    "liên-hệ@example.org": ("mail.near", "lien-he@example.org"),
    "mailto:a@example.org?subject=x": ("mail.near", "a@example.org"),
    "liên hệ@example.org": ("value.email", None),
    "cô ba@example.org": ("value.email", None),
    "example.org": ("value.email", None),
}

LINKS = {
    "https://example.org/a?b=1#c": "https://example.org/a?b=1#c",
    "HTTPS://EXAMPLE.ORG": "https://example.org",
    "HTTPS://Example.org/Shop": "https://example.org/Shop",
    " https://example.org/ ": "https://example.org/",
    "https://example.org/%C4%90": "https://example.org/%C4%90",
}

WRONG_LINKS = {
    "https://exam ple.org": ("url.blank", "https://example.org"),
    "https://example.org/a b": ("url.blank", "https://example.org/a%20b"),
    "https://example.org/Đặc Sản": ("url.blank", "https://example.org/%C4%90%E1%BA%B7c%20S%E1%BA%A3n"),
    "https://example.org/Bánh_tráng": ("url.letters", "https://example.org/B%C3%A1nh_tr%C3%A1ng"),
    "https://đặcsản.example/a": ("url.letters", "https://xn--csn-uqa6698amda.example/a"),
    "http://example.org/a": ("url.near", "https://example.org/a"),
    "facebook.com/x": ("url.near", "https://facebook.com/x"),
    "www.example.org": ("url.near", "https://www.example.org"),
    "//example.org/x": ("url.near", "https://example.org/x"),
    "https:/example.org": ("url.near", "https://example.org"),
    "https//example.org": ("url.near", "https://example.org"),
    "htttps://example.org": ("url.near", "https://example.org"),
    "https://https://example.org": ("url.near", "https://example.org"),
    "<https://example.org>": ("url.near", "https://example.org"),
    "[Gian hàng](https://example.org/x)": ("url.near", "https://example.org/x"),
    "Shopee: https://example.org/x": ("url.near", "https://example.org/x"),
    "https://example.org, https://example.com": ("url.several", "https://example.org"),
    "www.example.org và www.example.com": ("url.several", "www.example.org"),
    "https://example": ("value.https", None),
    "https://example.org:99999/": ("value.https", None),
    "javascript:alert(1)//https://example.org": ("value.https", None),
    "mailto:a@example.org": ("value.https", None),
    "Facebook Cô Ba": ("value.https", None),
}


def told(mistake: Mistake) -> tuple[str, object]:
    for language in ("vi", "en"):
        assert message(mistake.code, language, mistake.details)
    return mistake.code, mistake.details.get("proposal")


@pytest.mark.parametrize(("written", "number"), PHONES.items())
def test_a_telephone_number_is_stored_as_it_is_dialled(written: str, number: str) -> None:
    assert parse_phone(written) == number


@pytest.mark.parametrize(("written", "right"), WRONG_PHONES.items())
def test_what_a_telephone_number_would_lose_is_refused_with_the_number(written: str, right: tuple[str, str]) -> None:
    with pytest.raises(Mistake) as refused:
        parse_phone(written)
    assert told(refused.value) == right


def test_a_producer_may_have_several_telephones() -> None:
    maker = {"name": "Ví dụ", "kind": "farm", "phone": ["0272 3826 123", "1900 1234"]}
    assert Producer.model_validate(maker).phone == ("+842723826123", "19001234")
    assert Producer.model_validate({**maker, "phone": "1900 1234"}).phone == ("19001234",)


@pytest.mark.parametrize("written", ["https://zalo.me/0912345678", "zalo.me/0912 345 678", "0912.345.678"])
def test_zalo_is_a_number_or_its_address(written: str) -> None:
    assert parse_zalo(written) == "+84912345678"


@pytest.mark.parametrize(
    ("written", "code"),
    [("1900 1234", "phone.service"), ("0912345678, 0903456789", "phone.one"), ("https://zalo.me/g/abc", "value.phone")],
)
def test_zalo_is_one_number_that_can_have_an_account(written: str, code: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_zalo(written)
    assert told(refused.value)[0] == code


@pytest.mark.parametrize(("written", "box"), MAILS.items())
def test_a_mail_address_is_read_without_what_stands_around_it(written: str, box: str) -> None:
    assert parse_email(written) == box


@pytest.mark.parametrize(("written", "right"), WRONG_MAILS.items())
def test_what_is_no_mail_address_is_refused_with_the_one_that_is_meant(written: str, right: tuple[str, str]) -> None:
    with pytest.raises(Mistake) as refused:
        parse_email(written)
    assert told(refused.value) == right


@pytest.mark.parametrize(("written", "address"), LINKS.items())
def test_an_address_is_read_whatever_its_capitals(written: str, address: str) -> None:
    assert parse_https(written) == address


@pytest.mark.parametrize(("written", "right"), WRONG_LINKS.items())
def test_what_is_no_address_is_refused_with_the_one_that_is_meant(written: str, right: tuple[str, str]) -> None:
    with pytest.raises(Mistake) as refused:
        parse_https(written)
    assert told(refused.value) == right
    if right[1] and right[1].startswith("https"):
        assert parse_https(right[1]) == right[1]


def test_mistakes_are_reported_to_a_page_or_a_mail_address() -> None:
    assert parse_contact("MAILTO:a@example.org") == "mailto:a@example.org"
    assert parse_contact("https://example.org/bao") == "https://example.org/bao"


def test_a_source_lies_anywhere_but_its_address_is_a_good_one() -> None:
    assert parse_address(" Kệ số 3 ") == "Kệ số 3"
    assert parse_address("http://example.org/a b") == "http://example.org/a b"
    assert parse_address("HTTPS://EXAMPLE.ORG/a") == "https://example.org/a"
    with pytest.raises(Mistake):
        parse_address("https://exam ple.org")


PARSERS = (parse_phone, parse_zalo, parse_email, parse_https, parse_contact, parse_address, whole, decimal, month)


@settings(max_examples=300)
@given(st.text(alphabet="09+-()/. @:ahtps.vnktrđ,;<>[]%?#\u0661\uff11\u0110", max_size=40), st.sampled_from(PARSERS))
def test_whatever_is_typed_is_read_or_told(written: str, parse: Callable[[str], object]) -> None:
    with suppress(Mistake):
        assert parse(written) is not None


@pytest.mark.parametrize(
    "written", ["1" * 100_000, "a." * 50_000 + "@", "0 " * 50_000, "https://" * 10_000, "?" * 100_000]
)
@pytest.mark.parametrize("parse", PARSERS)
def test_what_nobody_types_is_told_and_not_puzzled_over(written: str, parse: Callable[[str], object]) -> None:
    with suppress(Mistake):
        parse(written)
