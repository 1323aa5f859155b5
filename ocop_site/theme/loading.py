"""A theme's folder, read once and whole: what is wrong with it is told before a page is rendered."""

from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import TemplateSyntaxError

from ocop_site.problems import Location, nearest
from ocop_site.text.wording import FALLBACK, WordTable
from ocop_site.theme.assets import fingerprinted, style_sheet
from ocop_site.theme.environment import parse_template
from ocop_site.theme.kit import PREFIX, kit_scripts, kit_templates
from ocop_site.theme.theme import Theme, ThemeError
from ocop_site.views import TEMPLATES

__all__ = ["Theme", "ThemeError", "load_theme"]

API = "3"
"""The version of the contract in `ocop_site.views` that a theme was written for."""

_FIELDS = ("name", "api", "css", "kiosk", "paper", "scripts", "options")

_SHAPES = {"name": str, "css": list, "kiosk": list, "paper": list, "scripts": dict, "options": dict}

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_theme(folder: Path, options: Mapping[str, Any]) -> Theme:
    """The theme in `folder` with the site's `options`. Raises ThemeError."""
    about = _about(folder)
    css, kiosk = about.get("css", []), about.get("kiosk", [])
    assets, asset_paths = fingerprinted(folder / "assets", css, kiosk, kit_scripts(), about.get("scripts", {}))
    return Theme(
        name=about["name"],
        options=_options(folder, about.get("options", {}), options),
        words=_words(folder / "words.yaml"),
        templates=_templates(folder / "templates"),
        assets=assets,
        asset_paths=asset_paths,
        paper_style=style_sheet(folder / "assets", about.get("paper", []), {}),
    )


def _about(folder: Path) -> dict[str, Any]:
    file = folder / "theme.yaml"
    if not file.is_file():
        themes = [path.parent.name for path in sorted(folder.parent.glob("*/theme.yaml"))]
        near = nearest(folder.name, themes) or ", ".join(themes) or "–"
        raise ThemeError("theme.missing", folder, found=folder.name, near=near)
    about = _yaml(file)
    if unknown := [key for key in about if key not in _FIELDS]:
        raise ThemeError("theme.field-unknown", file, found=unknown[0], near=nearest(unknown[0], _FIELDS) or "–")
    if not about.get("name"):
        raise ThemeError("theme.field-missing", file, field="name")
    if about.get("api") != API:
        raise ThemeError("theme.api", file, found=about.get("api", "–"), right=API)
    for key, kind in _SHAPES.items():
        if not isinstance(about.get(key, kind()), kind):
            raise ThemeError("theme.shape", file, field=key)
    return about


def _yaml(file: Path) -> dict[str, Any]:
    try:
        found = yaml.load(file.read_text("utf-8-sig"), _Loader) or {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Location(file.as_posix(), mark.line + 1, mark.column + 1) if mark else Location(file.as_posix())
        raise ThemeError("theme.yaml", place) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ThemeError("theme.yaml", file) from error
    if not isinstance(found, dict):
        raise ThemeError("theme.yaml", file)
    return found


def _options(folder: Path, declared: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, str]:
    """Each option as the site sets it, else its default, which is the first of the values that it may have."""
    if wrong := [name for name, values in declared.items() if not (isinstance(values, list) and values)]:
        raise ThemeError("theme.shape", folder / "theme.yaml", field=f"options: {wrong[0]}")
    site = Location("site.yaml")
    for name, value in given.items():
        if name not in declared:
            near = nearest(name, declared) or ", ".join(declared) or "–"
            raise ThemeError("theme.option-unknown", site, found=name, near=near, theme=folder.name)
        if value not in declared[name]:
            raise ThemeError("theme.option-value", site, option=name, found=value, values=", ".join(declared[name]))
    return {name: given.get(name, values[0]) for name, values in declared.items()}


def _words(file: Path) -> WordTable:
    """Every key needs words in the language that all others fall back to."""
    if not file.is_file():
        raise ThemeError("theme.file-missing", file, file=file.name)
    words = _yaml(file)
    for key, by_language in words.items():
        if not (isinstance(by_language, dict) and by_language.get(FALLBACK)):
            raise ThemeError("theme.words", file, key=key, language=FALLBACK)
        if any(isinstance(forms, dict) and "other" not in forms for forms in by_language.values()):
            raise ThemeError("theme.words-forms", file, key=key)
    return words


def _templates(folder: Path) -> dict[str, str]:
    """Every template by its name, the kit's too; one for each view there is."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    if missing := [f"{name}.html" for name in TEMPLATES.values() if f"{name}.html" not in files]:
        raise ThemeError("theme.template-missing", folder, names=", ".join(missing))
    if shadows := [file for name, file in files.items() if name.startswith(PREFIX)]:
        raise ThemeError("theme.kit", shadows[0], folder=PREFIX)
    kit = kit_templates()
    return {**kit, **{name: _template(name, file, {*kit, *files}) for name, file in files.items()}}


def _template(name: str, file: Path, others: Container[str]) -> str:
    try:
        source = file.read_text("utf-8")
        parse_template(source, name, others)
    except TemplateSyntaxError as error:
        place = Location(file.as_posix(), error.lineno)
        raise ThemeError("theme.template", place, reason=error.message or "") from error
    except UnicodeDecodeError as error:
        raise ThemeError("theme.template", file, reason="UTF-8") from error
    return source
