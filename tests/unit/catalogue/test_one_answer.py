"""Nobody but `catalogue/showing.py` asks whether something is a spirit, recalled, withdrawn, a draft or a household's.

All others read the answer, a `Showing`. What a name means cannot be seen from the source alone, so every other place
that reads a field of such a name, or compares with such a word, is named here with the reason why it decides nothing.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ocop_site
from ocop_site.records.base import Record
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Care
from ocop_site.records.writing import FrontMatter
from tests.unit.messages.source import Module, modules_of

FIELDS: dict[str, type[Record]] = {
    "withdrawn": Product,
    "draft": FrontMatter,
    "alcohol_percent": Product,
    "consent": Producer,
    "spirits": Care,
    "supplements": Care,
    "customs": Care,
}
"""What the care is decided by: fields of records."""

WORDS = {"household", "recall"}
"""And kinds of producers and of notices."""

ANSWER = "catalogue/showing.py"

MODULES = [module for module in modules_of(Path(ocop_site.__file__).parent) if module.path != ANSWER]

ALLOWED = {
    ("exports", "row.withdrawn"): "a row of the open data carries the showing's answer",
    ("exports", "product.alcohol_percent"): "told as a fact, as on the product's page",
    ("pages", "product.alcohol_percent"): "told as a fact among those of a food",
    ("exports", "edition.catalogue.scheme.care.spirits"): "the law's own words, told once beside all data",
    ("pages", "edition.catalogue.scheme.care.spirits"): "the law's own words, for a script to put beside spirits",
    ("search", "edition.catalogue.scheme.care.spirits"): "what spirits are called, for who asks for them by that",
    ("catalogue", "care.spirits"): "what spirits are called, to ask where a record does not say so",
    ("catalogue", "product.alcohol_percent"): "whether the record gives the strength that its name gives",
    ("pictures", "picture.draft"): "Pillow's, which reads a JPEG at a smaller size",
    ("exports", "line.kind == 'recall'"): "of the notices that the showing gave: the sort of link to them",
    ("exports", "event.kind in ('recall', 'warning')"): "the feed's sort of event; what stands in it is the showing's",
}
"""By room and expression."""


def asks_in(module: Module) -> Iterator[str]:
    """Every expression of a module that reads such a field of anything but a showing, or compares with such a word."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Attribute(value=value, attr=name) if name in FIELDS and not is_showing(value):
                yield ast.unparse(node)
            case ast.Call(func=ast.Name(id="getattr" | "hasattr"), args=[_, ast.Constant(value=name), *_]) if (
                name in FIELDS
            ):
                yield ast.unparse(node)
            case ast.Compare() if any(words_in(each) & WORDS for each in (node.left, *node.comparators)):
                yield ast.unparse(node)
            case ast.MatchValue(value=ast.Constant(value=word)) if word in WORDS:
                yield f"case {word!r}"
            case ast.keyword(arg="kind", value=ast.Constant(value=word)) if word in WORDS:
                yield f"kind={word!r}"


def is_showing(node: ast.expr) -> bool:
    """`showing`, `catalogue.showing(product_id)`: the name that an answer has everywhere."""
    match node:
        case ast.Name(id="showing") | ast.Attribute(attr="showing"):
            return True
        case ast.Call(func=function):
            return is_showing(function)
    return False


def words_in(node: ast.expr) -> set[object]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}


ASKED = {(module.path.partition("/")[0], asked): module.path for module in MODULES for asked in asks_in(module)}


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_looked_for_is_there(name: str) -> None:
    assert name in FIELDS[name].model_fields


def test_only_the_answer_asks() -> None:
    assert [f"{ASKED[each]}: {each[1]}" for each in sorted(ASKED.keys() - ALLOWED.keys())] == []


def test_nothing_is_allowed_that_nobody_does() -> None:
    assert ALLOWED.keys() - ASKED.keys() == set()


def test_the_answer_itself_asks_for_everything() -> None:
    [answer] = [module for module in modules_of(Path(ocop_site.__file__).parent) if module.path == ANSWER]
    asked = " ".join(asks_in(answer))
    assert [name for name in (*FIELDS, *WORDS) if name not in asked] == []


def test_what_is_called_a_showing_is_one() -> None:
    """Else any record of that name could be asked."""
    given = [
        (module.path, each) for module in MODULES for node in ast.walk(module.tree) for each in named_showing(node)
    ]
    assert len(given) > 15
    assert [each for each in given if not IS_SHOWING.search(each[1])] == []


IS_SHOWING = re.compile(r"\.(maker_)?showing\([^()]*\)$|^(Maker)?Showing$")


def named_showing(node: ast.AST) -> Iterator[str]:
    """What the name is given to, and the type of a parameter or field that has it."""
    match node:
        case ast.Assign(targets=[ast.Name(id="showing")], value=value):
            yield ast.unparse(value)
        case ast.NamedExpr(target=ast.Name(id="showing"), value=value):
            yield ast.unparse(value)
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            pairs = zip(names, values, strict=True)
            yield from (ast.unparse(v) for name, v in pairs if ast.unparse(name) == "showing")
        case ast.arg(arg="showing", annotation=annotation):
            yield ast.unparse(annotation) if annotation else ""
        case ast.AnnAssign(target=ast.Name(id="showing"), annotation=annotation):
            yield ast.unparse(annotation)
        case ast.For(target=target) | ast.comprehension(target=target) if "showing" in ast.unparse(target).split(", "):
            yield f"each of {ast.unparse(node.iter)}"


@pytest.mark.parametrize(
    "source",
    [
        "product.withdrawn",
        "self.catalogue.products[i].draft",
        "getattr(record, 'draft', False)",
        "producer.kind == 'household'",
        "notice.kind in ('recall', 'warning')",
        "scheme.care.spirits.from_percent",
        "match notice.kind:\n    case 'recall':\n        pass",
    ],
)
def test_a_question_is_seen(source: str) -> None:
    assert list(asks_in(Module("a.py", ast.parse(source)))) != []


@pytest.mark.parametrize("source", ["showing.withdrawn", "edition.catalogue.showing(i).customs", "x = 'recall'"])
def test_reading_the_answer_is_no_question(source: str) -> None:
    assert list(asks_in(Module("a.py", ast.parse(source)))) == []
