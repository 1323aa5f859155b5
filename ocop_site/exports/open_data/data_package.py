"""What the open data is, for programs: a Data Package (Frictionless 2.0)."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import chain

from ocop_site.editions.downloads import DATA
from ocop_site.editions.edition import Edition
from ocop_site.exports.open_data.product_json import Json, known
from ocop_site.exports.open_data.tables import FORMULA, Column
from ocop_site.facts import fact
from ocop_site.records.base import Record, marked
from ocop_site.records.fields import Reference
from ocop_site.text.vietnamese import slug

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_TOLD = ("products", "producers", "decisions", "notices")


def data_package(edition: Edition, files: Mapping[str, bytes], columns: Mapping[str, Sequence[Column]]) -> Json:
    """Told in the edition's language. `files` are the resources by name; those of `columns` are tables."""
    site, used = edition.catalogue.site, _used_sources(edition)
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


def _used_sources(edition: Edition) -> frozenset[str]:
    """What the data is told by: the sources of products and of what is told with them."""
    whole = (edition.catalogue.scheme, edition.catalogue.gazetteer.localities)
    return frozenset(chain(_named_by(whole), *(_named_by_kind(edition, kind) for kind in _TOLD)))


@fact
def _named_by_kind(edition: Edition, kind: str) -> list[str]:
    return sorted(_named_by(edition.catalogue.of(kind).values()))


def _named_by(records: Iterable[Record]) -> set[str]:
    return {i for record in records for _, to, i in marked(record, Reference) if to.kind == "sources"}


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
