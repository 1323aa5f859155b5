"""Orders carried out: in a hurry or not, by one thread or many, by two builds at once, with a cache or without."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier

import pytest
from PIL import Image

from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.recipe import FULL, SKETCH
from ocop_site.pictures.renditions import RenditionRequest, Renditions
from tests.unit.pictures.corpus import photograph, saved
from tests.unit.pictures.test_cache import SMALL, entries, published, requested
from tests.unit.pictures.test_svg import FOUR, drawing

NAMES = ("a.jpg", "b.jpg", "c.png", "d.svg")


@pytest.fixture
def media(tmp_path: Path) -> Path:
    folder = tmp_path / "media"
    folder.mkdir()
    for number, name in enumerate(NAMES[:2]):
        (folder / name).write_bytes(saved(photograph((260 - 20 * number, 210), number), "JPEG"))
    (folder / "c.png").write_bytes(saved(photograph((220, 230), 7), "PNG"))
    (folder / "d.svg").write_bytes(drawing(FOUR))
    return folder


@pytest.fixture
def make(media: Path, tmp_path: Path) -> Callable[..., Renditions]:
    def made(cache: str = "cache", **options: object) -> Renditions:
        kept = RenditionCache(tmp_path / cache)
        return render_pictures(media, map(requested, NAMES), kept, **{"recipe": SMALL, **options})  # type: ignore[arg-type]

    return made


def states(renditions: Renditions) -> dict[str, int]:
    return {state: renditions.count(state) for state in ("sketched", "made", "kept")}


def formats(renditions: Renditions) -> set[str]:
    return {path.rpartition(".")[2] for path in published(renditions)}


def test_in_a_hurry_pictures_are_sketched_then_made_then_kept(make: Callable[..., Renditions]) -> None:
    hurried, patient, again = make(hurry=lambda: True), make(), make(hurry=lambda: True)
    assert states(hurried) == {"sketched": 4, "made": 0, "kept": 0}
    assert states(patient) == {"sketched": 0, "made": 4, "kept": 0}
    assert states(again) == {"sketched": 0, "made": 0, "kept": 4}
    assert formats(hurried) <= {"jpg", "svg"}
    assert "webp" in formats(again)
    assert published(again) == published(make("another"))


def test_a_second_hurry_finds_its_sketches(make: Callable[..., Renditions], tmp_path: Path) -> None:
    first = make(hurry=lambda: True)
    before = {path: path.stat().st_ino for path in entries(tmp_path / "cache")}
    assert published(make(hurry=lambda: True)) == published(first)
    assert {path: path.stat().st_ino for path in entries(tmp_path / "cache")} == before


def test_a_hurry_that_begins_halfway_sketches_the_rest(make: Callable[..., Renditions]) -> None:
    answers = iter([False, False, True, True])
    assert states(make(hurry=lambda: next(answers))) == {"sketched": 2, "made": 2, "kept": 0}


def test_a_picture_that_no_sketch_is_for_is_made_well(media: Path, tmp_path: Path) -> None:
    social = RenditionRequest("a.jpg", None, frozenset({"social"}))
    renditions = render_pictures(media, [social], RenditionCache(tmp_path / "cache"), recipe=FULL, hurry=lambda: True)
    assert (renditions.count("made"), renditions.count("sketched")) == (1, 0)


def test_a_sketch_is_as_wide_as_phones_need(media: Path, tmp_path: Path) -> None:
    (media / "a.jpg").write_bytes(saved(photograph((1000, 800), 3), "JPEG"))
    renditions = render_pictures(media, [requested("a.jpg")], RenditionCache(tmp_path / "cache"), hurry=lambda: True)
    sizes = {Image.open(BytesIO(body)).size for body in published(renditions).values()}
    assert sizes == {(720, 576), (320, 240)}
    assert {use.name for use in SKETCH.uses} <= {use.name for use in FULL.uses}


@pytest.mark.parametrize("threads", [2, 5])
def test_threads_leave_no_trace_and_keep_the_order(make: Callable[..., Renditions], threads: int) -> None:
    one, many = make("1"), make("2", threads=threads)
    assert list(published(one).items()) == list(published(many).items())
    assert [each.file for each in many.results] == list(NAMES)


def test_two_builds_may_share_a_cache_at_the_same_moment(make: Callable[..., Renditions], tmp_path: Path) -> None:
    together = Barrier(3)

    def build(_: int) -> dict[str, bytes]:
        together.wait()
        return published(make(threads=2))

    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(build, range(3)))
    assert found == [published(make("alone"))] * 3
    assert len(entries(tmp_path / "cache")) == len(NAMES)
    assert make().count("made") == 0


def test_progress_is_told_up_to_the_end(make: Callable[..., Renditions], media: Path) -> None:
    told: list[tuple[int, int]] = []
    make(progress=lambda done, of: told.append((done, of)))
    total = sum((media / name).stat().st_size for name in NAMES)
    assert len(told) == len(NAMES)
    assert told == sorted(told)
    assert told[-1] == (total, total)


def test_a_cache_that_cannot_be_written_only_costs_time(make: Callable[..., Renditions], tmp_path: Path) -> None:
    (tmp_path / "full").write_text("no folder", encoding="utf-8")
    assert published(make("full/cache")) == published(make("cache"))


def test_a_cache_deleted_while_building_only_costs_time(make: Callable[..., Renditions], tmp_path: Path) -> None:
    renditions = make()
    RenditionCache(tmp_path / "cache").clear()
    assert published(renditions) == published(make("another"))


def test_one_picture_for_two_places_is_made_for_each(media: Path, tmp_path: Path) -> None:
    page, card = (RenditionRequest("a.jpg", None, frozenset({use})) for use in ("page", "card"))
    renditions = render_pictures(media, [page, card], RenditionCache(tmp_path / "cache"), recipe=SMALL)
    uses = [
        {each.use for each in result.rendition_set.renditions}
        for result in renditions.results.values()
        if result.rendition_set
    ]
    assert uses == [{"page"}, {"card"}]


def test_a_small_picture_is_told_and_shown(media: Path, tmp_path: Path) -> None:
    (result,) = render_pictures(media, [requested("a.jpg")], RenditionCache(tmp_path / "cache")).results.values()
    assert [mistake.code for mistake in result.mistakes] == ["picture.small"]
    assert result.mistakes[0].details == {"width": 260, "height": 210, "shown": 260, "least": 640}
    assert result.rendition_set


def test_nothing_of_a_files_name_is_in_what_is_published(make: Callable[..., Renditions], media: Path) -> None:
    before = published(make())
    for name in NAMES:
        (media / name).rename(media / f"ngoc-{name}")
    renditions = render_pictures(
        media, [requested(f"ngoc-{name}") for name in NAMES], RenditionCache(media / "new"), recipe=SMALL
    )
    assert published(renditions) == before
    assert not any("ngoc" in path or b"ngoc" in body for path, body in published(renditions).items())


def test_a_folder_in_a_files_place_is_told(media: Path, tmp_path: Path) -> None:
    (media / "e.jpg").mkdir()
    (result,) = render_pictures(media, [requested("e.jpg")], RenditionCache(tmp_path / "cache")).results.values()
    assert [mistake.code for mistake in result.mistakes] == ["file.unreadable"]


def test_no_requests_make_no_renditions(media: Path, tmp_path: Path) -> None:
    renditions = render_pictures(media, [], RenditionCache(tmp_path / "cache"))
    assert published(renditions) == {}
    assert renditions.of("a.jpg", None) is None


def test_an_order_asks_for_its_own_uses_of_a_recipe() -> None:
    asked = RenditionRequest("a.jpg", (0.5, 0.25), frozenset({"card"})).by(FULL)
    assert ([use.name for use in asked.uses], asked.focus) == (["card"], (0.5, 0.25))
