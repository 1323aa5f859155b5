"""The preview hears of every save, shows several as one, and keeps the last good page."""

import asyncio
from pathlib import Path

import pytest

from tests.unit.preview.running import RICE_PAGE, SAUCE_PAGE, opened, play, previewed
from tests.unit.small import CAKE, RICE, written

RICE_FILE, SAUCE_FILE = "products/gao.yaml", "products/mam.yaml"

ARTICLE = '<div class="product__side">'
"""Within the page of a product, in its template."""


def test_a_save_renews_the_page_that_shows_it_and_no_other(site: Path) -> None:
    async def story() -> None:
        async with (
            previewed(site) as running,
            opened(running, RICE_PAGE) as rice,
            opened(running, SAUCE_PAGE) as sauce,
            opened(running, "vi/a-z/") as listing,
        ):
            before = "Để thử."
            for text in ("Một.", "Hai.", "Ba."):
                running.edit(RICE_FILE, before, text)
                assert await rice.path() == "*"
                assert text in await running.shown(RICE_PAGE)
                before = text
            assert await sauce.paths_by_now() == await listing.paths_by_now() == []
            running.edit(RICE_FILE, "name: {vi: Gao,", "name: {vi: Lua,")
            assert await listing.path() == "*"
            assert "Lua" in await running.shown("vi/a-z/")

    play(story())


def test_a_style_sheet_is_swapped_and_no_page_loaded_anew(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            sheet = site / "themes/dong-bang/assets/css/base.css"
            sheet.write_text(sheet.read_text("utf-8") + "\n@layer base { body { color: red } }\n", "utf-8")
            assert await browser.path() == "/assets/site.css"
            assert "body{color:red}" in await running.shown("assets/site.css")
            assert await browser.paths_by_now() == []

    play(story())


def test_a_script_of_the_theme_loads_the_pages_anew_that_ask_for_it(site: Path) -> None:
    async def story() -> None:
        async with (
            previewed(site) as running,
            opened(running, RICE_PAGE) as rice,
            opened(running, "kiosk/") as kiosk,
        ):
            script = site / "themes/dong-bang/assets/js/switch.js"
            script.write_text(script.read_text("utf-8") + "\nwindow.changed = 1;\n", "utf-8")
            assert await rice.path() == "*"
            assert await kiosk.path() == "*"
            assert "window.changed=1" in (await running.shown("assets/site.js")).replace(" ", "")

    play(story())


def test_a_template_renews_the_pages_made_of_it(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as rice, opened(running, "vi/") as home:
            template = site / "themes/dong-bang/templates/product.html"
            text = template.read_text("utf-8")
            template.write_text(text.replace("<h1", '<h1 data-mine="yes"', 1), "utf-8")
            assert await rice.path() == "*"
            assert "data-mine" in await running.shown(RICE_PAGE)
            assert await home.paths_by_now() == []

    play(story())


def test_what_changes_nothing_loads_nothing_anew(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            await running.whole()
            running.save(RICE_FILE, f"# a note\n{running.text(RICE_FILE)}")
            await running.whole()
            assert await browser.paths_by_now() == []

    play(story())


def test_new_deleted_and_renamed_files_are_followed(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, "vi/san-pham/banh/") as browser:
            written(running.content, CAKE)
            assert await browser.path() == "*"
            shown = await running.get("vi/san-pham/banh/")
            assert (shown.code, "Banh" in shown.body.decode()) == (200, True)
            async with opened(running, "vi/san-pham/banh/") as again:
                (running.content / "products/banh.yaml").rename(running.content / "products/banh-moi.yaml")
                assert await again.path() == "*"
                assert (await running.get("vi/san-pham/banh/")).code == 404
                assert "Banh" in await running.shown("vi/san-pham/banh-moi/")
            async with opened(running, "vi/san-pham/banh-moi/") as last:
                (running.content / "products/banh-moi.yaml").unlink()
                assert await last.path() == "*"
                assert (await running.get("vi/san-pham/banh-moi/")).code == 404

    play(story())


def test_saves_that_come_together_and_while_one_is_read_are_all_shown(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            await running.whole()
            before = "Để thử."
            for number in range(20):
                running.edit(RICE_FILE, before, f"Lần {number}.")
                before = f"Lần {number}."
                if number % 5 == 4:
                    await asyncio.sleep(0.05)
            running.edit(SAUCE_FILE, "Để thử.", "Cùng lúc.")
            await running.until(RICE_PAGE, "Lần 19.")
            await running.until(SAUCE_PAGE, "Cùng lúc.")
            heard = await browser.paths_by_now()
            assert set(heard) == {"*"}
            assert len(heard) < 20

    play(story())


def test_a_save_is_not_lost_that_comes_while_another_is_read(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            await running.whole()
            for number in range(10):
                running.edit(RICE_FILE, running.text(RICE_FILE).split("vi: ", 2)[2].split(",")[0], f"Lần {number}.")
                await asyncio.sleep(0.013 * number)
                running.edit(SAUCE_FILE, running.text(SAUCE_FILE).split("vi: ", 2)[2].split(",")[0], f"Nữa {number}.")
                await running.until(RICE_PAGE, f"Lần {number}.")
                await running.until(SAUCE_PAGE, f"Nữa {number}.")

    play(story())


def test_a_page_that_was_on_its_way_during_a_save_is_renewed_as_soon_as_it_listens(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            old = await running.shown(RICE_PAGE)
            running.edit(RICE_FILE, "Để thử.", "Mới.")
            await running.until(RICE_PAGE, "Mới.")
            async with opened(running, RICE_PAGE, old) as browser:
                assert await browser.path() == "*"

    play(story())


def test_a_browser_that_has_gone_is_no_trouble(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            async with opened(running, RICE_PAGE):
                pass
            async with opened(running, RICE_PAGE) as browser:
                running.edit(RICE_FILE, "Để thử.", "Mới.")
                assert await browser.path() == "*"

    play(story())


def test_the_whole_is_made_and_checked_when_nobody_waits(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            first = await running.whole()
            assert first.pages
            assert [problem.code for problem in first.problems] == ["ledger.none"]
            written(running.content, CAKE)
            assert (await running.whole()).pages == first.pages + 3  # in two languages, and its code

    play(story())


# Mistakes


def test_a_mistake_leaves_the_last_good_page_and_is_told_over_it(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            assert (await running.get("preview/problems")).code == 204
            running.edit(RICE_FILE, "producer: nha", "producer: nobody")
            assert await browser.path() == "/preview/problems"
            assert "Để thử." in await running.shown(RICE_PAGE)
            told = (await running.get("preview/problems")).body.decode()
            assert "content/products/gao.yaml:3:11" in told
            assert "nobody" in told
            running.edit(RICE_FILE, "producer: nobody", "producer: nha")
            assert await browser.path() == "/preview/problems"
            assert (await running.get("preview/problems")).code == 204
            assert await browser.paths_by_now() == []

    play(story())


def test_a_mended_mistake_and_an_edit_in_one_renew_the_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            running.edit(RICE_FILE, "producer: nha", "producer: nobody")
            assert await browser.path() == "/preview/problems"
            running.save(RICE_FILE, RICE.text().replace("Để thử.", "Để ăn."))
            assert {await browser.path(), await browser.path()} == {"*", "/preview/problems"}
            assert "Để ăn." in await running.shown(RICE_PAGE)

    play(story())


def test_a_half_written_file_is_not_taken_for_a_mistake(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            await running.whole()
            for number in range(5):
                text = RICE.text().replace("Để thử.", f"Lần {number}.")
                (running.content / RICE_FILE).write_text("", "utf-8")
                await asyncio.sleep(0.03)
                with (running.content / RICE_FILE).open("w", encoding="utf-8") as file:
                    file.write(text[:40])
                    file.flush()
                    await asyncio.sleep(0.03)
                    file.write(text[40:])
                await running.until(RICE_PAGE, f"Lần {number}.")
            assert "/preview/problems" not in await browser.paths_by_now()

    play(story())


def test_a_file_that_makes_way_for_a_new_one_is_not_taken_for_deleted(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            await running.whole()
            (running.content / RICE_FILE).unlink()
            await asyncio.sleep(0.03)
            (running.content / RICE_FILE).write_text(RICE.text().replace("Để thử.", "Mới."), "utf-8")
            assert await browser.path() == "*"
            assert "Mới." in await running.shown(RICE_PAGE)
            assert await browser.paths_by_now() == []

    play(story())


def test_a_mistake_in_a_template_is_told_over_the_last_good_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, RICE_PAGE) as browser:
            template = site / "themes/dong-bang/templates/product.html"
            text = template.read_text("utf-8")
            for wrong in ("{% if %}", "{{ view.nothing }}"):
                template.write_text(text.replace(ARTICLE, ARTICLE + wrong), "utf-8")
                assert await browser.path() == "/preview/problems"
                assert "Để thử." in await running.shown(RICE_PAGE)
                assert "product.html" in (await running.get("preview/problems")).body.decode()
                template.write_text(text, "utf-8")
                assert await browser.path() == "/preview/problems"
            assert (await running.get("preview/problems")).code == 204

    play(story())


def test_what_only_the_whole_can_show_is_told_when_it_is_found_and_until_it_is_mended(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running, "vi/") as browser:
            await running.whole()
            template = site / "themes/dong-bang/templates/product.html"
            text = template.read_text("utf-8")
            template.write_text(text.replace(ARTICLE, ARTICLE + "<h1>{{ head.title }}</h1>"), "utf-8")
            assert await browser.path() == "/preview/problems"
            told = (await running.get("preview/problems")).body.decode()
            assert RICE_FILE in told
            assert "Trang đang hiện là bản mới" in told
            assert (await running.shown(RICE_PAGE)).count("<h1") == 2
            template.write_text(text, "utf-8")
            assert await browser.path() == "/preview/problems"
            assert (await running.get("preview/problems")).code == 204

    play(story())


@pytest.mark.parametrize(("language", "title"), [("vi", "Chưa dựng được trang"), ("en", "could not be built yet")])
def test_mistakes_from_the_start_are_listed_until_they_are_mended(site: Path, language: str, title: str) -> None:
    (site / "content" / RICE_FILE).write_text(RICE.text().replace("nha", "<script>alert(1)</script>"), "utf-8")

    async def story() -> None:
        async with previewed(site, language) as running, opened(running, RICE_PAGE) as browser:
            listed = await running.get(RICE_PAGE)
            assert listed.code == 503
            assert title in listed.body.decode()
            assert "gao.yaml:3" in listed.body.decode()
            assert "&lt;script&gt;alert" in listed.body.decode()
            assert "<script>alert" not in listed.body.decode()
            running.save(RICE_FILE, RICE.text().replace("nha", "nobody"))
            assert await browser.path() == "*"
            assert "nobody" in await running.shown(RICE_PAGE)
            running.save(RICE_FILE, RICE.text())
            assert await browser.path() == "*"
            assert (await running.get(RICE_PAGE)).code == 200

    play(story())


def test_with_strict_a_warning_keeps_a_save_back(site: Path) -> None:
    async def story() -> None:
        async with previewed(site, strict=True) as running:
            assert running.preview.shown.pages is None
            assert (await running.get(RICE_PAGE)).code == 503
        async with previewed(site) as running:
            assert (await running.get(RICE_PAGE)).code == 200

    play(story())
