"""Every template with a view that holds everything and one that holds next to nothing; and what templates cannot do."""

import pickle
import re
from dataclasses import replace
from json import dumps, loads
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from ocop_site.document import Document
from ocop_site.editions.localized import WORDS
from ocop_site.output.page_facts import page_facts
from ocop_site.problems import Location
from ocop_site.text.language import TextRun
from ocop_site.theme.jinja.environment import PURE_FILTERS, make_environment
from ocop_site.theme.loading import Theme
from ocop_site.theme.page_languages import PageLanguage, PageLanguages
from ocop_site.theme.render import Renderer, RenderError, names_of
from ocop_site.views import (
    TEMPLATES,
    ArticleView,
    CodeView,
    CraftLines,
    HomeView,
    Link,
    ListView,
    ProducerView,
    ProductView,
    Prose,
    RootView,
)
from tests.support import some
from tests.unit.theme.sample_views import AWKWARD, BASE, chrome_of, delta, page_of, render, renderer, status, view_of

EVERY_VIEW = pytest.mark.parametrize("kind", TEMPLATES, ids=lambda kind: TEMPLATES[kind])
FULL = pytest.mark.parametrize("full", [True, False], ids=["full", "bare"])


def with_template(source: str) -> Theme:
    """The theme with another template for the root."""
    return replace(delta(), templates={**delta().templates, "root.html": source})


def shown(source: str, language: str = "vi") -> str:
    page = page_of(view_of(RootView, full=True), language)
    return renderer(with_template(source)).render(page).body.decode()


@EVERY_VIEW
@FULL
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_view_becomes_a_whole_page(kind: type, full: bool, language: str) -> None:
    tree = LexborHTMLParser(render(view_of(kind, full), language))
    assert tree.root is not None
    assert tree.body is not None
    assert tree.root.attributes["lang"] == language
    assert len(tree.css("h1")) == 1
    assert [len(tree.css(landmark)) for landmark in ("body > header", "main", "body > footer")] == [1, 1, 1]
    assert "None" not in tree.body.text()
    assert "<b>" not in (tree.body.html or "")


@EVERY_VIEW
@FULL
def test_no_link_is_empty_and_every_anchor_is_there_once(kind: type, full: bool) -> None:
    tree = LexborHTMLParser(render(view_of(kind, full)))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in some(tree.css("[href], [src]")):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        assert address
        assert not address.startswith("#") or address[1:] in ids


@EVERY_VIEW
@FULL
def test_no_list_of_facts_or_links_is_empty(kind: type, full: bool) -> None:
    tree = LexborHTMLParser(render(view_of(kind, full)))
    for node in some(tree.css("dl, dt, dd, ul.links, ul.plain, ul.sources, ol.sources, div.actions, p, h2, h3")):
        assert node.text(strip=True), node.html


@EVERY_VIEW
def test_nothing_in_a_page_needs_what_its_policy_refuses(kind: type) -> None:
    html = render(view_of(kind, full=True))
    assert "default-src 'none'" in html
    assert page_facts(Document("a.html", html.encode())).blocked == ()
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
    data = ' type="application/ld+json"'
    assert all(script.startswith(" src=") or script == data for script in re.findall(r"<script([^>]*)", html))


def test_data_for_machines_stands_in_the_page_as_it_is_and_cannot_leave_its_place() -> None:
    data = {"name": AWKWARD, "description": "</script><script>alert(1)</script><!--"}
    html = render(view_of(ProductView, full=True), jsonld=dumps(data))
    tree = LexborHTMLParser(html)
    node = tree.css_first('script[type="application/ld+json"]')
    assert node
    assert loads(node.text()) == data
    assert "<script>" not in html
    assert tree.css_first("main h1")


def test_a_page_with_nothing_for_machines_has_no_element_for_it() -> None:
    assert "ld+json" not in render(view_of(ProductView, full=True), jsonld=None)


@EVERY_VIEW
def test_words_of_another_language_are_marked(kind: type) -> None:
    """Everything that is awkward in an English page is Vietnamese, but for names that have no language."""
    view = view_of(kind, full=True)
    marked = [node.text() for node in LexborHTMLParser(render(view, "en")).css("main [lang=vi]")]
    runs = [name for name in type(view).__dataclass_fields__ if isinstance(getattr(view, name), TextRun)]
    assert AWKWARD in marked or not runs


def said_in(html: str | bytes, selector: str) -> str:
    """What the first such element says, its white space made even."""
    node = LexborHTMLParser(html).css_first(selector)
    assert node is not None
    return " ".join(node.text().split())


def test_the_language_switch_is_in_the_head_and_knows_where_it_is() -> None:
    tree = LexborHTMLParser(render(view_of(ProductView, full=False), "en"))
    first = tree.css("header .switch a")
    assert [node.text() for node in tree.css("header .switch__name")] == ["Tiếng Việt", "English"]
    assert [node.attributes["hreflang"] for node in first] == ["vi", "en"]
    assert [node.attributes.get("aria-current") for node in first] == [None, "true"]


def test_the_menu_and_the_crumbs_tell_where_one_is() -> None:
    here = f"{BASE}/vi/product/"
    crumbs = (Link(f"{BASE}/vi/", TextRun("Trang chủ")), Link(here, TextRun("Sản phẩm")))
    tree = LexborHTMLParser(render(view_of(ProductView, full=False), crumbs=crumbs))
    assert [node.attributes["href"] for node in tree.css(".menu [aria-current]")] == [here]
    assert [node.text() for node in tree.css(".crumbs [aria-current=page]")] == ["Sản phẩm"]


def test_the_head_says_what_the_page_is() -> None:
    tree = LexborHTMLParser(render(view_of(HomeView, full=False), is_indexed=False))
    metas = {node.attributes.get("name") or node.attributes.get("property"): node for node in tree.css("meta")}
    assert metas["description"].attributes["content"] == AWKWARD
    assert metas["og:locale"].attributes["content"] == "vi_VN"
    assert metas["robots"].attributes["content"] == "noindex"
    assert [node.attributes["hreflang"] for node in tree.css("link[rel=alternate][hreflang]")] == ["vi", "x-default"]


@pytest.mark.parametrize(("checked_on", "words"), [(None, "not yet compared"), ("2026-03-04", "on 4 March 2026")])
def test_the_footer_says_whether_anybody_has_compared_it_with_the_register(checked_on: str | None, words: str) -> None:
    document = renderer(checked_on=checked_on).render(page_of(view_of(RootView, full=True), "en"))
    assert words in said_in(document.body, "footer")


def test_what_is_not_known_is_one_line() -> None:
    view = replace(view_of(ProductView, full=False), unknown=("weight", "price"))
    assert "Chúng tôi chưa biết: khối lượng, giá. Xin hỏi chủ thể." in render(view)
    assert "Not known to us: weight, price; ask the producer." in render(view, "en")


def test_the_warning_of_the_law_stands_before_what_praises() -> None:
    html = render(
        replace(view_of(ProductView, full=True), law_warning=TextRun("Có thể gây hại"), summary=TextRun("Rất thơm"))
    )
    assert html.index("Có thể gây hại") < html.index('<p class="passage product__what">Rất thơm')


@pytest.mark.parametrize(
    ("is_ours", "craft", "heading"),
    [
        (False, None, "Câu chuyện sản phẩm"),
        (True, None, "Về món này"),
        (True, CraftLines(TextRun("cỏ bàng"), None, None), "Về sản phẩm này"),
    ],
)
def test_only_the_producers_own_story_has_the_name_of_the_law(
    is_ours: bool, craft: CraftLines | None, heading: str
) -> None:
    view = replace(view_of(ProductView, full=False), story=Prose("Ngày xưa."), story_is_ours=is_ours, craft=craft)
    headings = {node.text(strip=True) for node in LexborHTMLParser(render(view)).css("h2")}
    assert {"Câu chuyện sản phẩm", "Về món này", "Về sản phẩm này"} & headings == {heading}


def test_a_drink_is_not_told_of_as_a_food() -> None:
    view = replace(view_of(ProductView, full=False), story=Prose("Ngày xưa."), story_is_ours=True, pattern="do-uong")
    assert "Về thức uống này" in [node.text(strip=True) for node in LexborHTMLParser(render(view)).css("h2")]


@pytest.mark.parametrize(("unknown", "heading"), [((), "Mua ở đâu"), (("where_to_buy",), "Ai làm ra")])
def test_no_heading_promises_a_shop_where_none_is_known(unknown: tuple[str, ...], heading: str) -> None:
    page = LexborHTMLParser(render(replace(view_of(ProductView, full=False), unknown=unknown)))
    assert [node.text(strip=True) for node in page.css("#_where, [id=_where] h2") if node.tag == "h2"] == [heading]
    index = page.css_first('.index a[href="#_where"]')
    assert index is not None
    assert index.text(strip=True) == heading


def test_a_page_without_sources_has_no_heading_of_them_and_can_still_be_corrected() -> None:
    page = LexborHTMLParser(render(replace(view_of(ArticleView, full=True), sources=())))
    assert "Nguồn" not in [node.text(strip=True) for node in page.css("h2")]
    assert page.css_first(".origin__report a") is not None


def test_every_page_leads_to_the_one_about_privacy() -> None:
    page = LexborHTMLParser(render(view_of(HomeView, full=True)))
    assert "Quyền riêng tư" in [node.text(strip=True) for node in page.css("footer a")]


def test_a_draft_is_marked() -> None:
    view = view_of(ProductView, full=False)
    assert "Bản nháp" in render(replace(view, is_draft=True))
    assert "Bản nháp" not in render(view)


def test_a_household_is_told_why_its_street_is_not_shown() -> None:
    view = replace(view_of(ProducerView, full=False), households_commune_only=True)
    assert "A household’s address is a home" in render(view, "en")


def test_a_page_does_not_depend_on_what_was_rendered_before() -> None:
    pages = [
        page_of(view_of(kind, full), language)
        for kind in TEMPLATES
        for full in (True, False)
        for language in ("vi", "en")
    ]
    one = renderer()
    assert [one.render(page) for page in pages] == [renderer().render(page) for page in reversed(pages)][::-1]


def test_a_theme_can_be_sent_to_another_process() -> None:
    page = page_of(view_of(ProductView, full=True))
    assert renderer(pickle.loads(pickle.dumps(delta()))).render(page) == renderer().render(page)


def test_a_document_knows_its_file_and_sources() -> None:
    document = renderer().render(page_of(view_of(HomeView, full=False)))
    assert document.path == "vi/home/index.html"
    assert document.sources == ("products/mau.yaml",)


def test_templates_know_these_names_and_nothing_else() -> None:
    voices = PageLanguages("vi", {"vi": PageLanguage("vi", (delta().words, WORDS))})
    names, filters = names_of(delta(), {"vi": chrome_of("vi")}, "vi", voices), voices.filters()
    environment = make_environment({}, names, filters)
    assert set(environment.globals) == {
        "asset",
        "chrome",
        "chromes",
        "options",
        "own_style",
        "remembered",
        "speaking",
        "w",
    }
    assert set(environment.filters) == {*PURE_FILTERS, *filters}
    assert set(filters) == {
        "lang",
        "locale",
        "run",
        "plain",
        "markdown",
        "json",
        "quoted",
        "day",
        "number",
        "money",
        "phone",
        "month",
        "weekday",
    }


@pytest.mark.parametrize("kind", [HomeView, ProductView])
def test_a_logo_stands_in_the_header_of_every_page_and_of_home(kind: type) -> None:
    templates = {**delta().templates, "parts/logo.html": '<img src="{{ asset("icon.svg") }}" alt="">'}
    html = renderer(replace(delta(), templates=templates)).render(page_of(view_of(kind, full=True))).body.decode()
    assert LexborHTMLParser(html).css_first("header.top .brand img[src*='icon.']")


@pytest.mark.parametrize(
    "source",
    [
        "{{ view.pirce }}",
        "{{ prodcut }}",
        "{{ view['__class__'] }}",
        "{{ [view]|map(attribute='__class__')|join }}",
        "{{ range(3) }}",
        "{{ 'x'|safe }}",
        "{{ [1, 2]|random }}",
        "{{ w('khong-co') }}",
        "{{ w('turn') ~ w('turn', numbr=1) }}",
        "{{ asset('khong-co.css') }}",
        "{{ none|run }}",
    ],
)
def test_what_was_not_promised_stops_the_build_and_is_told_with_template_and_page(source: str) -> None:
    with pytest.raises(RenderError, match=r"^/vi/root/: templates/root\.html"):
        shown(source)


def test_the_fault_of_a_macro_is_told_where_it_stands() -> None:
    templates = {**delta().templates, "macros/a.html": "{% macro a(x) %}\n{{ x.y }}\n{% endmacro %}"}
    templates["root.html"] = "{% from 'macros/a.html' import a %}{{ a(page) }}"
    with pytest.raises(RenderError, match=r"templates/macros/a\.html:2"):
        renderer(replace(delta(), templates=templates)).render(page_of(view_of(RootView, full=True)))


def test_a_fault_stands_at_the_template_and_line_of_the_theme_that_asked_the_kit() -> None:
    templates = {**delta().templates, "root.html": "{% from 'kit/text.html' import link %}\n\n{{ link(page) }}"}
    with pytest.raises(RenderError) as told:
        renderer(replace(delta(), templates=templates)).render(page_of(view_of(RootView, full=True)))
    problem = pickle.loads(pickle.dumps(told.value)).problem  # as it comes from another process
    assert problem.location == Location(f"{delta().folder}/templates/root.html", 3)
    assert "/vi/root/" in problem.message("vi")


@pytest.mark.parametrize(
    "source",
    [
        "\n{% include 'root.html' %}",
        "{% macro again(n) %}\n{{ again(n) }}{% endmacro %}{{ again(1) }}",
        "\n" + "{% if page %}" * 100 + "{% endif %}" * 100,
        "\n{{ page|nosuch }}",
    ],
)
def test_a_template_that_comes_to_no_end_or_is_none_is_told_at_its_line(source: str) -> None:
    with pytest.raises(RenderError) as told:
        shown(source)
    assert told.value.problem.location.file.endswith("/templates/root.html")


def test_a_text_beyond_rendering_is_told_at_its_own_file_and_the_theme_is_not_blamed() -> None:
    deep = "\n".join("    " * depth + "* x" for depth in range(300))
    page = page_of(replace(view_of(ArticleView, full=True), body=Prose(deep)))
    told: list[tuple[str, str]] = []
    try:
        renderer().render(page)
    except RenderError as error:
        told.append((error.problem.code, error.problem.location.file))
    assert set(told) <= {("text.nested", page.sources[0])}


def test_a_template_that_cannot_be_compiled_is_told_where_several_processes_are_to_use_it() -> None:
    templates = {**delta().templates, "root.html": "\n{{ page|nosuch }}"}
    with pytest.raises(RenderError, match=r"templates/root\.html:2"):
        renderer(replace(delta(), templates=templates)).compile()


def test_all_text_is_escaped() -> None:
    assert shown("{{ view.doors[0].name }}") == "Chữ &amp; &#34;dấu&#34; &lt;b&gt;đậm&lt;/b&gt;"
    assert shown("{{ w('product.say_it', say='<b>') }}") == "Đọc là: &lt;b&gt;"


def test_words_count_as_their_language_does() -> None:
    source = "{{ w('count.products', count=1) }}, {{ w('count.products', count=1250) }}"
    assert shown(source) == "1 sản phẩm, 1.250 sản phẩm"
    assert shown(source, "en") == "1 product, 1,250 products"


WORTHS: dict[str, tuple[dict[str, Any], str]] = {
    "valid": (
        {"until": "2027-01-09", "stars": 4, "solid": True},
        "4 sao. Giấy chứng nhận có giá trị đến ngày 09/01/2027.",
    ),
    "continued": (
        {"until": "2026-12-31", "stars": 3, "solid": True, "basis": TextRun("Điều 12.3")},
        "3 sao. Kéo dài hiệu lực đến ngày 31/12/2026. Căn cứ: Điều 12.3.",
    ),
    "term_over": (
        {"ended": "2024-05", "stars": 3},
        "3 sao. Hết thời hạn ghi nhận (05/2024), chưa có thông tin công nhận lại.",
    ),
    "term over by a day": (
        {"ended_by": "2024-04-04", "stars": 3, "state": "term_over"},
        "3 sao. Hết thời hạn ghi nhận (chậm nhất 04/04/2024), chưa có thông tin công nhận lại.",
    ),
    "lapsed": ({"ended": "2024-05-06"}, "Giấy chứng nhận đã hết hiệu lực (06/05/2024)."),
    "revoked": (
        {"revoked_on": "2025-03-04", "revoked_by": Link("/thu/vi/qd/", TextRun("40/QĐ-UBND"))},
        "Giấy chứng nhận đã bị thu hồi (04/03/2025). Theo quyết định 40/QĐ-UBND.",
    ),
    "unverified": (
        {"stars": 4, "source": TextRun("Báo Mẫu"), "as_of": "2025-07"},
        "4 sao theo Báo Mẫu, 07/2025. Chưa kiểm được còn hiệu lực hay không.",
    ),
    "none": ({}, "Chưa được công nhận OCOP."),
}


def test_the_page_about_stars_draws_each_seal_beside_what_it_says() -> None:
    page = page_of(view_of(ArticleView, full=False))
    chrome = replace(chrome_of("vi"), stars_page=f"{BASE}{page.path}")
    told = LexborHTMLParser(Renderer(delta(), {"vi": chrome}).render(page).body.decode())
    lines = told.css("main li:has(.seal)")
    forms = [node.attributes["data-seal"] for line in lines for node in line.css(".seal")]
    assert forms == ["4 in_force", "4 told", "4 over", "ended", "recalled"]
    assert all(line.text(strip=True) for line in lines)
    assert not LexborHTMLParser(render(page.view)).css("main .seal")


@pytest.mark.parametrize("case", WORTHS)
def test_what_the_stars_are_worth_is_one_sentence(case: str) -> None:
    known, sentence = WORTHS[case]
    line = status(**{"state": case} | known)
    html = render(replace(view_of(ProductView, full=False), status=line))
    tree = LexborHTMLParser(html)
    assert said_in(html, ".worth") == sentence
    seals = [node.attributes["data-seal"] for node in tree.css("main .seal")]
    assert seals == ([f"{line.stars} {line.seal}" if line.stars else line.seal] if line.seal else [])


@pytest.mark.parametrize("kind", [ProductView, CodeView, ListView])
def test_what_is_to_come_lies_hidden_in_the_cell_of_what_is_so_now(kind: type) -> None:
    view = view_of(kind, full=True)
    if kind is CodeView:
        view = replace(view, voices=tuple(replace(voice, withdrawn=None) for voice in view.voices))
    tree = LexborHTMLParser(render(view))
    assert tree.css_first(".by-day")
    for cell in tree.css(".by-day"):
        stages = [node for node in cell.iter() if "worth" in (node.attributes.get("class") or "")]
        starts = [(node.attributes.get("data-from"), "hidden" in node.attributes) for node in stages]
        assert starts == [(None, False), ("2027-03-15", True)]
        assert all(len(node.css(".seal")) == 1 for node in stages)


def test_where_nothing_is_to_come_there_is_no_cell() -> None:
    view = replace(
        view_of(ProductView, full=True), status=status("none"), more_by_producer=(), goes_with=(), contains=()
    )
    assert not LexborHTMLParser(render(view)).css(".by-day, [data-from]")


def test_every_page_knows_the_zone_of_the_site() -> None:
    root = LexborHTMLParser(render(view_of(ProductView, full=False))).root
    assert root
    told = {name: root.attributes[f"data-{name}"] for name in ("zone", "offset")}
    assert told == {"zone": "Asia/Ho_Chi_Minh", "offset": "420"}


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ({}, "4 stars – Whether it still holds could not be verified."),
        ({"as_of": "2024"}, "4 stars as recorded 2024. Whether it still holds could not be verified."),
        (
            {"source": TextRun("Báo Mẫu", "vi")},
            "4 stars according to Báo Mẫu. Whether it still holds could not be verified.",
        ),
    ],
)
def test_less_is_said_where_less_is_known(known: dict[str, Any], sentence: str) -> None:
    view = replace(view_of(ProductView, full=False), status=status("unverified", stars=4, **known))
    assert said_in(render(view, "en"), ".worth") == sentence


def test_to_visitors_a_certificate_that_ends_soon_is_in_force() -> None:
    view = view_of(ProductView, full=True)
    until = {"until": "2026-12-24", "stars": 5, "solid": True}
    in_force, ending = (replace(view, status=status(state, **until)) for state in ("valid", "ending"))
    assert render(in_force) == render(ending)


def test_where_no_way_to_ask_the_maker_is_known_the_office_is_named() -> None:
    view = view_of(ProductView, full=True)
    assert "The maker’s number is not known" in render(replace(view, unknown=("contact",)), "en")
    assert "The maker’s number is not known" not in render(replace(view, unknown=("price",)), "en")
