"""What is printed on paper, as a folder of files that a browser opens as they lie: pages in HTML and their style."""

from collections.abc import Sequence

from ocop_site.document import Document
from ocop_site.problems import Location
from ocop_site.theme.filters import make_filters
from ocop_site.theme.jinja.environment import make_environment
from ocop_site.theme.marks import spoken
from ocop_site.theme.render import RenderError
from ocop_site.theme.theme import Theme, theme_fault
from ocop_site.theme.words import TemplateWords
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import PRINT_TEMPLATES, PrintView

MADE = "printed by ocop_site"
"""Stands in both files: what says so may be written anew, all else is somebody's own."""


def paper_documents(theme: Theme, view: PrintView, language: str, name: str) -> tuple[Document, ...]:
    """The page `NAME.html` and its `NAME.css`. ThemeError and RenderError."""
    template = f"{PRINT_TEMPLATES[type(view)]}.html"
    if template not in theme.templates:
        raise theme_fault("theme.template-missing", Location(f"{theme.folder}/templates"), names=template)
    words = TemplateWords(language, theme.word_tables, theme.fallbacks)
    names = {"w": words, "style": f"{name}.css", "language": language}
    environment = make_environment(theme.templates, names, make_filters(language), theme.codes, words)
    try:
        html = environment.get_template(template).render(view=view)
    except Exception as error:
        raise RenderError.of(error, f"{name}.html", theme, template) from error
    style = theme.paper_style + _page_sizes(view).encode()
    html = f"{spoken(html, language).rstrip()}\n<!-- {MADE} -->\n"
    return Document(f"{name}.html", html.encode()), Document(f"{name}.css", f"/* {MADE} */\n".encode() + style)


def _page_sizes(view: PrintView) -> str:
    """The size of the paper, which a browser takes for its printer; no margin, so no header and no footer."""
    sizes: Sequence[tuple[Millimetre, Millimetre]] = sorted({(leaf.width, leaf.height) for leaf in view.leaves})
    width, height = sizes[-1] if sizes else (210 * MM, 297 * MM)
    return f"\n@page {{ size: {width:g}mm {height:g}mm; margin: 0; }}\n"
