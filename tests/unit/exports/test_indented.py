"""JSON that people can read: laid out to the byte as the standard library lays it out."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ocop_site.exports.indented import indented, indented_file
from ocop_site.records.values.identifiers import Code

TEXTS = st.text(st.characters(codec="utf-8"))

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS

VALUES = st.recursive(
    SCALARS,
    lambda each: st.lists(each) | st.lists(each).map(tuple) | st.dictionaries(TEXTS, each),
    max_leaves=40,
)


@given(VALUES)
def test_any_value_is_laid_out_as_the_standard_library_does(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


@given(st.dictionaries(TEXTS, VALUES | st.lists(VALUES).map(iter)))
def test_a_file_is_laid_out_alike_where_lists_come_one_by_one(value: dict[str, Any]) -> None:
    whole = {name: list(each) if isinstance(each, Iterator) else each for name, each in value.items()}
    one_by_one = {name: iter(each) if isinstance(value[name], Iterator) else each for name, each in whole.items()}
    assert indented_file(one_by_one) == f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def test_what_is_a_text_of_our_own_is_a_text() -> None:
    assert indented({"code": Code("LA008"), "none": [], "of": {}}) == '{\n "code": "LA008",\n "none": [],\n "of": {}\n}'
