"""Pictures on their way from `media/` to the pages: in the right format, told where they cannot be, made only once."""

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborNode

from tests.conftest import BuiltSite
from tests.support import Outcome, Task, build, bytes_of, check_only, run

RICE, RICE_EN = "/vi/san-pham/mau-gao/", "/en/products/mau-gao/"


def photographed(task: Task, record: str, photos: str) -> None:
    """The record's photos become these, as YAML in braces."""
    file = task.content / record
    rest = re.sub(r"^photos:.*\n( .*\n)*", "", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(f"{rest}photos: [{photos}]\n", encoding="utf-8")


def told(outcome: Outcome) -> list[tuple[str, str, bool]]:
    """What is told of pictures: at which record, what, and whether it keeps the site from being published."""
    return [(p.location.file, p.code, p.is_error) for p in outcome.problems if p.code.startswith("picture.")]


def image(site: BuiltSite, path: str, within: str = "main") -> LexborNode:
    node = site.page(path).css_first(f"{within} picture img")
    assert node
    return node


def files_of(site: BuiltSite) -> set[str]:
    return {file.name for file in (site.folder / "pictures").iterdir()}


def test_the_main_picture_comes_first_in_every_format_with_its_proportion_and_tone(built: BuiltSite) -> None:
    picture = built.page(RICE).css_first("main picture")
    assert picture
    assert [node.attributes["type"] for node in picture.css("source")][-1] in ("image/avif", "image/webp")
    main = image(built, RICE)
    assert (main.attributes["width"], main.attributes["height"]) == ("320", "240")
    assert main.attributes["fetchpriority"] == "high"
    assert "loading" not in main.attributes
    assert (main.attributes["class"] or "").startswith("tone-")


def test_every_candidate_is_as_wide_as_its_page_says(built: BuiltSite) -> None:
    seen = 0
    for path in (RICE, "/vi/san-pham/"):
        for node in built.page(path).css("picture [srcset]"):
            for candidate in (node.attributes["srcset"] or "").split(", "):
                address, width = candidate.split()
                with Image.open(built.folder / built.own_path(address).lstrip("/")) as opened:
                    assert f"{opened.width}w" == width
                seen += 1
    assert seen > 6


def test_words_for_those_who_do_not_see_it_are_in_the_pages_language(built: BuiltSite) -> None:
    assert image(built, RICE).attributes["alt"] == "Ô vuông màu xanh"
    assert image(built, RICE_EN).attributes["alt"] == "A green square"


def test_a_drawing_is_called_one(built: BuiltSite) -> None:
    assert "Illustration" in built.text("/en/places/nha-trung-bay/")
    assert "Hình minh họa" in built.text("/vi/dia-diem/nha-trung-bay/")


def test_cards_are_cropped_to_four_by_three_and_wait_below_the_fold(built: BuiltSite) -> None:
    assert image(built, "/vi/", ".told").attributes["loading"] == "lazy"
    card = image(built, "/vi/san-pham/", ".cards")
    assert int(card.attributes["width"] or 0) * 3 == int(card.attributes["height"] or 0) * 4


def test_a_decision_shows_its_scan(built: BuiltSite) -> None:
    scan = image(built, "/vi/quyet-dinh/12-qd-ubnd-2024/")
    assert "12/QĐ-UBND" in (scan.attributes["alt"] or "")


@pytest.mark.parametrize("record", ["mau-nhap", "mau-ra-di"])
def test_the_picture_of_what_is_not_shown_is_not_published(own_task: Task, record: str) -> None:
    before = files_of(BuiltSite(own_task.output, build(own_task)))
    Image.new("RGB", (500, 400), "#0E5A5E").save(own_task.content / "media" / "khac.png")
    photographed(own_task, f"products/{record}.yaml", "{file: khac.png, alt: Khác}")
    assert files_of(BuiltSite(own_task.output, build(own_task))) == before


def test_a_file_that_is_cut_short_is_told_at_every_record_that_names_it(own_task: Task) -> None:
    build(own_task)
    before = bytes_of(own_task.output)
    whole = (own_task.content / "media" / "mau.png").read_bytes()
    (own_task.content / "media" / "mau.png").write_bytes(whole[: len(whole) // 2])
    outcome = build(own_task)
    assert outcome.change is None
    assert ("content/products/mau-gao.yaml", "picture.broken", True) in told(outcome)
    assert ("content/places/nha-trung-bay.yaml", "picture.broken", True) in told(outcome)
    problem = next(p for p in outcome.problems if p.location.file.endswith("mau-gao.yaml"))
    assert "mau.png" in problem.excerpt
    assert "media/mau.png" in problem.message("vi")
    assert bytes_of(own_task.output) == before


def test_doubts_are_told_and_the_site_is_published(own_task: Task) -> None:
    Image.new("RGB", (300, 250), "#8C4526").save(own_task.content / "media" / "nho.jpg", "PNG")
    photographed(own_task, "products/mau-tra.yaml", "{file: nho.jpg, alt: Nhỏ}")
    outcome = build(own_task)
    assert outcome.change is not None
    assert [code for file, code, _ in told(outcome)] == ["picture.mislabelled", "picture.small"]
    assert not any(is_error for _, _, is_error in told(outcome))


def test_a_ground_that_nobody_will_see_is_told_and_lays_nothing_out(own_task: Task) -> None:
    Image.new("RGB", (1200, 900), "#8C4526").save(own_task.content / "media" / "dac.jpg")
    photographed(own_task, "products/mau-gao.yaml", "{file: dac.jpg, ground: rice, alt: {vi: Ảnh, en: Photo}}")
    outcome = build(own_task)
    assert told(outcome) == [("content/products/mau-gao.yaml", "picture.ground-hidden", False)]
    page = (own_task.output / "vi/san-pham/mau-gao/index.html").read_text("utf-8")
    assert 'class="ground-' not in page


def test_a_second_build_makes_no_picture_and_a_changed_one_alone_is_made(own_task: Task) -> None:
    first = build(own_task)
    assert (first.made, first.pictures) == (3, 3)
    assert build(own_task).made == 0
    Image.new("RGB", (900, 700), "#3B6B2E").save(own_task.content / "media" / "quyet-dinh-12.png")
    assert build(own_task).made == 1


def test_names_and_times_leave_no_trace_in_what_is_published(own_task: Task) -> None:
    build(own_task)
    before = bytes_of(own_task.output)
    (own_task.content / "media" / "mau.png").rename(own_task.content / "media" / "doi-ten.png")
    for record in ("products/mau-gao.yaml", "places/nha-trung-bay.yaml", "producers/htx-mau.yaml"):
        file = own_task.content / record
        file.write_text(file.read_text("utf-8").replace("mau.png", "doi-ten.png"), encoding="utf-8")
    outcome = build(own_task)
    assert outcome.made == 0
    assert bytes_of(own_task.output) == before


def test_a_file_that_a_mac_named_is_shown_and_its_name_is_not(own_task: Task) -> None:
    build(own_task)
    before = bytes_of(own_task.output)
    odd = unicodedata.normalize("NFD", "ảnh mẫu\u202fAM.png")
    (own_task.content / "media" / "mau.png").rename(own_task.content / "media" / odd)
    for record in ("products/mau-gao.yaml", "places/nha-trung-bay.yaml", "producers/htx-mau.yaml"):
        file = own_task.content / record
        file.write_text(file.read_text("utf-8").replace("mau.png", "ảnh mẫu AM.png"), encoding="utf-8")
    for cache in (own_task.cache, own_task.cache / "new"):
        build(replace(own_task, cache=cache))
        assert bytes_of(own_task.output) == before


def test_a_check_makes_the_pictures_and_publishes_nothing(own_task: Task) -> None:
    assert check_only(own_task).made == 3
    assert not own_task.output.exists()
    assert build(own_task).made == 0


def test_a_build_in_a_hurry_shows_sketches_and_the_next_one_the_rest(own_task: Task) -> None:
    hurried = build(replace(own_task, hurry=lambda: True))
    assert (hurried.sketched, hurried.made) == (3, 0)
    assert {Path(name).suffix for name in files_of(BuiltSite(own_task.output, hurried))} == {".jpg"}
    patient = build(own_task)
    assert (patient.sketched, patient.made) == (0, 3)
    assert build(replace(own_task, hurry=lambda: True)).sketched == 0


def test_a_small_cache_keeps_what_the_site_shows(own_task: Task) -> None:
    Image.new("RGB", (900, 700), "#3B6B2E").save(own_task.content / "media" / "cu.png")
    photographed(own_task, "products/mau-tra.yaml", "{file: cu.png, alt: Cũ}")
    build(own_task)
    photographed(own_task, "products/mau-tra.yaml", "")
    kept = len(list(own_task.cache.rglob("pictures/[0-9a-f][0-9a-f]/*")))
    assert build(replace(own_task, cache_bytes=0)).made == 0
    assert len(list(own_task.cache.rglob("pictures/[0-9a-f][0-9a-f]/*"))) == kept - 1


def test_clean_deletes_what_was_kept_and_nothing_of_the_site(own_task: Task) -> None:
    build(own_task)
    before = bytes_of(own_task.output)
    answer = run("clean", "--cache", str(own_task.cache), "--messages", "en")
    assert answer.returncode == 0
    assert "3 pictures" in answer.stdout
    assert not (own_task.cache / "pictures").exists()
    assert bytes_of(own_task.output) == before
    assert build(own_task).made == 3


def test_json_tells_the_pictures_mistakes_with_their_place(own_task: Task, tmp_path: Path) -> None:
    (own_task.content / "media" / "mau.png").write_text("không phải ảnh", encoding="utf-8")
    options = ("--content", str(own_task.content), "--output", str(tmp_path / "o"), "--cache", str(own_task.cache))
    answer = run("build", "--today", "2026-11-23", *options, "--format", "json")
    problems = json.loads(answer.stdout)["problems"]
    assert answer.returncode == 1
    unknown = [problem for problem in problems if problem["code"] == "picture.unknown"]
    assert len(unknown) == 4
    assert all(problem["severity"] == "error" and problem["line"] > 1 for problem in unknown)
