"""Which formats a picture is published in: those that save bytes, found out before they are all encoded."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest
from PIL import Image, ImageFilter

from ocop_site.pictures.drawings.drawing import read_drawing
from ocop_site.pictures.grounds import WHITE, laid_on
from ocop_site.pictures.recipe import FULL, Recipe
from tests.unit.pictures.corpus import noise, photograph, saved
from tests.unit.pictures.printing import renditions, size_of

MEDIA = Path(__file__).parents[3] / "content" / "media"

PAGE = Recipe(FULL.uses[:1])


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often Pillow is asked for each format."""
    Image.init()
    counts: Counter[str] = Counter()

    def counted(name: str) -> None:
        save = Image.SAVE[name]

        def saving(picture: Image.Image, file: IO[bytes], path: str | bytes) -> None:
            counts[name] += 1
            save(picture, file, path)

        monkeypatch.setitem(Image.SAVE, name, saving)

    for name in ("AVIF", "WEBP", "JPEG"):
        counted(name)
    return counts


def soft(size: tuple[int, int] = (1700, 1200)) -> bytes:
    return saved(photograph(size, 5).filter(ImageFilter.GaussianBlur(2)), "PNG", compress_level=1)


def test_a_format_that_saves_nothing_is_encoded_once_and_given_up(encoded: Counter[str]) -> None:
    raw = saved(noise((1300, 900)), "PNG")
    wasteful = Recipe(PAGE.uses, avif=(95, 10), avif_careful=(95, 10), webp=(40, 0), jpeg=90)
    formats = Counter(each.format for each, _ in renditions(raw, "a.png", wasteful))
    assert formats == {"webp": 3, "jpeg": 2}
    assert encoded == {"AVIF": 1, "WEBP": 3, "JPEG": 2}


def test_a_format_that_saves_bytes_is_encoded_in_all_its_widths(encoded: Counter[str]) -> None:
    formats = Counter(each.format for each, _ in renditions(soft(), "a.png", PAGE))
    assert formats == {"avif": 5, "webp": 3, "jpeg": 2}
    assert encoded == {"AVIF": 5, "WEBP": 3, "JPEG": 2}


def test_of_two_formats_the_better_one_is_smaller_at_the_widths_that_both_have() -> None:
    files = renditions(soft(), "a.png", FULL)
    for use in ("page", "card"):
        avif, webp, jpeg = (
            {each.width: each.size for each, _ in files if (each.use, each.format) == (use, name)}
            for name in ("avif", "webp", "jpeg")
        )
        for better, plainer in ((avif, webp), (webp, jpeg)):
            both = better.keys() & plainer.keys()
            assert both
            assert sum(better[width] for width in both) < sum(plainer[width] for width in both)


def avifs(raw: bytes, **options: Any) -> list[bytes]:
    return [body for each, body in renditions(raw, "a.png", Recipe(PAGE.uses, **options)) if each.format == "avif"]


@pytest.mark.parametrize("kind", ["flat", "light", "busy"])
def test_what_is_flat_or_has_little_detail_is_encoded_with_more_care(kind: str) -> None:
    """Flat areas: a drawing; few bytes: a photograph out of focus, grain keeps its pixels from being equal."""
    busy = photograph((1000, 750), 5)
    grainy = Image.blend(busy.filter(ImageFilter.GaussianBlur(30)), noise(busy.size), 0.01)
    drawing = laid_on(read_drawing((MEDIA / "lap-xuong.svg").read_bytes()).painted(*size_of(1000, 750)), WHITE)
    picture = {"flat": drawing, "light": grainy, "busy": busy}[kind]
    careful, hasty = {"avif": Recipe(()).avif_careful}, {"avif_careful": Recipe(()).avif}
    raw = saved(picture, "PNG", compress_level=1)
    assert avifs(raw) == avifs(raw, **(hasty if kind == "busy" else careful))
    assert avifs(raw, **hasty) != avifs(raw, **careful)


def test_renditions_come_by_falling_width_and_the_best_format_first() -> None:
    files = [(each.width, each.format) for each, _ in renditions(soft(), "a.png", PAGE)]
    assert files == sorted(files, key=lambda file: (-file[0], ("avif", "webp", "jpeg").index(file[1])))
    assert {Image.open(BytesIO(body)).width for _, body in renditions(soft(), "a.png", PAGE)} == {
        width for width, _ in files
    }
