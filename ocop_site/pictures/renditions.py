"""All the pictures that a catalogue shows, and the files that its pages name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ocop_site.document import Document
from ocop_site.pictures.cache import RenditionCache, RenditionSet
from ocop_site.pictures.originals import read_original
from ocop_site.pictures.recipe import SKETCH, Focus, Recipe
from ocop_site.pictures.render import key_of, render
from ocop_site.problems import Mistake


@dataclass(frozen=True, slots=True)
class RenditionRequest:
    """A file below `media/`, where its records have the focus on it, and the uses that it is wanted for."""

    file: str
    focus: Focus
    uses: frozenset[str]

    def by(self, recipe: Recipe) -> Recipe:
        """What the recipe asks for of this picture; none of its uses may be left."""
        uses = tuple(use for use in recipe.uses if use.name in self.uses)
        return replace(recipe, uses=uses, focus=self.focus)


@dataclass(frozen=True, slots=True)
class RenditionResult:
    """What became of an order. `made` is None where the file is refused; `mistakes` say why, or what is doubtful.

    `state`: kept from before, made now, or only sketched.
    """

    made: RenditionSet | None
    mistakes: tuple[Mistake, ...] = ()
    state: str = "kept"


class PictureLost(Exception):
    """A file of `media/` that is no longer what it was when its pictures were made, and nothing was kept of them."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@dataclass(frozen=True)
class Renditions:
    media: Path
    store: RenditionCache
    recipe: Recipe
    results: Mapping[RenditionRequest, RenditionResult]

    def of(self, file: str, focus: Focus) -> RenditionSet | None:
        return self._by_file.get((file, focus))

    def count(self, state: str) -> int:
        return sum(result.state == state for result in self.results.values())

    def keys(self) -> frozenset[str]:
        return frozenset(result.made.key for result in self.results.values() if result.made)

    def documents(self) -> Iterator[Document]:
        """Every print once, whoever shows it."""
        seen: set[str] = set()
        for order, result in self.results.items():
            renditions = result.made.renditions if result.made else ()
            if any(each.path not in seen for each in renditions):
                for each, body in zip(renditions, self._bodies(order, result), strict=True):
                    if each.path not in seen:
                        seen.add(each.path)
                        yield Document(each.path, body)

    def _bodies(self, order: RenditionRequest, result: RenditionResult) -> list[bytes]:
        """From the store; made once more where something has come over them since."""
        assert result.made is not None
        if (bodies := self.store.bodies(result.made)) is not None:
            return bodies
        try:
            raw = (self.media / order.file).read_bytes()
        except OSError:
            raise PictureLost(order.file) from None
        for recipe in (order.by(self.recipe), order.by(SKETCH)):
            if key_of(raw, recipe) == result.made.key:
                return [body for _, body in render(read_original(order.file, raw)[0], recipe)[1]]
        raise PictureLost(order.file)

    @cached_property
    def _by_file(self) -> Mapping[tuple[str, Focus], RenditionSet | None]:
        return {(order.file, order.focus): result.made for order, result in self.results.items()}
