"""The glossary in the package's README: a word of code is a class that exists."""

import ast
import re

import pytest

from tests.support import PROJECT

PACKAGE = PROJECT / "ocop_site"

GLOSSARY = PACKAGE.joinpath("README.md").read_text("utf-8").partition("\n## Glossary\n")[2]

CLASS_NAMES = sorted(set(re.findall(r"`([A-Z][A-Za-z]+)`", GLOSSARY)))

AHEAD = {"Kind", "Showing"}
"""Classes that are told of before they are there; a name leaves this set when its class comes."""


CLASSES = {
    node.name
    for file in PACKAGE.rglob("*.py")
    for node in ast.walk(ast.parse(file.read_text("utf-8")))
    if isinstance(node, ast.ClassDef)
}


def test_the_glossary_names_classes() -> None:
    assert len(CLASS_NAMES) > 20
    assert set(CLASS_NAMES) >= AHEAD


@pytest.mark.parametrize("name", [name for name in CLASS_NAMES if name not in AHEAD])
def test_a_word_of_the_glossary_in_code_form_is_a_class(name: str) -> None:
    assert name in CLASSES


@pytest.mark.parametrize("name", sorted(AHEAD))
def test_a_class_that_has_come_is_no_longer_ahead(name: str) -> None:
    assert name not in CLASSES
