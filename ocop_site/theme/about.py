"""What a theme says of itself in `theme.yaml`: its name, its style sheets and scripts in their order, its options."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from ocop_site.content.entry import Entry
from ocop_site.frozen import frozen
from ocop_site.problems import Problem, in_order, nearest
from ocop_site.records.base import FieldPath
from ocop_site.theme.assets import KIOSK_SHEET, STYLE_SHEET, single_files
from ocop_site.theme.files import ThemeFile, ThemeFiles, read_theme_yaml
from ocop_site.theme.kit import kit_scripts
from ocop_site.theme.look.declared_colours import colour_of, declared_colour_faults
from ocop_site.theme.look.faces import FACES, NONE, OPTION
from ocop_site.theme.theme import ThemeColour, ThemeError
from ocop_site.views import TEMPLATES

API = "4"
"""The version of the contract in `ocop_site.views` that a theme was written for."""

_SHEETS = ("css", "kiosk", "paper")

_LISTS = ("inline_without", "scripts", "options")

_MAY_BE_EMPTY = ("inline_without",)

_COLOURS = "colours"

_FIELDS = ("name", "api", *_SHEETS, *_LISTS, _COLOURS)

Lists = Mapping[str, Sequence[str]]


@frozen
class About:
    """`css`, `kiosk` and `paper` are style sheets below `assets/`; of an option the first value is the default.

    `inline_without` are by template the parts of `css` that pages have no use for whose style stands in themselves.
    """

    name: str
    css: Sequence[str]
    kiosk: Sequence[str]
    paper: Sequence[str]
    inline_without: Lists
    scripts: Lists
    options: Lists
    colours: Mapping[str, ThemeColour]
    entry: Entry

    @classmethod
    def of(cls, file: ThemeFile) -> "About":
        """ThemeError where the file says something that is not of its shape."""
        entry = read_theme_yaml(file)
        if found := in_order(_faults(entry)):
            raise ThemeError(*found)
        css, kiosk, paper = (cast(Sequence[str], entry.data.get(key, [])) for key in _SHEETS)
        inline_without, scripts, options = (cast(Lists, entry.data.get(key, {})) for key in _LISTS)
        declared = cast(Mapping[str, Mapping[str, Any]], entry.data.get(_COLOURS, {}))
        colours = {name: colour_of(told) for name, told in declared.items()}
        return cls(str(entry.data["name"]), css, kiosk, paper, inline_without, scripts, options, colours, entry)

    def faults(self, assets: ThemeFiles) -> Iterator[Problem]:
        """Style sheets and scripts that are named have to be there, each by one name."""
        sheets = [name for name in assets if name.endswith(".css")]
        for key, named in zip(_SHEETS, (self.css, self.kiosk, self.paper), strict=True):
            yield from self._missing((key,), named, sheets)
        for template, named in self.inline_without.items():
            yield from self._missing(("inline_without", template), named, self.css)
            if template not in TEMPLATES.values():
                path, near = ("inline_without", template), nearest(template, [*TEMPLATES.values()]) or "–"
                yield self.entry.problem("theme.template-unknown", path, key=True, name=template, near=near)
        single = single_files(assets, kit_scripts())
        for name, parts in self.scripts.items():
            yield from self._missing(("scripts", name), parts, single)
            if name in single or "/" in name or not name.endswith(".js"):
                yield self.entry.problem("theme.asset-twice", ("scripts", name), key=True, name=name)

    def asset_names(self, assets: ThemeFiles) -> set[str]:
        """The names by which templates ask for what is published."""
        together = {part for parts in self.scripts.values() for part in parts}
        sheets = {sheet for sheet, parts in ((STYLE_SHEET, self.css), (KIOSK_SHEET, self.kiosk)) if parts}
        return {*single_files(assets, kit_scripts()), *self.scripts, *sheets} - (together - self.scripts.keys())

    def _missing(self, path: FieldPath, named: Sequence[str], known: Collection[str]) -> Iterator[Problem]:
        for number, name in enumerate(named):
            if name not in known:
                near = nearest(name, known) or "–"
                yield self.entry.problem("theme.asset-near", (*path, number), name=name, near=near)


def _faults(about: Entry) -> Iterator[Problem]:
    for key in about.data:
        if key not in _FIELDS:
            yield about.problem("theme.field-unknown", (key,), key=True, found=key, near=nearest(key, _FIELDS) or "–")
    if "name" not in about.data:
        yield about.problem("theme.field-missing", field="name")
    elif not isinstance(about.data["name"], str):
        yield about.problem("theme.shape", ("name",), field="name")
    if about.data.get("api") != API:
        yield about.problem("theme.api", ("api",), found=about.data.get("api", "–"), right=API)
    for key in _SHEETS:
        if not _is_list(about.data.get(key, [])):
            yield about.problem("theme.shape", (key,), field=key)
    for key in _LISTS:
        yield from _lists_faults(about, key)
    yield from _face_faults(about)
    yield from declared_colour_faults(about, _COLOURS)


def _lists_faults(about: Entry, key: str) -> Iterator[Problem]:
    """A mapping to lists; most of them hold something."""
    lists = about.data.get(key, {})
    if not isinstance(lists, dict):
        yield about.problem("theme.shape", (key,), field=key)
        return
    for name, values in lists.items():
        if not _is_list(values) or (not values and key not in _MAY_BE_EMPTY):
            yield about.problem("theme.shape", (key, name), field=f"{key}: {name}")


def _face_faults(about: Entry) -> Iterator[Problem]:
    """The values of that one option are known to the program."""
    options = about.data.get("options", {})
    faces = options.get(OPTION, []) if isinstance(options, dict) else []
    for number, name in enumerate(faces if _is_list(faces) else []):
        if name not in (*FACES, NONE):
            values = ", ".join((*FACES, NONE))
            yield about.problem("theme.face-unknown", ("options", OPTION, number), found=name, values=values)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
