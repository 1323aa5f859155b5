"""What machines are told of a barcode is what pages say too, and nothing where nothing is known."""

import json
from pathlib import Path
from typing import Any

from ocop_site.exports import code_files, link_sets
from ocop_site.exports.link_sets import VOCABULARY
from ocop_site.records.values.identifiers import Code
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told

RECALL = "kind: recall\ndate: 2026-11-01\nproducts: [gao]\ntext: {vi: Thu hồi., en: Recalled.}\nsources: [s-so]\n"
TRACED = 'traceability: {system: Hệ thống thử, url: "https://example.org/truy-xuat"}\n'


def links(folder: Path, **more: str) -> dict[str, Any]:
    """The one set of links that there is, by what follows `https://gs1.org/voc/`."""
    files = {"products/gao.yaml": more.get("rice", ""), **({"notices/gao.yaml": RECALL} if "recall" in more else {})}
    (document,) = link_sets.documents(
        told(linked(folder / "content", RICE, SAUCE, files=files), folder), "09520000000011"
    )
    assert document.path == "01/09520000000011/linkset.json"
    (context,) = json.loads(document.body)["linkset"]
    assert context.pop("anchor") == "https://example.org/thu/01/09520000000011/"
    return {relation.removeprefix(VOCABULARY): targets for relation, targets in context.items()}


def test_of_a_product_without_more_the_pages_and_the_permanent_address_are_told(tmp_path: Path) -> None:
    found = links(tmp_path)
    assert found.keys() == {"pip", "cite-as"}
    assert [(page["hreflang"], page["href"]) for page in found["pip"]] == [
        (["vi"], "https://example.org/thu/vi/san-pham/gao/"),
        (["en"], "https://example.org/thu/en/products/gao/"),
    ]
    assert found["cite-as"] == [{"href": "https://example.org/thu/p/VD001/"}]


def test_the_decision_is_told_while_its_stars_are_in_force(tmp_path: Path) -> None:
    found = links(tmp_path / "now", rice=CERTIFIED)
    assert [page["title"] for page in found["certificationInfo"]] == ["12/QĐ-UBND", "12/QĐ-UBND"]
    over = CERTIFIED.replace("issued: 2025-03-20, expires: 2028-03-20", "issued: 2022-03-20, expires: 2025-03-20")
    assert "certificationInfo" not in links(tmp_path / "over", rice=over)


def test_a_recall_and_the_makers_own_system_are_told(tmp_path: Path) -> None:
    found = links(tmp_path, rice=TRACED, recall="yes")
    assert all("#" in page["href"] for page in found["recallStatus"])
    assert len(found["recallStatus"]) == 2
    assert found["traceability"] == [{"href": "https://example.org/truy-xuat", "title": "Hệ thống thử"}]


def test_every_code_has_its_drawing_beside_its_page(tmp_path: Path) -> None:
    editions = told(linked(tmp_path / "content", RICE, SAUCE), tmp_path)
    made = (document for code in ("VD001", "VD002") for document in code_files.documents(editions, code))
    documents = {document.path: document.body for document in made}
    assert set(documents) == {f"p/{code}/qr.{kind}" for code in ("VD001", "VD002") for kind in ("svg", "png")}
    assert documents["p/VD001/qr.png"].startswith(b"\x89PNG")
    assert documents["p/VD001/qr.svg"].startswith(b"<svg")


def test_page_and_file_show_one_drawing_whatever_the_language(tmp_path: Path) -> None:
    editions = told(linked(tmp_path / "content", RICE), tmp_path)
    shown = [edition.parts.qr(Code("VD001")).path for edition in editions.values()]
    assert shown[0] is shown[1]
    (drawing, _) = (document.body.decode("latin-1") for document in code_files.documents(editions, "VD001"))
    assert f'd="{shown[0]}"' in drawing
    assert list(editions.qr_codes) == ["https://example.org/thu/p/VD001/"]
