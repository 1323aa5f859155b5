"""Renders pictures side by side, the longest first, with no more in memory at once than a small machine has."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from types import MappingProxyType
from typing import TypeAlias

from ocop_site.pictures.cache import RenditionCache, RenditionSet
from ocop_site.pictures.originals import MOST_BYTES, Original, ending_doubt, format_of, read_original
from ocop_site.pictures.recipe import FULL, SKETCH, Hurry, Recipe, Size, no_hurry
from ocop_site.pictures.render import key_of, pixels_in_flight, rendered_set
from ocop_site.pictures.renditions import RenditionRequest, RenditionResult, Renditions
from ocop_site.problems import Mistake

MOST_PIXELS_IN_FLIGHT = 72_000_000
"""Pixels that all threads together may hold decoded at one time, whatever their number.

With at most eight bytes each, 576 MB; a larger picture comes alone, of at most 120 million pixels. Beside that each
thread holds a file, of at most `MOST_BYTES`.
"""

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how much of how much is done, in bytes of originals, whenever one is."""


_NONE: Mapping[str, Path] = MappingProxyType({})


def unseen(_done: int, _of: int) -> None:
    """The progress of a run that nobody watches."""


def render_pictures(
    media: Path,
    requests: Iterable[RenditionRequest],
    cache: RenditionCache,
    *,
    recipe: Recipe = FULL,
    threads: int = 1,
    hurry: Hurry = no_hurry,
    progress: Progress = unseen,
    renamed: Mapping[str, Path] = _NONE,
) -> Renditions:
    """The renditions of every request, in the order they came in, whatever the number of threads.

    `renamed`: where those files of `media` are that the disk calls otherwise than records do.
    """
    requests = list(requests)
    files = {request: renamed.get(request.file, media / request.file) for request in requests}
    weights = {request: _bytes_of(files[request]) for request in requests}
    budget = _PixelBudget(MOST_PIXELS_IN_FLIGHT)
    done, total = 0, sum(weights.values())
    pool = ThreadPoolExecutor(threads)
    try:
        under_way: dict[Future[RenditionResult], RenditionRequest] = {
            pool.submit(_result, files[request], request, recipe, cache, budget, hurry): request
            for request in sorted(requests, key=lambda each: (-weights[each], each.file))
        }
        results: dict[RenditionRequest, RenditionResult] = {}
        for future in as_completed(under_way):
            request = under_way[future]
            results[request] = future.result()
            done += weights[request]
            progress(done, total)
    finally:
        pool.shutdown(cancel_futures=True)
    return Renditions(media, cache, recipe, {request: results[request] for request in requests}, renamed)


def _result(
    file: Path, request: RenditionRequest, recipe: Recipe, cache: RenditionCache, budget: "_PixelBudget", hurry: Hurry
) -> RenditionResult:
    full, sketch = request.by(recipe), request.by(SKETCH)
    try:
        raw = _read(file)
        if kept_drawing := _kept_drawing(raw, request, full, cache):
            return kept_drawing
        original, doubts = read_original(request.file, raw)
    except Mistake as mistake:
        return RenditionResult(None, (mistake,))
    doubts += _smallness((original.width, original.height), full)
    if kept := cache.find(key_of(raw, full)):
        return RenditionResult(kept, tuple(doubts))
    is_sketch = bool(sketch.uses) and hurry()
    if is_sketch and (kept := cache.find(key_of(raw, sketch))):
        return RenditionResult(kept, tuple(doubts), "sketched")
    try:
        with budget.taken(pixels_in_flight(original, full)):
            rendered = _rendered(original, raw, sketch if is_sketch else full, cache)
    except Mistake as mistake:
        return RenditionResult(None, (*doubts, mistake))
    return RenditionResult(rendered, tuple(doubts), "sketched" if is_sketch else "made")


def _kept_drawing(
    raw: bytes, request: RenditionRequest, recipe: Recipe, cache: RenditionCache
) -> RenditionResult | None:
    """A drawing that the same code let pass before, which takes longer to read than all else about it."""
    if format_of(raw) != "SVG" or not (kept := cache.find(key_of(raw, recipe))):
        return None
    return RenditionResult(kept, (*ending_doubt(request.file, "SVG"), *_smallness(kept.size, recipe)))


def _rendered(original: Original, raw: bytes, recipe: Recipe, cache: RenditionCache) -> RenditionSet:
    rendition_set, bodies = rendered_set(key_of(raw, recipe), original, recipe)
    cache.keep(rendition_set, bodies)
    return rendition_set


def _smallness(size: Size, recipe: Recipe) -> Iterator[Mistake]:
    """The doubt about a picture that has fewer pixels than phones show of it."""
    width, height = size
    for use in recipe.uses:
        shown, _ = use.crop(width, height)
        if shown < use.good:
            yield Mistake("picture.small", width=width, height=height, shown=shown, least=use.good)
            return


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Mistake("file.unreadable", reason=error.strerror or type(error).__name__) from None


def _bytes_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


class _PixelBudget:
    """The pixels that may be decoded at one time: who needs more than are free waits, and more than all goes alone."""

    def __init__(self, pixels: int) -> None:
        self._pixels, self._free, self._changed = pixels, pixels, Condition()

    @contextmanager
    def taken(self, pixels: int) -> Iterator[None]:
        needed = min(pixels, self._pixels)
        with self._changed:
            self._changed.wait_for(lambda: self._free >= needed)
            self._free -= needed
        try:
            yield
        finally:
            with self._changed:
                self._free += needed
                self._changed.notify_all()
