"""JSON that people can read: laid out to the byte as the standard library lays it out."""

import json

from hypothesis import given
from hypothesis import strategies as st

from ocop_site.exports.indented import indented
from ocop_site.records.values.identifiers import Code

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()

VALUES = st.recursive(
    SCALARS,
    lambda each: st.lists(each) | st.lists(each).map(tuple) | st.dictionaries(st.text(), each),
    max_leaves=40,
)


@given(VALUES)
def test_any_value_is_laid_out_as_the_standard_library_does(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_what_is_a_text_of_our_own_is_a_text() -> None:
    assert indented({"code": Code("LA008"), "none": [], "of": {}}) == '{\n "code": "LA008",\n "none": [],\n "of": {}\n}'
