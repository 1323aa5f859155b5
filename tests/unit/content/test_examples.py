"""Examples of what fields hold, made from the models' descriptions: each is right as it stands."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from ocop_site.content.examples import described, example_at, fields_within, group_at, written_at
from ocop_site.records.base import FieldPath, bare, is_model, type_at
from ocop_site.records.files import FILES
from ocop_site.records.products.product import Product
from ocop_site.records.site import Site
from ocop_site.records.writing import Sources
from tests.support import some

Model = type[BaseModel]

GROUPS = [
    (kind.name, names, field)
    for kind in FILES.values()
    for names, field in fields_within(kind.model)
    if group_at(kind.model, names)
]


def mistakes_of(model: Model, field: str, value: object) -> Iterator[Any]:
    """What a model has against a value of one of its fields; that others are missing does not matter."""
    try:
        model.model_validate({field: value})
    except ValidationError as error:
        yield from (detail for detail in error.errors() if detail["loc"][:1] == (field,))


@pytest.mark.parametrize(("kind", "names"), [(kind, names) for kind, names, _ in GROUPS], ids=str)
def test_the_example_of_every_group_is_right(kind: str, names: tuple[str, ...]) -> None:
    model = FILES[kind].model
    example = yaml.load(example_at(model, names), yaml.BaseLoader)
    assert list(example) == [names[-1]]
    around = group_at(model, names[:-1]) if names[:-1] else model
    assert around
    assert list(mistakes_of(around, names[-1], example[names[-1]])) == []


@pytest.mark.parametrize("kind", FILES)
def test_every_field_has_an_example_or_is_a_mapping_by_name(kind: str) -> None:
    for names, _ in some(fields_within(FILES[kind].model)):
        type_of = bare(type_at(FILES[kind].model, names))
        assert example_at(FILES[kind].model, names) or is_mapping(type_of), names


def is_mapping(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is dict


@pytest.mark.parametrize(
    ("model", "path", "example"),
    [
        (Product, ("packs", 0, "price"), "price: {from: 185000, as_of: 2026-08}"),
        (Product, ("photos",), "photos: [{file: lap-xuong/xau-phoi.jpg, alt: {vi: Xâu lạp xưởng phơi trên sào, "),
        (Product, ("photos", 0), "photos: [{file: "),
        (Product, ("links",), "links: [{kind: shop, url: https://example.org/mua, label: {vi: "),
        (Product, ("taste",), 'taste: {vi: "Mặn, thơm."}'),
        (Sources, ("sources", "s-bao"), "s-bao: {title: {vi: "),
        (Product, ("nothing",), ""),
        (Site, (), ""),
    ],
)
def test_an_example_is_written_as_editors_write_it(model: Model, path: FieldPath, example: str) -> None:
    told = example_at(model, path)
    assert told.startswith(example)
    assert bool(told) == bool(example)


def test_a_field_is_shown_within_its_groups() -> None:
    assert written_at(Product, ("packs", "price")) == "packs: [{price: {from: 185000, as_of: 2026-08}}]"
    assert written_at(Product, ("certificates", "revoked", "on")) == "certificates: [{revoked: {on: 2025-05-01}}]"
    assert written_at(Product, ("code",)) == "code: LA901"


def test_only_fields_are_described() -> None:
    field = described(Product, ("packs", 0, "gtin"))
    assert field
    assert field.label["vi"] == "mã vạch"
    assert described(Product, ("packs", 0)) is None
    assert described(Product, ()) is None
    assert not is_model(type_at(Product, ("packs", "nothing", "at all")))
