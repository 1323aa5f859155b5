"""What the preview does to pages, and how it tells what is wrong."""

import re

import pytest

from ocop_site.preview.page import Situation, guests_page, live, overlay, problems_page
from ocop_site.problems import Location, Problem

WRONG = Problem("value.id", Location("content/a.yaml", 3, 5), {"value": "Ä"}, excerpt="id: Ä")


def test_the_script_comes_into_pages_of_every_shape_and_size() -> None:
    for page in (b"<head></HEAD ><body>", b"<p>no head</body>", b"only text", b"", b"<p>" + b"x" * 200_000):
        assert live(page, "127.0.0.1:8000", "v1").count(b'<script src="/livereload.js?snipver=v1" defer></script>') == 1
    assert live(b"<head></head><body></body>", "h", "v").index(b"<script") < live(b"<head></head>", "h", "v").index(
        b"</"
    )


def test_the_overlay_is_there_before_the_script_that_it_is_a_part_of() -> None:
    page = live(b"<head></head>", "h", "v", overlay("vi", is_draft=True))
    assert page.index(b"/preview.js") < page.index(b"/livereload.js")
    assert 'data-draft="Bản nháp, chưa công bố"'.encode() in page


@pytest.mark.parametrize(
    ("policy", "opened_policy"),
    [
        ("default-src 'none'; connect-src 'self'", "default-src 'none'; connect-src ws://h 'self'"),
        ("default-src &#39;none&#39;; connect-src 'none'", "default-src &#39;none&#39;; connect-src ws://h 'none'"),
        ("default-src 'none'; script-src 'self'", "connect-src http://h ws://h; default-src 'none'; script-src 'self'"),
    ],
)
@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="Content-Security-Policy" content="{}">',
        '<META content="{}" HTTP-EQUIV=content-security-policy>',
    ],
)
def test_the_policy_lets_the_script_listen(meta: str, policy: str, opened_policy: str) -> None:
    assert live(meta.format(policy).encode(), "h", "v").decode().startswith(meta.format(opened_policy))


def test_a_page_that_only_speaks_of_the_policy_stays_as_it_is() -> None:
    page = b"<p>Content-Security-Policy: connect-src 'self'</p>"
    assert live(page, "h", "v").startswith(page)


@pytest.mark.parametrize("situation", Situation)
def test_problems_are_told_as_text(situation: Situation) -> None:
    problem = Problem("value.id", Location("<s>.yaml", 1, 1), {"value": "<i>"}, excerpt="<u>")
    assert not re.search("<[siu]>", problems_page([problem], "en", situation).decode())


def test_the_line_stands_there_with_a_sign_below_what_is_wrong() -> None:
    assert "<pre tabindex=0>id: Ä\n<b>    ^</b></pre>" in problems_page([WRONG], "vi", Situation.LAST_GOOD).decode()


def test_warnings_are_counted_beside_errors_and_listed_where_they_alone_keep_a_site_back() -> None:
    warning = Problem("care.spirit-beside", Location("content/b.yaml"), {"found": "Rượu"}).as_warning()
    told = problems_page([WRONG, warning], "en", Situation.LAST_GOOD).decode()
    assert "b.yaml" not in told
    assert "Warnings, told in the terminal: 1." in told
    assert "Mistakes: 1. The page shown is the last good one." in told
    assert "b.yaml" in problems_page([warning], "en", Situation.LAST_GOOD).decode()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_of_what_is_told_needs_more_than_the_policy_of_pages_allows(language: str) -> None:
    for page in (problems_page([WRONG], language, Situation.NO_SITE), guests_page(language)):
        assert b"Content-Security-Policy" in page
        assert not re.search(rb"<style|style=|<script(?![^>]*src=)|\son\w+=", page)
