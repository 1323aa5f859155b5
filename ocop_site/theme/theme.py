"""A theme in memory, and what is said when it is not whole."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ocop_site.document import Document
from ocop_site.editions.localized import WORDS
from ocop_site.frozen import frozen
from ocop_site.problems import Location, Problem
from ocop_site.text.wording import WordTable
from ocop_site.theme.interface import Interface

OPTIONS = Location("site.yaml")
"""Where a site sets its theme's options, as far as a theme knows."""

MARK = "mark"
"""The option that names a picture of the site's in place of the theme's logo; to templates the asset that it is."""


@frozen
class ThemeColour:
    """A colour that a site may set: the token that it is, and what it stands on or bears by light and by dark.

    `tint` is the token of a tint of it, if any; a theme without a dark scheme has no dark grounds.
    """

    token: str
    tint: str
    light: tuple[str, ...]
    dark: tuple[str, ...]


@dataclass(frozen=True)
class Theme:
    """All that rendering needs; plain data, so that worker processes can be given it.

    `choices` are the values that each of the `options` may have, the default first; `colours` are those that a site may
    set, and `given` is all that it does set. `office_words` are a site's own,
    and `fallbacks` the languages in which it tells what another lacks. `templates` are sources by their name below
    `templates/`, and `codes` what they were compiled to; `assets` are as they are published, and `asset_paths` tells
    where, by the asset's own name (`site.css`). `own_styles` are those that stand in pages, by the template of these.
    `paper_style` is the style sheet of what is printed, `folder` where the theme stands, as a person would name it.
    """

    name: str
    options: Mapping[str, str]
    words: WordTable = field(repr=False)
    templates: Mapping[str, str] = field(repr=False)
    assets: tuple[Document, ...] = field(repr=False)
    asset_paths: Mapping[str, str]
    own_styles: Mapping[str, str] = field(default_factory=dict, repr=False)
    paper_style: bytes = field(default=b"", repr=False)
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    colours: Mapping[str, ThemeColour] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    codes: Mapping[tuple[str, str], bytes] = field(default_factory=dict, repr=False, compare=False)
    folder: str = "theme"
    office_words: WordTable = field(default_factory=dict, repr=False)
    fallbacks: tuple[str, ...] = ()

    @property
    def interface(self) -> Interface:
        """The words that the theme and the program have."""
        return Interface((self.words, WORDS))

    @property
    def word_tables(self) -> tuple[WordTable, ...]:
        """Where words are looked for, in this order."""
        return self.office_words, self.words, WORDS

    def with_options(self, given: Mapping[str, Any]) -> "Theme":
        """The theme as a site sets it; what a site leaves open has its default."""
        options = {name: given.get(name, values[0]) for name, values in self.choices.items()}
        return replace(self, options={**options, MARK: ""}, given=given)

    def of_site(self, office_words: WordTable, fallbacks: tuple[str, ...]) -> "Theme":
        """The theme as a site speaks in it."""
        return replace(self, office_words=office_words, fallbacks=fallbacks)

    def with_styles_apart(self) -> "Theme":
        """The theme for pages that are not sent far, and whose style need not stand in them."""
        return replace(self, own_styles={})


class ThemeError(Exception):
    """A theme that is not there or not whole: all that is wrong with it, as far as it could be read."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return ", ".join(problem.code for problem in self.problems)


def theme_fault(code: str, place: Location, **details: object) -> ThemeError:
    """The error of a theme with one fault."""
    return ThemeError(Problem(code, place, details))


def as_written(value: object) -> str:
    """What a site sets, for a message: a text as it is, all else as YAML has it in one line."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
