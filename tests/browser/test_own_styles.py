"""A page with its style in itself looks as it would by the whole sheet, on the screen and on paper."""

import pytest

from tests.browser.conftest import Open
from tests.conftest import BuiltSite
from tests.support import some

MISSING = r"""
  (sheet) => {
    const STATES = /:(hover|focus-visible|focus-within|focus|active|target|checked|disabled)(?![\w-])/g;
    const PARTS = /::?(after|before|marker|placeholder|file-selector-button|-webkit-[\w-]+)/g;
    const isTouched = (selector) => {
      const bare = selector.replace(PARTS, "").replace(STATES, "").replace(/:not\(\)/g, "").trim();
      return document.querySelector(bare || "*") !== null;
    };
    const told = (rules, within) => [...rules].flatMap((rule) => {
      const group = rule.conditionText || rule.name || "";
      if (rule.selectorText) return [[within + rule.cssText.replace(/url\([^)]*\)|\s/g, ""), rule.selectorText]];
      return rule.cssRules ? told(rule.cssRules, within + group + " ") : [];
    });
    const all = new CSSStyleSheet();
    all.replaceSync(sheet);
    const own = new Set(told(document.styleSheets[0].cssRules, "").map(([text]) => text));
    const whole = told(all.cssRules, "");
    return whole.filter(([text, selector]) => !own.has(text) && isTouched(selector)).map(([text]) => text);
  }
"""
"""The rules of the whole sheet that something on the page answers to, in any state, and that its own style lacks."""


def whole_sheet(built: BuiltSite) -> str:
    (sheet,) = (built.folder / "assets").glob("site.*.css")
    return sheet.read_text("utf-8")


def with_own_style(built: BuiltSite) -> list[str]:
    return [path for path in sorted(built.paths) if b"<style>" in built.file(path).read_bytes()]


def test_no_page_lacks_a_rule_that_it_would_show(visitor: Open, example_origin: str, built: BuiltSite) -> None:
    page = visitor(service_workers="block")
    for path in some(with_own_style(built)):
        page.goto(example_origin + path, wait_until="load")
        assert page.evaluate(MISSING, whole_sheet(built)) == [], path


@pytest.mark.parametrize("path", ["/vi/", "/en/products/mau-gao/"])
def test_nor_does_what_is_found_while_one_types(
    visitor: Open, example_origin: str, built: BuiltSite, path: str
) -> None:
    page = visitor()
    page.goto(example_origin + path, wait_until="load")
    page.locator("#_search").focus()
    page.locator("#_search").press_sequentially("gao")
    page.locator("[role=option]").first.wait_for()
    assert page.evaluate(MISSING, whole_sheet(built)) == []


def test_it_is_printed_without_what_one_presses(visitor: Open, example_origin: str) -> None:
    page = visitor()
    page.goto(example_origin + "/vi/san-pham/mau-gao/", wait_until="load")
    assert page.locator(".thumb").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".thumb").is_visible()
