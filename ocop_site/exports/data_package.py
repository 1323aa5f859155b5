"""What the open data is, for programs: a Data Package (Frictionless 2.0), and schemas of the records."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from ocop_site.content.shape import MODELS, WHOLE_FILE
from ocop_site.exports.product_json import Json, known
from ocop_site.exports.tables import FORMULA, Column
from ocop_site.language import slug
from ocop_site.plan.downloads import DATA
from ocop_site.plan.lines import Lines

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def data_package(lines: Lines, files: Mapping[str, bytes], columns: Mapping[str, Sequence[Column]]) -> Json:
    """Told in `lines`' language. `files` are the resources by name; those of `columns` are tables."""
    site = lines.catalogue.site
    licence, office = site.data_licence, site.office
    return known(
        **{"$schema": PROFILE},
        name=slug(site.title.run(site.first_language).text) or "ocop",
        title=f"{lines.title}: {lines.words('data.title')}",
        description=lines.words("data.description", formula=" ".join(c for c in FORMULA if c.isprintable())),
        homepage=lines.addresses.absolute("/"),
        licenses=[known(path=licence.url, title=lines.run(licence.name).text)] if licence else None,
        contributors=[{"title": lines.run(office.name).text, "roles": ["publisher"]}] if office else None,
        sources=[
            known(title=lines.run(source.title).text, path=source.address if lines.source(i).href else None)
            for i, source in sorted(lines.catalogue.sources.items())
        ],
        resources=[_resource(lines, name, body, columns.get(name)) for name, body in files.items()],
    )


def _resource(lines: Lines, name: str, body: bytes, columns: Sequence[Column] | None) -> Json:
    stem, _, form = name.rpartition(".")
    return known(
        name=f"{stem}-{form}",
        path=name,
        title=lines.words(f"data.{name}"),
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


def record_schemas(lines: Lines) -> Mapping[str, Json]:
    """The JSON Schema of every kind of record, as editors write it, by kind."""
    return {kind: _record_schema(lines, kind) for kind in sorted(MODELS)}


def _record_schema(lines: Lines, kind: str) -> Json:
    """Some files are one mapping without a field of its own: the schema is that mapping's."""
    told = MODELS[kind].model_json_schema()
    if kind in WHOLE_FILE:
        told = {**told["properties"][WHOLE_FILE[kind]], "$defs": told.get("$defs", {})}
    address = lines.addresses.absolute(lines.addresses.data(f"schemas/{kind}.json"))
    return {"$schema": DIALECT, "$id": address, **told}
