"""What is true of the whole site: an absolute address, a real time zone, and a word for every kind of page."""

from typing import Any

import pytest
from pydantic import ValidationError

from ocop_site.records.site import Site

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
        ("url", "example.org", "site.url"),
        ("url", "ftp://example.org", "site.url"),
        ("url", "https:///ocop", "site.url"),
        ("url", "https://example.org/?a=1", "site.url"),
        ("url", "https://example.org/a//b", "site.url"),
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
