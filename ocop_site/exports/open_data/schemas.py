"""How editors write records of each kind, for programs: JSON Schemas, the same whatever is recorded."""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.urls import file_of
from ocop_site.exports.indented import indented_file
from ocop_site.exports.open_data.product_json import Json
from ocop_site.records.files import FILES
from ocop_site.records.kinds import Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents(editions: Editions) -> Iterator[Document]:
    first = editions.default
    for kind, schema in record_schemas(first).items():
        yield Document(file_of(first.site_urls.data(f"schemas/{kind}.json")), indented_file(schema))


def record_schemas(edition: Edition) -> Mapping[str, Json]:
    """The JSON Schema of every kind of record, as editors write it, by kind."""
    return {name: _record_schema(edition, FILES[name]) for name in sorted(FILES)}


def _record_schema(edition: Edition, kind: Kind) -> Json:
    """Some files are one mapping without a field of its own: the schema is that mapping's."""
    schema = _model_schema(kind.model)
    if kind.whole:
        schema = {**schema["properties"][kind.whole], "$defs": schema.get("$defs", {})}
    address = edition.site_urls.absolute(edition.site_urls.data(f"schemas/{kind.name}.json"))
    return {"$schema": DIALECT, "$id": address, **schema}


@cache
def _model_schema(model: type[BaseModel]) -> Json:
    """Without what the program says of its models: that is for who reads it, and Python may leave it away (-OO)."""
    schema = model.model_json_schema()
    models = {name: _undescribed(each) for name, each in schema.get("$defs", {}).items()}
    return {**_undescribed(schema), **({"$defs": models} if models else {})}


def _undescribed(schema: Json) -> Json:
    return {key: value for key, value in schema.items() if key != "description"}
