"""The page for what is not there is open: its own mistakes are told, and the preview goes on."""

from pathlib import Path

from tests.unit.preview.running import opened, play, previewed


def test_a_mistake_in_the_page_for_what_is_not_there_is_told_over_it_too(site: Path) -> None:
    template = site / "themes/dong-bang/templates/not_found.html"
    text = template.read_text("utf-8")
    wrong, mended = (text.replace("<h1", f"{put}<h1", 1) for put in ("{{ view.nothing.more }}", "<hr>"))

    async def story() -> None:
        async with previewed(site) as running, opened(running, "vi/khong-co/") as browser:
            template.write_text(wrong, "utf-8")
            assert await browser.path() == "/preview/problems"
            assert (await running.get("vi/khong-co/")).code == 404
            assert "not_found.html" in (await running.get("preview/problems")).body.decode()
            template.write_text(mended, "utf-8")
            assert {await browser.path(), await browser.path()} == {"*", "/preview/problems"}
            assert "<hr>" in await running.shown("vi/khong-co/")

    play(story())


def test_a_page_for_what_is_not_there_that_was_wrong_from_the_start_is_renewed_once_mended(site: Path) -> None:
    template = site / "themes/dong-bang/templates/not_found.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("<h1", "{{ view.nothing.more }}<h1", 1), "utf-8")

    async def story() -> None:
        async with previewed(site) as running, opened(running, "vi/khong-co/") as browser:
            listed = await running.get("vi/khong-co/")
            assert (listed.code, "not_found.html" in listed.body.decode()) == (500, True)
            template.write_text(text, "utf-8")
            while await browser.path() != "*":
                pass
            assert (await running.get("vi/khong-co/")).code == 404

    play(story())
