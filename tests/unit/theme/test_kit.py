"""What the kit's macros promise, in every theme: they bring what has to be right, a theme its words and classes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from selectolax.lexbor import LexborHTMLParser

from ocop_site.pages.policy import POLICY, served_policy
from ocop_site.text.language import TextRun
from ocop_site.theme.contract import README
from ocop_site.theme.jinja.environment import read_template
from ocop_site.theme.kit import PREFIX, kit_templates
from ocop_site.theme.loading import load_theme
from ocop_site.theme.own_styles import page_styles
from ocop_site.theme.render import PROSE
from ocop_site.theme.theme import Theme
from ocop_site.units import Pixel
from ocop_site.views import TEMPLATES, Picture, PictureSource, PlaceView, SourceLine
from tests.support import PROJECT
from tests.unit.theme.sample_views import BASE, page_of, renderer, view_of

THEMES = (PROJECT / "themes" / "dong-bang", PROJECT / "tests" / "themes" / "giay")

EVERY_THEME = pytest.mark.parametrize("folder", THEMES, ids=lambda folder: folder.name)


@cache
def theme(folder: Path) -> Theme:
    return load_theme(folder, {})


def shown(folder: Path, source: str, head: Mapping[str, Any] | None = None, **view: object) -> str:
    """What a template of the theme says of a place."""
    worn = replace(theme(folder), templates={**theme(folder).templates, "place.html": source})
    place = replace(view_of(PlaceView, full=True), **view)
    return renderer(worn).render(page_of(place, "vi", **(head or {}))).body.decode()


def macros() -> Iterator[tuple[str, str]]:
    """Every macro of the kit: its template, and how it is called."""
    for name, source in kit_templates().items():
        for macro in Environment().parse(source).find_all(nodes.Macro):
            yield name, f"{macro.name}({', '.join(argument.name for argument in macro.args)})"


def test_every_macro_is_told_in_the_readme_with_its_arguments_and_no_other() -> None:
    told = re.findall(r"^\| `(kit/\w+\.html)` \| `(\w+\([^)]*\))` \|", README.read_text("utf-8"), re.MULTILINE)
    assert told
    assert sorted(told) == sorted(macros())


@EVERY_THEME
def test_every_macro_is_used_by_the_theme(folder: Path) -> None:
    own = [source for name, source in theme(folder).templates.items() if not name.startswith(PREFIX)]
    imports = re.findall(r'\{% from "(kit/[^"]+)" import ([^%]+) %}', "".join(own))
    used = {(template, each.split(" as ")[0].strip()) for template, names in imports for each in names.split(",")}
    asked_by_us = f"{PREFIX}{PROSE}"
    assert used == {(template, call.partition("(")[0]) for template, call in macros() if template != asked_by_us}


def test_the_kit_asks_for_no_words_and_nothing_that_a_template_may_not_have() -> None:
    assert kit_templates()
    for name, source in kit_templates().items():
        assert all(asked.kind != "word" for asked in read_template(source, name).asked)
        assert " w(" not in source


@EVERY_THEME
def test_every_page_carries_its_policy(folder: Path) -> None:
    its = theme(folder)
    styles = page_styles(its, BASE)
    for view, template in TEMPLATES.items():
        html = renderer(its).render(page_of(view_of(view, full=False))).body.decode()
        own = styles[template].policy if template in styles else POLICY
        assert html.count(f'<meta http-equiv="Content-Security-Policy" content="{own}">') == 1


def test_the_policy_is_written_once() -> None:
    templates = ("ocop_site/theme/kit", "themes", "tests/themes")
    files = [
        *PROJECT.glob("ocop_site/**/*.py"),
        *(file for each in templates for file in PROJECT.glob(f"{each}/**/*.html")),
    ]
    saying = {file.relative_to(PROJECT).as_posix() for file in files if "default-src 'none'" in file.read_text("utf-8")}
    own = "ocop_site/preview/page.py"  # what the preview shows instead of a site is no page of it
    assert saying == {"ocop_site/pages/policy.py", own}
    assert f"{POLICY}; frame-ancestors 'none'" == served_policy()
    assert "frame-ancestors" not in POLICY


SECTION = '{% from "kit/section.html" import element_if, section_if %}'


@EVERY_THEME
@pytest.mark.parametrize(
    ("call", "inside"),
    [
        ("section_if('Nơi bán', view.pictures)", ""),
        ("section_if('Nơi bán', [])", "<p>Chợ</p>"),
        ("section_if('Nơi bán', none)", "{{ view.not_asked_for }}"),
        ("section_if('Nơi bán')", "\n \n"),
        ("element_if('ul', 'links')", "\n\n"),
    ],
)
def test_what_would_hold_nothing_is_not_there(folder: Path, call: str, inside: str) -> None:
    assert shown(folder, f"{SECTION}{{% call {call} %}}{inside}{{% endcall %}}") == ""


@EVERY_THEME
def test_a_section_has_its_heading_and_is_named_by_it(folder: Path) -> None:
    plain = f"{SECTION}{{% call section_if('A & B', [1]) %}}<p>Chợ</p>\n{{% endcall %}}"
    assert shown(folder, plain) == "<section>\n<h2>A &amp; B</h2>\n<p>Chợ</p>\n</section>\n"
    call = "section_if('Nguồn', classes='origin', level=3, anchor='a', named='_b')"
    assert shown(folder, f"{SECTION}{{% call {call} %}}x{{% endcall %}}") == (
        '<section class="origin" id="a" aria-labelledby="_b">\n<h3 id="_b">Nguồn</h3>\nx</section>\n'
    )


@EVERY_THEME
def test_an_element_stands_around_what_there_is(folder: Path) -> None:
    source = f"{SECTION}{{% call element_if('dl', 'facts') %}}<div></div>{{% endcall %}}"
    assert shown(folder, source) == '<dl class="facts">\n<div></div>\n</dl>\n'


def picture(**known: object) -> Picture:
    sources = (PictureSource("image/avif", "a.avif 320w"),)
    plain = Picture(
        sources, "a.jpg", "a.jpg 320w, b.jpg 640w", Pixel(640), Pixel(427), 7, TextRun("Bưởi <da xanh>"), None, "photo"
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def image(folder: Path, arguments: str, one: Picture) -> dict[str, str | None]:
    """The attributes of the `<img>` that the macro makes."""
    call = f'picture(view.pictures[0], "50vw"{arguments})'
    html = shown(folder, f'{{% from "kit/picture.html" import picture %}}{{{{ {call} }}}}', pictures=(one,))
    node = LexborHTMLParser(html).css_first("picture > source + img")
    assert node
    return dict(node.attributes)


@EVERY_THEME
def test_a_picture_keeps_its_room_and_its_words(folder: Path) -> None:
    told = image(folder, "", picture())
    assert (told["width"], told["height"], told["sizes"], told["loading"]) == ("320", "214", "50vw", "lazy")
    assert told["alt"] == "Bưởi <da xanh>"
    assert "class" not in told
    assert "lang" not in told
    assert image(folder, "", picture(alt=TextRun("Pomelo", "en")))["lang"] == "en"


@EVERY_THEME
def test_a_picture_is_lazy_unless_it_is_the_first_and_silent_beside_its_words(folder: Path) -> None:
    first = image(folder, ", is_main=true", picture())
    assert first["fetchpriority"] == "high"
    assert "loading" not in first
    assert "loading" not in image(folder, ", is_lazy=false", picture())
    assert image(folder, ", alt=false", picture(alt=TextRun("Pomelo", "en"))).get("alt") in ("", None)
    assert image(folder, ', classes="tone-7"', picture())["class"] == "tone-7"


@EVERY_THEME
def test_the_last_crumb_is_where_one_is_and_no_link(folder: Path) -> None:
    call = f'crumbs(head.crumbs, "{BASE}/vi/place/", "Đường dẫn", "c")'
    html = shown(folder, f'{{% from "kit/navigation.html" import crumbs %}}{{{{ {call} }}}}')
    tree = LexborHTMLParser(html)
    assert [node.text() for node in tree.css('nav.c[aria-label="Đường dẫn"] > ol > li > a')] == ["Trang chủ"]
    assert len(tree.css("li > [aria-current=page]:not(a)")) == 1
    assert shown(folder, f'{{% from "kit/navigation.html" import crumbs %}}{{{{ {call} }}}}', {"crumbs": ()}) == ""


@EVERY_THEME
def test_texts_that_are_not_there_leave_nothing_behind(folder: Path) -> None:
    source = '{% from "kit/text.html" import joined, other_names, paragraph, warnings %}'
    source += "{{ paragraph(none) }}{{ warnings([none]) }}{{ other_names([]) }}{% call(x) joined([]) %}x{% endcall %}"
    assert shown(folder, source) == ""


@EVERY_THEME
def test_joined_asks_the_block_for_each(folder: Path) -> None:
    source = '{% from "kit/text.html" import joined %}{% call(n) joined([1, 2, 3]) %}<b>{{ n }}</b>{% endcall %}'
    assert shown(folder, source) == "<b>1</b>, <b>2</b>, <b>3</b>"


@EVERY_THEME
def test_a_source_without_an_address_on_the_web_is_told_with_the_one_it_has(folder: Path) -> None:
    source = '{% from "kit/text.html" import source_title %}{{ source_title(view.sources[0]) }}'

    def told(**known: Any) -> str:
        return shown(folder, source, sources=(SourceLine(TextRun("Sổ"), **known),))

    assert told(href="https://example.org/") == '<a href="https://example.org/" rel="external noopener">Sổ</a>'
    assert told(address="http://example.org/") == "Sổ, http://example.org/"
    assert told() == "Sổ"
