"""Every field of every record says what it is, in both languages, and so does every value that may be chosen."""

import re
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from ocop_site.records.descriptions import Description, descriptions, model_within
from ocop_site.records.files import FILES
from ocop_site.records.ledgers import PublishedLedger
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.products.packs import Pack
from ocop_site.records.products.product import Product
from tests.support import some

LONGEST_LABEL = 60
"""Letters that stand above a box of a form without being cut."""


def all_within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in descriptions(model):
        if within := model_within(field.info.annotation):
            yield from all_within(within)


EVERY_MODEL = list(dict.fromkeys(each for kind in FILES.values() for each in all_within(kind.model)))

every_model = pytest.mark.parametrize("model", EVERY_MODEL, ids=lambda model: model.__name__)


def fields_of(model: type[BaseModel]) -> tuple[Description, ...]:
    assert descriptions(model), "a loop over nothing proves nothing"
    return descriptions(model)


def label(text: str) -> str:
    return text.partition(": ")[0]


def is_well_said(text: str) -> bool:
    """A label of words one space apart, beginning small; then perhaps help; no stop, nothing that breaks a table."""
    well_begun = re.match(r"[^\W\d_A-Z]", text) and len(label(text)) <= LONGEST_LABEL
    return bool(well_begun and re.search(r"[\w)`\"/-]$", text) and not re.search(r"[|\n]|  |: *$", text))


def values_of(annotation: Any) -> list[str]:
    """What the `Literal`s in a type name."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return list(arguments)
    return [value for argument in arguments for value in values_of(argument)]


def refused(model: type[BaseModel], field: str, value: object) -> bool:
    """Whether the model complains of this field; that others are missing does not matter here."""
    try:
        model.model_validate({field: value})
    except ValidationError as error:
        return any(detail["loc"][:1] == (field,) for detail in error.errors())
    return False


@cache
def schema_of_model(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def schema_of(model: type[BaseModel], field: str) -> dict[str, Any]:
    schema = schema_of_model(model)
    return {**schema["properties"][field], "$defs": schema.get("$defs", {})}


def test_all_models_are_looked_at() -> None:
    """Through lists, mappings, and what may be missing: a pack's price, a former page, a trail's stop."""
    names = {model.__name__ for model in EVERY_MODEL}
    assert names >= {"Site", "SiteLanguage", "Product", "Pack", "Price", "Published", "Revocation", "SetNotice", "Stop"}


@every_model
def test_every_field_is_described_in_both_languages(model: type[BaseModel]) -> None:
    fields = fields_of(model)
    assert [field.name for field in fields if not is_well_said(field.vi)] == []
    assert [field.name for field in fields if not is_well_said(field.en)] == []
    assert [field.name for field in fields if field.vi == field.en] == []


@pytest.mark.parametrize("text", ["", "Name", "name.", "name: ", "a | b", "name:\nhelp", "x" * 61, "name:  help"])
def test_what_is_not_well_said_is_seen(text: str) -> None:
    assert not is_well_said(text)


@every_model
def test_no_two_fields_of_a_model_are_described_alike(model: type[BaseModel]) -> None:
    """Nor have they one label."""
    fields = fields_of(model)
    assert len({label(field.vi) for field in fields}) == len(fields)
    assert len({label(field.en) for field in fields}) == len(fields)


@every_model
def test_every_value_to_choose_from_has_its_words(model: type[BaseModel]) -> None:
    for field in some(fields_of(model)):
        choices = field.choices
        assert [choice.value for choice in choices] == values_of(field.info.annotation), field.name
        assert len({choice.vi for choice in choices if choice.vi}) == len(choices), field.name
        assert len({choice.en for choice in choices if choice.en}) == len(choices), field.name


def test_values_are_found_in_lists_and_as_keys() -> None:
    told = {field.name: [choice.value for choice in field.choices] for field in descriptions(Product)}
    assert told["diet"] == ["vegetarian", "vegan"]
    assert told["certificates"] == [], "those of what stands within are its own"
    records = next(field for field in descriptions(PublishedLedger) if field.name == "records")
    assert "trails" in [choice.value for choice in records.choices]


@every_model
def test_examples_are_accepted(model: type[BaseModel]) -> None:
    for field in some(fields_of(model)):
        values = [yaml.load(example, yaml.BaseLoader) for example in field.examples]
        assert [value for value in values if refused(model, field.name, value)] == [], field.name


@every_model
def test_the_schema_tells_what_the_record_does(model: type[BaseModel]) -> None:
    for field in some(fields_of(model)):
        schema = schema_of(model, field.name)
        assert (schema["description"], schema["x-description-vi"]) == (field.en, field.vi)
        check, examples = Draft202012Validator(schema), schema.get("examples", [])
        assert len(examples) == len(field.examples)
        assert [error.message for example in examples for error in check.iter_errors(example)] == [], field.name


def test_examples_in_schemas_are_typed_as_programs_read_them() -> None:
    assert schema_of(Product, "season")["examples"] == [[5, 6, 7]]
    assert schema_of(Product, "gift")["examples"] == [True]
    assert schema_of(Product, "alcohol_percent")["examples"] == [31, 4.5]
    assert schema_of(Product, "name")["examples"] == [{"vi": "Mắm ruốc", "en": "Shrimp paste"}]
    assert schema_of(Pack, "gtin")["examples"] == ["2000000000015"]
    assert schema_of(Certificate, "issued")["examples"] == ["2023-01-10"]


def test_the_schema_has_the_words_of_values() -> None:
    assert schema_of(Product, "diet")["items"]["x-choices"] == {
        "vegetarian": {"vi": "ăn chay được", "en": "vegetarian"},
        "vegan": {"vi": "thuần chay", "en": "vegan"},
    }
