"""YAML is read as text with places; whatever is wrong with its writing is told where it stands."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.content.encodings.decoding import blemishes
from ocop_site.content.entry import Position
from ocop_site.content.yaml import events
from ocop_site.content.yaml.tree import Tree, read_tree
from ocop_site.messages import message

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def _each_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOADER", request.param)


pytestmark = pytest.mark.usefixtures("_each_loader")


def told(text: str) -> list[tuple[str, int, int]]:
    return [(slip.code, slip.mark.line, slip.mark.column) for slip in read_tree(text).slips]


LOOKALIKES = ["0272345671", "7:30", "No", "1.10", "2023-01-10", "0x1F", "1e3", ".5", "true", "=", "Null"]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_scalar_stays_the_text_that_it_is(text: str) -> None:
    assert read_tree(f"value: {text}\n").data == {"value": text}


def test_lists_and_mappings_hold_texts() -> None:
    tree = read_tree("name: {vi: Bánh, en: Cake}\nseason: [1, 2]\npacks:\n  - net_weight: 500 g\n  - gtin: '893'\n")
    assert tree.data == {
        "name": {"vi": "Bánh", "en": "Cake"},
        "season": ["1", "2"],
        "packs": [{"net_weight": "500 g"}, {"gtin": "893"}],
    }
    assert tree.slips == []


@pytest.mark.parametrize("empty", ["", '""', "''", "~", "null", "|\n", "'  '", '"\\u200b"'])
def test_an_empty_value_is_dropped_but_its_key_can_be_found(empty: str) -> None:
    tree = read_tree(f"code: LA008\nset: {empty}\n")
    assert tree.data == {"code": "LA008"}
    assert tree.keys["set",] == Position(2, 1)
    assert ("set",) not in tree.values


def test_quoted_words_for_nothing_are_texts() -> None:
    assert read_tree("a: '~'\nb: \"null\"\n").data == {"a": "~", "b": "null"}


def test_empty_items_of_a_list_are_dropped_and_the_others_numbered_without_them() -> None:
    tree = read_tree("sources:\n  - s-1\n  -\n  - s-2\n")
    assert tree.data == {"sources": ["s-1", "s-2"]}
    assert tree.values["sources", 1] == Position(4, 5)


@pytest.mark.parametrize("style", ["|", ">", "|+", ">-"])
def test_a_block_of_text_ends_without_a_newline(style: str) -> None:
    assert read_tree(f"story: {style}\n  Nước mắm\n\nset: 5\n").data == {"story": "Nước mắm", "set": "5"}


def test_decomposed_letters_are_composed_in_values_and_keys() -> None:
    assert read_tree("te\u0302n: Ba\u0301nh tra\u0301ng\n").data == {"tên": "Bánh tráng"}


def test_invisible_characters_are_dropped_but_not_where_a_script_or_an_emoji_needs_them() -> None:
    text = "a\u200b: \ufeffBá\u00adnh\u2060 tráng\u200e\nkhmer: ភាសា\u200bខ្មែរ\nfamily: 👨\u200d👩\u200d👧\n"
    assert read_tree(text).data == {"a": "Bánh tráng", "khmer": "ភាសា\u200bខ្មែរ", "family": "👨\u200d👩\u200d👧"}


def test_places_count_characters_after_vietnamese_text_and_emoji() -> None:
    tree = read_tree("địa chỉ: {xã: Cần Đước, 🍜🍜: phở}\n")
    assert tree.values["địa chỉ", "xã"] == Position(1, 15)
    assert tree.keys["địa chỉ", "🍜🍜"] == Position(1, 25)
    assert tree.values["địa chỉ", "🍜🍜"] == Position(1, 29)


def test_every_key_and_value_has_its_place() -> None:
    tree = read_tree("# a comment\n\ncode: LA008\npacks:\n  - name:\n      vi: Gói\n")
    assert tree.values[()] == Position(3, 1)
    assert tree.keys["packs",] == Position(4, 1)
    assert tree.values["packs", 0] == Position(5, 5)
    assert tree.keys["packs", 0, "name", "vi"] == Position(6, 7)
    assert tree.values["packs", 0, "name", "vi"] == Position(6, 11)
    assert len(tree.keys) == len(list(tree.keys)) == 4


WRITING = {
    "tab as indentation": ("a:\n\tb: 1\n", "yaml.tab", 2, 1),
    "tab after spaces": ("a:\n  b: 1\n \tc: 2\n", "yaml.tab", 3, 2),
    "tab in a list": ("a:\n  - b: 1\n\t  c: 2\n", "yaml.tab", 3, 1),
    "double quote to the end": ('a: 1\nb: "xx\nc: 1\nd: 2\n', "yaml.unclosed-quote", 2, 4),
    "single quote to the end": ("a: 1\nb: 'xx\nc: 1\n", "yaml.unclosed-quote", 2, 4),
    "quote that the next one closes": ('a: "Bánh\nb: "Ngon: lắm"\nc: 1\n', "yaml.unclosed-quote", 1, 4),
    "quote that a later one closes": ('a: "Bánh\nb: x\nc: "y"\nd: e\n', "yaml.unclosed-quote", 1, 4),
    "quote in a list": ('a: [b, "c]\nd: e\nf: "g"\n', "yaml.unclosed-quote", 1, 8),
    "quote within quotes": ('a: "bánh "nhà làm" ngon"\n', "yaml.after-quote", 1, 11),
    "apostrophe within quotes": ("a: 'it's'\nb: 1\n", "yaml.after-quote", 1, 8),
    "text after a quote": ('a: "x" y\n', "yaml.after-quote", 1, 8),
    "square bracket": ("a: [1, 2\nb: 3\n", "yaml.unclosed-bracket", 1, 4),
    "square bracket at the end": ("a: 1\nb: [1,\n", "yaml.unclosed-bracket", 2, 4),
    "curly bracket": ("a: {vi: x,\n  en: y\nb: 1\n", "yaml.unclosed-bracket", 1, 4),
    "the inner of two brackets": ("a: {b: [1, 2}\nc: 3\n", "yaml.unclosed-bracket", 1, 8),
    "comma within brackets": ("a: {vi: x: y, en: z}\n", "yaml.in-bracket", 1, 10),
    "bracket that nothing opens": ("a: 1\nb: ]\n", "yaml.extra-bracket", 2, 4),
    "no space after a colon": ("a: 1\nname:Bánh\nc: 2\n", "yaml.no-space", 2, 6),
    "no space in the first line of a group": ("a:\n  vi:Bánh\n  en: Cake\n", "yaml.no-space", 2, 6),
    "no space in the only line": ("name:Bánh\n", "yaml.no-space", 1, 6),
    "no space before a time": ("a:\n  at:7:30\n  b: 1\n", "yaml.no-space", 2, 6),
    "a pasted space after a colon": ("a: 1\nname:\u00a0Bánh\nc: 2\n", "yaml.odd-space", 2, 6),
    "no colon": ("a: 1\nname\nb: 2\n", "yaml.no-colon", 2, 1),
    "no colon in the first line of a group": ("a:\n  vi Bánh\n  en: Cake\n", "yaml.no-colon", 2, 3),
    "a space before a colon and none after it": ("a: 1\nname :Bánh\nc: 2\n", "yaml.no-space", 2, 7),
    "text that goes on after its number sign": ("a: 1\nname: Bánh #1 ngon\n", "yaml.hash", 2, 12),
    "a hashtag within a text": ("name: Bánh tráng #OCOP\n", "yaml.hash", 1, 18),
    "a text that begins with a hashtag": ("name: #OCOP Bánh\n", "yaml.hash", 1, 7),
    "an item that begins with a hashtag": ("a:\n  - x\n  - #OCOP\n", "yaml.hash", 3, 5),
    "text that goes on after quotes": ('name: "Bánh" #1\n', "yaml.hash", 1, 14),
    "text of several lines with a number sign": ("a: Bánh\n  tráng #1 x\nb: 1\n", "yaml.hash", 2, 9),
    "a line of a text that begins with a hashtag": ("a: Bánh\n  #OCOP\nb: 1\n", "yaml.hash", 2, 3),
    "a line of an item that begins with a hashtag": ("a:\n  - Bánh\n    #OCOP\n  - x\n", "yaml.hash", 3, 5),
    "a number sign that swallows a bracket": ("name: {vi: Bánh #1}\nb: 1\n", "yaml.hash", 1, 17),
    "a number sign that swallows the bracket of a list": ("a: [Bánh #1, x]\nb: 1\n", "yaml.hash", 1, 10),
    "a number sign alone that swallows a bracket": ("name: {vi: Bánh # 1}\nb: 1\n", "yaml.hash", 1, 17),
    "a number sign within brackets over two lines": ("name: {vi: Bánh #1,\n  en: x}\nb: 1\n", "yaml.hash", 1, 17),
    "a number sign in a name": ("a: 1\nBánh #1: x\n", "yaml.hash", 2, 6),
    "a block of code copied whole": ("```yaml\na: 1\n```\n", "yaml.fence", 1, 1),
    "the end of a block of code": ("a: 1\n```\n", "yaml.fence", 2, 1),
    "text after square brackets": ("name: [Mới] Bánh tráng\nb: 1\n", "yaml.after-bracket", 1, 13),
    "text after square brackets in a list": ("a:\n  - [Mới] Bánh\n", "yaml.after-bracket", 2, 11),
    "two brackets beside each other": ("a: [Mới] [Ngon]\n", "yaml.after-bracket", 1, 10),
    "a bracket that closes twice": ("a: {b: 1}}\n", "yaml.extra-bracket", 1, 10),
    "hours without quotes": (
        "a: {mon-fri: 07:30-11:30, 13:00-17:00}\n",
        "yaml.comma-in-brackets",
        1,
        27,
    ),
    "hours as they are spoken without quotes": (
        "a: {mon-fri: 7h30-11h, 13h30-17h}\n",
        "yaml.comma-in-brackets",
        1,
        24,
    ),
    "an asterisk before a text": ("a: *500 g\n", "yaml.needs-quotes", 1, 4),
    "colon inside a text": ("a: Lưu ý: ngon\n", "yaml.colon-in-text", 1, 9),
    "colon inside curly quotes": ("a: “Lưu ý: ngon”\n", "yaml.curly-quotes", 1, 4),
    "deeper than above": ("a: 1\n  b: 2\n", "yaml.indent", 2, 3),
    "between two levels": ("a:\n    b: 1\n  c: 2\n", "yaml.indent", 3, 3),
    "one space too many, which the next line shows": ("a:\n   vi: x\n  en: y\n", "yaml.indent", 2, 4),
    "one space too few, which the next line shows": ("a:\n vi: x\n  en: y\n", "yaml.indent", 2, 2),
    "block of text that loses its indentation": ("a: |\n  x\n y\nb: 1\n", "yaml.indent", 3, 2),
    "a name among the items of a list": ("a:\n  - x\n  b: 1\n", "yaml.expected-dash", 3, 3),
    "an item among names": ("a:\n  b: 1\n  - x\n", "yaml.unexpected-dash", 3, 3),
    "no space after a dash": ("a:\n  - x\n  -y\n", "yaml.dash-space", 3, 3),
    "a list beside its name": ("a: - x\n", "yaml.list-here", 1, 4),
    "at sign": ("zalo: @ocop\n", "yaml.needs-quotes", 1, 7),
    "backtick": ("a: `x`\n", "yaml.needs-quotes", 1, 4),
    "percent": ("a: %x\n", "yaml.needs-quotes", 1, 4),
    "greater than": ("a: >5 kg\n", "yaml.needs-quotes", 1, 4),
    "Markdown's bold": ("a: **x** y\n", "yaml.needs-quotes", 1, 4),
    "backslash": ('a: "C:\\q"\n', "yaml.escape", 1, 7),
    "alias": ("a: 1\nb: *x\n", "yaml.alias", 2, 4),
    "anchor": ("a: &x 1\n", "yaml.anchor", 1, 4),
    "tag": ("a: !x 1\n", "yaml.tag", 1, 4),
    "Python's tag": ("a: !!python/object/apply:os.system [ls]\n", "yaml.tag", 1, 4),
    "merge key": ("a: 1\n<<: {b: 2}\n", "yaml.merge-key", 2, 1),
    "second document": ("a: 1\n---\nb: 2\n", "yaml.second-document", 2, 1),
    "directive": ("%YAML 1.1\n---\na: 1\n", "yaml.directive", 1, 1),
    "list as a key": ("a: 1\n[b]: 2\n", "yaml.key-not-text", 2, 1),
    "mapping as a key": ("a: 1\n? {b: 1}\n: 2\n", "yaml.key-not-text", 2, 3),
    "no key": ("a: 1\n: 2\n", "yaml.empty-key", 2, 1),
    "no key within brackets": ("a: {: 2}\n", "yaml.empty-key", 1, 5),
    "key of null": ("a: 1\n~: 2\n", "yaml.empty-key", 2, 1),
    "pasted indentation": ("a:\n\u00a0\u00a0b: 1\n", "yaml.odd-space", 2, 1),
    "no space within brackets": ("a: {vi:x, en: y}\n", "yaml.no-space", 1, 5),
    "a question mark before a text": ("a: ? ngon\n", "yaml.needs-quotes", 1, 4),
    "empty": ("", "yaml.empty", 1, 1),
    "comments alone": ("# nothing yet\n", "yaml.empty", 1, 1),
    "a document of nothing": ("---\n", "yaml.empty", 1, 1),
    "a list at the top": ("\n- a\n", "yaml.not-a-mapping", 2, 1),
    "a text at the top": ("Bánh tráng\n", "yaml.not-a-mapping", 1, 1),
    "a control character by its escape": ('a: 1\nb: "x\\x07"\n', "encoding.control-character", 2, 4),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), WRITING.values(), ids=WRITING.keys())
def test_a_slip_is_told_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    if code == "yaml.escape" and events.LOADER is yaml.SafeLoader:
        column += 1  # the one parser points at the backslash, the other at the letter after it
    assert told(text) == [(code, line, column)]


COMMENTS = [
    "a: x # ghi chú\n",
    "a: x  # ghi chú #1\n",
    "# ghi chú\n#ghi chú\na: x\n",
    "a: x\n#OCOP\nb: 1\n",
    "a: x\n  # ghi chú\nb: 1\n",
    "a: x\n  #b: 2\nc: 1\n",
    "a:\n  - b: x\n    #OCOP\n  - c: y\n",
    "a: [x, # ghi chú\n  y]\n",
    "a: |\n  Bánh #1\n  #OCOP\n",
    "a: 'Bánh #1'\nb: \"{vi: x #1}\"\n",
    "a: Bánh#1\nb: https://example.org/#1\n",
]


@pytest.mark.parametrize("text", COMMENTS)
def test_a_comment_is_no_mistake(text: str) -> None:
    assert told(text) == []


def test_what_a_number_sign_takes_away_is_told() -> None:
    [slip] = read_tree("name: Bánh tráng #1 miền Tây\n").slips
    assert slip.details == {"lost": "#1 miền Tây"}


@settings(max_examples=200)
@given(st.text(alphabet="ab:-#[]{}\"'|>*&!%@` \n\t,?…“", max_size=30))
def test_no_word_of_the_parser_reaches_an_editor(text: str) -> None:
    for slip in read_tree(f"a: 1\n{text}\n").slips:
        assert "expected" not in message(slip.code, "en", slip.details)
        assert "problem" not in slip.details


def test_a_duplicate_key_names_the_line_of_the_first_and_the_first_value_stays() -> None:
    tree = read_tree("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 2\n")
    assert [(slip.mark, slip.details) for slip in tree.slips] == [
        (Position(5, 3), {"key": "c", "first": 3}),
        (Position(6, 1), {"key": "a", "first": 1}),
    ]
    assert tree.data == {"a": "1", "b": {"c": "1", "d": "2"}}
    assert tree.whole


def test_keys_that_differ_only_in_their_encoding_are_duplicates() -> None:
    assert told("tên: 1\nte\u0302n: 2\n") == [("yaml.duplicate-key", 2, 1)]


def test_several_slips_of_a_file_are_told_together() -> None:
    text = "a: &x 1\nb: *x\na: 2\nc: !t 3\n<<: {d: 1}\n"
    codes = ["yaml.anchor", "yaml.alias", "yaml.duplicate-key", "yaml.tag", "yaml.merge-key"]
    assert [code for code, _, _ in told(text)] == codes


def test_a_file_with_an_alias_is_not_whole_since_nobody_knows_what_stands_there() -> None:
    assert not read_tree("a: &x 1\nb: *x\n").whole


def test_the_slips_before_a_syntax_error_are_told_with_it() -> None:
    assert told("a: 1\na: 2\nb: [1\n") == [("yaml.duplicate-key", 2, 1), ("yaml.unclosed-bracket", 3, 4)]


def nested(levels: int, opening: str = "[", closing: str = "]") -> str:
    return f"a: {opening * levels}1{closing * levels}\n"


def test_twenty_levels_are_read_and_one_more_is_refused() -> None:
    assert told(nested(19)) == []
    assert told(nested(20)) == [("yaml.too-deep", 1, 23)]


@pytest.mark.parametrize("levels", [10_000, 200_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_at_once(levels: int, opening: str) -> None:
    for text in (opening * levels, f"a:\n  {opening * levels}", f"? {opening * levels}"):
        tree = read_tree(text)
        assert tree.slips[-1].code in ("yaml.too-deep", "yaml.not-a-mapping")
        assert not tree.whole


def test_an_alias_bomb_is_told_and_not_unfolded() -> None:
    rows = (f"{b}: &{b} [{f'*{a}, ' * 9}*{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True))
    tree = read_tree('a: &a ["lol"]\n' + "".join(rows))
    assert {slip.code for slip in tree.slips} == {"yaml.anchor", "yaml.alias", "yaml.too-many-mistakes"}


def test_too_many_values_and_too_many_mistakes_end_the_reading() -> None:
    assert [code for code, _, _ in told("a: [" + "1," * 60_000 + "]\n")] == ["yaml.too-many-nodes"]
    codes = [code for code, _, _ in told("a: 1\n" * 1000)]
    assert codes == ["yaml.duplicate-key"] * 50 + ["yaml.too-many-mistakes"]


@pytest.mark.parametrize(
    "text",
    [
        "a: a" + "\u0301\u0323" * 100_000,
        'a: "' + "\\u0301\\u0323" * 50_000 + '"',
        "".join(f"%TAG !a{i}! x\n" for i in range(50_000)),
        "a: " + "\u200b" * 300_000,
        "a\n" * 300_000 + "b: 1\n",
        "a: 1\n" + "\n" * 500_000 + "  b: 1\n",
    ],
    ids=["marks", "escaped marks", "directives", "invisible", "no colons", "blank lines"],
)
def test_what_would_take_minutes_is_read_or_refused(text: str) -> None:
    tree = read_tree(text)
    assert ("a",) in tree.keys or tree.slips


def _read(text: str) -> Tree:
    fit, _ = blemishes(text)
    return read_tree(fit)


YAML_PIECES = ["a", "b", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "[", "]", "{", "}", ",", '"', "'", "|"]
YAML_PIECES += ["&x ", "*x", "!t ", "<<", "? ", "---\n", "...\n", "%", "@", "`", "\\", "\t", "~", "#", ">"]
YAML_PIECES += ["ế", "\u00a0", "\ufeff", "🍜", "\u0301", "\u200b"]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(YAML_PIECES), max_size=40).map("".join))
def test_any_yaml_is_read_or_told(text: str) -> None:
    lines = text.split("\n")
    tree = _read(text)
    assert tree.whole or tree.slips
    assert all(1 <= slip.mark.line <= len(lines) and slip.mark.column >= 1 for slip in tree.slips)


def test_a_name_without_its_value_in_brackets_is_told_at_its_name() -> None:
    """The other parser takes it for an empty value."""
    expected = [] if events.LOADER is yaml.SafeLoader else [("yaml.no-space", 1, 8)]
    assert told("a: {vi:, en: y}\n") == expected
