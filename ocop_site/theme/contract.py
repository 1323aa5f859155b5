"""The themes' contract as Markdown, told by the views; `python -m ocop_site.theme.contract` renews the README."""

import types
import typing
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from ocop_site import views
from ocop_site.text.language import TextRun
from ocop_site.units import ChartUnit, MapUnit, Millimetre, Pixel
from ocop_site.views import paper

BEGIN = "<!-- contract: made from ocop_site/views/ by ocop_site/theme/contract.py -->"
END = "<!-- end of contract -->"

README = Path(__file__).parents[2] / "themes" / "README.md"

_EVERY_PAGE = (views.Page, views.Head, views.Chrome)

_NAMES: dict[object, str] = {
    str: "text",
    int: "number",
    bool: "yes or no",
    object: "the view",
    types.NoneType: "nothing",
    Millimetre: "number (mm)",
    MapUnit: "number (map units)",
    ChartUnit: "number (chart units)",
    Pixel: "number (px)",
}


def with_contract(readme: str) -> str:
    """The text with the contract between its two marks brought up to date."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{contract()}\n{END}{after}"


def contract() -> str:
    """Every template with the view that it is given, then the parts that views are made of."""
    parts = (each for each in vars(views).values() if _is_part(each))
    return "\n".join([
        _table("On every page", ((each, f"`{each.__name__.lower()}`") for each in _EVERY_PAGE)),
        _table("Templates", ((view, f"`{name}.html`") for view, name in views.TEMPLATES.items())),
        _table("Parts", ((each, each.__name__) for each in (TextRun, *parts))),
        _table("On paper", ((view, f"`{name}.html`") for view, name in paper.PRINT_TEMPLATES.items())),
        _table("Parts of paper", ((each, each.__name__) for each in vars(paper).values() if _is_paper(each))),
    ])  # fmt: skip


def _is_part(each: object) -> bool:
    is_own = isinstance(each, type) and each.__module__.startswith(views.__name__)
    return is_own and each not in views.TEMPLATES and each not in _EVERY_PAGE


def _is_paper(each: object) -> bool:
    is_own = isinstance(each, type) and each.__module__ == paper.__name__
    return is_own and each not in paper.PRINT_TEMPLATES


def _table(heading: str, rows: Iterable[tuple[type, str]]) -> str:
    lines = [f"| {name} | {_words(each)} | {_fields(each)} |" for each, name in rows]
    return "\n".join([f"### {heading}\n", "| | what it is | its fields |", "|---|---|---|", *lines, ""])


def _words(view: type) -> str:
    """What the view says of itself; where it says nothing a dataclass has its signature there."""
    words = " ".join((view.__doc__ or "").split())
    return "" if words.startswith(f"{view.__name__}(") else words


def _fields(view: type) -> str:
    hints = typing.get_type_hints(view)
    return "<br>".join(f"`{field.name}`: {_type_name(hints[field.name])}" for field in fields(view))


def _type_name(hint: typing.Any) -> str:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        if arguments[-1] is Ellipsis:
            return f"list of {_type_name(arguments[0])}"
        return f"({', '.join(_type_name(argument) for argument in arguments)})"
    if arguments:
        return " or ".join(_type_name(argument) for argument in arguments)
    return _NAMES.get(hint) or hint.__name__


if __name__ == "__main__":
    README.write_text(with_contract(README.read_text("utf-8")), "utf-8", newline="\n")
