"""The catalogue as open data, below /data/: what the pages say, in the same words and with the same care."""

from collections.abc import Iterator
from functools import partial

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.urls import file_of
from ocop_site.exports.indented import indented_file
from ocop_site.exports.open_data.columns import ministry_columns, product_columns
from ocop_site.exports.open_data.data_package import data_package
from ocop_site.exports.open_data.geojson import feature_collection
from ocop_site.exports.open_data.product_json import Json, known, product_json
from ocop_site.exports.open_data.rows import Row, rows
from ocop_site.exports.open_data.tables import Column, table


def documents(editions: Editions) -> Iterator[Document]:
    """Texts are in all languages; the package describes itself in the one that strangers read."""
    first = editions.default
    files, columns = _files(first)
    package = data_package(editions[first.catalogue.site.fallback], files, columns)
    for name, body in {**files, "datapackage.json": indented_file(package)}.items():
        yield Document(file_of(first.site_urls.data(name)), body)


def _files(edition: Edition) -> tuple[dict[str, bytes], dict[str, list[Column]]]:
    found = rows(edition)
    recognised = [row for row in found if row.claim or row.withdrawn]
    columns = {"products.csv": product_columns(edition), "ptnt-ocop.csv": ministry_columns(edition)}
    files = {
        "products.csv": table(columns["products.csv"], found),
        "products.json": indented_file(_products(edition, found)),
        "products.geojson": indented_file(feature_collection(edition, found)),
        "ptnt-ocop.csv": table(columns["ptnt-ocop.csv"], recognised),
    }
    return files, columns


def _products(edition: Edition, found: list[Row]) -> Json:
    site = edition.catalogue.site
    licence = site.data_licence
    about = known(
        title=site.title,
        about=site.tagline,
        address=site.url,
        told_on=edition.catalogue.today.isoformat(),
        checked_on=site.checked_on.isoformat() if site.checked_on else None,
        licence=known(name=licence.name, url=licence.url) if licence else None,
        attribution=site.attribution,
        register=known(name=site.public_register.name, url=site.public_register.url) if site.public_register else None,
        law_warning=edition.catalogue.scheme.care.spirits.warning if edition.catalogue.scheme.care.spirits else None,
    )
    return {**about, "products": map(partial(product_json, edition), found)} if found else about
