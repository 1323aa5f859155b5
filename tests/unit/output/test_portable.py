"""Links of a copy are told from where they stand; what is no link of the site stays as it is."""

import pytest

from ocop_site.document import Document
from ocop_site.output.portable import PortableCopy


def copied(path: str, text: str, site: str = "https://example.org/ocop/") -> str:
    copy = PortableCopy(site, {"vi": "vi/danh-sach/index.html"})
    copy.of(Document("assets/rice.12.svg", b"<svg/>"))
    found = copy.of(Document(path, text.encode()))
    assert found
    return found.body.decode()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('<a href="/ocop/vi/gao/">', '<a href="../gao/index.html">'),
        ('<a href="/ocop/">', '<a href="../../index.html">'),
        ('<a href="/ocop/vi/gao/?a=1#b">', '<a href="../gao/index.html?a=1#b">'),
        ('<img src="/ocop/p/a.jpg" srcset="/ocop/p/a.jpg 1w, /ocop/p/b.jpg 2w">',
         '<img src="../../p/a.jpg" srcset="../../p/a.jpg 1w, ../../p/b.jpg 2w">'),
        ('<form data-kind-products="/ocop/vi/*/ Tên" data-pictures="/ocop/pictures/">',
         '<form data-kind-products="../*/index.html Tên" data-pictures="../../pictures/">'),
        ('<a href="https://example.org/ocop/vi/">', '<a href="https://example.org/ocop/vi/">'),
        ('<a href="#_main">', '<a href="#_main">'),
        ('<a href="//other.example/ocop/">', '<a href="//other.example/ocop/">'),
        ("<p>/ocop/vi/ stands in a text</p>", "<p>/ocop/vi/ stands in a text</p>"),
    ],
)  # fmt: skip
def test_an_address_is_told_from_the_page_that_it_stands_on(written: str, told: str) -> None:
    assert copied("vi/mam/index.html", written) == told


def test_a_site_at_the_root_of_its_host_can_be_carried_too() -> None:
    assert copied("vi/index.html", '<a href="/vi/gao/">', "https://example.org/") == '<a href="gao/index.html">'


def test_a_lists_script_tells_addresses_from_the_page_of_the_list() -> None:
    told = copied("lists/vi-0.12.js", 'ocop.listed({"LA001":{"href":"/ocop/vi/gao/"}});')
    assert told == 'ocop.listed({"LA001":{"href":"../gao/index.html"}});'


def test_a_style_sheet_holds_its_drawings_itself() -> None:
    assert "url(data:image/svg+xml;base64,PHN2Zy8+)" in copied("assets/site.1.css", "a{mask:url(rice.12.svg)}")


def test_what_only_servers_read_is_left_out() -> None:
    copy = PortableCopy("https://example.org/", {})
    assert copy.of(Document("_headers", b"")) is None
