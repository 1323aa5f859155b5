"""Carries out the orders: side by side, the longest first, no more in memory at once than a small machine has."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import TypeAlias

from ocop_site.pictures.cache import RenditionCache, RenditionSet
from ocop_site.pictures.originals import MOST_BYTES, Original, read_original
from ocop_site.pictures.recipe import FULL, SKETCH, Recipe
from ocop_site.pictures.render import key_of, pixels_in_flight, render
from ocop_site.pictures.renditions import RenditionRequest, RenditionResult, Renditions
from ocop_site.problems import Mistake

MOST_PIXELS_IN_FLIGHT = 72_000_000
"""What all threads together may hold decoded at one time."""

Hurry: TypeAlias = Callable[[], bool]
"""Whether somebody waits: then a picture that was never made before is only sketched."""

Progress: TypeAlias = Callable[[int, int], None]
"""Told how much of how much is done, in bytes of originals, whenever one is."""


def no_hurry() -> bool:
    """Nobody waits."""
    return False


def unseen(_done: int, _of: int) -> None:
    """Nobody watches."""


def render_pictures(
    media: Path,
    orders: Iterable[RenditionRequest],
    store: RenditionCache,
    *,
    recipe: Recipe = FULL,
    threads: int = 1,
    hurry: Hurry = no_hurry,
    progress: Progress = unseen,
) -> Renditions:
    """Every order with what became of it, in the order they came in, whatever the number of threads."""
    wanted = list(orders)
    weights = {order: _bytes_of(media / order.file) for order in wanted}
    room = _Room(MOST_PIXELS_IN_FLIGHT)
    done, total = 0, sum(weights.values())
    pool = ThreadPoolExecutor(threads)
    try:
        under_way: dict[Future[RenditionResult], RenditionRequest] = {
            pool.submit(_result, media, order, recipe, store, room, hurry): order
            for order in sorted(wanted, key=lambda each: (-weights[each], each.file))
        }
        results: dict[RenditionRequest, RenditionResult] = {}
        for future in as_completed(under_way):
            order = under_way[future]
            results[order] = future.result()
            done += weights[order]
            progress(done, total)
    finally:
        pool.shutdown(cancel_futures=True)
    return Renditions(media, store, recipe, {order: results[order] for order in wanted})


def _result(
    media: Path, order: RenditionRequest, recipe: Recipe, store: RenditionCache, room: "_Room", hurry: Hurry
) -> RenditionResult:
    try:
        raw = _read(media / order.file)
        original, doubts = read_original(order.file, raw)
    except Mistake as mistake:
        return RenditionResult(None, (mistake,))
    full, sketch = order.by(recipe), order.by(SKETCH)
    doubts += _smallness(original, full)
    if known := store.find(key_of(raw, full)):
        return RenditionResult(known, tuple(doubts))
    is_sketch = bool(sketch.uses) and hurry()
    if is_sketch and (known := store.find(key_of(raw, sketch))):
        return RenditionResult(known, tuple(doubts), "sketched")
    try:
        with room.taken(pixels_in_flight(original, full)):
            made = _made(original, raw, sketch if is_sketch else full, store)
    except Mistake as mistake:
        return RenditionResult(None, (*doubts, mistake))
    return RenditionResult(made, tuple(doubts), "sketched" if is_sketch else "made")


def _made(original: Original, raw: bytes, recipe: Recipe, store: RenditionCache) -> RenditionSet:
    tone, made = render(original, recipe)
    return store.keep(key_of(raw, recipe), tone, [each for each, _ in made], [body for _, body in made])


def _smallness(original: Original, recipe: Recipe) -> Iterator[Mistake]:
    """A picture that has fewer pixels than phones show of it."""
    for use in recipe.uses:
        shown, _ = use.crop(original.width, original.height)
        if shown < use.good:
            size = {"width": original.width, "height": original.height}
            yield Mistake("picture.small", **size, shown=shown, least=use.good)
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


class _Room:
    """Lets in what still has room; what is larger than the room comes in alone."""

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
