"""What the fields and choices of records are, said beside them in Vietnamese and English, with examples.

A description is a label of a few words and, after a colon, what helps to fill the field in. It begins small and has no
full stop, since others go on from it: the published JSON Schemas, the editors' guide, forms.
"""

import re
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from ocop_site.frozen import frozen

Marker = TypeVar("Marker")
Json = dict[str, Any]
InBothLanguages = Mapping[str, str]
"""Words by language, `vi` and `en`."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WHOLE = re.compile(r"0|[1-9]\d*")
_DECIMAL = re.compile(r"\d+\.\d+")


class _Aside:
    """Says something of a value and does not change how it is read, so pydantic need not look for constraints in it."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(source)


@frozen
class Vi(_Aside):
    """Describes a field in Vietnamese."""

    text: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return {**handler(schema), "x-description-vi": self.text}


@frozen
class En(_Aside):
    """Describes a field in English, the language of the keyword `description` that all tools show."""

    text: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return {**handler(schema), "description": self.text}


@frozen
class Example(_Aside):
    """A value of a field, in YAML as editors write it."""

    yaml: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        found = handler(schema)
        return {**found, "examples": [*found.get("examples", ()), _value(self.yaml, found)]}


@frozen
class Choice(_Aside):
    """What one value of a `Literal` means; stands beside it in the order of its values."""

    value: str
    vi: str
    en: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        found = handler(schema)
        return {**found, "x-choices": {**found.get("x-choices", {}), self.value: self.words}}

    @property
    def words(self) -> InBothLanguages:
        """What it means, by language."""
        return {"vi": self.vi, "en": self.en}


def meaning(choices: Any, value: str) -> InBothLanguages:
    """What a value of such an annotated `Literal` means, by language: for messages."""
    return next(each.words for each in typing.get_args(choices) if isinstance(each, Choice) and each.value == value)


@frozen
class Description:
    """All that is said of one field, under the name that editors write; `info` is the field itself."""

    name: str
    required: bool
    vi: str
    en: str
    examples: tuple[str, ...]
    choices: tuple[Choice, ...]
    info: FieldInfo

    @property
    def label(self) -> InBothLanguages:
        """The few words that the description begins with."""
        return {"vi": self.vi.partition(": ")[0], "en": self.en.partition(": ")[0]}


@cache
def descriptions(model: type[BaseModel]) -> tuple[Description, ...]:
    """The fields of a model in the order of their declaration; what is not said is empty."""
    return tuple(_description(name, info) for name, info in model.model_fields.items())


def markers(info: FieldInfo, marker: type[Marker]) -> Iterator[Marker]:
    """The markers of a field's value, its items and keys, but not of the fields of a model within."""
    yield from (mark for mark in info.metadata if isinstance(mark, marker))
    yield from _markers_within(info.annotation, marker)


def model_within(annotation: Any) -> type[BaseModel] | None:
    """The model behind `Model | None`, `tuple[Model, ...]`, `dict[str, Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in typing.get_args(annotation) if (model := model_within(part))), None)


def _description(name: str, info: FieldInfo) -> Description:
    return Description(
        name=info.alias or name,
        required=info.is_required(),
        vi=next((mark.text for mark in info.metadata if isinstance(mark, Vi)), ""),
        en=next((mark.text for mark in info.metadata if isinstance(mark, En)), ""),
        examples=tuple(mark.yaml for mark in info.metadata if isinstance(mark, Example)),
        choices=tuple(markers(info, Choice)),
        info=info,
    )


def _markers_within(annotation: Any, marker: type[Marker]) -> Iterator[Marker]:
    if typing.get_origin(annotation) is typing.Annotated:
        yield from (mark for mark in annotation.__metadata__ if isinstance(mark, marker))
    for part in typing.get_args(annotation):
        yield from _markers_within(part, marker)


def _value(text: str, schema: Json) -> Any:
    """An example for programs: a barcode is digits, but no number."""
    types = {kind for each in (schema, *schema.get("anyOf", ())) for kind in _types(each)}
    value = yaml.load(text, _LOADER)
    return value if types - {"null"} == {"string"} else _typed(value)


def _types(schema: Json) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else types


def _typed(value: Any) -> Any:
    """What programs that read YAML take it for: numbers, true and false are what they look like."""
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if _WHOLE.fullmatch(value) else float(value) if _DECIMAL.fullmatch(value) else value
