"""Templates mean what they mean to Jinja, and what a theme asks to be remembered is said once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from ocop_site.theme.jinja.environment import make_environment
from ocop_site.theme.render import RenderError
from ocop_site.views import Card, RootView
from tests.unit.theme.sample_views import delta, page_of, renderer, view_of

MACROS = """\
{% macro one(a, b="<b>", c=none) %}[{{ a }}|{{ b }}|{{ c }}]{% endmacro %}
{% macro around(label, level=2) %}<{{ label }} {{ level }}>{{ caller() }}</>{% endmacro %}
{% macro each(items) %}
{% for item in items %}{{ caller(item) }}{% if not loop.last %}, {% endif %}{% endfor %}
{% endmacro %}
{% macro maybe() %}{% if caller is defined %}{{ caller() }}{% else %}nobody{% endif %}{% endmacro %}
{% macro rest() %}{{ varargs|join("+") }}{{ kwargs.x }}{% endmacro %}
{% set kept %}<i>{{ one("&") }}</i>{% endset %}
"""

BASE = "<{% block head %}h{% endblock %}|{% block body %}{% endblock %}|{% include 'part' %}>"

SOURCES = [
    "{{ one('<a>') }}{{ one(1, c=2) }}{{ one(b=3, a=4) }}{{ one(1.5, none, true) }}",
    "{% call around('x') %}<i>{{ things[0] }}</i>{% endcall %}",
    "{% call around('x', level=one('q')) %}{% call around('z') %}in{% endcall %}{% endcall %}",
    "{% call(item) each(things) %}<{{ item }}>{% endcall %}",
    "{{ maybe() }}{% call maybe() %}me{% endcall %}",
    "{{ rest(1, 2, x='<') }}",
    "{{ kept }}{{ kept ~ '<' }}{{ [kept, '<']|join }}",
    "{% import 'm' as m %}{{ m.one(1) }}{{ m.kept }}",
    (
        "{% extends 'base' %}{% block body %}{{ super() }}{% for x in things %}{{ loop.index }}{{ x }}{% endfor %}"
        "{% endblock %}"
    ),
    (
        "{% extends 'base' %}{% set x %}<b>{{ html }}</b>{% endset %}"
        "{% block head %}{{ x }}{{ self.body() }}{% endblock %}"
    ),
    "{% include 'part' %}{% for z in things if z != 'b' %}{% include 'part' %}{{ z }}{% else %}none{% endfor %}",
    "{{ mapping.key }}{{ mapping['key'] }}{{ mapping.items()|list|length }}{{ html }}{{ things|length }}",
    "{{ 'a' ~ 1 ~ things[2] }}{{ html ~ '<' ~ things[2] }}{{ 'a' ~ none }}{{ 'a' ~ 'b' }}",
    "{% set w %}<{{ things[0] }}>{% endset %}{{ w }}{% macro x(w) %}{{ w('k') }}{% endmacro %}{{ x(one) }}",
    "{% set things = ['x'] %}{% from 'm' import one as things %}{{ things('y') }}",
    *(
        f"{{% for x in {items} %}}{{{{ loop.index }}}}{{{{ loop.index0 }}}}{{{{ loop.first }}}}{{{{ loop.last }}}}"
        "{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }}{{ loop.previtem|default('<') }}{{ loop.depth }}"
        "{{ loop.nextitem|default('>') }}{{ loop.cycle('a', 'b') }}{{ loop.changed(x) }}"
        "{% else %}none{% endfor %}"
        for items in ("things", "things|map('upper')", "(1, 2)", "'abc'", "[]", "mapping", "things if things[2]")
    ),
    "{% for x in [1, [2, [3]]] recursive %}{{ loop.depth }}{{ loop(x) if x is iterable else x }}{% endfor %}",
    "{{ -1 }}{{ 2.5 }}{{ true }}{{ none }}{{ 'a' if things else nothing.x }}",
    "{{ nothing is defined }}{{ mapping.none is defined }}{{ mapping.none|default('d') }}",
]

WRONG = [
    "{{ one(1, 2, 3, 4) }}",
    "{{ one(1, d=2) }}",
    "{{ one() }}",
    "{{ around('x') }}",
    "{% call one(1) %}x{% endcall %}",
    "{{ mapping.none }}",
    "{{ nothing() }}",
    "{% from 'm' import unknown %}{{ unknown }}",
    "{% from 'm' import unknown as known %}{{ known() }}",
    "{{ w('skip') }}",
    "{% for x in things recursive %}{{ loop(1) }}{% endfor %}",
    "{% for x in things %}{{ loop(things) }}{% endfor %}",
    "{% for x in things %}{{ loop.nextitem }}{% endfor %}",
    "{% for x in things %}{{ loop.previtem }}{% endfor %}",
]

GIVEN: Mapping[str, Any] = {"things": ["a", "b", "<c>"], "mapping": {"key": "&"}, "html": Markup("<hr>")}


IMPORTED = "{% from 'm' import one, around, each, maybe, rest, kept %}"


def templates_with(source: str) -> dict[str, str]:
    page = source if source.startswith("{% extends") else f"{IMPORTED}{source}"
    return {"m": MACROS, "base": BASE, "part": "({{ things|first }})", "page": page}


def jinja(source: str) -> Environment:
    return Environment(
        loader=DictLoader(templates_with(source)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@pytest.mark.parametrize("source", SOURCES)
def test_a_template_says_what_it_says_in_jinja(source: str) -> None:
    said = jinja(source).get_template("page").render(GIVEN)
    ours = make_environment(templates_with(source), {}, {}).get_template("page")
    assert said
    assert ours.render(GIVEN) == said
    assert "".join(ours.pieces(**GIVEN)) == said


@pytest.mark.parametrize("source", WRONG)
def test_what_jinja_refuses_is_refused_in_its_words(source: str) -> None:
    with pytest.raises((TypeError, UndefinedError)) as told:
        jinja(source).get_template("page").render(GIVEN)
    with pytest.raises(told.type) as ours:
        make_environment(templates_with(source), {}, {}).get_template("page").render(GIVEN)
    assert str(ours.value) == str(told.value)


def test_a_constant_is_written_as_each_language_writes_it() -> None:
    templates = {**delta().templates, "root.html": "{{ 1234567|number }} {{ 5|month }}"}
    pages = {language: page_of(view_of(RootView, full=False), language) for language in ("vi", "en")}
    rendering = renderer(replace(delta(), templates=templates))
    said = {language: rendering.render(page).body.decode() for language, page in pages.items()}
    assert said == {"vi": "1.234.567 tháng 5", "en": "1,234,567 May"}


@pytest.mark.parametrize(
    "source",
    [
        '<p>\n{{ w("skip") }}</p>\n<p>{{ w("no.such.words") }}</p>',
        '<p>{{ w("skip") }}\n{{ view.doors|length }}\n<b>{{ w("no.such.words") }}\n{{ w("skip") }}',
        '{% macro a() %}\n<p>\n{{ w("no.such.words") }}\n{% endmacro %}\n{{ a() }}',
        '\n\n{{ [w("no.such.words")]|length }}',
    ],
)
def test_words_that_there_are_not_are_told_at_their_line(source: str) -> None:
    templates = {**delta().templates, "root.html": source}
    with pytest.raises(RenderError, match=r"root\.html:3: .*no\.such\.words"):
        renderer(replace(delta(), templates=templates)).render(page_of(view_of(RootView, full=False), "vi"))


def test_words_are_said_in_the_language_that_is_spoken() -> None:
    words = '<p>{{ w("skip") }}</p>'
    vietnamese, english = "<p>Đến nội dung chính</p>", "<p>Skip to the content</p>"
    assert (
        shown(f"{words}{{% call speaking('en') %}}{words}{{% endcall %}}{words}") == vietnamese + english + vietnamese
    )


def test_what_a_template_calls_w_itself_is_none_of_the_words() -> None:
    source = (
        "{% macro twice(text) %}{{ text }}{{ text }}{% endmacro %}{% macro by(w) %}<b>{{ w('skip') }}</b>{% endmacro %}"
    )
    assert shown(f"{source}{{{{ by(twice) }}}}") == "<b>skipskip</b>"


REMEMBERED = """\
{% macro _said(card, level=2) %}
{{ level }} {{ card.name.text }} {{ w("skip") }}{% if caller is defined %}{{ caller() }}{% endif %}
{% endmacro %}
{% set said = remembered(_said) %}
"""


def shown(source: str, **view: object) -> str:
    templates = {**delta().templates, "root.html": f"{{% from 'r.html' import said %}}{source}", "r.html": REMEMBERED}
    page = page_of(replace(view_of(RootView, full=True), **view), "vi")
    return renderer(replace(delta(), templates=templates)).render(page).body.decode()


def card(name: str) -> Any:
    return replace(view_of(Card, full=False), name=replace(view_of(Card, full=False).name, text=name))


def test_what_is_remembered_is_said_for_each_thing_and_each_language() -> None:
    said = "{{ said(one) }};{{ said(one, 3) }};{% call speaking('en') %}{{ said(one) }}{% endcall %}"
    lines = shown(f"{{% for one in view.doors %}}{said}|{{% endfor %}}", doors=(card("a"), card("b"), card("a"))).split(
        "|"
    )
    first, third, english = lines[0].split(";")
    assert first.strip() == "2 a Đến nội dung chính"
    assert third.strip() == "3 a Đến nội dung chính"
    assert english.strip() == "2 a Skip to the content"
    assert lines[1] == lines[0].replace(" a ", " b ")
    assert lines[2] == lines[0]


def test_with_a_block_what_is_remembered_is_asked_each_time() -> None:
    source = "{% for n in (1, 2) %}{% call said(view.doors[0]) %}<{{ n }}>{% endcall %}{% endfor %}"
    assert shown(source, doors=(card("a"),)).count("<1>") == 1
    assert shown(source, doors=(card("a"),)).count("<2>") == 1


def test_the_fault_of_what_is_to_be_remembered_is_told_where_it_stands() -> None:
    with pytest.raises(RenderError, match=r"templates/r\.html:2"):
        shown("{{ said(page) }}")
