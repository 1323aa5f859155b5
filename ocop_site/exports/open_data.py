"""The catalogue as open data, below /data/: what the pages say, in the same words and with the same care."""

import json
from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.exports.columns import ministry_columns, product_columns
from ocop_site.exports.data_package import data_package, record_schemas
from ocop_site.exports.geojson import feature_collection
from ocop_site.exports.product_json import Json, known, product_json
from ocop_site.exports.rows import Row, rows
from ocop_site.exports.tables import Column, table
from ocop_site.plan.lines import Editions, Lines, first_of
from ocop_site.plan.urls import file_of


def open_data(books: Editions) -> Iterator[Document]:
    """Texts are in all languages; the package describes itself in the one that strangers read."""
    first = first_of(books)
    files, columns = _files(first)
    package = data_package(books[first.catalogue.site.fallback], files, columns)
    for name, body in {**files, "datapackage.json": _json(package)}.items():
        yield Document(file_of(first.addresses.data(name)), body)
    for kind, schema in record_schemas(first).items():
        yield Document(file_of(first.addresses.data(f"schemas/{kind}.json")), _json(schema))


def _files(lines: Lines) -> tuple[dict[str, bytes], dict[str, list[Column]]]:
    found = rows(lines)
    recognised = [row for row in found if row.claim or row.product.withdrawn]
    columns = {"products.csv": product_columns(lines), "ptnt-ocop.csv": ministry_columns(lines)}
    files = {
        "products.csv": table(columns["products.csv"], found),
        "products.json": _json(_products(lines, found)),
        "products.geojson": _json(feature_collection(lines, found)),
        "ptnt-ocop.csv": table(columns["ptnt-ocop.csv"], recognised),
    }
    return files, columns


def _products(lines: Lines, found: list[Row]) -> Json:
    site = lines.catalogue.site
    licence = site.data_licence
    return known(
        title=site.title,
        about=site.tagline,
        address=site.url,
        as_of=lines.catalogue.today.isoformat(),
        checked_on=site.checked_on.isoformat() if site.checked_on else None,
        licence=known(name=licence.name, url=licence.url) if licence else None,
        law_warning=lines.catalogue.scheme.care.spirits.warning if lines.catalogue.scheme.care.spirits else None,
        products=[product_json(lines, row) for row in found],
    )


def _json(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
