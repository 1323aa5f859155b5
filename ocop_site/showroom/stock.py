"""The label papers there are: the program's own, and those that the office has told of in `content/labels.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.records.label_stock import LabelStock, LabelStocks

DEFAULT, POSTER = "a4-3x7", "a4-poster"

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def own_stocks() -> Mapping[str, LabelStock]:
    table = yaml.load(Path(__file__).with_name("stock.yaml").read_bytes(), _Loader)
    return LabelStocks.model_validate({"stocks": table}).stocks


def stocks(catalogue: Catalogue) -> Mapping[str, LabelStock]:
    """By name; the office's stands in place of ours where the names are the same."""
    return {**own_stocks(), **catalogue.label_stocks}
