"""Values are changed in a text that people write in too: what is not changed stays to the letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.content.yaml.editing import Line, Path, Tree, amended
from ocop_site.content.yaml.tree import read_tree


def by_name(path: Path) -> str | None:
    return path[0] if len(path) == 1 else None


HAND_WRITTEN = """\
# head
A1: {product: gao, published: 2026-11-23} # mine

# of the next one
A3:
  product: banh   # in lines
  published: 2026-01-01
'07': {product: gao, published: 2026-11-23}
# end
"""
BEFORE = {
    "A1": Line(product="gao", published="2026-11-23"),
    "A3": Line(product="banh", published="2026-01-01"),
    "07": Line(product="gao", published="2026-11-23"),
}


def changed(text: str = HAND_WRITTEN, **after: Line) -> str:
    return amended(text, BEFORE, {**BEFORE, **after}, by_name)


def test_nothing_to_change_is_nothing_changed() -> None:
    assert changed() == HAND_WRITTEN


def test_a_new_field_stands_behind_the_others_and_the_note_behind_it() -> None:
    text = changed(A1=Line(**BEFORE["A1"], printed="2027-01-01"), A3=Line(**BEFORE["A3"], printed="2027-01-01"))
    assert "A1: {product: gao, published: 2026-11-23, printed: 2027-01-01} # mine\n" in text
    assert "  published: 2026-01-01\n  printed: 2027-01-01\n'07'" in text
    assert text.replace(", printed: 2027-01-01", "").replace("  printed: 2027-01-01\n", "") == HAND_WRITTEN


def test_a_new_line_stands_in_its_place_among_the_others() -> None:
    text = changed(A2=Line(product="mam"))
    assert text.replace("A2: {product: mam}\n", "") == HAND_WRITTEN
    assert text.index("A1:") < text.index("A2:") < text.index("A3:")


def test_a_field_that_goes_takes_its_comma_along() -> None:
    before = {"A1": Line(since="2026-11-23", moved="b", reason="x")}
    after = {"A1": Line(since="2026-11-23", reason="x")}
    text = "A1: {since: 2026-11-23, moved: b, reason: x} # note\n"
    assert amended(text, before, after, by_name) == "A1: {since: 2026-11-23, reason: x} # note\n"


def test_windows_line_ends_and_a_last_line_without_one_are_kept() -> None:
    text = changed(HAND_WRITTEN.replace("\n", "\r\n").removesuffix("\r\n"), A4=Line(product="mam"))
    assert "\r\nA4: {product: mam}\r\n" in text
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "{}\n", "# head\n{}\n"])
def test_a_ledger_that_says_nothing_yet_gets_lines(text: str) -> None:
    after: Tree = {
        "words": {"vi": {"products": "[san-pham]"}},
        "records": {"places": {"cho": Line(since="2026-11-23")}},
    }
    new = amended(text, {}, after, by_name)
    assert new.endswith("words:\n  vi:\n    products: [san-pham]\nrecords:\n  places:\n    cho: {since: 2026-11-23}\n")


@pytest.mark.parametrize("places", ["places:", "places: {}", "places:   # none yet"])
def test_a_group_that_is_still_empty_is_filled(places: str) -> None:
    text = f"records:\n  {places}\n  products:\n    gao: {{since: 2026-11-23}}\n"
    before = {"records": {"products": {"gao": Line(since="2026-11-23")}}}
    after = {"records": {**before["records"], "places": {"cho": Line(since="2026-11-24")}}}
    read = read_tree(amended(text, before, after, by_name))
    assert read.slips == []
    assert read.data == after


def test_a_list_below_its_key_becomes_one_in_brackets() -> None:
    text = "words:\n  vi:\n    products:\n    - san-pham\n    pages: [bai]\n"
    before = {"words": {"vi": {"products": "[san-pham]", "pages": "[bai]"}}}
    after = {"words": {"vi": {"products": "[hang, san-pham]", "pages": "[bai]"}}}
    assert amended(text, before, after, by_name) == "words:\n  vi:\n    products: [hang, san-pham]\n    pages: [bai]\n"


NAMES = st.sampled_from(["product", "published", "printed", "claim"])
FIELDS = st.dictionaries(NAMES, st.sampled_from("abcd"), min_size=1)
LEDGERS = st.dictionaries(st.sampled_from(["A1", "A2", "A3", "B1", "07", "08"]), FIELDS)


@settings(deadline=None)
@given(LEDGERS, LEDGERS, st.data())
def test_whatever_was_written_says_afterwards_what_it_has_to_say(
    before: dict[str, dict[str, str]], more: dict[str, dict[str, str]], data: st.DataObject
) -> None:
    text = "# head\n"
    for key, fields in before.items():
        written = ", ".join(f"{name}: {value}" for name, value in fields.items())
        lines = "".join(f"\n   {name}: {value} # {name}" for name, value in fields.items())
        text += f"'{key}':" + data.draw(st.sampled_from([f" {{{written}}}", f" {{ {written}, }} # note", lines])) + "\n"
    as_lines = [{key: Line(fields) for key, fields in ledger.items()} for ledger in (before, {**before, **more})]
    new = amended(text if before else "", as_lines[0], as_lines[1], by_name)
    if as_lines[1]:
        assert read_tree(new).data == as_lines[1]
        assert new.count("# note") == text.count("# note")
