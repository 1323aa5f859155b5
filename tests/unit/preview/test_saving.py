"""The preview hears of every save, builds once for many, and keeps the last good page."""

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from ocop_site.problems import Location, Problem
from tests.support import Outcome, Task
from tests.unit.preview.running import DEADLINE, Running, opened, play, previewed, small_build


def test_a_save_renews_the_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running) as browser:
            for text in ("one", "two", "three"):
                running.save("index.txt", text)
                assert await browser.heard() == "reload"
                assert text in await running.text("")

    play(story())


def test_a_change_of_the_theme_renews_the_page_too(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running) as browser:
            (site / "themes/face").mkdir()
            (site / "themes/face/base.css").write_text("p{}", "utf-8")
            assert await browser.heard() == "reload"

    play(story())


def test_new_pictures_are_sketched_and_made_well_without_another_save(site: Path) -> None:
    hurries: list[bool] = []

    def build_with_a_new_picture(task: Task) -> Outcome:
        hurries.append(task.hurry())
        return replace(small_build(task), sketched=int(hurries[-1]))

    async def story() -> None:
        async with previewed(site, build_with_a_new_picture) as running:
            assert (await running.built()).sketched == 1
            assert (await running.built()).sketched == 0
            running.save("index.txt", "again")
            assert (await running.built()).sketched == 1
            assert (await running.built()).sketched == 0
        assert hurries == [True, False, True, False]

    play(story())


def test_several_saves_during_a_build_are_one_build_and_one_reload(site: Path) -> None:
    going_on, may_end = threading.Event(), threading.Event()
    at_once: list[int] = []

    def slow_build(task: Task) -> Outcome:
        at_once.append(1)
        assert len(at_once) == 1
        going_on.set()
        assert may_end.wait(DEADLINE)
        at_once.pop()
        return small_build(task)

    async def story() -> None:
        may_end.set()
        async with previewed(site, slow_build) as running, opened(running) as browser:
            await running.built()
            may_end.clear()
            going_on.clear()
            running.preview.changed()
            await asyncio.to_thread(going_on.wait, DEADLINE)
            for _ in range(5):
                running.preview.changed()
            assert "front" in await running.text(""), "requests do not wait for a build"
            may_end.set()
            await running.built()
            await running.built()
            assert running.builds == 3
            assert await browser.heard_by_now() == ["reload", "reload"]

    play(story())


def test_a_page_that_was_on_its_way_during_a_build_is_renewed_as_soon_as_it_listens(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            await running.built()
            old = await running.text("")
            running.save("index.txt", "new")
            await running.built()
            async with opened(running, old) as browser:
                assert await browser.heard() == "reload"

    play(story())


def test_a_browser_that_has_gone_is_no_trouble(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            async with opened(running):
                pass
            async with opened(running) as browser:
                running.save("index.txt", "new")
                assert await browser.heard() == "reload"

    play(story())


# Mistakes


def test_a_mistake_leaves_the_last_good_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running) as browser:
            await running.built()
            running.save("rice.txt", "wrong")
            assert [problem.code for problem in (await running.built()).problems] == ["value.id"]
            assert "rice at" in await running.text("rice/")
            running.save("rice.txt", "mended")
            await running.until(lambda: contains(running, "rice/", "mended at"))
            assert await browser.heard() == "reload"
            assert await browser.heard_by_now() == []

    play(story())


@pytest.mark.parametrize(("language", "title"), [("vi", "Chưa dựng được trang"), ("en", "could not be built yet")])
def test_mistakes_from_the_start_are_listed_until_they_are_mended(site: Path, language: str, title: str) -> None:
    (site / "content/rice.txt").write_text("wrong <script>alert(1)</script>", "utf-8")

    async def story() -> None:
        async with (
            previewed(site, language=language) as running,
            opened(running, await running.text("rice/")) as browser,
        ):
            listed = await running.get("rice/")
            assert listed.code == 503
            assert title in listed.body.decode()
            assert "rice.txt:1" in listed.body.decode()
            assert "&lt;script&gt;alert" in listed.body.decode()
            assert "<script>alert" not in listed.body.decode()
            running.save("rice.txt", "wrong too")
            assert await browser.heard() == "reload"
            assert "wrong too" in await running.text("rice/")
            running.save("rice.txt", "mended")
            assert await browser.heard() == "reload"
            assert (await running.get("rice/")).code == 200

    play(story())


def test_what_publishing_refuses_is_listed_too(site: Path) -> None:
    refusal = Problem("output.full", Location("output"), {"path": "/tmp/site"})

    async def story() -> None:
        async with previewed(site, lambda _: Outcome(refused=refusal)) as running:
            assert "ổ đĩa đã đầy" in await running.text("")

    play(story())


async def contains(running: Running, path: str, text: str) -> bool:
    return text in await running.text(path)
