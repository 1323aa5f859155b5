"""The memory of work: nothing is made twice, nothing stale or damaged is ever shown, whatever happens to the files."""

import os
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PIL import Image

from ocop_site.pictures import drawings
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.recipe import FULL, Recipe, Use, shot
from ocop_site.pictures.render import judge_of_drawings, key_of
from ocop_site.pictures.renditions import PictureLost, RenditionRequest, Renditions
from tests.unit.pictures.corpus import photograph, saved
from tests.unit.pictures.test_svg import FOUR, drawing

SMALL = Recipe(
    tuple(
        Use(use.name, use.narrowest, use.widest, (shot("webp", 120, 200), shot("jpeg", 160))) for use in FULL.uses[:2]
    )
)

BOTH = frozenset({"page", "card"})

PHOTOGRAPHS = [saved(photograph((230 + 10 * n, 210), n), "JPEG", quality=60) for n in range(3)]


def requested(file: str) -> RenditionRequest:
    return RenditionRequest(file, None, BOTH)


def made_of(media: Path, cache: Path, threads: int = 1) -> Renditions:
    return render_pictures(
        media,
        map(requested, sorted(file.name for file in media.iterdir())),
        RenditionCache(cache),
        recipe=SMALL,
        threads=threads,
    )


def published(renditions: Renditions) -> dict[str, bytes]:
    return {document.path: document.body for document in renditions.documents()}


def entries(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


class EditorsAndAccidents(RuleBasedStateMachine):
    """What people, programs and disks do to a folder of photographs and to the cache beside it."""

    @initialize()
    def begin(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.media, self.cache = self.home / "media", self.home / "cache"
        self.media.mkdir()

    def teardown(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)

    @rule(name=st.sampled_from("abc"), which=st.integers(0, 2))
    def save(self, name: str, which: int) -> None:
        (self.media / f"{name}.jpg").write_bytes(PHOTOGRAPHS[which])

    @rule(name=st.sampled_from("abc"), other=st.sampled_from("abc"))
    def rename(self, name: str, other: str) -> None:
        if (self.media / f"{name}.jpg").exists():
            (self.media / f"{name}.jpg").replace(self.media / f"{other}.jpg")

    @rule(name=st.sampled_from("abc"), when=st.integers(0, 2**31))
    def touch(self, name: str, when: int) -> None:
        if (self.media / f"{name}.jpg").exists():
            os.utime(self.media / f"{name}.jpg", (when, when))

    @rule(name=st.sampled_from("abc"))
    def delete(self, name: str) -> None:
        (self.media / f"{name}.jpg").unlink(missing_ok=True)

    @rule(chance=st.randoms(use_true_random=False), damage=st.sampled_from(["flip", "cut", "empty", "garbage", "gone"]))
    def damage(self, chance: random.Random, damage: str) -> None:
        if not (found := entries(self.cache)):
            return
        path = chance.choice(found)
        body = bytearray(path.read_bytes())
        if damage == "gone":
            path.unlink()
        elif damage == "flip" and body:
            body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
            path.write_bytes(body)
        else:
            path.write_bytes({"cut": bytes(body[: len(body) // 2]), "garbage": b"?" * 99}.get(damage, b""))

    @rule()
    def move_the_cache(self) -> None:
        if self.cache.exists():
            moved = self.home / f"cache-{self.cache.name}"[:40]
            if not moved.exists():
                self.cache.rename(moved)
                self.cache = moved

    @rule()
    def trim(self) -> None:
        RenditionCache(self.cache).trim(0, frozenset())

    @invariant()
    def what_is_published_is_what_a_first_build_publishes(self) -> None:
        if not hasattr(self, "media"):
            return
        clean = self.home / "clean"
        warm = published(made_of(self.media, self.cache))
        assert warm == published(made_of(self.media, clean))
        shutil.rmtree(clean, ignore_errors=True)
        assert made_of(self.media, self.cache).count("made") == 0


TestEditorsAndAccidents = EditorsAndAccidents.TestCase
TestEditorsAndAccidents.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)


@pytest.fixture
def media(tmp_path: Path) -> Path:
    folder = tmp_path / "media"
    folder.mkdir()
    for name, body in zip("abc", PHOTOGRAPHS, strict=True):
        (folder / f"{name}.jpg").write_bytes(body)
    return folder


def test_a_warm_run_makes_nothing_and_publishes_the_same(media: Path, tmp_path: Path) -> None:
    first, second = made_of(media, tmp_path / "cache"), made_of(media, tmp_path / "cache")
    assert (first.count("made"), second.count("made"), second.count("kept")) == (3, 0, 3)
    assert published(first) == published(second)


def test_after_one_photograph_changed_only_its_own_are_made(media: Path, tmp_path: Path) -> None:
    before = set(published(made_of(media, tmp_path / "cache")))
    (media / "b.jpg").write_bytes(saved(photograph((250, 240), 9), "JPEG"))
    renditions = made_of(media, tmp_path / "cache")
    assert renditions.count("made") == 1
    new = {each.path for each in renditions.of("b.jpg", None).renditions}  # type: ignore[union-attr]
    assert set(published(renditions)) - before == new


def test_equal_photographs_under_two_names_are_published_once(media: Path, tmp_path: Path) -> None:
    (media / "d.jpg").write_bytes(PHOTOGRAPHS[0])
    assert published(made_of(media, tmp_path / "cache")).keys() == published(made_of(media, tmp_path / "cache")).keys()
    renditions = made_of(media, tmp_path / "other")
    assert renditions.of("a.jpg", None) == renditions.of("d.jpg", None)


def test_the_number_of_threads_leaves_no_trace(media: Path, tmp_path: Path) -> None:
    one, many = made_of(media, tmp_path / "1"), made_of(media, tmp_path / "3", threads=3)
    assert list(published(one).items()) == list(published(many).items())


def test_another_quality_or_focus_is_another_picture(media: Path, tmp_path: Path) -> None:
    one = published(made_of(media, tmp_path / "cache"))
    coarse = Recipe(SMALL.uses, webp=(20, 4), jpeg=20)
    other = render_pictures(media, [requested("a.jpg")], RenditionCache(tmp_path / "cache"), recipe=coarse)
    assert other.count("made") == 1
    assert not set(published(other)) & set(one)
    focused = render_pictures(
        media, [RenditionRequest("a.jpg", (0.1, 0.9), BOTH)], RenditionCache(tmp_path / "cache"), recipe=SMALL
    )
    assert focused.count("made") == 1


def test_what_is_lost_between_making_and_publishing_is_made_again(media: Path, tmp_path: Path) -> None:
    renditions = made_of(media, tmp_path / "cache")
    whole = published(renditions)
    for path in entries(tmp_path / "cache"):
        path.write_bytes(b"")
    assert published(renditions) == whole


def test_a_picture_that_was_damaged_in_the_cache_is_made_and_kept_anew(media: Path, tmp_path: Path) -> None:
    whole = published(made_of(media, tmp_path / "cache"))
    sound = {path: path.read_bytes() for path in entries(tmp_path / "cache")}
    for path, body in sound.items():
        path.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    assert published(made_of(media, tmp_path / "cache")) == whole
    assert {path: path.read_bytes() for path in entries(tmp_path / "cache")} == sound


def test_a_drawing_that_is_kept_is_doubted_as_before(tmp_path: Path) -> None:
    media = tmp_path / "media"
    media.mkdir()
    (media / "tall.png").write_bytes(drawing(FOUR, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 220">'))
    cache = RenditionCache(tmp_path / "cache")
    first, again = (
        next(iter(render_pictures(media, [requested("tall.png")], cache).results.values())) for _ in range(2)
    )
    assert [mistake.code for mistake in first.mistakes] == ["picture.mislabelled", "picture.small"]
    told, told_again = ([(each.code, each.details) for each in result.mistakes] for result in (first, again))
    assert (told, first.state, again.state) == (told_again, "made", "kept")


def test_a_drawing_is_judged_anew_by_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture, photo = drawing(FOUR), PHOTOGRAPHS[0]
    before = key_of(picture, SMALL), key_of(photo, SMALL)
    copied = Path(shutil.copytree(Path(str(drawings.__file__)).parent, tmp_path / "drawings"))
    with (copied / "reading.py").open("a", encoding="utf-8") as code:
        code.write("# stricter")
    monkeypatch.setattr(drawings, "__file__", str(copied / "__init__.py"))
    judge_of_drawings.cache_clear()
    after = key_of(picture, SMALL), key_of(photo, SMALL)
    judge_of_drawings.cache_clear()
    assert (before[0] == after[0], before[1] == after[1]) == (False, True)


@pytest.mark.parametrize("accident", ["changed", "deleted"])
def test_an_original_that_goes_while_nothing_is_kept_is_told(media: Path, tmp_path: Path, accident: str) -> None:
    renditions = made_of(media, tmp_path / "cache")
    shutil.rmtree(tmp_path / "cache")
    (media / "b.jpg").write_bytes(PHOTOGRAPHS[2]) if accident == "changed" else (media / "b.jpg").unlink()
    with pytest.raises(PictureLost) as raised:
        published(renditions)
    assert raised.value.file == "b.jpg"


def test_trimming_takes_what_was_longest_of_no_use(media: Path, tmp_path: Path) -> None:
    renditions = made_of(media, tmp_path / "cache")
    keys = [renditions.of(f"{name}.jpg", None).key for name in "abc"]  # type: ignore[union-attr]
    paths = {path.name: path for path in entries(tmp_path / "cache")}
    for age, key in enumerate(keys):
        os.utime(paths[key], (1_000_000 - age, 1_000_000 - age))
    most = sum(path.stat().st_size for path in paths.values()) - 1
    assert RenditionCache(tmp_path / "cache").trim(most, frozenset()) > 0
    assert {path.name for path in entries(tmp_path / "cache")} == set(keys[:2])
    assert RenditionCache(tmp_path / "cache").trim(0, frozenset(keys[:1])) > 0
    assert [path.name for path in entries(tmp_path / "cache")] == keys[:1]


def test_what_a_build_uses_becomes_young_again(media: Path, tmp_path: Path) -> None:
    made_of(media, tmp_path / "cache")
    for path in entries(tmp_path / "cache"):
        os.utime(path, (1000, 1000))
    made_of(media, tmp_path / "cache")
    assert all(path.stat().st_mtime > 1000 for path in entries(tmp_path / "cache"))


def test_clearing_leaves_other_peoples_files(media: Path, tmp_path: Path) -> None:
    made_of(media, tmp_path / "cache")
    (tmp_path / "cache" / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "cache" / "album").mkdir()
    (tmp_path / "cache" / "ab").mkdir(exist_ok=True)
    (tmp_path / "cache" / "ab" / f"ab{'x' * 70}").write_text("của tôi", encoding="utf-8")
    count, freed = RenditionCache(tmp_path / "cache").clear()
    assert count == 3
    assert freed > 3000
    assert {path.name for path in entries(tmp_path / "cache")} == {"ghi-chu.txt", f"ab{'x' * 70}"}
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {"ghi-chu.txt", "album", "ab"}
    assert RenditionCache(tmp_path / "cache").clear() == (0, 0)


def test_a_cache_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert RenditionCache(tmp_path / "nothing").clear() == (0, 0)
    assert RenditionCache(tmp_path / "nothing").trim(0, frozenset()) == 0


@pytest.fixture
def refused(media: Path) -> Path:
    (media / "a.jpg").write_bytes(PHOTOGRAPHS[0][:900])
    (media / "b.jpg").write_bytes(b"")
    Image.new("F", (300, 300)).save(media / "c.jpg", "TIFF")
    return media


def test_what_is_refused_is_told_and_keeps_nothing(refused: Path, tmp_path: Path) -> None:
    renditions = render_pictures(
        refused, [*map(requested, ("a.jpg", "b.jpg", "c.jpg", "gone.jpg"))], RenditionCache(tmp_path / "cache")
    )
    codes = [[mistake.code for mistake in result.mistakes][-1] for result in renditions.results.values()]
    assert codes == ["picture.broken", "picture.empty", "picture.measurements", "file.unreadable"]
    assert published(renditions) == {}
    assert entries(tmp_path / "cache") == []
