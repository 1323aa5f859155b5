"""A Markdown file: a block of YAML between two lines of `---`, then its text."""

from ocop_site.content.encodings.decoding import tidy
from ocop_site.content.entry import Slip
from ocop_site.content.yaml.tree import Tree, read_tree
from ocop_site.frozen import frozen

_FENCE = "---"


@frozen
class MarkdownFile:
    """What the YAML says; the text below it, and the line on which that begins."""

    tree: Tree
    body: str = ""
    body_line: int = 0


def read_article(text: str) -> MarkdownFile:
    """Raises a `Slip` where there is no front matter to read."""
    lines = text.split("\n")
    opening = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[opening].lstrip().startswith("```"):
        raise Slip("yaml.fence", opening + 1, 1)
    if set(lines[opening].strip()) & set("—–") and not lines[opening].strip(" —–-"):
        raise Slip("front-matter.long-dash", opening + 1, 1)
    if lines[opening].rstrip() != _FENCE:
        raise Slip("front-matter.missing", opening + 1, 1)
    closing = next((i for i in range(opening + 1, len(lines)) if lines[i].rstrip() == _FENCE), 0)
    if not closing:
        raise Slip("front-matter.unclosed", opening + 1, 1)
    # Empty lines stand for what comes before, so that the parser counts lines as the file has them.
    tree = read_tree("\n" * (opening + 1) + "\n".join(lines[opening + 1 : closing]) + "\n")
    start = next((i for i in range(closing + 1, len(lines)) if lines[i].strip()), closing + 1)
    return MarkdownFile(tree, tidy("\n".join(lines[start:]).rstrip()), start + 1)
