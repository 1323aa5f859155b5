"""The head of a page of the printed catalogue: a band of its industry, what the page holds, a line."""

from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.text.language import TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Field, Piece, Rule, Writing

HEAD = 12.0 * MM
"""The height of it."""


def heading(words: TextRun, pattern: str, content: Box, page: PaperSize) -> Piece:
    """The head of a page; `pattern` is the id of its industry, empty for the river's colour."""
    base, edge = content.y + 4 * MM, content.x + content.width
    return Piece(
        0 * MM, 0 * MM, page[0], content.y + HEAD,
        writings=(Writing(content.x, base, 3.4 * MM, words, "heading", True),),
        rules=(Rule(content.x, base + 2.4 * MM, edge, base + 2.4 * MM),),
        fields=(Field(0 * MM, 0 * MM, page[0], 6 * MM, pattern, is_printed=True),),
    )  # fmt: skip
