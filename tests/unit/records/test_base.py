"""What all records share: frozen, every field known, marked fields found by path, fields by the names editors write."""

from typing import Any

import pytest
from pydantic import ValidationError

from ocop_site.records.base import FieldPath, Record, marked, marked_paths
from ocop_site.records.fields import Reference, TextField
from ocop_site.records.people import Producer
from ocop_site.records.place import Trail
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Scheme
from ocop_site.records.site import Site
from ocop_site.records.values.identifiers import Code
from ocop_site.records.writing import Glossary, Sources

WHOLE: dict[str, Any] = {
    "code": "LA008",
    "name": "Lạp xưởng",
    "producer": "co-chau",
    "summary": "Xúc xích heo.",
    "sources": ["s-bla", "s-nbla"],
    "made_at": {"former_commune": "can-duoc", "line": "ấp 1"},
    "certificates": [
        {"stars": "3", "decision": "so-201"},
        {"stars": "4", "revoked": {"on": "2025", "decision": "so-7"}},
    ],
    "story": "Treo lên cho *se mặt*.",
    "packs": [{"name": "hộp"}, {"price": {"from": "185000", "as_of": "2025", "source": "s-gia"}}],
    "service": {"place": "lang-sen"},
}
PRODUCT = Product.model_validate(WHOLE)


def references(model: type[Record]) -> dict[FieldPath, str]:
    return {path: mark.kind for path, mark in marked_paths(model, Reference)}


def test_references_are_found_wherever_they_stand() -> None:
    found = references(Product)
    expected: dict[FieldPath, str] = {
        ("set",): "sets",
        ("producer",): "producers",
        ("made_at", "former_commune"): "former_communes",
        ("certificates", "*", "decision"): "decisions",
        ("certificates", "*", "revoked", "decision"): "decisions",
        ("certificates", "*", "sources", "*"): "sources",
        ("photos", "*", "file"): "media",
        ("packs", "*", "price", "source"): "sources",
        ("contains", "*"): "products",
        ("withdrawn", "successor"): "products",
        ("sources", "*"): "sources",
    }
    assert expected.items() <= found.items()


@pytest.mark.parametrize(
    ("model", "path", "kind"),
    [
        (Producer, ("addresses", "*", "commune"), "communes"),
        (Trail, ("stops", "*", "place"), "places"),
        (Scheme, ("periods", "*", "sources", "*"), "sources"),
        (Site, ("showroom",), "places"),
    ],
)
def test_references_of_every_kind_of_record_are_found(model: type[Record], path: FieldPath, kind: str) -> None:
    assert references(model)[path] == kind


def test_every_reference_that_a_record_makes_is_told_with_its_place() -> None:
    found = {(path, value) for path, _, value in marked(PRODUCT, Reference)}
    assert found == {
        (("producer",), "co-chau"),
        (("made_at", "former_commune"), "can-duoc"),
        (("certificates", 0, "decision"), "so-201"),
        (("certificates", 1, "revoked", "decision"), "so-7"),
        (("packs", 1, "price", "source"), "s-gia"),
        (("service", "place"), "lang-sen"),
        (("sources", 0), "s-bla"),
        (("sources", 1), "s-nbla"),
    }


def test_texts_are_found_and_known_to_be_markdown_or_not() -> None:
    found = {path: mark.markdown for path, mark, _ in marked(PRODUCT, TextField)}
    plain: list[FieldPath] = [("name",), ("made_at", "line"), ("summary",), ("packs", 0, "name")]
    assert found == {**dict.fromkeys(plain, False), ("story",): True}


def test_texts_are_found_within_mappings() -> None:
    glossary = Glossary.model_validate({"terms": {"lạp xưởng": "xúc xích"}})
    sources = Sources.model_validate({"sources": {"s-bla": {"title": "Báo Long An"}}})
    assert [path for path, _, _ in marked(glossary, TextField)] == [("terms", "lạp xưởng")]
    assert [path for path, _, _ in marked(sources, TextField)] == [("sources", "s-bla", "title")]


def test_a_record_does_not_change() -> None:
    with pytest.raises(ValidationError):
        PRODUCT.code = Code("LA009")  # type: ignore[misc]


@pytest.mark.parametrize("path", [(), ("certificates", 0), ("packs", 1, "price"), ("made_at",)])
def test_an_unknown_field_is_refused_at_any_depth(path: FieldPath) -> None:
    with pytest.raises(ValidationError) as error:
        Product.model_validate(_with_unknown(WHOLE, path))
    assert [(told["type"], told["loc"]) for told in error.value.errors()] == [("extra_forbidden", (*path, "colour"))]


def _with_unknown(data: Any, path: FieldPath) -> Any:
    if not path:
        return {**data, "colour": "đỏ"}
    below = _with_unknown(data[path[0]], path[1:])
    if isinstance(data, list):
        return [below if index == path[0] else item for index, item in enumerate(data)]
    return {**data, path[0]: below}


def test_equal_records_are_one() -> None:
    assert Certificate.model_validate({"stars": "3"}) == Certificate.model_validate({"stars": "3"})
