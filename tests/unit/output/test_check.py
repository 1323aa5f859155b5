"""The check of links, on pages as bytes: whatever makes a browser load something or go somewhere is looked at."""

import pytest

from ocop_site.document import Document
from ocop_site.output.check import check_site, page_facts
from ocop_site.pages.policy import POLICY, policy, source_of

SITE = "https://example.org/thu/"
THERE = ["a.jpg", "b.jpg", "sprite.svg", "vi/index.html", "c,d.png"]

HEAD = '<title>T</title><meta name="description" content="D">'


def links_told(body: str, head: str = "", path: str = "vi/trang/index.html") -> list[str]:
    """The links of a page that lead nowhere."""
    page = (
        f'<!doctype html><html lang="vi"><head>{HEAD}<link rel="canonical" href="{SITE}{path}">{head}</head>'
        f"<body><h1>T</h1>{body}</body></html>"
    )
    problems = list(check_site(SITE, [page_facts(Document(path, page.encode()))], {*THERE, path}))
    assert {problem.code for problem in problems} <= {"site.link"}
    return [str(problem.details["link"]) for problem in problems]


LOADING = [
    '<a href="{}">x</a>',
    '<a href="/thu/vi/" ping="/thu/vi/ {}">x</a>',
    '<map name="m"><area href="{}" alt="x"></map>',
    '<img src="{}" alt="">',
    '<img srcset="{} 2x" alt="">',
    '<img srcset="/thu/a.jpg 1x,{} 2x" alt="">',
    '<picture><source srcset="/thu/a.jpg, {} 640w"><img src="/thu/a.jpg" alt=""></picture>',
    '<video src="{}"></video>',
    '<video poster="{}"></video>',
    '<video><source src="{}"></video>',
    '<video><track src="{}"></video>',
    '<audio src="{}"></audio>',
    '<object data="{}"></object>',
    '<iframe src="{}"></iframe>',
    "<iframe srcdoc='<img src=\"{}\">'></iframe>",
    '<embed src="{}">',
    '<input type="image" src="{}" alt="x">',
    '<form action="{}"></form>',
    '<button formaction="{}">x</button>',
    '<input type="submit" formaction="{}">',
    '<script src="{}"></script>',
    '<link rel="stylesheet" href="{}">',
    '<link rel="preload" as="image" href="/thu/a.jpg" imagesrcset="{} 1x, /thu/b.jpg 2x">',
    '<link rel="manifest" href="{}">',
    '<meta http-equiv="refresh" content="0; url={}">',
    '<meta http-equiv="Refresh" content="3;URL=\'{}\'">',
    '<svg><use href="{}#x"/></svg>',
    '<svg><use xlink:href="{}#x"/></svg>',
    '<svg><image href="{}"/></svg>',
    '<svg><a xlink:href="{}"><text>x</text></a></svg>',
    '<svg><filter><feImage href="{}"/></filter></svg>',
    '<table background="{}"><tr><td>x</td></tr></table>',
]


@pytest.mark.parametrize("element", LOADING)
def test_every_element_that_loads_something_or_leads_somewhere_is_looked_at(element: str) -> None:
    nowhere = "/thu/none.bin"
    assert [link.removesuffix("#x") for link in links_told(element.replace("{}", nowhere))] == [nowhere]
    assert links_told(element.replace("{}", "/thu/sprite.svg")) == []
    assert links_told(element.replace("{}", "https://example.com/of/others")) == []


@pytest.mark.parametrize(
    "element",
    [
        '<blockquote cite="/thu/none">x</blockquote>',
        '<img srcset="data:image/png;base64,AAAA 1x, /thu/c,d.png 2x" alt="">',
        '<img srcset="/thu/a.jpg" alt="">',
        '<img srcset="/thu/a.jpg, /thu/b.jpg" alt="">',
        '<img srcset=" , /thu/a.jpg 100w 50h , /thu/b.jpg 200w" alt="">',
        '<meta http-equiv="refresh" content="300">',
        '<meta http-equiv="content-security-policy" content="default-src none">',
        '<iframe src="about:blank"></iframe>',
        '<a href="tel:+84272">x</a>',
        '<div data-src="/thu/none" data="/thu/a.jpg"></div>',
    ],
)
def test_what_loads_nothing_that_is_not_there_is_no_mistake(element: str) -> None:
    assert links_told(element) == []


def test_a_heading_with_an_id_is_one_heading_and_one_id() -> None:
    for heading, codes in (
        ('<h1 id="a">T</h1>', []),
        ('<h1 id="">T</h1>', []),
        ('<h1 id="a">T</h1><h1>U</h1>', ["site.headings"]),
        ('<h1 id="a">T</h1><p id="a">x</p>', ["site.id-twice"]),
        ("<p>x</p>", ["site.headings"]),
    ):
        page = f'<html lang="vi"><head>{HEAD}<link rel="canonical" href="{SITE}a.html"></head><body>{heading}</body>'
        facts = page_facts(Document("a.html", page.encode()))
        assert [problem.code for problem in check_site(SITE, [facts], {"a.html"})] == codes


def test_an_empty_address_is_told() -> None:
    assert links_told("<video src></video>") == [""]


def test_links_begin_where_the_page_says() -> None:
    base = '<base href="/thu/">'
    assert links_told('<img src="a.jpg" alt=""><a href="vi/">x</a>', base) == []
    assert links_told('<img src="none.jpg" alt=""><a href="/thu/none/">x</a>', base) == ["/thu/none/", "none.jpg"]
    assert links_told('<img src="a.jpg" alt="">', '<base href="https://example.com/">') == []
    assert links_told('<img src="a.jpg" alt="">') == ["a.jpg"]


def test_a_page_may_be_refreshed_to_another_page_only_where_that_is() -> None:
    assert links_told("", '<meta http-equiv="refresh" content="0; url=/thu/vi/">') == []
    assert links_told("", '<meta http-equiv="refresh" content="0; url=/thu/en/">') == ["/thu/en/"]


def blocked(body: str, head: str = "") -> list[str]:
    """What of a page its policy keeps from acting."""
    page = f"<!doctype html>\n<html>\n<head>\n{HEAD}{head}\n</head>\n<body><h1>T</h1>{body}</body></html>"
    problems = check_site(SITE, [page_facts(Document("vi/index.html", page.encode()))], {"vi/index.html"})
    found = [problem for problem in problems if problem.code == "site.inline"]
    assert {problem.location.file for problem in found} <= {"vi/index.html"}
    return [str(problem.details["found"]) for problem in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p style="color: red">', ["style="]),
        ("<style>p {}</style>", ["<style>"]),
        ("<svg><style>p {}</style></svg>", ["<style>"]),
        ("<script>go()</script>", ["<script>"]),
        ("<script type=MODULE>go()</script>", ["<script>"]),
        ("<p onClick=go()>", ["onclick="]),
        ("<svg/onload=go()>", ["onload="]),
    ],
)
def test_what_the_policy_blocks_is_told(body: str, found: list[str]) -> None:
    assert blocked(body) == found


def style_under(policy: str, style: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<style>{style}</style>'


@pytest.mark.parametrize("body", ["<p>x</p>", "<p>not written plainly"])
def test_a_style_is_obeyed_where_the_policy_names_it_and_no_other(body: str) -> None:
    style = 'a > b{content:"x"}'
    own = policy([source_of(style.encode())])
    assert blocked(body, style_under(own, style)) == []
    assert blocked(body, style_under(own, f"{style} ")) == ["<style>"]
    assert blocked(body, style_under(own, style) + "<style>p{}</style>") == ["<style>"]
    assert blocked(body, style_under(POLICY, style)) == ["<style>"]
    assert blocked(body, f"<style>{style}</style>") == ["<style>"]


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/ld+json">{}</script>',
        '<script src="/thu/a.js" defer></script>',
        "<p> on = style=</p>",
        '<p data-style="x" class="onload=">',
    ],
)
def test_what_the_policy_lets_pass_is_not_told(body: str) -> None:
    assert blocked(body) == []
