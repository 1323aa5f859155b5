"""A style sheet loses what only its writers need, and means what it meant."""

import pytest

from ocop_site.theme.sheets import shortened_sheet
from tests.stylesheets import every_rule
from tests.support import PROJECT, some

SHEETS = [*PROJECT.glob("themes/*/assets/css/**/*.css"), *PROJECT.glob("tests/themes/*/assets/*.css")]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* What it is. */\na {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
        ("a , b > c + d ~ e { }", "a,b>c + d ~ e{}"),
        ("a :hover, a:not( .b ) .c { d: e }", "a :hover,a:not(.b) .c{d:e}"),
        ("a/**/.b { c: d/* */e }", "a/**/.b{c:d/**/e}"),
        ("a { b: c !important ; d: calc( 1px + (2px - 3px) ) }", "a{b:c!important;d:calc(1px + (2px - 3px))}"),
        ("@media (min-width: 48em) and (hover) { a { b: c } }", "@media (min-width:48em) and (hover){a{b:c}}"),
        ("@layer a, b;\n@layer a { b { c: d } }", "@layer a,b;@layer a{b{c:d}}"),
        ("a { --b: ; --c: 1px }", "a{--b: ;--c:1px}"),
        ('a::before { content: "/* b ; } \\" \'" ; }', 'a::before{content:"/* b ; } \\" \'"}'),
        ("a { b: url( data:image/png;base64,A/B== ) c }", "a{b:url( data:image/png;base64,A/B== ) c}"),
        ("a { b: ''; }", "a{b:''}"),
        ("", ""),
    ],
)
def test_comments_and_room_stay_behind_and_nothing_else(written: str, published: str) -> None:
    assert shortened_sheet(written) == published


def test_what_is_short_stays_as_it_is() -> None:
    for sheet in some(SHEETS):
        once = shortened_sheet(sheet.read_text("utf-8"))
        assert shortened_sheet(once) == once, sheet


def test_every_sheet_has_the_rules_that_it_had() -> None:
    for sheet in some(SHEETS):
        written = sheet.read_text("utf-8")
        assert told(shortened_sheet(written)) == told(written), sheet


def told(css: str) -> list[object]:
    """Every rule with what it declares, whatever room it is written with."""
    return [(within_of(within), bare(rule.head), [(name, bare(value)) for name, value in rule.declarations])
            for within, rule in every_rule(css)]  # fmt: skip


def within_of(heads: tuple[str, ...]) -> list[str]:
    return [bare(head) for head in heads]


def bare(text: str) -> str:
    return "".join(text.split())
