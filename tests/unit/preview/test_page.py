"""What the preview does to pages."""

import re

import pytest

from ocop_site.preview.page import live, problems_page
from ocop_site.problems import Location, Problem


def test_the_script_comes_into_pages_of_every_shape_and_size() -> None:
    for page in (b"<head></HEAD ><body>", b"<p>no head</body>", b"only text", b"", b"<p>" + b"x" * 200_000):
        assert live(page, "127.0.0.1:8000", "v1").count(b'<script src="/livereload.js?snipver=v1" defer></script>') == 1
    assert live(b"<head></head><body></body>", "h", "v").index(b"<script") < live(b"<head></head>", "h", "v").index(
        b"</"
    )


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


def test_problems_are_told_as_text() -> None:
    problem = Problem("value.id", Location("<b>.yaml", 1, 1), {"value": "<i>"}, excerpt="<u>")
    assert not re.search("<[biu]>", problems_page([problem], "en").decode())
