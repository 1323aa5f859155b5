"""What a save leaves as it was is kept, and what the engine makes is what a build makes."""

from pathlib import Path

import pytest

from ocop_site.preview.engine import Engine, LiveSite, Mistaken
from ocop_site.preview.live_pages import LivePages
from ocop_site.preview.rest import seal_of
from tests.support import Task, some
from tests.unit.pictures.corpus import photograph, saved
from tests.unit.small import DAY, RICE


@pytest.fixture
def task(site: Path) -> Task:
    return Task(site / "content", site / "themes", cache=site / "cache", today=DAY, drafts=True, ledgers_bind=False)


@pytest.fixture
def engine(task: Task) -> Engine:
    return Engine(task)


def live(made: LiveSite | Mistaken) -> LiveSite:
    assert isinstance(made, LiveSite), [problem.message("en") for problem in made.problems]
    return made


def test_a_saved_record_leaves_the_theme_and_what_renders_pages_as_they_were(site: Path, engine: Engine) -> None:
    before = LivePages(live(engine.again([site / "content", site / "themes"])))
    record = site / "content/products/gao.yaml"
    record.write_text(RICE.text().replace("Để thử.", "Để ăn."), "utf-8")
    after = LivePages(live(engine.again([record])), before)
    assert after.site.theme is before.site.theme
    assert after.looks is before.looks
    assert b"\xc4\x83n." in after.document("vi/san-pham/gao/index.html").body  # type: ignore[union-attr]


def test_a_saved_style_sheet_leaves_the_records_as_they_were_and_every_page_too(site: Path, engine: Engine) -> None:
    before = LivePages(live(engine.again([site / "content", site / "themes"])))
    sheet = site / "themes/dong-bang/assets/css/base.css"
    sheet.write_text(sheet.read_text("utf-8") + "\n", "utf-8")
    after = LivePages(live(engine.again([sheet])), before)
    assert after.site.catalogue is before.site.catalogue
    for file in some(before.addresses):
        assert after.document(file) == before.document(file)


def test_of_a_mistake_nothing_stays_once_it_is_mended(site: Path, engine: Engine) -> None:
    good = live(engine.again([site / "content", site / "themes"]))
    record, words = site / "content/products/gao.yaml", site / "themes/dong-bang/words.yaml"
    texts = {file: file.read_text("utf-8") for file in (record, words)}
    for file, text in some(texts.items()):
        file.write_text("[", "utf-8")
        assert isinstance(engine.again([file]), Mistaken)
        file.write_text(text, "utf-8")
        assert live(engine.again([file])).problems == good.problems


def test_what_was_saved_while_a_mistake_stood_is_seen_once_that_is_mended(
    site: Path, task: Task, engine: Engine
) -> None:
    record, photo = site / "content/products/gao.yaml", site / "content/media/gao.png"
    template, sheet = site / "themes/dong-bang/templates/product.html", site / "themes/dong-bang/assets/css/base.css"
    photo.parent.mkdir()
    photo.write_bytes(saved(photograph((900, 900), 1), "PNG"))
    text = f"{RICE.text()}photos: [{{file: gao.png, alt: Gạo}}]\n"
    record.write_text(text, "utf-8")
    before = live(engine.again([site / "content", site / "themes"]))
    record.write_text(text.replace("producer: nha", "producer: nobody"), "utf-8")
    assert isinstance(engine.again([record]), Mistaken)
    photo.write_bytes(saved(photograph((900, 900), 2), "PNG"))
    template.write_text(template.read_text("utf-8").replace("<h1", '<h1 data-mine="yes"', 1), "utf-8")
    sheet.write_text(f"{sheet.read_text('utf-8')}\n@layer base {{ body {{ color: red }} }}\n", "utf-8")
    for file in some((photo, template, sheet)):
        assert isinstance(engine.again([file]), Mistaken)
    record.write_text(text, "utf-8")
    after, fresh = live(engine.again([record])), live(Engine(task).again([]))
    page = LivePages(after).document("vi/san-pham/gao/index.html")
    assert page == LivePages(fresh).document("vi/san-pham/gao/index.html")
    assert page
    assert b"data-mine" in page.body
    assert {*after.illustrated.renditions.paths} == {*fresh.illustrated.renditions.paths}
    assert {*after.illustrated.renditions.paths} != {*before.illustrated.renditions.paths}
    assert after.theme.assets == fresh.theme.assets != before.theme.assets
    kept = live(engine.again([record]))
    assert kept.theme is after.theme
    assert kept.illustrated.renditions is after.illustrated.renditions


def test_an_address_is_found_again_without_looking_through_all(site: Path, engine: Engine) -> None:
    before = LivePages(live(engine.again([site / "content", site / "themes"])))
    known = before.address("vi/san-pham/gao/index.html")
    assert known
    after = LivePages(live(engine.again([])), before)
    assert after.address("vi/san-pham/gao/index.html") == known
    (site / "content/products/gao.yaml").rename(site / "content/products/gao-moi.yaml")
    moved = LivePages(live(engine.again([site / "content/products/gao.yaml"])), after)
    assert moved.address("vi/san-pham/gao/index.html") is None
    assert moved.address("vi/san-pham/gao-moi/index.html")


def test_the_seal_of_a_page_is_that_of_the_same_page_and_of_no_other(engine: Engine) -> None:
    first, second = (LivePages(live(engine.again([]))) for _ in range(2))
    seals = {file: seal_of(first.plan(address)) for file, address in first.addresses.items()}
    assert len(set(seals.values())) == len(seals) > 20
    assert seals == {file: seal_of(second.plan(address)) for file, address in second.addresses.items()}
