"""From saved files to the site that they make: all that a save cannot have changed is kept from one to the next."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TypeAlias

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.content.read import MEDIA
from ocop_site.frozen import frozen
from ocop_site.pictures.recipe import Hurry
from ocop_site.preview.own_names import with_own_names
from ocop_site.preview.pictures import Illustrating
from ocop_site.problems import Problem, in_order
from ocop_site.run import Task, blocks
from ocop_site.stages.illustrate import Illustrated
from ocop_site.stages.make import at_the_site
from ocop_site.stages.understand import Understanding, Understood
from ocop_site.theme.interface import check_words
from ocop_site.theme.loading import Theme, ThemeError, load_theme
from ocop_site.theme.look.dressing import beyond_alphabet, dressed
from ocop_site.theme.look.marks import mark_bytes, mark_faults
from ocop_site.theme.theme import MARK

Saved: TypeAlias = Collection[Path]
"""What was saved, made, renamed or deleted, as the disk has it; a folder stands for all that is in it."""


@frozen
class LiveSite:
    """A site that can be looked at: what its pages tell, and the theme that they are shown in.

    `problems` are warnings.
    """

    illustrated: Illustrated
    theme: Theme
    problems: tuple[Problem, ...]

    @property
    def catalogue(self) -> Catalogue:
        return self.illustrated.catalogue

    @property
    def sketched(self) -> frozenset[str]:
        """The pictures that have yet to be made well, by their sketches."""
        results = self.illustrated.renditions.results.values()
        return frozenset(each.rendition_set.key for each in results if each.rendition_set and each.state == "sketched")


@frozen
class Mistaken:
    """What was saved makes no site: the problems that keep it back, with all others."""

    problems: tuple[Problem, ...]


_Dressed: TypeAlias = tuple[Theme, tuple[Problem, ...]]
"""The theme in the face that the site has chosen, and what is to be told of that."""


class Engine:
    """Reads what was saved, and remembers what it made of all else. For one thread at a time.

    Pictures and the theme are not looked at while mistakes leave no catalogue: what was saved of them is held back.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._understood: Understood | None = None
        self._held_back: frozenset[Path] = frozenset()
        self._understanding = Understanding(task)
        self._illustrating = Illustrating(task)
        self._themes = _Themes(task)

    def again(self, saved: Saved) -> LiveSite | Mistaken:
        """The site as it is after these saves; the first time whatever they are."""
        understood = self._understood = self._understood_again(saved)
        unseen = self._held_back.union(saved)
        illustrated = self._illustrating.again(understood, touches(unseen, self._task.content / MEDIA))
        self._held_back = unseen if illustrated is None else frozenset()
        if illustrated is None:
            return Mistaken(understood.problems)
        found = (*understood.problems, *illustrated.problems)
        try:
            theme, doubts = self._themes.again(illustrated, unseen)
        except ThemeError as error:
            wrong = (at_the_site(problem, illustrated.records) for problem in error.problems)
            return Mistaken(tuple(in_order([*found, *wrong])))
        problems = tuple(in_order([*found, *doubts]))
        return Mistaken(problems) if blocks(problems, self._task.strict) else LiveSite(illustrated, theme, problems)

    def develop(self, site: LiveSite, hurry: Hurry) -> None:
        """Makes the site's pictures well, as long as there is no hurry; it may run beside `again`."""
        self._illustrating.develop(site.illustrated.renditions, hurry)

    def _understood_again(self, saved: Saved) -> Understood:
        """Reads what was saved, and the first time everything."""
        if self._understood and not touches(saved, self._task.content):
            return self._understood
        return self._understanding.again(saved if self._understood else None)


class _Themes:
    """The theme, loaded when one of its files was saved, or the site asks for another one or other options."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._plain: tuple[Path, Mapping[str, object], Theme] | None = None
        self._dressed: tuple[Theme, tuple[str, bytes], _Dressed] | None = None
        self._of_site: tuple[Theme, Theme] | None = None

    def again(self, illustrated: Illustrated, saved: Saved) -> tuple[Theme, tuple[Problem, ...]]:
        """As the site speaks in it: the same object where nothing of it has changed. ThemeError."""
        (theme, face), catalogue = self._load(illustrated.catalogue, saved), illustrated.catalogue
        found = check_words(illustrated.records, theme.interface, catalogue.words)
        doubts = (*found, *(at_the_site(doubt, illustrated.records) for doubt in face))
        of_site = theme.of_site(catalogue.words, catalogue.site.fallbacks)
        if self._of_site and self._of_site[0] is theme and _speak_alike(self._of_site[1], of_site):
            return self._of_site[1], doubts
        self._of_site = theme, of_site
        return of_site, doubts

    def _load(self, catalogue: Catalogue, saved: Saved) -> _Dressed:
        folder, options = self._task.themes / catalogue.site.theme, catalogue.site.theme_options
        media = self._task.content / MEDIA
        if not self._plain or self._plain[:2] != (folder, options) or touches(saved, self._task.themes):
            self._plain = self._dressed = None
            found = mark_faults(media, options.get(MARK))
            self._plain = folder, dict(options), load_theme(folder, options, self._task.cache, found)
        mark = mark_bytes(media, options.get(MARK))
        return self._dress(self._plain[2], beyond_alphabet(self._plain[2], catalogue), mark)

    def _dress(self, plain: Theme, beyond: str, mark: bytes) -> _Dressed:
        """The same object while the mark is the same and no name brings a letter that none had before."""
        if not self._dressed or self._dressed[0] is not plain or self._dressed[1] != (beyond, mark):
            theme, doubts = dressed(plain, beyond, self._task.cache, mark)
            self._dressed = plain, (beyond, mark), (with_own_names(theme), doubts)
        return self._dressed[2]


def _speak_alike(one: Theme, other: Theme) -> bool:
    return (one.office_words, one.fallbacks) == (other.office_words, other.fallbacks)


def touches(saved: Saved, folder: Path) -> bool:
    """Whether anything in the folder was saved, or in a folder above it."""
    root = folder.resolve()
    return any(path.is_relative_to(root) or root.is_relative_to(path) for path in saved)
