"""The style sheet asks of a browser no more than layers do, but for what `@supports` asks first.

Whoever knows `@layer` (Chrome 99, Safari 15.4, Firefox 97) knows logical properties, `inset`, `aspect-ratio`, `gap` in
every layout, `:is` and `:focus-visible` too. What came later breaks something in browsers that people here still use.
"""

import re
from collections.abc import Iterator

import pytest

from tests.stylesheets import Rule, every_rule, rules, without_layers, without_supports
from tests.support import PROJECT, some

CSS_FOLDER = PROJECT / "themes" / "dong-bang" / "assets" / "css"

SHEETS = sorted(file for file in CSS_FOLDER.rglob("*.css") if "paper" not in file.relative_to(CSS_FOLDER).parts)
"""Those of the site; paper is printed by a browser that is known."""

LATER = re.compile(
    r"@(container|scope|property|starting-style|view-transition|position-try|font-palette-values)\b"
    r"|:has\(|:user-(in)?valid|:popover-open|:open\b|:dir\(|::details-content|::marker-"
    r"|\b(oklch|oklab|lch|lab|hwb|color|color-mix|light-dark|linear|round|mod|rem|sin|cos|tan|anchor|if)\("
    r"|\d(d|s|l)v(h|w|i|b|min|max)\b|\dcq(w|h|i|b|min|max)\b|\d(r?lh|cap|ric|rex|rch)\b"
    r"|\b(width|height|aspect-ratio)\s*[<>]"
    r"|\bsubgrid\b|\bmasonry\b"
)
"""At-rules, selectors, functions, units and keywords that came after layers."""

LATER_PROPERTIES = {
    "translate", "rotate", "scale", "container", "container-type", "container-name", "offset-path",
    "anchor-name", "position-anchor", "position-area", "content-visibility", "contain-intrinsic-size",
    "overflow-clip-margin", "font-size-adjust", "field-sizing", "interpolate-size", "zoom", "text-box",
    "text-box-trim", "white-space-collapse", "animation-timeline", "transition-behavior", "scrollbar-color",
    "scrollbar-gutter", "scrollbar-width", "print-color-adjust", "user-select", "backdrop-filter",
    "hyphenate-character", "grid-template-masonry", "mask", "mask-image", "mask-size",
}  # fmt: skip
"""Some of them have an older name with a prefix: that one stands before them."""

HARMLESS = {"text-wrap", "scrollbar-width", "text-size-adjust", "accent-color", "text-underline-offset"}
"""Nothing but a finer line or tint is lost where these are not known."""


def every() -> Iterator[tuple[str, Rule]]:
    """Each rule outside `@supports`, with the file that it stands in."""
    for file in SHEETS:
        for within, rule in every_rule(file.read_text("utf-8")):
            if not any(group.startswith("@supports") for group in within):
                yield file.name, rule


def test_there_is_nothing_newer_than_layers_outside_of_supports() -> None:
    """A value that is newer may follow one of the same property that is not: old browsers keep that one."""
    assert len(SHEETS) > 20
    for name, rule in some(every()):
        assert not LATER.search(rule.head), (name, rule.head)
        understood = {declared for declared, value in rule.declarations if not LATER.search(value)}
        for declared, value in rule.declarations:
            assert declared in understood, (name, declared, value)


def test_what_has_an_older_name_has_it_first() -> None:
    for name, rule in some(every()):
        declared = [each for each, _ in rule.declarations]
        later = [(at, each) for at, each in enumerate(declared) if each in LATER_PROPERTIES and each not in HARMLESS]
        assert [each for at, each in later if f"-webkit-{each}" not in declared[:at]] == [], (name, rule.head)


def test_content_with_words_for_screen_readers_has_a_plain_one_before_it() -> None:
    for name, rule in some(every()):
        contents = [value for each, value in rule.declarations if each == "content"]
        assert not contents or not re.search(r'"\s*/\s*"', contents[0]), (name, rule.head)


SIDES = re.compile(r"(^|-)(left|right)(-|$)")
"""Names of one side of a screen, which is the other one where people read from right to left."""


def test_a_page_can_be_mirrored_since_no_rule_names_a_side() -> None:
    """A browser without layers shows a plain page, for which older names do."""
    for name, rule in some(every()):
        if name != "plain.css":
            assert [each for each, _ in rule.declarations if SIDES.search(each)] == [], (name, rule.head)
            assert {"left", "right"}.isdisjoint(value for _, value in rule.declarations), (name, rule.head)


def test_rules_are_not_nested() -> None:
    for name, rule in some(every()):
        assert rule.body is None or rule.head.startswith("@") or "{" not in rule.body, (name, rule.head)


def test_every_rule_stands_in_a_layer_or_is_for_browsers_without() -> None:
    for file in SHEETS:
        for rule in some(rules(file.read_text("utf-8"))):
            assert rule.head.startswith(("@layer ", "@page")) or rule.head == WITHOUT_LAYERS, file.name


WITHOUT_LAYERS = "@supports not (color: revert-layer)"

CSS = """/* { */ @layer a, b;
@layer a { @supports (x: y) { p { color: red } } p::after { content: "}{;" } @media print { p { color: blue } } }
@supports not (color: revert-layer) { p { margin: 0 } }
"""


def test_a_style_sheet_is_read_as_its_rules() -> None:
    assert [rule.head for rule in rules(CSS)] == ["@layer a, b", "@layer a", "@supports not (color: revert-layer)"]
    assert [(within, rule.head, rule.declarations) for within, rule in every_rule(CSS)][1:] == [
        (("@layer a", "@supports (x: y)"), "p", [("color", "red")]),
        (("@layer a",), "p::after", [("content", '"}{;"')]),
        (("@layer a", "@media print"), "p", [("color", "blue")]),
        (("@supports not (color: revert-layer)",), "p", [("margin", "0")]),
    ]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (without_supports, [("p::after", '"}{;"'), ("p", "blue")]),
        (without_layers, [("p", "0")]),
    ],
)
def test_what_an_older_browser_drops_can_be_left_out(change: object, left: list[tuple[str, str]]) -> None:
    assert callable(change)
    changed = change(CSS)
    assert [(rule.head, rule.declarations[0][1]) for _, rule in every_rule(changed) if rule.body] == left
    assert change(changed) == changed or change is without_layers
