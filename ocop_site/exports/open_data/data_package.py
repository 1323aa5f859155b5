"""What the open data is, for programs: a Data Package (Frictionless 2.0), and schemas of the records."""

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256

from pydantic import BaseModel

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.editions.downloads import DATA
from ocop_site.editions.edition import Edition
from ocop_site.exports.open_data.product_json import Json, known
from ocop_site.exports.open_data.tables import FORMULA, Column
from ocop_site.records.base import marked
from ocop_site.records.fields import Reference
from ocop_site.records.files import FILES
from ocop_site.records.kinds import Kind
from ocop_site.text.vietnamese import slug

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_TOLD = ("products", "producers", "decisions", "notices")

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def data_package(edition: Edition, files: Mapping[str, bytes], columns: Mapping[str, Sequence[Column]]) -> Json:
    """Told in the edition's language. `files` are the resources by name; those of `columns` are tables."""
    site, used = edition.catalogue.site, _used_sources(edition.catalogue)
    licence, named = site.data_licence, site.attribution or (site.office.name if site.office else None)
    return known(
        **{"$schema": PROFILE},
        name=slug(site.title.run(site.first_language).text) or "ocop",
        title=f"{edition.title}: {edition.words('data.title')}",
        description=edition.words("data.description", formula=" ".join(c for c in FORMULA if c.isprintable())),
        homepage=edition.site_urls.absolute("/"),
        licenses=[known(path=licence.url, title=edition.run(licence.name).text)] if licence else None,
        contributors=[{"title": edition.run(named).text, "roles": ["publisher"]}] if named else None,
        sources=[
            known(title=edition.run(source.title).text, path=source.address if edition.parts.source(i).href else None)
            for i, source in sorted(edition.catalogue.sources.items())
            if i in used
        ],
        resources=[_resource(edition, name, body, columns.get(name)) for name, body in files.items()],
    )


def _used_sources(catalogue: Catalogue) -> frozenset[str]:
    """What the data is told by: the sources of products and of what is told with them."""
    told = (record for kind in _TOLD for record in catalogue.of(kind).values())
    records = (*told, catalogue.scheme, catalogue.gazetteer.localities)
    return frozenset(i for record in records for _, to, i in marked(record, Reference) if to.kind == "sources")


def _resource(edition: Edition, name: str, body: bytes, columns: Sequence[Column] | None) -> Json:
    stem, _, form = name.rpartition(".")
    return known(
        name=f"{stem}-{form}",
        path=name,
        title=edition.words(f"data.{name}"),
        format=form,
        mediatype=DATA[name],
        encoding="utf-8",
        bytes=len(body),
        hash=f"sha256:{sha256(body).hexdigest()}",
        type="table" if columns else None,
        schema=_table_schema(columns) if columns else None,
    )


def _table_schema(columns: Sequence[Column]) -> Json:
    fields = [{"name": column.name, "type": column.type, "description": column.what} for column in columns]
    return known(fields=fields, primaryKey=["code"] if columns[0].name == "code" else None)


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
