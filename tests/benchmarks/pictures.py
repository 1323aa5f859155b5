"""What pictures cost, in time, memory and bytes: `python tests/benchmarks/pictures.py`.

`python tests/benchmarks/pictures.py PHOTOGRAPHS OTHER [PYTHON]` compares the full recipe over a folder of photographs
with that of another checkout, carried out in turn, by PYTHON there (by default its `.venv`).

Every figure is of a process of its own. CPU time is the whole process's, so that other programs disturb it little.

Twenty real photographs, of 600 to 6,028 pixels, none made larger: from Debian's lomiri-wallpapers-16.04 Bridge,
Dragonfly, Picture_0B, Wine, aitzgorri, friends, life, picosdeeuropa, seeding and sunset; from lomiri-wallpapers-20.04
Kleiber; from mate-backgrounds Dune, GreenMeadow, LadyBird and Storm; from plasma-workspace-wallpapers EveningGlow,
FallenLeaf and OneStandsOut (2560x1600); from scikit-image on PyPI coffee.png; from scikit-learn china.jpg.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[2]))

from ocop_site.pictures.cache import Rendition, RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.recipe import FULL, Recipe, Use, shot
from ocop_site.pictures.renditions import RenditionRequest, RenditionResult, Renditions
from tests.unit.pictures.corpus import photograph, saved

PROJECT = Path(__file__).parents[2]

WEBP, JPEG = (400, 800, 1200), 800

PAGE = FULL.uses[0]

PLAIN = Recipe((Use("page", PAGE.narrowest, PAGE.widest, (shot("webp", *WEBP), shot("jpeg", JPEG))),), webp=(75, 4))
"""What a first program for pictures would make: three WebP and a JPEG."""

EVERY_USE = frozenset(use.name for use in FULL.uses)


def write_small(folder: Path, count: int = 40) -> None:
    """Photographs of 1600 by 1200, about 400 kB each."""
    for number in range(count):
        (folder / f"{number:03}.jpg").write_bytes(saved(photograph((1600, 1200), number), "JPEG", quality=84))


def write_large(folder: Path, count: int = 200) -> None:
    """Photographs of 12 megapixels: a few scenes, each at many qualities, so that no two files are equal."""
    scenes = [photograph((4000, 3000), number) for number in range(4)]
    for number in range(count):
        body = saved(scenes[number % 4], "JPEG", quality=60 + number // 4 % 30, comment=f"{number}".encode())
        (folder / f"{number:03}.jpg").write_bytes(body)


def requests(media: Path, uses: frozenset[str]) -> list[RenditionRequest]:
    return [RenditionRequest(file.name, None, uses) for file in sorted(media.iterdir())]


def plain_pillow(media: Path, _store: Path) -> dict[str, float]:
    """The shortest program that makes the same files, as the measure of ours."""
    total = 0
    for file in sorted(media.iterdir()):
        with Image.open(file) as picture:
            picture.draft("RGB", (max(WEBP), max(WEBP) * picture.height // picture.width))
            smaller: Image.Image = picture
            for width in sorted(WEBP, reverse=True):
                size = (width, round(width * picture.height / picture.width))
                smaller = smaller.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
                total += len(saved(smaller, "WEBP", quality=75, method=4))
                if width == JPEG:
                    total += len(saved(smaller, "JPEG", quality=80, optimize=True, progressive=True))
    return {"bytes": total}


def plain_recipe(media: Path, store: Path) -> dict[str, float]:
    return told(render_pictures(media, requests(media, frozenset({"page"})), RenditionCache(store), recipe=PLAIN))


def full_recipe(media: Path, store: Path) -> dict[str, float]:
    return told(render_pictures(media, requests(media, EVERY_USE), RenditionCache(store)))


def full_recipe_again(media: Path, store: Path) -> dict[str, float]:
    renditions = render_pictures(media, requests(media, EVERY_USE), RenditionCache(store))
    assert renditions.count("made") == 0
    return told(renditions)


def two_threads(media: Path, store: Path) -> dict[str, float]:
    return told(render_pictures(media, requests(media, EVERY_USE), RenditionCache(store), threads=2))


def _files(result: RenditionResult) -> Sequence[Rendition]:
    return result.rendition_set.renditions if result.rendition_set else ()


def told(renditions: Renditions) -> dict[str, float]:
    files = [each for result in renditions.results.values() for each in _files(result)]
    avif = [each.size for each in files if (each.use, each.format, each.width) == ("page", "avif", 720)]
    return {
        "photographs": len(renditions.results),
        "files": len(files),
        "bytes": sum(each.size for each in files),
        "avif_720": sum(avif) / len(avif) if avif else 0,
        "avif_720_largest": max(avif, default=0),
    }


WAYS: dict[str, Callable[[Path, Path], dict[str, float]]] = {
    way.__name__: way for way in (plain_pillow, plain_recipe, full_recipe, full_recipe_again, two_threads)
}


def measured(way: str, media: Path, store: Path) -> dict[str, float]:
    """A way, carried out by a process of its own."""
    answer = subprocess.run(
        [sys.executable, __file__, way, str(media), str(store)],
        cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(answer.stdout)
    return found


def carry_out(way: str, media: Path, store: Path) -> None:
    before, begun = time.process_time(), time.perf_counter()
    found = WAYS[way](media, store)
    found |= {"cpu": time.process_time() - before, "wall": time.perf_counter() - begun}
    print(json.dumps(found | {"peak": peak()}))


def peak() -> float:
    """The most memory that this process held, in MiB; what `getrusage` tells may be its parent's."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def small_figures(media: Path, home: Path) -> Iterator[str]:
    files = list(media.iterdir())
    count = len(files)
    yield f"{count} photographs of 1600 x 1200, {sum(f.stat().st_size for f in files) / count / 1000:.0f} kB each"
    plain, ours = measured("plain_pillow", media, home), measured("plain_recipe", media, home / "plain")
    yield f"   three WebP and a JPEG: {ours['cpu'] / count:.3f} s CPU each, {ours['bytes'] / count / 1000:.0f} kB"
    yield f"   the same by Pillow alone: {plain['cpu'] / count:.3f} s CPU each, {plain['bytes'] / count / 1000:.0f} kB"
    yield f"   ours to Pillow's: {ours['cpu'] / plain['cpu']:.2f}"
    full, again = measured("full_recipe", media, home / "full"), measured("full_recipe_again", media, home / "full")
    size, per_photograph = full["bytes"] / count / 1000, full["files"] / count
    yield f"   the full recipe: {full['cpu'] / count:.2f} s CPU each, {size:.0f} kB in {per_photograph:.0f} files each"
    yield f"   again, from the cache: {again['cpu'] / count * 1000:.1f} ms CPU each"
    average, most = full["avif_720"] / 1000, full["avif_720_largest"] / 1000
    yield f"   AVIF for pages, 720 wide: {average:.1f} kB on average, {most:.1f} kB at most"


def large_figures(media: Path, home: Path) -> Iterator[str]:
    files = list(media.iterdir())
    with Image.open(BytesIO(files[0].read_bytes())) as first:
        mega = first.width * first.height / 1e6
    yield f"{len(files)} photographs of {mega:.0f} megapixels, {sum(f.stat().st_size for f in files) / 1e6:.0f} MB"
    found = measured("two_threads", media, home / "large")
    yield f"   two threads: {found['cpu']:.0f} s CPU, {found['wall']:.0f} s wall, peak {found['peak']:.0f} MiB"


RUNS = 3

OF_A_TREE = """
import json, sys, time
from pathlib import Path
from PIL import Image
Image.init()
encoded, save = [], Image.SAVE["AVIF"]
def counted(*arguments):
    encoded.append(1)
    save(*arguments)
Image.SAVE["AVIF"] = counted
try:
    from ocop_site.pictures.originals import read_original
    from ocop_site.pictures.render import render
except ImportError:
    from ocop_site.pictures.originals import read_original
    from ocop_site.pictures.darkroom import make as render
from ocop_site.pictures.recipe import FULL
sizes, before = [], time.process_time()
for file in sorted(Path(sys.argv[1]).iterdir()):
    original, _ = read_original(file.name, file.read_bytes())
    sizes += [(each.format, len(body)) for each, body in render(original, FULL)[1]]
cpu = time.process_time() - before
total = sum(size for _, size in sizes)
print(json.dumps([cpu, total, len(encoded), sum(format == "avif" for format, _ in sizes)]))
"""
"""The full recipe, by whichever checkout is the current folder; its rooms had other names once."""


def of_tree(photographs: Path, tree: Path, python: Path) -> list[float]:
    """CPU seconds, bytes, AVIFs encoded and AVIFs kept."""
    answer = subprocess.run(
        [python, "-c", OF_A_TREE, photographs.absolute()],
        cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: list[float] = json.loads(answer.stdout)
    return found


def compared(photographs: Path, other: Path, python: Path) -> Iterator[str]:
    yield f"{len(list(photographs.iterdir()))} photographs, the full recipe, this tree and {other}"
    for _ in range(RUNS):
        cpu, size, encoded, kept = of_tree(photographs, PROJECT, Path(sys.executable))
        cpu_there, size_there, encoded_there, kept_there = of_tree(photographs, other, python)
        yield f"   CPU {cpu:.1f} to {cpu_there:.1f} s: {cpu / cpu_there:.2f}; bytes {size / size_there:.3f}"
        yield f"   AVIF encoded and kept: {encoded:.0f}, {kept:.0f}; there {encoded_there:.0f}, {kept_there:.0f}"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name, write, figures in (("small", write_small, small_figures), ("many", write_large, large_figures)):
            media = home / name
            media.mkdir()
            write(media)
            for line in figures(media, home):
                print(line, flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1 and Path(sys.argv[1]).is_dir():
        there = Path(sys.argv[2]).absolute()
        for line in compared(Path(sys.argv[1]), there, Path(*sys.argv[3:4] or [str(there / ".venv/bin/python")])):
            print(line, flush=True)
    elif len(sys.argv) > 1:
        carry_out(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
