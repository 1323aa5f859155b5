"""The label papers there are: the program's own, and those that the office has told of in `content/labels.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.records.label_paper import LabelPaper, LabelPapers

DEFAULT, POSTER = "a4-3x7", "a4-poster"

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def built_in_papers() -> Mapping[str, LabelPaper]:
    """The label papers of the program, by name, from `label_papers.yaml`."""
    table = yaml.load(Path(__file__).with_name("label_papers.yaml").read_bytes(), _Loader)
    return LabelPapers.model_validate({"papers": table}).papers


def label_papers(catalogue: Catalogue) -> Mapping[str, LabelPaper]:
    """All label papers by name; one of the office's replaces ours of the same name."""
    return {**built_in_papers(), **catalogue.label_papers}
