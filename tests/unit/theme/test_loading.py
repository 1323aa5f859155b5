"""A theme that is not whole is told with its file and line, before any page is made."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from ocop_site.problems import Problem
from ocop_site.theme.files import TEXT_BYTES
from ocop_site.theme.loading import ThemeError, load_theme
from tests.support import PROJECT
from tests.unit.theme.sample_views import write


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT / "themes" / "dong-bang", tmp_path / "themes" / "dong-bang"))


def faults(folder: Path, options: dict[str, Any] | None = None) -> tuple[Problem, ...]:
    with pytest.raises(ThemeError) as error:
        load_theme(folder, options or {})
    problems = error.value.problems
    assert all(problem.message(language) for problem in problems for language in ("vi", "en"))
    return problems


def fault(folder: Path, options: dict[str, Any] | None = None) -> tuple[str, str, int]:
    problem = faults(folder, options)[0]
    return problem.code, problem.location.file.rpartition("/")[2], problem.location.line


def test_a_theme_that_is_not_there_is_told_with_those_that_are(theme: Path) -> None:
    (problem,) = faults(theme.parent / "dong-bangg")
    assert problem.code == "theme.missing"
    assert "dong-bang" in problem.message("en")


ABOUT = "name: Thử\napi: 4\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: Thử\napi: [", ("yaml.unclosed-bracket", 2)),
        ("- a", ("yaml.not-a-mapping", 1)),
        ("[" * 50_000, ("yaml.not-a-mapping", 1)),
        (f"{ABOUT}options: {'[' * 50_000}", ("yaml.too-deep", 3)),
        (f"{ABOUT}options: {{a: &a [b], c: *a}}", ("yaml.anchor", 3)),
        (f"{ABOUT}api: 4", ("yaml.duplicate-key", 3)),
        ("nam: Thử\napi: 4", ("theme.field-missing", 1)),
        ("name: Thử\napi: 4\ncs: [a]", ("theme.field-unknown", 3)),
        ("api: 4", ("theme.field-missing", 1)),
        ("name: Thử\napi: 1", ("theme.api", 2)),
        ("name: [Thử]\napi: 4", ("theme.shape", 1)),
        (f"{ABOUT}css: site.css", ("theme.shape", 3)),
        (f"{ABOUT}css: [[site.css]]", ("theme.shape", 3)),
        (f"{ABOUT}css:\n  - css/base.css\n  - css/bas.css", ("theme.asset-near", 5)),
        (f"{ABOUT}css: [../theme.yaml]", ("theme.asset-near", 3)),
        (f"{ABOUT}paper: [css/none.css]", ("theme.asset-near", 3)),
        (f"{ABOUT}scripts: {{all.js: today.js}}", ("theme.shape", 3)),
        (f"{ABOUT}scripts: {{all.js: [toda.js]}}", ("theme.asset-near", 3)),
        (f"{ABOUT}inline_without: {{home: a.css}}", ("theme.shape", 3)),
        (f"{ABOUT}inline_without: {{home: [none.css]}}", ("theme.asset-near", 3)),
        (f"{ABOUT}inline_without: {{hom: []}}", ("theme.template-unknown", 3)),
        (f"{ABOUT}scripts: {{../all.js: [today.js]}}", ("theme.asset-twice", 3)),
        (f"{ABOUT}options: {{covers: plain}}", ("theme.shape", 3)),
        (f"{ABOUT}colours: [brand]", ("theme.shape", 3)),
        (f"{ABOUT}colours: {{brand: {{token: river, light: ['#FFFFFF']}}}}", ("theme.colour-shape", 3)),
        (f"{ABOUT}colours: {{brand: {{token: --river, light: []}}}}", ("theme.colour-shape", 3)),
        (f"{ABOUT}colours: {{brand: {{token: --river, light: [white]}}}}", ("theme.colour-shape", 3)),
        (f"{ABOUT}options: {{display_face: [none, helvetica]}}", ("theme.face-unknown", 3)),
        (f"{ABOUT}<<<<<<< HEAD\n=======\n>>>>>>> theirs", ("file.conflict", 3)),
    ],
)
def test_what_theme_yaml_says_wrong_is_told_at_its_line(theme: Path, text: str, told: tuple[str, int]) -> None:
    write(theme, "theme.yaml", text)
    assert fault(theme) == (told[0], "theme.yaml", told[1])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: {vi: A}", ("theme.words", 1)),
        ("a: {en: A}\nb: {en: {one: A}}", ("theme.words-forms", 2)),
        ('a: {en: "{label.__class__}"}', ("theme.words-braces", 1)),
        ('a: {en: "{label[0]}"}', ("theme.words-braces", 1)),
        ('a: {en: "{count"}', ("theme.words-braces", 1)),
        ("a: [A", ("yaml.unclosed-bracket", 1)),
    ],
)
def test_what_words_yaml_says_wrong_is_told_at_its_line(theme: Path, text: str, told: tuple[str, int]) -> None:
    write(theme, "words.yaml", text)
    assert fault(theme) == (told[0], "words.yaml", told[1])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% if %}", ("theme.template", 1)),
        ("a\n{{ view.__class__ }}", ("theme.template-closed", 2)),
        ("{{ (view|map).gi_frame }}", ("theme.template-closed", 1)),
        ("{{ 9 ** 9 ** 9 }}", ("theme.template-closed", 1)),
        ("\n\n{% autoescape false %}{% endautoescape %}", ("theme.template-closed", 3)),
        ("{% extends 'bas.html' %}", ("theme.template-unknown", 1)),
        ("{% extends page.path %}", ("theme.template-unknown", 1)),
        ("{% include '../theme.yaml' %}", ("theme.template-unknown", 1)),
        ("\n{{ " + "(" * 20_000 + ")" * 20_000 + " }}", ("theme.template-deep", 0)),
        ("\n{{ asset('today2.js') }}", ("theme.asset-near", 2)),
        ('<p\nstyle="color: red">', ("theme.inline", 2)),
        ('<p class="{{ page.path }}" STYLE = "color: red">', ("theme.inline", 1)),
        ("\n<a href=\"{{ page.path }}\"onclick='x()'>", ("theme.inline", 2)),
        ("{% if view %}\n\n<p {% if page %}onmouseover=x{% endif %}>{% endif %}", ("theme.inline", 3)),
        ("<style>a{}</style>", ("theme.inline", 1)),
        ("\n<script defer>go()</script>", ("theme.inline", 2)),
        ('<a href="javascript:go()">', ("theme.address", 1)),
        ('\n<img src="img/logo.png">', ("theme.address", 2)),
        ('<img src="https://example.net/logo.png">', ("theme.address", 1)),
        ('<a href="/vi/">', ("theme.address", 1)),
        ('<img src="https://example.net/{{ page.path }}.png">', ("theme.address", 1)),
        ("<<<<<<< HEAD\n=======\n>>>>>>> theirs", ("file.conflict", 1)),
    ],
)
def test_what_a_template_says_wrong_is_told_at_its_line(theme: Path, text: str, told: tuple[str, int]) -> None:
    write(theme, "templates/home.html", text)
    assert fault(theme) == (told[0], "home.html", told[1])


@pytest.mark.parametrize(
    "text",
    [
        '<a href="#_main">',
        '<a href="https://example.org/{{ page.path }}">',
        '<a href="{{ chrome.base }}/p/">',
        '<script type="application/ld+json">{{ page.path }}</script>',
        '<script src="{{ asset("codes.js") }}" defer></script>',
        '<p data-on="x" class="style">once = one</p>',
        "{# style= onclick= #}{% set style = page.path %}",
    ],
)
def test_what_a_browser_lets_pass_is_no_fault(theme: Path, text: str) -> None:
    write(theme, "templates/home.html", text)
    assert load_theme(theme, {}).templates["home.html"] == text


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("templates/kit/text.html", "", ("theme.kit", 0)),
        ("templates/kit/own.html", "", ("theme.kit", 0)),
        ("assets/css/base.css", "a{\nbackground:url(none.svg)}", ("theme.asset-unknown", 2)),
        ("assets/css/base.css", "a{background:url('https://example.net/i.svg')}", ("theme.asset-unknown", 1)),
        ("assets/css/base.css", '\n@import "more.css";', ("theme.sheet-loads", 2)),
        ("assets/css/base.css", '\n\na{background:image-set("a.png" 1x)}', ("theme.sheet-loads", 3)),
        ("assets/zz/icon.svg", "<svg/>", ("theme.asset-twice", 0)),
        ("assets/a.php", "", ("theme.asset-kind", 0)),
        ("assets/page.html", "<script>go()</script>", ("theme.asset-kind", 0)),
        ("assets/two words.png", "", ("theme.file-name", 0)),
        ("assets/a.svg", "<svg>\n<script/></svg>", ("theme.drawing", 2)),
        ("assets/a.svg", "<svg\nonload='x()'/>", ("theme.drawing", 1)),
        ("assets/a.svg", "<svg>\n<use href='https://example.net/a.svg#b'/></svg>", ("theme.drawing", 2)),
        ("assets/a.svg", "<svg>\n<style>@import 'a.css'</style></svg>", ("theme.drawing", 2)),
        ("assets/a.svg", "<!DOCTYPE svg [\n<!ENTITY a 'b'>]><svg/>", ("theme.drawing", 1)),
        ("assets/a.svg", "<svg>\n<path></svg>", ("theme.drawing-broken", 2)),
    ],
)
def test_a_fault_of_another_file_is_told_with_it(theme: Path, file: str, text: str, told: tuple[str, int]) -> None:
    write(theme, file, text)
    assert fault(theme) == (told[0], file.rpartition("/")[2], told[1])


FILES = ["theme.yaml", "words.yaml", "templates/home.html", "assets/css/base.css", "assets/js/today.js"]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_utf8_is_told_at_the_byte(theme: Path, file: str) -> None:
    with (theme / file).open("r+b") as opened:
        first = opened.readline()
        opened.seek(0)
        opened.write(first[:-1] + b"\n# \xff")
    (problem,) = faults(theme)
    assert (problem.code, problem.location.line, problem.location.column) == ("encoding.not-utf8", 2, 3)
    assert "0xFF" in problem.message("vi")


@pytest.mark.parametrize("file", FILES)
def test_a_file_in_utf16_is_told(theme: Path, file: str) -> None:
    (theme / file).write_bytes((theme / file).read_text("utf-8").encode("utf-16"))
    assert fault(theme)[0] == "encoding.utf16"


def test_a_mark_of_the_byte_order_is_no_part_of_a_file(theme: Path) -> None:
    good = load_theme(theme, {})
    for file in FILES:
        (theme / file).write_bytes(b"\xef\xbb\xbf" + (theme / file).read_bytes())
    assert load_theme(theme, {}) == good


@pytest.mark.parametrize("file", ["words.yaml", "templates/home.html", "assets/big.css"])
def test_a_text_beyond_measure_is_told(theme: Path, file: str) -> None:
    (theme / file).write_bytes(b"#" * (TEXT_BYTES + 1))
    assert fault(theme) == ("file.too-big", file.rpartition("/")[2], 0)


def test_every_fault_of_a_kind_is_told_at_once(theme: Path) -> None:
    write(theme, "templates/home.html", "{% if %}")
    write(theme, "templates/root.html", "\n{{ asset('none.js') }}\n<p style='a'>")
    assert [(problem.code, problem.location.line) for problem in faults(theme)] == [
        ("theme.template", 1),
        ("theme.asset-near", 2),
        ("theme.inline", 3),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for some users only, and no pipes")
class TestOddFiles:
    @pytest.mark.parametrize("place", ["assets/img/passwd.txt", "templates/parts/more.html", "words.yaml"])
    def test_a_link_that_leads_out_is_refused_where_it_is(self, theme: Path, place: str) -> None:
        (theme / place).unlink(missing_ok=True)
        (theme / place).symlink_to("/etc/passwd")
        assert fault(theme) == ("theme.link-outside", place.rpartition("/")[2], 0)

    def test_a_link_to_a_folder_is_refused(self, theme: Path) -> None:
        (theme / "assets" / "etc").symlink_to("/etc")
        (theme / "assets" / "own").symlink_to("img")
        assert {problem.code for problem in faults(theme)} == {"theme.link-outside", "name.linked-folder"}

    def test_a_link_within_the_theme_is_followed(self, theme: Path) -> None:
        (theme / "assets" / "own.svg").symlink_to("img/icon.svg")
        assert "own.svg" in load_theme(theme, {}).asset_paths

    def test_a_link_to_nothing_is_told(self, theme: Path) -> None:
        (theme / "assets" / "a.svg").symlink_to("none.svg")
        assert fault(theme) == ("name.broken-link", "a.svg", 0)

    def test_a_pipe_is_told_and_not_waited_for(self, theme: Path) -> None:
        os.mkfifo(theme / "assets" / "a.svg")
        assert fault(theme) == ("file.not-a-file", "a.svg", 0)

    @pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read_is_told(self, theme: Path) -> None:
        (theme / "words.yaml").chmod(0)
        assert fault(theme)[0] == "file.unreadable"


def test_every_missing_template_is_named(theme: Path) -> None:
    (theme / "templates" / "home.html").unlink()
    (theme / "templates" / "trail.html").unlink()
    (problem,) = faults(theme)
    assert (problem.code, problem.details["names"]) == ("theme.template-missing", "home.html, trail.html")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"cover": "plain"}, "theme.option-unknown"),
        ({"covers": "loud"}, "theme.option-value"),
        ({"covers": ["plain"]}, "theme.option-value"),
        ({"covers": {}}, "theme.option-value"),
    ],
)
def test_an_option_that_the_theme_does_not_have_is_told_at_the_site(
    theme: Path, options: dict[str, Any], code: str
) -> None:
    assert fault(theme, options) == (code, "site.yaml", 0)


def test_an_option_has_its_first_value_unless_the_site_sets_it(theme: Path) -> None:
    assert load_theme(theme, {}).options == {"covers": "patterns", "display_face": "source-serif", "mark": ""}
    assert load_theme(theme, {"covers": "plain"}).options == {
        "covers": "plain",
        "display_face": "source-serif",
        "mark": "",
    }
