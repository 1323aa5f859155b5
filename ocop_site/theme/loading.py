"""A theme's folder, read once and whole: what is wrong with it is told before a page is rendered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from ocop_site.content.entry import Entry
from ocop_site.problems import Location, Problem, in_order, nearest
from ocop_site.text.wording import FALLBACK, WordTable, has_plain_blanks
from ocop_site.theme.about import About, Lists
from ocop_site.theme.assets import asset_faults, fingerprinted, style_sheet
from ocop_site.theme.files import ThemeFiles, files_below, read_files, read_theme_yaml, way_of
from ocop_site.theme.kept import KeptTheme
from ocop_site.theme.kit import kit_scripts
from ocop_site.theme.look.site_colours import colour_faults
from ocop_site.theme.own_styles import own_styles
from ocop_site.theme.templates import compiled, template_faults, templates_of
from ocop_site.theme.theme import MARK, OPTIONS, Theme, ThemeColour, ThemeError, as_written, theme_fault
from ocop_site.views import TEMPLATES

__all__ = ["Theme", "ThemeError", "load_theme"]


def load_theme(
    folder: Path, options: Mapping[str, Any], cache: Path | None = None, found: Sequence[Problem] = ()
) -> Theme:
    """The theme in `folder` with the site's `options`. Raises ThemeError.

    One that is without fault is kept in the folder `cache`, until a byte of it changes. `found` is what is known to be
    wrong with the options, told with the rest.
    """
    files = _files(folder)
    kept = KeptTheme(cache, folder, files) if cache else None
    theme = kept.read() if kept else None
    if theme:
        _refuse(_option_faults(folder, theme.choices, theme.colours, options), found)
        return theme.with_options(options)
    theme = _judged(folder, files, options, found)
    if kept:
        kept.write(theme)
    return theme.with_options(options)


def _judged(folder: Path, files: ThemeFiles, options: Mapping[str, Any], found: Sequence[Problem]) -> Theme:
    """The theme that the files are. ThemeError with all that is wrong with it, and with the site's options."""
    assets, templates = files_below(files, "assets"), files_below(files, "templates")
    about, words = About.of(files["theme.yaml"]), read_theme_yaml(files["words.yaml"])
    of_options = _option_faults(folder, about.options, about.colours, options)
    _refuse(about.faults(assets), of_options, found, _words_faults(words))
    _refuse(asset_faults(assets), _missing_templates(folder, templates))
    _refuse(template_faults(templates, about.asset_names(assets)))
    sources = templates_of(templates)
    documents, asset_paths = fingerprinted(assets, about.css, about.kiosk, kit_scripts(), about.scripts)
    return Theme(
        name=about.name,
        options={},
        words=cast(WordTable, words.data),
        templates=sources,
        assets=documents,
        asset_paths=asset_paths,
        own_styles=own_styles(assets, about.css, about.inline_without, asset_paths),
        paper_style=style_sheet(assets, about.paper, {}),
        folder=way_of(folder),
        choices=about.options,
        colours=about.colours,
        codes=compiled(sources),
    )


def _refuse(*found: Iterable[Problem]) -> None:
    if problems := in_order(problem for each in found for problem in each):
        raise ThemeError(*problems)


def _files(folder: Path) -> ThemeFiles:
    if not (folder / "theme.yaml").is_file():
        themes = [path.parent.name for path in sorted(folder.parent.glob("*/theme.yaml"))]
        near = nearest(folder.name, themes) or ", ".join(themes) or "–"
        raise theme_fault("theme.missing", Location(way_of(folder)), found=folder.name, near=near)
    files = read_files(folder)
    if "words.yaml" not in files:
        raise theme_fault("theme.file-missing", Location(f"{way_of(folder)}/words.yaml"), file="words.yaml")
    return files


def _option_faults(
    folder: Path, declared: Lists, colours: Mapping[str, ThemeColour], given: Mapping[str, Any]
) -> Iterator[Problem]:
    """Each option has the first of its values unless the site sets another of them; a colour can be read."""
    known = [*declared, *colours, MARK]
    for name, value in given.items():
        if name not in known:
            near = nearest(name, known) or ", ".join(known) or "–"
            yield Problem("theme.option-unknown", OPTIONS, {"option": name, "near": near, "theme": folder.name})
        elif name in declared and value not in declared[name]:
            values = ", ".join(declared[name])
            told = {"option": name, "found": as_written(value), "values": values}
            yield Problem("theme.option-value", OPTIONS, told)
    yield from colour_faults(colours, given)


def _words_faults(words: Entry) -> Iterator[Problem]:
    """Every key needs words in the language that all others fall back to; in braces stand names and no more."""
    for key, by_language in words.data.items():
        if not (isinstance(by_language, dict) and by_language.get(FALLBACK)):
            yield words.problem("theme.words", (key,), key=True, name=key, language=FALLBACK)
            continue
        for language, said in by_language.items():
            forms = said if isinstance(said, dict) else {"other": said}
            if "other" not in forms:
                yield words.problem("theme.words-forms", (key, language), name=key)
            if not all(isinstance(text, str) and has_plain_blanks(text) for text in forms.values()):
                yield words.problem("theme.words-braces", (key, language), name=key)


def _missing_templates(folder: Path, templates: ThemeFiles) -> Iterator[Problem]:
    """One for each view there is."""
    if missing := [f"{name}.html" for name in TEMPLATES.values() if f"{name}.html" not in templates]:
        place = Location(f"{way_of(folder)}/templates")
        yield Problem("theme.template-missing", place, {"names": ", ".join(missing)})
