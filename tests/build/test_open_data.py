"""The open data of the example: well formed, told as of its day, with the care that its pages take."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from ocop_site.editions.downloads import DATA
from ocop_site.records.files import FILES
from tests.conftest import ADDRESS, DAY, BuiltSite


def table(site: BuiltSite, name: str) -> list[dict[str, str]]:
    text = (site.folder / "data" / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(site: BuiltSite, code: str) -> dict[str, str]:
    return next(each for each in table(site, "products.csv") if each["code"] == code)


def data(site: BuiltSite, name: str) -> Any:
    return json.loads((site.folder / "data" / name).read_text("utf-8"))


def product(site: BuiltSite, code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in data(site, "products.json")["products"] if each["code"] == code)
    return found


def test_the_page_about_the_data_leads_to_every_file(built: BuiltSite) -> None:
    for path in ("/vi/thong-tin/ve-du-lieu/", "/en/about/ve-du-lieu/"):
        assert {f"/data/{name}" for name in DATA} <= built.links(path)
    assert not [link for link in built.links("/en/about/hang-sao/") if link.startswith("/data/")]


def test_where_no_page_is_about_the_data_the_foot_leads_to_it(
    example: Path, rebuilt: Callable[..., BuiltSite], tmp_path: Path
) -> None:
    content = shutil.copytree(example, tmp_path / "content")
    site = (content / "site.yaml").read_text("utf-8")
    (content / "site.yaml").write_text(site.replace("data_page: ve-du-lieu\n", ""), "utf-8")
    assert {f"/data/{name}" for name in DATA} <= rebuilt(content=content).links("/en/")


def test_every_form_has_every_product_even_what_has_left(built: BuiltSite) -> None:
    codes = [each["code"] for each in table(built, "products.csv")]
    assert codes == [f"VD{number:03d}" for number in range(1, 20)]
    assert [each["code"] for each in data(built, "products.json")["products"]] == codes


def test_excel_knows_the_tables_letters_and_lines_end_as_the_standard_says(built: BuiltSite) -> None:
    for name in ("products.csv", "ptnt-ocop.csv"):
        body = (built.folder / "data" / name).read_bytes()
        assert body.startswith(b"\xef\xbb\xbf")
        assert body.endswith(b"\r\n")
        assert body.count(b"\n") == body.count(b"\r\n")


def test_stars_are_told_as_of_the_day_of_the_build_and_until_when(
    built: BuiltSite, rebuilt: Callable[..., BuiltSite]
) -> None:
    told = ("standing", "stars", "told_on", "until", "ended")
    assert [row(built, "VD001")[name] for name in told] == ["valid", "5", "2026-11-23", "2028-03-20", ""]
    assert [row(built, "VD007")[name] for name in told] == ["term_over", "3", "2026-11-23", "", "2024"]
    assert [row(built, "VD008")[name] for name in told] == ["lapsed", "", "2026-11-23", "", "2025-03-01"]
    later = rebuilt(today=date(2028, 3, 21))
    assert [row(later, "VD001")[name] for name in told] == ["term_over", "5", "2028-03-21", "", "2028-03-20"]
    assert product(later, "VD001")["worth"]["told_on"] == "2028-03-21"


def test_that_a_certificate_is_ending_is_no_news_for_the_public(built: BuiltSite) -> None:
    assert row(built, "VD005")["standing"] == product(built, "VD005")["worth"]["standing"] == "valid"


def test_a_spirit_has_neither_price_nor_shop(built: BuiltSite) -> None:
    spirit, beer = product(built, "VD002"), product(built, "VD004")
    assert (spirit["is_spirit"], row(built, "VD002")["is_spirit"]) == (True, "true")
    assert "links" not in spirit
    assert "indicative_price_vnd" not in spirit["packs"][0]
    assert beer["packs"][0]["indicative_price_vnd"] == {"from": 21000, "as_of": "2026-10"}
    assert data(built, "products.json")["law_warning"]["vi"].startswith("Lời cảnh báo mẫu.")


def test_a_home_has_neither_street_nor_point_even_where_pages_may_tell_it(built: BuiltSite) -> None:
    quiet = product(built, "VD010")["made_in"]
    assert set(quiet) == {"commune", "former_commune", "former_district", "former_province"}
    assert (row(built, "VD010")["latitude"], row(built, "VD010")["commune_en"]) == ("", "Dong Mau Ward")
    agreed = product(built, "VD014")["made_in"]
    assert "point" not in agreed
    assert "line" not in agreed


def test_what_has_left_says_so_and_no_more_of_its_stars(built: BuiltSite) -> None:
    left = product(built, "VD018")
    assert left["withdrawn"]["on"] == row(built, "VD018")["withdrawn_on"] == "2026-06-30"
    assert "worth" not in left
    assert row(built, "VD018")["stars"] == row(built, "VD018")["standing"] == ""


def test_a_recall_is_told_in_every_form(built: BuiltSite) -> None:
    assert [each["kind"] for each in product(built, "VD005")["notices"]] == ["recall"]
    assert row(built, "VD005")["notice"] == "recall"
    assert row(built, "VD007")["notice"] == ""


def test_points_are_where_things_are_made_or_say_that_they_are_not(built: BuiltSite) -> None:
    features = {each["id"]: each for each in data(built, "products.geojson")["features"]}
    assert features["VD001"]["geometry"] == {"type": "Point", "coordinates": [3.102, 1.702]}
    assert features["VD001"]["properties"]["precision"] == "address"
    assert features["VD010"]["geometry"] == {"type": "Point", "coordinates": [3.21, 1.31]}
    assert features["VD010"]["properties"]["precision"] == "commune_centre"
    assert not {"VD012", "VD018"} & set(features)


def test_the_ministrys_table_has_its_columns_and_no_revenue(built: BuiltSite) -> None:
    listed = {each["Ma_SanPham"]: each for each in table(built, "ptnt-ocop.csv")}
    assert ",".join(listed["VD001"]) == (
        "MA_OCOP,Ma_DonViHanhChinh,Ma_ThoiGian,Ma_SanPham,TenSanPham,XepHang,ChuTheSXKD,TrangThai"
    )
    assert list(listed["VD001"].values()) == [
        "80-28108-12-2026", "90101", "2025", "VD001", "Mẫu gạo", "5*", "Hợp tác xã Mẫu",
        "Còn hiệu lực đến 2028-03-20 (tính đến 2026-11-23)",
    ]  # fmt: skip
    assert "VD017" not in listed


def test_the_ministrys_columns_are_empty_where_stars_are_not_in_force(built: BuiltSite) -> None:
    listed = {each["Ma_SanPham"]: each for each in table(built, "ptnt-ocop.csv")}
    for code in ("VD007", "VD008", "VD009", "VD010", "VD005"):
        assert (listed[code]["XepHang"], listed[code]["Ma_ThoiGian"]) == ("", ""), code
    assert listed["VD005"]["TrangThai"].startswith("Sản phẩm đang bị thu hồi.")


def hostile(example: Path, folder: Path) -> Path:
    """The example with names that a spreadsheet would take for formulas, or for more than one cell."""
    content = shutil.copytree(example, folder / "content")
    for name, new in (
        ("mau-gao", "=HYPERLINK(1)"),
        ("mau-tra", "@SUM(A1)"),
        ("mau-hoa", "-2+3"),
        ("mau-hat", "+84"),
        ("mau-dau", 'Đậu, "ngọt"'),
    ):
        file = content / "products" / f"{name}.yaml"
        quoted = json.dumps(new, ensure_ascii=False)
        file.write_text(re.sub(r"^name: .*$", f"name: {quoted}", file.read_text("utf-8"), flags=re.M), "utf-8")
    return content


def test_no_spreadsheet_runs_what_people_write(
    example: Path, rebuilt: Callable[..., BuiltSite], tmp_path: Path
) -> None:
    site = rebuilt(content=hostile(example, tmp_path))
    for cells in (*table(site, "products.csv"), *table(site, "ptnt-ocop.csv")):
        assert not [cell for cell in cells.values() if cell.startswith(("=", "+", "-", "@"))]
    assert row(site, "VD001")["name_vi"] == "'=HYPERLINK(1)"
    assert row(site, "VD012")["name_vi"] == 'Đậu, "ngọt"'
    assert product(site, "VD001")["name"] == {"vi": "=HYPERLINK(1)"}


def test_the_package_describes_every_file_and_every_column(built: BuiltSite) -> None:
    package = data(built, "datapackage.json")
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["licenses"][0]["path"].startswith("https://creativecommons.org/")
    resources = {each["path"]: each for each in package["resources"]}
    assert {*resources, "datapackage.json"} == set(DATA)
    for name, resource in resources.items():
        body = (built.folder / "data" / name).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(body), f"sha256:{sha256(body).hexdigest()}")
        if name.endswith(".csv"):
            assert [field["name"] for field in resource["schema"]["fields"]] == list(table(built, name)[0])


def test_the_package_names_the_sources_that_its_data_uses_and_whom_to_name(
    example: Path, rebuilt: Callable[..., BuiltSite], tmp_path: Path
) -> None:
    content = shutil.copytree(example, tmp_path / "content")
    with (content / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("s-khong-ai-dung:\n  title: {vi: Nguồn thừa, en: A source that nobody uses}\n")
    with (content / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("attribution: {vi: Danh mục Ví Dụ, en: Example catalogue}\n")
    package = data(rebuilt(content=content), "datapackage.json")
    titles = [source["title"] for source in package["sources"]]
    assert "Sample article" in titles
    assert "A source that nobody uses" not in titles
    assert package["contributors"] == [{"title": "Example catalogue", "roles": ["publisher"]}]


READ: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def test_every_cell_is_of_the_type_that_the_package_says(built: BuiltSite) -> None:
    for resource in data(built, "datapackage.json")["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            for cells in table(built, resource["path"]):
                if cell := cells[field["name"]]:
                    READ[field["type"]](cell)


class Plain(yaml.SafeLoader):
    """YAML 1.2 as editors' programs read it: numbers, true and false are what they look like, days are text."""


Plain.yaml_implicit_resolvers = {}
for shape, tag, first in (
    (r"true|false", "bool", "tf"),
    (r"-?(0|[1-9]\d*)", "int", "-0123456789"),
    (r"-?\d+\.\d+", "float", "-0123456789"),
):
    Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({shape})$"), list(first))


def records(example: Path, kind: str) -> Iterator[Path]:
    file = example / f"{kind}.yaml"
    yield from [file] if file.is_file() else sorted((example / kind).glob("*.yaml"))


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_of_a_kind_takes_every_record_of_the_example(built: BuiltSite, example: Path, kind: str) -> None:
    schema = data(built, f"schemas/{kind}.json")
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{ADDRESS}/data/schemas/{kind}.json"
    for file in records(example, kind):
        record = yaml.load(file.read_text("utf-8"), Plain)
        errors = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(record)]
        assert errors == [], file.name


def test_the_data_says_of_which_day_it_is(built: BuiltSite) -> None:
    assert data(built, "products.json")["told_on"] == DAY.isoformat()
