"""What is true of the whole site: an absolute address, a real time zone, and a word for every kind of page."""

from typing import Any

import pytest
from pydantic import ValidationError

from ocop_site.records.site import Site
from ocop_site.records.values.web_address import leads_nowhere

ADDRESSES = {
    kind: kind.replace("_", "-")
    for kind in (
        "products", "producers", "places", "decisions", "partners", "trails", "news", "pages", "notices", "industries",
        "sets", "stars", "communes", "districts", "localities", "map", "programme", "glossary", "a_z", "page",
    )
}  # fmt: skip

SITE: dict[str, Any] = {
    "title": "OCOP",
    "tagline": "Mỗi xã một sản phẩm",
    "url": "https://example.org/ocop",
    "time_zone": "Asia/Ho_Chi_Minh",
    "languages": {"vi": {"name": "Tiếng Việt", "addresses": ADDRESSES}},
    "fallback": "vi",
    "theme": "dong-bang",
    "code_prefix": "LA",
    "report_problem": "mailto:ocop@example.org",
}


def refused(fields: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as error:
        Site.model_validate(fields)
    [told] = error.value.errors()
    return told["type"]


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("url", "https://example.org", "https://example.org/"),
        ("url", "http://localhost:8000/ocop/", "http://localhost:8000/ocop/"),
        ("report_problem", "https://example.org/loi", "https://example.org/loi"),
        ("time_zone", "Asia/Bangkok", "Asia/Bangkok"),
    ],
)
def test_a_site_is_read(field: str, written: str, value: str) -> None:
    assert getattr(Site.model_validate({**SITE, field: written}), field) == value


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("url", "example.org", "site.url-near"),
        ("url", "ftp://example.org", "site.url"),
        ("url", "https:///ocop", "site.url"),
        ("url", "https://example.org/?a=1", "site.url-near"),
        ("url", "https://example.org/a//b", "site.url-near"),
        ("time_zone", "Asia/Long_An", "site.time-zone"),
        ("time_zone", "../etc/passwd", "site.time-zone"),
        ("report_problem", "ocop@example.org", "mail.scheme"),
        ("report_problem", "http://example.org", "url.near"),
        ("report_problem", "mailto:ocop@example.org?subject=a", "mail.near"),
        ("report_problem", "hỏi văn phòng", "value.contact"),
        ("fallback", "en", "text.language"),
    ],
)
def test_a_site_that_could_not_be_built_is_refused(field: str, written: str, code: str) -> None:
    assert refused({**SITE, field: written}) == code


def test_a_language_that_nobody_knows_is_refused() -> None:
    languages = {language: {"name": "Xx", "addresses": ADDRESSES} for language in ("vi", "xx-nowhere")}
    assert refused({**SITE, "languages": languages}) == "site.language"


def test_every_language_has_an_address_word_of_its_own_for_every_kind() -> None:
    def words(**changed: str | None) -> dict[str, Any]:
        given = {kind: word for kind, word in {**ADDRESSES, **changed}.items() if word is not None}
        return {**SITE, "languages": {"vi": {"name": "Tiếng Việt", "addresses": given}}}

    assert refused(words(stars=None)) == "site.address-words"
    assert refused(words(shops="cua-hang")) == "site.address-unknown"
    assert refused(words(stars="products")) == "site.address-twice"
    assert Site.model_validate(words(page="products")).languages["vi"].addresses["page"] == "products"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("https://đặcsản.vn/", "https://xn--csn-uqa6698amda.vn/"),
        ("https://vídụ.vn:8080/ocop", "https://xn--vd-nja3081a.vn:8080/ocop/"),
        ("https://example.org/index.html", "https://example.org/"),
        ("https://example.org/ocop/Index.HTM", "https://example.org/ocop/"),
        ("HTTPS://OCOP.vn/A", "https://ocop.vn/A/"),
        ("https://ai@ocop.vn/", "https://ocop.vn/"),
        ("https://ocop.vn:443/", "https://ocop.vn/"),
        ("https://ocop.vn/#a", "https://ocop.vn/"),
        ("https://ocop.vn/đặc sản/", "https://ocop.vn/dacsan/"),
        ("https://ocop.vn/{a}/", "https://ocop.vn/a/"),
        ("https://ocop.vn/$a", "https://ocop.vn/a/"),
        ("https://ocop.vn/a\n/b", "https://ocop.vn/a/b/"),
        ("ocop.vn/san-pham", "https://ocop.vn/san-pham/"),
    ],
)
def test_an_address_that_no_code_should_carry_is_told_with_the_right_one(written: str, right: str) -> None:
    with pytest.raises(ValidationError) as error:
        Site.model_validate({**SITE, "url": written})
    [told] = error.value.errors()
    assert (told["type"], told["ctx"]["right"]) == ("site.url-near", right)
    assert Site.model_validate({**SITE, "url": right}).url == right


@pytest.mark.parametrize(
    "written",
    ["https://ocop.vn:99999/", "https://ocop.vn/../..", "https://ocop.vn/./a/", "https://[::1/", "https://ocop..vn/",
     "https://-a.vn/", "https://a_b.vn/", "mailto:a@ocop.vn", "//ocop.vn/", "", f"https://{'a' * 64}.vn/"],
)  # fmt: skip
def test_an_address_that_nobody_could_mean_is_refused(written: str) -> None:
    assert refused({**SITE, "url": written}) == "site.url"


@pytest.mark.parametrize(
    ("url", "nowhere"),
    [("https://example.org/", True), ("https://a.example.com/", True), ("http://localhost:8000/", True),
     ("http://192.168.1.5/", True), ("https://may-chu/", True), ("https://ocop.test/", True),
     ("https://ocop.vn/", False), ("https://notexample.org/", False), ("http://8.8.8.8/", False)],
)  # fmt: skip
def test_an_address_that_leads_nowhere_in_the_world_is_known(url: str, nowhere: bool) -> None:
    assert leads_nowhere(url) is nowhere


def test_a_third_language_does_with_the_english_address_words_and_may_name_its_own() -> None:
    english = {**ADDRESSES, "products": "goods"}
    languages = {**SITE["languages"], "en": {"name": "English", "addresses": english}}
    third = {"ko": {"name": "한국어"}, "ar": {"name": "العربية", "addresses": {"products": "muntajat"}}}
    site = Site.model_validate({**SITE, "languages": {**languages, **third}, "fallback": "en"})
    assert site.languages["ko"].addresses == site.languages["en"].addresses
    assert site.languages["ar"].addresses == {**site.languages["en"].addresses, "products": "muntajat"}
    assert site.fallbacks == ("en", "vi")


def test_vietnamese_and_english_name_all_of_theirs() -> None:
    languages = {**SITE["languages"], "en": {"name": "English"}}
    assert refused({**SITE, "languages": languages}) == "missing"


def test_a_fallback_that_is_no_language_of_the_site_is_told() -> None:
    assert refused({**SITE, "fallback": "ko"}) == "text.language"
