"""The tables of the editors' guide, as the records tell them; `python -m ocop_site.content.guide` renews the guide.

Each stands between two marks. The first names what it is of, by the path that editors write, and the fields where they
are not all in the order of the model: `<!-- fields of products.packs -->`, `<!-- fields of products: code name -->`, or
the values to choose from: `<!-- values of products.allergens -->`. The second is `<!-- end -->`. A kind that has no
mark yet gets a section of its own where `<!-- further kinds -->` stands.
"""

import re
import textwrap
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ocop_site.frozen import frozen
from ocop_site.records.descriptions import Choice, Description, descriptions, markers, model_within
from ocop_site.records.fields import TextField
from ocop_site.records.files import FILES
from ocop_site.records.kinds import Kind

Model = type[BaseModel]

GUIDE = Path(__file__).parents[2] / "content" / "README.md"

_TABLE = re.compile(
    r"^(?P<mark><!-- (?P<what>fields|values) of (?P<path>[a-z_.]+)(?:: (?P<fields>[a-z_ ]+))? -->)\n"
    r".*?^<!-- end -->$",
    re.MULTILINE | re.DOTALL,
)

_FURTHER, _END = "<!-- further kinds -->", "<!-- end of further kinds -->"

_HEADING = re.compile(r"^##+ (.+)$", re.MULTILINE)

_WIDTH = 120


@frozen
class _Sections:
    """Links to the sections with a table of their own: of models, and of values to choose from."""

    models: Mapping[Model, str]
    choices: Mapping[tuple[Choice, ...], str]

    def of_model(self, model: Model) -> str | None:
        """The one where it is told, or where a model is that has its fields and more."""
        return next((link for described, link in self.models.items() if issubclass(described, model)), None)


def kinds() -> Iterator[tuple[str, Model]]:
    """Every kind with the model of what an editor writes: of one entry, where the file is one mapping."""
    for name, kind in FILES.items():
        yield name, (_within(kind.model, kind.whole) or kind.model) if kind.whole else kind.model


def with_tables(guide: str) -> str:
    """The guide with all that stands between its marks brought up to date."""
    guide = _with_further_kinds(guide)
    sections = _sections(guide)
    return _TABLE.sub(lambda match: f"{match['mark']}\n{_made(match, sections)}\n<!-- end -->", guide)


def _with_further_kinds(guide: str) -> str:
    before, mark, after = guide.partition(_FURTHER)
    headings = " ".join(_HEADING.findall(before))
    sections = "".join(_section(kind) for kind in FILES.values() if f"`{_file_name(kind)}`" not in headings)
    return before + mark + "\n" + sections + after[after.index(_END) :] if mark else guide


def _section(kind: Kind) -> str:
    return f"\n## `{_file_name(kind)}`: {kind.vi}\n\n<!-- fields of {kind.name} -->\n<!-- end -->\n\n"


def _file_name(kind: Kind) -> str:
    return f"{kind.name}.yaml" if kind.form == "file" else f"{kind.name}/"


def _made(match: "re.Match[str]", sections: _Sections) -> str:
    if match["what"] == "values":
        return textwrap.fill(_listed(_choices_at(match["path"]), " · "), _WIDTH, break_on_hyphens=False)
    fields = {field.name: field for field in descriptions(_model_at(match["path"]))}
    names = match["fields"].split() if match["fields"] else fields
    rows = [_row(fields[name], sections) for name in names]
    return "\n".join(["| mục | là gì | bắt buộc | ví dụ |", "|---|---|---|---|", *rows])


def _row(field: Description, sections: _Sections) -> str:
    cells = (_what(field, sections), "có" if field.required else "", ", ".join(f"`{each}`" for each in field.examples))
    return f"| `{field.name}` |" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"


def _what(field: Description, sections: _Sections) -> str:
    """The label, then all that helps, then how the value is written: `tên, lời văn`, `tóm tắt: một câu; lời văn`."""
    label, _, _ = field.vi.partition(": ")
    helps, form = "; ".join(_helps(field, sections)), _form(field)
    what = f"{label}: {helps}" if helps else label
    return "; ".join((what, form)) if form and re.search("[,;:]", what) else ", ".join(filter(None, (what, form)))


def _helps(field: Description, sections: _Sections) -> Iterator[str]:
    """What the description says after its label, what may be chosen and what is written within, or where it is told."""
    _, _, words = field.vi.partition(": ")
    if words:
        yield words
    if field.choices:
        link = sections.choices.get(field.choices)
        yield f"xem {link}" if link else _listed(field.choices)
    if model := model_within(field.info.annotation):
        link = sections.of_model(model)
        yield f"xem {link}" if link else ("gồm " if words else "") + _fields_within(model, sections)


def _listed(choices: tuple[Choice, ...], between: str = ", ") -> str:
    return between.join(f"`{choice.value}` {choice.vi}" for choice in choices)


def _fields_within(model: Model, sections: _Sections) -> str:
    """The fields of a small model in one cell."""
    fields = descriptions(model)
    all_required = len(fields) > 1 and all(field.required for field in fields)
    parts = (_field_within(field, sections, field.required and not all_required) for field in fields)
    return ", ".join(parts) + ("; tất cả bắt buộc" if all_required else "")


def _field_within(field: Description, sections: _Sections, required: bool) -> str:
    label, _, _ = field.vi.partition(": ")
    notes = filter(None, (*_helps(field, sections), _form(field), "bắt buộc" if required else ""))
    aside = "; ".join(notes)
    return f"`{field.name}` {label}" + (f" ({aside})" if aside else "")


def _form(field: Description) -> str:
    """How the value is written, where its type asks for more than a line or a number."""
    if words := next(markers(field.info, TextField), None):
        return "Markdown" if words.markdown else "lời văn"
    return "đủ ngày" if date in _types(field.info.annotation) else ""


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in typing.get_args(annotation):
        yield from _types(part)


def _sections(guide: str) -> _Sections:
    models, choices = {}, {}
    for match in _TABLE.finditer(guide):
        *_, heading = _HEADING.finditer(guide, 0, match.start())
        if match["what"] == "values":
            choices[_choices_at(match["path"])] = _link(heading[1])
        else:
            models[_model_at(match["path"])] = _link(heading[1])
    return _Sections(models, choices)


def _link(heading: str) -> str:
    """To a heading, by what it says after the names of fields; the anchor is as GitHub makes it."""
    anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    words = heading.rpartition(": ")[2]
    return f"[{words[0].lower()}{words[1:]}](#{anchor})"


def _choices_at(path: str) -> tuple[Choice, ...]:
    within, _, name = path.rpartition(".")
    return next(field.choices for field in descriptions(_model_at(within)) if field.name == name)


def _model_at(path: str) -> Model:
    """Where a path of the content leads: `products.packs`."""
    kind, *names = path.split(".")
    model: Model | None = dict(kinds())[kind]
    for name in names:
        model = _within(model, name) if model else None
    if model is None:
        raise ValueError(f"{path} leads to no record")
    return model


def _within(model: Model, name: str) -> Model | None:
    return next(model_within(field.info.annotation) for field in descriptions(model) if field.name == name)


if __name__ == "__main__":
    GUIDE.write_text(with_tables(GUIDE.read_text("utf-8")), "utf-8", newline="\n")
