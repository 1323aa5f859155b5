"""Records as plain data: made again from it they are the same, and what is not known is not guessed at."""

import marshal
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ocop_site.content.memory.plain_data import plain, typed
from ocop_site.content.read import read_content
from ocop_site.content.shape import shape
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.base import Record
from ocop_site.records.values.dates import PartialDate
from ocop_site.records.values.identifiers import Code, Gtin
from ocop_site.records.values.points import Point
from ocop_site.text.language import Text
from tests.support import some


def written_and_read(value: Any) -> Any:
    return typed(marshal.loads(marshal.dumps(plain(value))))


@pytest.mark.parametrize("folder", ["content", "tests/example/content"])
def test_every_record_comes_back_the_same(folder: str) -> None:
    records = shape(read_content(Path(folder)))
    for kind in some(records.by_kind.values()):
        for shaped in some(kind.values()):
            again = written_and_read(shaped.record)
            assert again == shaped.record
            assert repr(again) == repr(shaped.record)


def test_a_record_that_came_back_can_be_changed_like_any() -> None:
    record: Record = next(iter(shape(read_content(Path("content"))).of("products").values())).record
    assert written_and_read(record).model_copy(update={"draft": True}) == record.model_copy(update={"draft": True})


@pytest.mark.parametrize(
    "value",
    [
        (),
        {},
        ("a", 1, 1.5, True, None, ("b", ())),
        {"vi": {"en": (1,)}},
        {Code("LA001"): 1, Gtin("08930000000009"): {}},
        date(2026, 11, 23),
        PartialDate(2026, 8),
        Decimal("1.50"),
        (Decimal(0), Text({"vi": ""}), Code("")),
        Point(10.5, 106.25),
        Text({"vi": "Gạo", "en": "Rice"}),
        Problem("yaml.empty", Location("a.yaml", 1, 2), {"n": 1}, Severity.WARNING, "a: b", (Location("b.yaml"),)),
    ],
)
def test_a_value_comes_back_the_same_and_of_the_same_type(value: object) -> None:
    assert repr(written_and_read(value)) == repr(value)
    assert type(written_and_read(value)) is type(value)


@pytest.mark.parametrize("value", [[1], {1, 2}, b"bytes", object(), Path("a"), (1, [2]), Text({"vi": Path("a")})])  # type: ignore[dict-item]
def test_what_is_not_known_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        plain(value)
