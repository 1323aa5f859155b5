"""The theme has words for all that a view may name, in every language."""

import re
import typing

import pytest
from markupsafe import Markup

from ocop_site.editions.localized import WORDS
from ocop_site.records.decision import Decision
from ocop_site.records.people import Partner, Producer
from ocop_site.records.place import Place
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.products.food import Allergen
from ocop_site.records.products.links import ProductLink
from ocop_site.records.products.marks import MarkKind
from ocop_site.records.products.product import Product
from ocop_site.records.writing import Notice
from ocop_site.theme.loading import Theme, load_theme
from ocop_site.theme.words import TemplateWords
from tests.support import PROJECT
from tests.unit.theme.sample_views import delta


def values_of(annotation: typing.Any) -> list[str]:
    """The words that a field may hold."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Literal:
        return list(arguments)
    return [value for argument in arguments for value in values_of(argument)]


NAMED = {
    "allergen": [value for value in values_of(Allergen) if value != "none_declared"],
    "mark": values_of(MarkKind),
    "link": values_of(ProductLink.model_fields["kind"].annotation),
    "diet": values_of(Product.model_fields["diet"].annotation),
    "diet_basis": values_of(Product.model_fields["diet_basis"].annotation),
    "basis": values_of(Product.model_fields["set_basis"].annotation),
    "producer": values_of(Producer.model_fields["kind"].annotation),
    "partner": values_of(Partner.model_fields["kind"].annotation),
    "place": values_of(Place.model_fields["kind"].annotation),
    "decision": values_of(Decision.model_fields["kind"].annotation),
    "level": values_of(Decision.model_fields["level"].annotation),
    "purpose": values_of(Certificate.model_fields["purpose"].annotation),
    "notice": values_of(Notice.model_fields["kind"].annotation),
}


@pytest.fixture(params=["themes/dong-bang", "tests/themes/giay", "tests/benchmarks/equal_work/theme"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(PROJECT / request.param, {})


@pytest.mark.parametrize("kind", NAMED)
def test_what_a_record_may_name_has_words(kind: str) -> None:
    assert NAMED[kind]
    assert [value for value in NAMED[kind] if f"{kind}.{value}" not in delta().words] == []


def test_every_key_has_words_in_both_languages(theme: Theme) -> None:
    assert [key for key, words in theme.words.items() if set(words) != {"vi", "en"}] == []


def test_every_key_that_a_template_names_has_words(theme: Theme) -> None:
    named = {key for source in theme.templates.values() for key in re.findall(r'w\("([^"]+)"[,)]', source)}
    assert named
    assert named - set(theme.words) - set(WORDS) == set()


def test_no_words_are_left_over(theme: Theme) -> None:
    """Keys put together while rendering are known by their beginnings."""
    sources = "".join(theme.templates.values())
    put_together = set(re.findall(r'w\("([^"]+\.)" ~', sources))
    unused = [key for key in theme.words if f'"{key}"' not in sources and not key.startswith(tuple(put_together))]
    assert unused == []


def test_a_value_that_is_html_stays_html_and_any_other_is_escaped() -> None:
    say = TemplateWords("en", ({"a": {"en": "<{x}>"}},))
    assert say("a", x=Markup("<b>")) == "&lt;<b>&gt;"
    assert say("a", x="<b>") == "&lt;&lt;b&gt;&gt;"
