"""Styles that stand in the pages that most visitors come to first: no word of these waits for a file.

A page obeys the style in it since its policy names that style's hash; any other text there is still no style.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ocop_site.frozen import frozen
from ocop_site.pages.policy import policy, source_of
from ocop_site.theme.assets import style_sheet
from ocop_site.theme.files import ThemeFiles
from ocop_site.theme.jinja.running import Fixture, as_html
from ocop_site.theme.theme import Theme

ASSETS = "\0"
"""Stands in a style where the site's folder of assets will: no style sheet can hold it (CSS Syntax 3, 3.3)."""


@frozen
class PageStyle:
    """The style that stands in pages of a kind, and their policy."""

    text: Markup
    policy: str


def own_styles(
    assets: ThemeFiles, css: Sequence[str], without: Mapping[str, Sequence[str]], paths: Mapping[str, str]
) -> dict[str, str]:
    """By the template: the parts of `css` in their order, `without` those that it has no use for."""
    parts = {template: [name for name in css if name not in left] for template, left in without.items()}
    return {name: style_sheet(assets, each, paths, f"{ASSETS}/").decode() for name, each in parts.items()}


def page_styles(theme: Theme, base: str) -> dict[str, PageStyle]:
    """By the template, in a site below the path `base`."""
    texts = {template: _text(style, base) for template, style in theme.own_styles.items()}
    return {template: _page_style(text) for template, text in texts.items()}


def style_sources(theme: Theme, base: str) -> list[str]:
    """What the policy of a whole site names, so that each page may have its own style."""
    return sorted({source_of(_text(style, base).encode()) for style in theme.own_styles.values()})


def _page_style(text: str) -> PageStyle:
    return PageStyle(as_html(Fixture, text), policy([source_of(text.encode())]))


def _text(style: str, base: str) -> str:
    """As it stands in a page, which nothing in it ends."""
    return style.replace(ASSETS, f"{base}/assets").replace("</", "<\\/")
