"""After whatever saves a preview shows what one shows that has only just begun: every page, every file, every problem.

It keeps what cannot have changed from save to save, for what is open and, beside it, for the whole that is checked when
nobody waits. `OCOP_SEQUENCES` says how many sequences are tried, of which these are a third.
"""

import gc
import shutil
import weakref
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.exports.exports import EXPORTS
from ocop_site.preview.beside import LiveExports
from ocop_site.preview.engine import Engine, LiveSite, Mistaken
from ocop_site.preview.live_pages import LivePages
from ocop_site.preview.rest import Checked, rest
from tests.build.office import EXAMPLE
from tests.build.test_incremental import DAY, SEQUENCES, Office, Step, saves
from tests.support import PROJECT, Task, build, some


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's pictures."""
    cache = tmp_path_factory.mktemp("pictures")
    build(Task(EXAMPLE, PROJECT / "themes", cache / "output", cache, today=DAY))
    return cache


class Watching:
    """Somebody's preview: what is open, and the whole beside it."""

    def __init__(self, office: Office) -> None:
        self.office, self.engine = office, Engine(office.task)
        self.made: LiveSite | Mistaken = self.engine.again([office.content.resolve(), office.themes.resolve()])
        self.open: LivePages | None = None
        self.whole: LivePages | None = None
        self.checked: Checked | None = None
        self.show()

    def save(self, step: Step) -> None:
        step(self.office)
        self.made = self.engine.again([file.resolve() for file in self.office.saved])
        self.office.saved.clear()
        self.show()

    def show(self) -> None:
        """One page is open."""
        if isinstance(self.made, LiveSite):
            self.open = LivePages(self.made, self.open)
            self.open.document("vi/index.html")

    def check(self) -> Checked:
        """The whole is made and checked."""
        assert isinstance(self.made, LiveSite)
        self.whole = LivePages(self.made, self.whole)
        self.checked = finished(rest(self.whole, LiveExports(self.whole), self.checked))
        return self.checked


def finished(work: Generator[None, None, Checked]) -> Checked:
    while True:
        try:
            next(work)
        except StopIteration as ended:
            checked: Checked = ended.value
            return checked


def compare(watching: Watching) -> None:
    """With a preview that has only just begun."""
    fresh = Watching(watching.office)
    assert list(map(repr, watching.made.problems)) == list(map(repr, fresh.made.problems))
    assert type(watching.made) is type(fresh.made)
    if isinstance(fresh.made, LiveSite):
        assert watching.open
        assert fresh.open
        assert watching.open.addresses == fresh.open.addresses
        for file in some(fresh.open.addresses):
            assert watching.open.document(file) == fresh.open.document(file), file
        told, anew = watching.check(), fresh.check()
        assert (told.problems, told.pages.keys()) == (anew.problems, anew.pages.keys())
        assert {file: page.facts for file, page in told.pages.items()} == {
            file: page.facts for file, page in anew.pages.items()
        }
        for export in some(EXPORTS.values()):
            assert watching.whole
            assert fresh.whole
            assert [*export.documents(watching.whole.editions)] == [*export.documents(fresh.whole.editions)]


@settings(
    deadline=None,
    max_examples=max(SEQUENCES // 3, 1),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(taken=st.lists(st.tuples(saves(), st.booleans()), min_size=2, max_size=8))
def test_after_whatever_saves_a_preview_shows_what_one_shows_that_has_just_begun(
    rendered: Path, tmp_path_factory: pytest.TempPathFactory, taken: list[tuple[Step, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("office")
    try:
        watching = Watching(Office(folder, rendered))
        for step, is_looked_at in taken:
            watching.save(step)
            if is_looked_at:
                compare(watching)
        compare(watching)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_of_the_catalogues_of_before_none_is_kept(rendered: Path, tmp_path: Path) -> None:
    watching = Watching(Office(tmp_path, rendered))
    before = list[weakref.ref[Catalogue]]()
    watching.check()
    watching.whole = None
    for word in some(("lúa", "mật ong", "rượu", "bánh")):
        assert isinstance(watching.made, LiveSite)
        before.append(weakref.ref(watching.made.catalogue))
        watching.save(lambda office, word=word: office.edit("products", 1, 0, word))  # type: ignore[misc]
    gc.collect()
    assert [catalogue() for catalogue in before] == [None] * len(before)
