"""What pages say for machines is well formed, and agrees with what they say to people, over the years."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ADDRESS, BuiltSite
from tests.support import some

SCHEMA = json.loads(Path(__file__).with_name("schema_org.json").read_text("utf-8"))

YEARS = [date(2026, 11, 23), date(2027, 3, 15), date(2028, 3, 21), date(2032, 11, 23)]
"""Days over six years, most of them the first after something ended in the example."""

SAID = {
    "Active": r"Certificate valid until|Validity continued until",
    "Inactive": r"Certificate no longer in force|Certificate revoked",
    "": r"no news of renewal|not be verified|Not OCOP-recognised",
}
"""What a product's page says to people where it says this status to machines."""


def graph(site: BuiltSite, path: str) -> list[dict[str, Any]]:
    """The things that a page tells of, each valid by our schemas."""
    node = site.page(path).css_first('script[type="application/ld+json"]')
    if node is None:
        return []
    document = json.loads(node.text())
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)] == [], path
    things: list[dict[str, Any]] = document["@graph"]
    return things


def thing(site: BuiltSite, path: str, *types: str) -> dict[str, Any]:
    (found,) = (each for each in graph(site, path) if each["@type"] in types)
    return found


def product(site: BuiltSite, name: str) -> dict[str, Any]:
    return thing(site, f"/en/products/{name}/", "Product")


def test_every_page_with_an_address_of_its_own_says_what_it_is_in_terms_of_schema_org(built: BuiltSite) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    silent = {path for path in built.paths if not graph(built, path)}
    own = {path for path in built.paths if built.is_indexed(path) and built.head(path, "canonical") == ADDRESS + path}
    assert own & silent == {"/"}
    assert (built.paths - own) - silent == set()


@pytest.mark.parametrize("day", YEARS, ids=date.isoformat)
def test_a_certificate_is_to_machines_what_it_is_to_people_whatever_the_day(
    rebuilt: Callable[..., BuiltSite], day: date
) -> None:
    site = rebuilt(today=day)
    paths = [path for path in site.paths if path.startswith("/en/products/")]
    products = ((path, each) for path in paths for each in graph(site, path) if each["@type"] == "Product")
    for path, product in some(products):
        told = product.get("hasCertification", {})
        status = told.get("certificationStatus", "").removeprefix("https://schema.org/Certification")
        assert re.search(SAID[status], site.text(path)), path
        assert told.get("expires", "9999") >= day.isoformat() or status != "Active", path


def test_a_certificate_is_told_with_its_decision_issuer_and_days(built: BuiltSite) -> None:
    assert product(built, "mau-gao")["hasCertification"] == {
        "@type": "Certification",
        "name": "OCOP certificate",
        "issuedBy": {"@type": "Organization", "name": "Sample Ministry"},
        "certificationIdentification": "5/QĐ-BỘ",
        "certificationStatus": "https://schema.org/CertificationActive",
        "certificationRating": {"@type": "Rating", "ratingValue": 5, "bestRating": 5},
        "datePublished": "2025-03-20",
        "validFrom": "2025-03-20",
        "expires": "2028-03-20",
        "url": f"{ADDRESS}/en/decisions/5-qd-bo-2025/",
    }


def test_of_what_is_recalled_machines_read_the_recall_first_and_no_claim(built: BuiltSite) -> None:
    for name in ("mau-mam", "mau-hop-qua"):
        assert product(built, name)["description"].startswith("Product recall. Sample recall: bottles of lot 01.")
        told = product(built, name).get("hasCertification", {})
        assert not {"certificationStatus", "certificationRating"} & set(told)
        assert built.head(f"/en/products/{name}/", "description").startswith("Product recall.")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("mau-tra", {"description"}),
        ("mau-rau", {"description"}),
        ("mau-dau", {"description", "datePublished", "validFrom"}),
        ("mau-hat", {"certificationStatus", "datePublished", "validFrom", "expires"}),
    ],
)
def test_what_is_not_known_to_the_day_is_not_told_to_the_day(built: BuiltSite, name: str, known: set[str]) -> None:
    told = product(built, name)["hasCertification"]
    assert set(told) - {"@type", "name"} == known
    assert ("(as of 2026-11-23)" in told.get("description", "")) == ("certificationStatus" not in known)


def test_what_is_not_recognised_has_no_certificate_and_what_left_is_no_product(built: BuiltSite) -> None:
    assert "hasCertification" not in product(built, "mau-hop-qua")
    assert [each["@type"] for each in graph(built, "/en/products/mau-ra-di/")] == ["BreadcrumbList"]


def test_a_product_is_known_by_its_printed_address_in_every_language(built: BuiltSite) -> None:
    vietnamese = thing(built, "/vi/san-pham/mau-gao/", "Product")
    assert vietnamese["@id"] == product(built, "mau-gao")["@id"] == f"{ADDRESS}/p/VD001/#product"
    assert product(built, "mau-gao")["gtin"] == ["9520000000011", "19520000000018"]
    assert built.file(built.own_path(product(built, "mau-gao")["image"])).is_file()


def test_a_spirit_has_no_picture_and_nothing_is_offered(built: BuiltSite) -> None:
    assert "image" not in product(built, "mau-ruou-31")
    for path in built.paths:
        assert not re.search(r'Offer|Review|"(low|high)?[pP]rice\w*":', json.dumps(graph(built, path))), path


def test_a_household_is_found_by_its_commune_alone_unless_it_agreed(built: BuiltSite) -> None:
    quiet = thing(built, "/en/producers/ho-kin-dao/", "Organization")
    region = {"@type": "PostalAddress", "addressRegion": "Example Province", "addressCountry": "VN"}
    assert quiet["address"] == [{**region, "addressLocality": "Dong Mau Ward"}]
    assert not {"telephone", "email"} & set(quiet)
    agreed = thing(built, "/en/producers/ho-cong-khai/", "Organization")
    assert agreed["address"][0]["streetAddress"] == "34 Open Street"
    assert agreed["telephone"] == "+442079460104"


def test_a_place_is_told_with_its_door_and_hours(built: BuiltSite) -> None:
    showroom = thing(built, "/en/places/nha-trung-bay/", "Store")
    assert (showroom["geo"]["latitude"], showroom["geo"]["longitude"]) == (1.501, 3.001)
    hours = [
        (h["dayOfWeek"].rpartition("/")[2], h["opens"], h["closes"]) for h in showroom["openingHoursSpecification"]
    ]
    assert hours[:2] == [("Monday", "07:30", "11:30"), ("Monday", "13:00", "17:00")]
    assert hours[-2:] == [("Saturday", "08:00", "11:30"), ("Sunday", "00:00", "00:00")]
    assert thing(built, "/en/places/diem-du-lich/", "TouristAttraction")


def test_the_crumbs_and_items_of_a_list_are_pages_of_the_site(built: BuiltSite) -> None:
    crumbs = thing(built, "/vi/san-pham/mau-gao/", "BreadcrumbList")["itemListElement"]
    assert [(c["position"], c["name"]) for c in crumbs] == [(1, "Trang chủ"), (2, "Món"), (3, "Mẫu gạo")]
    things = ((path, each) for path in built.paths for each in graph(built, path))
    items = ((page, item) for page, each in things for item in each.get("itemListElement", ()))
    for path, item in some(items):
        assert built.own_path(item.get("item") or item["url"]) in built.paths, path


def test_the_news_the_site_and_the_data_are_told_of(built: BuiltSite) -> None:
    article = thing(built, "/en/news/tin-mau/", "Article")
    assert article["publisher"]["name"] == "Example Office"
    assert article["datePublished"] == "2026-11-23"
    assert thing(built, "/en/", "WebSite")["inLanguage"] == "en"
    assert thing(built, "/en/about/ve-du-lieu/", "Dataset")["license"].startswith("https://creativecommons.org/")
