"""The files for machines that pages tell of: feeds of each language, open data of the whole site."""

FEEDS = {"feed.atom": "application/atom+xml", "feed.json": "application/feed+json"}
"""The feeds of each language, `/<lang>/feed.atom`, and their media types (RFC 4287; JSON Feed 1.1)."""

DATA = {
    "products.csv": "text/csv",
    "products.json": "application/json",
    "products.geojson": "application/geo+json",
    "ptnt-ocop.csv": "text/csv",
    "datapackage.json": "application/json",
}
"""The open data, `/data/products.csv`, and their media types (RFC 4180, 8259, 7946; Frictionless Data Package)."""
