"""All the pictures that a catalogue shows, and the files that its pages name."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ocop_site.document import Document
from ocop_site.frozen import frozen
from ocop_site.pictures.cache import Rendition, RenditionCache, RenditionSet
from ocop_site.pictures.originals import read_original
from ocop_site.pictures.recipe import GROUND_COLOURS, SKETCH, Focus, Recipe
from ocop_site.pictures.render import key_of, rendered_set
from ocop_site.problems import Mistake


@frozen
class RenditionRequest:
    """A file below `media/`, where its records have the focus on it, and the uses that it is rendered for.

    `ground` is what a picture that is cut out is laid on, by its name.
    """

    file: str
    focus: Focus
    uses: frozenset[str]
    ground: str | None = None

    def by(self, recipe: Recipe) -> Recipe:
        """The recipe for this picture: with its focus, and those of the uses that are requested, maybe none."""
        uses = tuple(use for use in recipe.uses if use.name in self.uses)
        return replace(recipe, uses=uses, focus=self.focus, ground=GROUND_COLOURS[self.ground] if self.ground else None)


@frozen
class RenditionResult:
    """What became of a request; `rendition_set` is None where the file is refused; `mistakes` say what is wrong.

    `state`: kept from before, made now, or only sketched.
    """

    rendition_set: RenditionSet | None
    mistakes: tuple[Mistake, ...] = ()
    state: str = "kept"


class PictureLost(Exception):
    """A file of `media/` that changed since its pictures were rendered, and nothing was kept of them."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@dataclass(frozen=True)
class Renditions:
    """All that became of the requests of a catalogue; `store` keeps the bytes.

    `renamed`: where those files of `media` are that the disk calls otherwise than records do.
    """

    media: Path
    store: RenditionCache
    recipe: Recipe
    results: Mapping[RenditionRequest, RenditionResult]
    renamed: Mapping[str, Path] = field(default_factory=dict)

    def of(self, file: str, focus: Focus, ground: str | None = None) -> RenditionSet | None:
        """The renditions of a file with a focus, on a ground; None where it was refused or not requested."""
        return self._by_file.get((file, focus, ground))

    def count(self, state: str) -> int:
        """The number of results in a state."""
        return sum(result.state == state for result in self.results.values())

    def keys(self) -> frozenset[str]:
        """The keys of all renditions in the cache."""
        return frozenset(result.rendition_set.key for result in self.results.values() if result.rendition_set)

    def documents(self) -> Iterator[Document]:
        """The files of all renditions, each once."""
        seen: set[str] = set()
        for request, result in self.results.items():
            renditions = result.rendition_set.renditions if result.rendition_set else ()
            if any(each.is_published and each.path not in seen for each in renditions):
                for each, body in zip(renditions, self._bodies(request, result), strict=True):
                    if each.is_published and each.path not in seen:
                        seen.add(each.path)
                        yield Document(each.path, body)

    def document(self, path: str) -> Document | None:
        """The file of one rendition; None where no picture has one there."""
        return Document(path, self._body(path)) if path in self.paths else None

    def body(self, rendition: Rendition) -> bytes:
        """The bytes of a rendition, published or not."""
        return self._body(rendition.path)

    @cached_property
    def paths(self) -> Collection[str]:
        """Where the files of all renditions stand."""
        sets = (result.rendition_set for result in self.results.values() if result.rendition_set)
        return frozenset(each.path for made in sets for each in made.renditions if each.is_published)

    def _body(self, path: str) -> bytes:
        request = self._by_path[path]
        result = self.results[request]
        renditions = result.rendition_set.renditions if result.rendition_set else ()
        bodies = zip(renditions, self._bodies(request, result), strict=True)
        return next(body for each, body in bodies if each.path == path)

    def _bodies(self, request: RenditionRequest, result: RenditionResult) -> list[bytes]:
        """The bytes from the cache; made and kept anew where they are gone or damaged. `PictureLost` if that fails."""
        assert result.rendition_set is not None
        if (bodies := self.store.bodies(result.rendition_set)) is not None:
            return bodies
        try:
            raw = self.renamed.get(request.file, self.media / request.file).read_bytes()
        except OSError:
            raise PictureLost(request.file) from None
        for recipe in (request.by(self.recipe), request.by(SKETCH)):
            if key_of(raw, recipe) == result.rendition_set.key:
                found, bodies = rendered_set(result.rendition_set.key, read_original(request.file, raw)[0], recipe)
                self.store.keep(found, bodies)
                return bodies
        raise PictureLost(request.file)

    @cached_property
    def _by_path(self) -> Mapping[str, RenditionRequest]:
        found: dict[str, RenditionRequest] = {}
        for request, result in self.results.items():
            for each in result.rendition_set.renditions if result.rendition_set else ():
                found.setdefault(each.path, request)
        return found

    @cached_property
    def _by_file(self) -> Mapping[tuple[str, Focus, str | None], RenditionSet | None]:
        return {(each.file, each.focus, each.ground): result.rendition_set for each, result in self.results.items()}
