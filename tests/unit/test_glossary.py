"""The glossary in the package's README: a word of code is a class that exists."""

import ast
import re

import pytest

from tests.support import PROJECT

PACKAGE = PROJECT / "ocop_site"

GLOSSARY = PACKAGE.joinpath("README.md").read_text("utf-8").partition("\n## Glossary\n")[2]

CLASS_NAMES = sorted(set(re.findall(r"`([A-Z][A-Za-z]+)`", GLOSSARY)))

CLASSES = {
    node.name
    for file in PACKAGE.rglob("*.py")
    for node in ast.walk(ast.parse(file.read_text("utf-8")))
    if isinstance(node, ast.ClassDef)
}


def test_the_glossary_names_classes() -> None:
    assert len(CLASS_NAMES) > 20
    assert len(CLASS_NAMES) > 20


@pytest.mark.parametrize("name", CLASS_NAMES)
def test_a_word_of_the_glossary_in_code_form_is_a_class(name: str) -> None:
    assert name in CLASSES
