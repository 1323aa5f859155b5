"""Converts a neutral catalogue: all of it once, then only the products that were edited."""

import json
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.equal_work import records
from tests.benchmarks.equal_work.kept import KINDS, Catalogue, Conversion
from tests.benchmarks.equal_work.records import Fields, Order, Standing

SITE = Path(__file__).parent / "site"
"""What is the same for every catalogue."""


def convert(catalogue: Catalogue, before: Conversion | None) -> Conversion:
    """Brings the content up to date with the catalogue; `before` is what it was made from."""
    edited = _edited(catalogue, before)
    order = _kept_order(catalogue) if edited else None
    if order is None or any(order.standings[each["id"]] != Standing.of(each) for each in edited):
        order = _convert_all(catalogue)
    else:
        _write_products(catalogue, edited, order)
    conversion = Conversion(catalogue.stamps, order.today)
    conversion.keep(catalogue)
    return conversion


def _edited(catalogue: Catalogue, before: Conversion | None) -> list[Fields]:
    """The products that were edited, if nothing else was; else none."""
    if before is None:
        return []
    changed = [path for path, stamp in catalogue.stamps.items() if before.stamps[path] != stamp]
    if not all(path.startswith("products/") for path in changed):
        return []
    return [_read(catalogue.data / path) for path in changed]


def _convert_all(catalogue: Catalogue) -> Order:
    products, producers, places = (_read_all(catalogue.data / kind) for kind in KINDS)
    order, content = Order({i: Standing.of(neutral) for i, neutral in products.items()}), catalogue.content
    shutil.rmtree(catalogue.kept, ignore_errors=True)
    shutil.copytree(SITE, content)
    if catalogue.has_photos:
        shutil.copytree(catalogue.data / "images", content / "media")
    _write_products(catalogue, products.values(), order)
    _write(content / "producers", {i: records.producer(neutral, places) for i, neutral in producers.items()})
    by_place, by_category = order.by("place"), order.by("category")
    _write(content / "places", {i: records.place(each["name"], by_place.get(i, ())) for i, each in places.items()})
    _write(content / "places", {i: records.category(i, product_ids) for i, product_ids in by_category.items()})
    _write(content / "decisions", {i: records.decision(i, its, order) for i, its in order.decisions.items()})
    _enter_in_ledgers(content, order.today)
    _order_file(catalogue).write_text(json.dumps(order.standings), encoding="utf-8")
    return order


def _order_file(catalogue: Catalogue) -> Path:
    return catalogue.kept / "order.json"


def _kept_order(catalogue: Catalogue) -> Order:
    told = json.loads(_order_file(catalogue).read_bytes())
    return Order({product_id: Standing(*standing) for product_id, standing in told.items()})


def _enter_in_ledgers(content: Path, today: date) -> None:
    # Only who converts all needs the program for it.
    from ocop_site.desk.ledger import enter
    from tests.support import catalogue_of

    enter(content, catalogue_of(content, today=today, ledgers_bind=False))


def _read(file: Path) -> Fields:
    fields: Fields = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return fields


def _read_all(folder: Path) -> Mapping[str, Fields]:
    return {file.stem: _read(file) for file in sorted(folder.glob("*.yaml"))}


def _write_products(catalogue: Catalogue, neutral: Iterable[Fields], order: Order) -> None:
    by_id = {each["id"]: records.product(each, order, catalogue.has_photos) for each in neutral}
    _write(catalogue.content / "products", by_id)


def _write(folder: Path, by_id: Mapping[str, Fields]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for record_id, record in by_id.items():
        text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
        (folder / f"{record_id}.yaml").write_text(text, encoding="utf-8", newline="\n")


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as people do, and nothing as a reference to what stands elsewhere."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
