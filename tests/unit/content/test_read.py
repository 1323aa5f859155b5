"""A content folder is read whole: its records with their places, its strays with what to do about them."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop_site.content.entry import Position
from ocop_site.content.read import Reading, read_content
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.files import FILES

Write = Callable[..., Reading]

MARKDOWN = "---\ntitle: Bánh tráng\ndate: 2019-03-14\n---\n\nMột *bài* viết.\n"


@pytest.fixture
def read(tmp_path: Path) -> Write:
    """Writes files into a content folder and reads it."""

    def write(files: dict[str, str | bytes] | None = None) -> Reading:
        folder = tmp_path / "content"
        folder.mkdir(exist_ok=True)
        for name, content in (files or {}).items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_content(folder)

    return write


def told(reading: Reading) -> list[tuple[str, str]]:
    """Each problem's code and place; its words must be there in both languages."""
    for problem in reading.problems:
        assert problem.message("vi")
        assert problem.message("en") != problem.message("vi")
    return [(problem.code, str(problem.location)) for problem in reading.problems]


def only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    return problem


def test_every_kind_is_read_under_its_own_name(read: Write) -> None:
    files: dict[str, str | bytes] = {
        "site.yaml": "title: Ô-cốp\n",
        "products/keo-dua.yaml": "name: Kẹo dừa\n",
        "news/hoi-nghi.vi.md": MARKDOWN,
        "news/hoi-nghi.en.md": MARKDOWN,
    }
    reading = read(files)
    assert not reading.problems
    assert [(entry.kind, entry.id, entry.language, entry.file) for entry in reading.entries] == [
        ("news", "hoi-nghi", "en", "content/news/hoi-nghi.en.md"),
        ("news", "hoi-nghi", "vi", "content/news/hoi-nghi.vi.md"),
        ("products", "keo-dua", None, "content/products/keo-dua.yaml"),
        ("site", "site", None, "content/site.yaml"),
    ]


def test_the_kinds_are_those_of_the_content_folder() -> None:
    singles = "site scheme localities map programme sources codes published glossary synonyms year labels doors"
    folders = "decisions products producers places partners trails notices news pages words"
    assert sorted(FILES) == sorted(f"{singles} {folders}".split())


def test_an_entry_knows_the_place_of_every_key_and_value(read: Write) -> None:
    (entry,) = read({"products/a.yaml": "name:\n  vi: Bánh\nset:\npacks:\n  - gtin: '1'\n"}).entries
    file = "content/products/a.yaml"
    assert entry.location(("name", "vi")) == Location(file, 2, 7)
    assert entry.location(("name", "vi"), key=True) == Location(file, 2, 3)
    assert entry.location(("set",)) == Location(file, 3, 1)
    assert entry.location(("packs", 0, "price", "from")) == Location(file, 5, 5)
    assert entry.location(("packs", 7)) == Location(file, 5, 3)
    assert entry.location(("nowhere",)) == Location(file, 1, 1)


def test_an_entry_without_places_points_at_its_first_line(read: Write) -> None:
    (entry,) = read({"site.yaml": "# a comment\ntitle: x\n"}).entries
    assert entry.location(()) == Location("content/site.yaml", 2, 1)
    assert replace(entry, values={}, keys={}).location(("title",)) == Location("content/site.yaml", 1, 1)


def test_a_problem_of_an_entry_brings_its_line_along(read: Write) -> None:
    (entry,) = read({"site.yaml": "title: x\r\nurl: y\r\n"}).entries
    problem = entry.problem("yaml.no-colon", ("url",), severity=Severity.WARNING)
    assert (problem.location, problem.excerpt) == (Location("content/site.yaml", 2, 6), "url: y")
    assert not problem.is_error
    assert entry.problem_at("yaml.no-colon", 1, 4).excerpt == "title: x"
    assert entry.problem_at("yaml.no-colon", 99, 1).excerpt == ""


def test_the_text_below_the_front_matter_knows_its_line(read: Write) -> None:
    (entry,) = read({"pages/a.vi.md": "\ufeff" + MARKDOWN.replace("\n", "\r\n")}).entries
    assert entry.data == {"title": "Bánh tráng", "date": "2019-03-14"}
    assert entry.values["title",] == Position(2, 8)
    assert (entry.body, entry.body_line) == ("Một *bài* viết.", 6)


def test_the_text_is_composed_and_may_hold_rules_and_yaml_of_its_own(read: Write) -> None:
    text = "---\ntitle: x\n---\n" + unicodedata.normalize("NFD", "Đặc sản\n\n---\n\n&a *a: [\n")
    (entry,) = read({"pages/a.vi.md": text}).entries
    assert entry.body == "Đặc sản\n\n---\n\n&a *a: ["


FRONT_MATTER = {
    "title: x\n\nMột bài.\n": ("front-matter.missing", ":1:1"),
    "\n\n--\ntitle: x\n--\n": ("front-matter.missing", ":3:1"),
    "---\ntitle: x\n\nMột bài.\n": ("front-matter.unclosed", ":1:1"),
    "---\n---\nMột bài.\n": ("yaml.empty", ":1:1"),
    "---\ntitle: x\ntitle: y\n---\n": ("yaml.duplicate-key", ":3:1"),
    "\n---\ntitle: [x\n---\nMột bài.\n": ("yaml.unclosed-bracket", ":3:8"),
    "": ("front-matter.missing", ":1:1"),
}


@pytest.mark.parametrize(("text", "expected"), FRONT_MATTER.items())
def test_front_matter_is_told_at_the_lines_of_the_file(read: Write, text: str, expected: tuple[str, str]) -> None:
    assert told(read({"news/a.vi.md": text})) == [(expected[0], "content/news/a.vi.md" + expected[1])]


def test_mistakes_of_all_files_are_told_in_one_run_and_by_place(read: Write) -> None:
    reading = read(
        {
            "products/b.yaml": "a: 1\na: 2\nb: *x\n",
            "products/a.yaml": "a: [1\n",
            "producers/c.yaml": b"name: \xff\n",
            "site.yaml": "title: x\n",
        }
    )
    assert told(reading) == [
        ("encoding.not-utf8", "content/producers/c.yaml:1:7"),
        ("yaml.unclosed-bracket", "content/products/a.yaml:1:4"),
        ("yaml.duplicate-key", "content/products/b.yaml:2:1"),
        ("yaml.alias", "content/products/b.yaml:3:4"),
    ]
    assert [entry.id for entry in reading.entries] == ["site"]
    assert reading.unread == {("products", "a"), ("products", "b"), ("producers", "c")}


def test_a_file_whose_mistakes_hide_nothing_is_read_all_the_same(read: Write) -> None:
    reading = read({"products/a.yaml": "name: Saûn phaåm\nname: x\nset: &s 5\n"})
    assert [code for code, _ in told(reading)] == ["encoding.vni", "yaml.duplicate-key", "yaml.anchor"]
    assert reading.entries[0].data == {"name": "Saûn phaåm", "set": "5"}


def test_a_mistake_shows_its_line_even_in_a_file_that_is_no_text(read: Write) -> None:
    problem = only(read({"products/a.yaml": b"code: LA008\nname: B\xb8nh tr\xb8ng\n"}))
    assert (problem.code, problem.excerpt) == ("encoding.tcvn3", "name: B¸nh tr¸ng")


NAMES = {
    "products/keo-dua (1).yaml": "name.copy-alone",
    "products/keo-dua(2).yaml": "name.copy-alone",
    "products/keo-dua - Copy.yaml": "name.copy-alone",
    "products/keo-dua - Copy (2).yaml": "name.copy-alone",
    "products/keo-dua - Bản sao.yaml": "name.copy-alone",
    "products/keo-dua - Sao chép.yaml": "name.copy-alone",
    "products/keo-dua copy.yaml": "name.copy-alone",
    "products/keo-dua copy 2.yaml": "name.copy-alone",
    "products/keo-dua (copy).yaml": "name.copy-alone",
    "products/Copy of keo-dua.yaml": "name.copy-alone",
    "products/Bản sao của keo-dua.yaml": "name.copy-alone",
    "products/keo-dua.sync-conflict-20261123-101010-ABC.yaml": "name.copy-alone",
    "news/bai.vi (1).md": "name.copy-alone",
    "news/bai (1).vi.md": "name.copy-alone",
    "site (1).yaml": "name.copy-alone",
    "products/keo-dua.yaml~": "name.leftover",
    "products/keo-dua.yaml.bak": "name.leftover",
    "products/keo-dua.yaml.orig": "name.leftover",
    "products/#keo-dua.yaml#": "name.leftover",
    "site.yaml~": "name.leftover",
    "media/dua.jpg~": "name.leftover",
    "products/bang-gia.xlsx": "name.office-file",
    "danh-sach.docx": "name.office-file",
    "products/keo-dua.yml": "name.extension",
    "products/keo-dua.YAML": "name.extension",
    "products/keo-dua.yaml.txt": "name.extension",
    "products/keo-dua.yaml.yaml": "name.extension",
    "news/bai.vi.markdown": "name.extension",
    "products/keo-dua.jpg": "name.picture",
    "products/keo-dua.json": "name.not-yaml",
    "products/keo-dua.md": "name.not-yaml",
    "products/keo-dua": "name.not-yaml",
    "news/bai.yaml": "name.not-markdown",
    "news/bai.md": "name.no-language",
    "news/bai.Vi.md": "name.language",
    "news/bai.tieng-viet.md": "name.language",
    "products/Keo-Dua.yaml": "name.not-slug",
    "products/kẹo dừa.yaml": "name.not-slug",
    "products/keo_dua.yaml": "name.not-slug",
    "news/Bài.vi.md": "name.not-slug",
    "products/糖.yaml": "name.no-letters",
    "products/con.yaml": "name.reserved",
    "products/la008/keo-dua.yaml": "name.folder-inside",
    "product/keo-dua.yaml": "name.unknown-near",
    "Products/keo-dua.yaml": "name.unknown-near",
    "products.yaml": "name.unknown-near",
    "site.yml": "name.unknown-near",
    "hoc-tap/keo-dua.yaml": "name.unknown",
    "logo.bin": "name.unknown",
}


@pytest.mark.parametrize(("name", "code"), NAMES.items())
def test_a_name_that_is_not_right_is_told_at_its_file(read: Write, name: str, code: str) -> None:
    text = MARKDOWN if ".md" in name or ".markdown" in name else "a: 1\n"
    told_code, place = told(read({name: text}))[0]
    assert told_code == code
    assert f"content/{name}".startswith(place)


@pytest.mark.parametrize(
    ("name", "detail", "expected"),
    [
        ("products/keo-dua - Bản sao.yaml", "original", "keo-dua.yaml"),
        ("products/Copy of keo-dua.yaml", "original", "keo-dua.yaml"),
        ("news/bai.vi (1).md", "original", "bai.vi.md"),
        ("products/keo-dua.yml", "proposal", "keo-dua.yaml"),
        ("products/Kẹo Dừa (Đậu phộng).yaml", "proposal", "keo-dua-dau-phong.yaml"),
        ("products/Kẹo Dừa.yml", "proposal", "keo-dua.yaml"),
        ("pages/Giới thiệu.vi.md", "proposal", "gioi-thieu.vi.md"),
        ("news/Hội nghị.md", "proposal", "hoi-nghi.vi.md"),
        ("produsers/a.yaml", "near", "producers"),
        ("localites.yaml", "near", "localities.yaml"),
    ],
)
def test_the_right_name_is_proposed(read: Write, name: str, detail: str, expected: str) -> None:
    text = MARKDOWN if name.endswith(".md") else "a: 1\n"
    assert only(read({name: text})).details[detail] == expected


@pytest.mark.parametrize("name", ["products/keo-dua.yaml~", "bang-gia.xlsx", "products/x.yaml.bak"])
def test_what_only_lies_about_is_a_warning(read: Write, name: str) -> None:
    assert not only(read({name: "a: 1\n"})).is_error


SILENT = [".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".x.yaml.swp", "~$gia.docx", "README.md", "readme.vi.md"]


@pytest.mark.parametrize("folder", ["", "products/", "news/", "media/", "media/dua/"])
def test_what_systems_leave_everywhere_is_passed_over(read: Write, folder: str) -> None:
    reading = read({f"{folder}{name}": b"\0" for name in SILENT})
    assert reading == Reading((), (), ())


def test_maps_at_the_top_are_no_records(read: Write) -> None:
    square = {"type": "Polygon", "coordinates": [[[1, 2], [3, 2], [3, 4], [1, 2]]]}
    reading = read({"ranh-gioi.geojson": json.dumps(square)})
    assert (reading.entries, reading.problems) == ((), ())
    assert [shape.file for shape in reading.outlines.shapes] == ["content/ranh-gioi.geojson"]


def test_a_map_that_cannot_be_drawn_is_told_by_its_name(read: Write) -> None:
    maps = {
        "a.geojson": "{}",
        "b.geojson": '{"type": "Polygon",\n "coordinates": oops}',
        "c.geojson": b"PK\x03\x04",
        "d.geojson": b" " * (8 << 20) + b"{}",
    }
    assert told(read(maps)) == [
        ("outline.not-geojson", "content/a.geojson"),
        ("outline.json", "content/b.geojson:2:17"),
        ("encoding.binary", "content/c.geojson:1:1"),
        ("file.too-big", "content/d.geojson"),
    ]


def test_a_record_with_a_wrong_name_is_read_for_its_other_mistakes(read: Write) -> None:
    reading = read({"products/Keo Dua.yml": "a: 1\na: 2\n"})
    assert [code for code, _ in told(reading)] == ["name.not-slug", "yaml.duplicate-key"]
    assert [entry.id for entry in reading.entries] == ["Keo Dua"]


def test_a_misnamed_record_beside_the_right_one_is_not_read_twice(read: Write) -> None:
    reading = read({"products/keo-dua.yml": "a: 1\n", "products/keo-dua.yaml": "a: 2\n"})
    assert [entry.data for entry in reading.entries] == [{"a": "2"}]
    assert [code for code, _ in told(reading)] == ["name.extension"]


COPIES = [
    "products/keo-dua 2.yaml",
    "products/keo-dua-DESKTOP-AB12CD.yaml",
    "products/keo-dua-LAPTOP-HOA.yaml",
    "products/keo-dua-HOA-PC.yaml",
    "products/keo-dua-PC.yaml",
    "products/keo-dua-desktop-ab12cd.yaml",
    "products/keo-dua-MacBook Pro của Hoa.yaml",
    "products/keo-dua-Hoa's iMac.yaml",
    "products/keo-dua (Case Conflict).yaml",
    "products/keo-dua (Case Conflict 1).yaml",
    "products/keo-dua (Hoa's conflicted copy 2026-11-01).yaml",
    "products/keo-dua (bản sao xung đột của Hoa 2026-11-01).yaml",
    "products/keo-dua (1).yaml",
    "products/keo-dua(1).yaml",
    "products/keo-dua (Hoa).yaml",
    "products/keo-dua.sync-conflict-20261101-101010-ABCDEF.yaml",
    "products/keo-dua_conflict-20261101-101010.yaml",
    "products/keo-dua - Copy.yaml",
    "products/keo-dua - Sao chép (2).yaml",
    "products/keo-dua copy 2.yaml",
    "products/keo-dua_copy.yaml",
    "products/keo-dua cũ.yaml",
    "products/Bản sao của keo-dua.yaml",
    "news/bai.vi 2.md",
    "news/bai.vi-DESKTOP-AB12CD.md",
    "site 2.yaml",
    "codes-DESKTOP-AB12CD.yaml",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_beside_its_original_is_told_as_one_and_not_read(read: Write, name: str) -> None:
    folder = name.rpartition("/")[0]
    there = {"products": "keo-dua.yaml", "news": "bai.vi.md", "": name[:4].replace("code", "codes") + ".yaml"}[folder]
    original = f"{folder}/{there}".removeprefix("/")
    text = MARKDOWN if name.endswith(".md") else "a: 1\n"
    reading = read({original: text, name: text})
    problem = only(reading)
    assert (problem.code, problem.details["original"]) == ("name.copy", there)
    assert problem.location.file == f"content/{name}"
    assert [entry.file for entry in reading.entries] == [f"content/{original}"]


@pytest.mark.parametrize("name", ["keo-dua-2.yaml", "keo-dua-pc.yaml", "keo-dua-me.yaml", "keo-dua-desktop.yaml"])
def test_a_name_of_its_own_is_no_copy(read: Write, name: str) -> None:
    assert not read({"products/keo-dua.yaml": "a: 1\n", f"products/{name}": "a: 1\n"}).problems


def test_a_misnamed_record_is_no_copy_of_one_with_a_shorter_name(read: Write) -> None:
    problem = only(read({"products/keo-dua.yaml": "a: 1\n", "products/keo-dua Mè.yaml": "a: 1\n"}))
    assert (problem.code, problem.details["proposal"]) == ("name.not-slug", "keo-dua-me.yaml")


def test_a_copy_without_its_original_is_to_have_the_originals_name(read: Write) -> None:
    problem = only(read({"products/keo-dua (1).yaml": "a: 1\n"}))
    assert (problem.code, problem.details["original"]) == ("name.copy-alone", "keo-dua.yaml")


def test_copies_are_not_read(read: Write) -> None:
    assert not read({"products/a (1).yaml": "a: 1\n"}).entries


def case_matters(folder: Path) -> bool:
    (folder / "a").touch()
    return not (folder / "A").exists()


def test_names_that_differ_only_in_capitals_are_told(read: Write, tmp_path: Path) -> None:
    if not case_matters(tmp_path):
        pytest.skip("this disk takes both names for one")
    reading = read({"media/dua.jpg": b"", "media/Dua.JPG": b""})
    assert only(reading).code == "name.case-twin"
    assert reading.media == ("Dua.JPG",)


def test_media_are_listed_by_their_paths_and_not_opened(read: Write) -> None:
    reading = read({"media/b/c.jpg": b"no picture", "media/a.jpg": b"", "media/b.webp": b"", "media/b/d/e.png": b""})
    assert reading.media == ("a.jpg", "b.webp", "b/c.jpg", "b/d/e.png")
    assert not reading.problems


def test_the_folder_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "nội dung" / "products").mkdir(parents=True)
    (tmp_path / "nội dung" / "products" / "a.yaml").write_text("a: 1\na: 2\n")
    assert told(read_content(tmp_path / "nội dung")) == [("yaml.duplicate-key", "nội dung/products/a.yaml:2:1")]


def test_the_folder_may_be_the_one_we_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text("a: 1\n")
    monkeypatch.chdir(tmp_path / "content")
    assert [entry.file for entry in read_content(Path()).entries] == ["content/site.yaml"]


def test_a_folder_that_is_missing_or_is_a_file_is_told(tmp_path: Path) -> None:
    assert told(read_content(tmp_path / "content")) == [("content.missing", "content")]
    (tmp_path / "content").touch()
    assert told(read_content(tmp_path / "content")) == [("content.not-a-folder", "content")]


def test_an_empty_folder_is_read_as_nothing(read: Write) -> None:
    assert read() == Reading((), (), ())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows links only to administrators")
class TestLinks:
    """Links are followed within the content folder and nowhere else."""

    def test_a_link_to_a_file_inside_is_followed(self, read: Write, tmp_path: Path) -> None:
        read({"products/a.yaml": "a: 1\n"})
        (tmp_path / "content/products/b.yaml").symlink_to("a.yaml")
        assert [entry.id for entry in read().entries] == ["a", "b"]

    def test_links_that_lead_outside_are_refused(self, read: Write, tmp_path: Path) -> None:
        read({"products/a.yaml": "a: 1\n", "media/x.jpg": b""})
        (tmp_path / "secret.yaml").write_text("a: 1\n")
        (tmp_path / "content/products/b.yaml").symlink_to(tmp_path / "secret.yaml")
        (tmp_path / "content/media/all").symlink_to("/")
        (tmp_path / "content/news").symlink_to(tmp_path)
        reading = read()
        assert {code for code, _ in told(reading)} == {"name.link-outside"}
        assert len(reading.problems) == 3
        assert reading.media == ("x.jpg",)

    def test_links_in_circles_to_folders_and_to_nothing_are_told(self, read: Write, tmp_path: Path) -> None:
        read({"media/x.jpg": b""})
        (tmp_path / "content/media/again").symlink_to(".")
        (tmp_path / "content/media/gone.jpg").symlink_to("nothing.jpg")
        (tmp_path / "content/media/self.jpg").symlink_to("self.jpg")
        codes = {place: code for code, place in told(read())}
        assert codes["content/media/again"] == "name.linked-folder"
        assert codes["content/media/gone.jpg"] == "name.broken-link"
        assert codes["content/media/self.jpg"] == "name.broken-link"

    def test_the_content_folder_itself_may_be_a_link(self, read: Write, tmp_path: Path) -> None:
        read({"site.yaml": "a: 1\n"})
        (tmp_path / "linked").symlink_to("content")
        assert [entry.file for entry in read_content(tmp_path / "linked").entries] == ["linked/site.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
class TestOddFiles:
    """What is no ordinary file is told and never waited for."""

    def test_a_pipe_is_not_opened(self, read: Write, tmp_path: Path) -> None:
        read({"products/a.yaml": "a: 1\n"})
        os.mkfifo(tmp_path / "content/products/b.yaml")
        assert told(read()) == [("file.not-a-file", "content/products/b.yaml")]

    def test_a_file_that_may_not_be_read_is_told(self, read: Write, tmp_path: Path) -> None:
        read({"products/a.yaml": "a: 1\n"})
        (tmp_path / "content/products/a.yaml").chmod(0)
        if os.access(tmp_path / "content/products/a.yaml", os.R_OK):
            pytest.skip("this user may read everything")
        assert told(read()) == [("file.unreadable", "content/products/a.yaml")]

    def test_a_name_that_is_no_text_is_told(self, read: Write, tmp_path: Path) -> None:
        read({"products/a.yaml": "a: 1\n"})
        try:
            Path(os.fsdecode(os.fsencode(tmp_path / "content/products") + b"/b\xff.yaml")).write_text("a: 1\n")
        except OSError:
            pytest.skip("this disk has only names that are text")
        assert told(read()) == [("name.not-unicode", "content/products/b\ufffd.yaml")]

    def test_a_name_with_a_newline_is_told_on_one_line(self, read: Write) -> None:
        reading = read({"products/a\nb.yaml": "a: 1\n"})
        assert told(reading) == [("name.not-slug", "content/products/a\ufffdb.yaml")]


def test_large_files_are_refused_but_single_files_may_be_larger(read: Write) -> None:
    large = "a: |\n" + "  Bánh tráng nướng\n" * 60_000
    reading = read({"products/a.yaml": large, "sources.yaml": large, "localities.yaml": large * 8})
    assert told(reading) == [
        ("file.too-big", "content/localities.yaml"),
        ("file.too-big", "content/products/a.yaml"),
    ]
    assert [entry.kind for entry in reading.entries] == ["sources"]


def test_a_ledger_of_many_lines_is_read(read: Write) -> None:
    lines = "".join(f"LA{i:05d}: {{product: keo-dua-{i}, published: 2026-11-23}}\n" for i in range(30_000))
    assert len(read({"codes.yaml": lines}).entries[0].data) == 30_000


def test_two_readings_of_a_folder_are_the_same(read: Write) -> None:
    files: dict[str, str | bytes] = {f"products/p{i}.yaml": f"a: {i}\nb: [{i % 3 * '['}\n" for i in range(50)}
    first, second = read(files), read()
    assert first == second
    assert first.problems == tuple(sorted(first.problems, key=lambda problem: problem.location))


anything = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@anything
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_as_a_product_are_read_or_told(read: Write, raw: bytes) -> None:
    reading = read({"products/a.yaml": raw, "news/a.vi.md": b"---\n" + raw})
    told(reading)
    read_kinds = {entry.kind for entry in reading.entries}
    assert read_kinds.isdisjoint(kind for kind, _ in reading.unread)
    assert reading.problems or read_kinds == {"products", "news"}


FILE_NAMES = st.text(st.characters(blacklist_characters="/\0", blacklist_categories=["Cs"]), min_size=1, max_size=30)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses many names itself")
@anything
@given(FILE_NAMES.filter(lambda name: name not in (".", "..") and len(name.encode()) < 200))
def test_any_file_name_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("names") / "content"
    for parent in ("products", "news", "media"):
        (folder / parent).mkdir(parents=True)
        (folder / parent / name).touch()
    for problem in read_content(folder).problems:
        assert problem.message("vi")
        assert str(problem.location).isprintable()


@pytest.mark.parametrize(
    ("name", "code"),
    [("site.yaml", "yaml.empty-needed"), ("codes.yaml", "yaml.empty-ledger"), ("glossary.yaml", "yaml.empty")],
)
@pytest.mark.parametrize("text", ["", "# một ghi chú\n"])
def test_no_file_that_is_needed_is_proposed_to_be_removed(read: Write, name: str, code: str, text: str) -> None:
    problem = only(read({name: text}))
    assert problem.code == code
    assert ("đừng xóa" in problem.message("vi")) == (code != "yaml.empty")


@pytest.mark.parametrize("dash", ["—", "–––", "—-"])
def test_a_long_dash_that_opens_an_article_is_told_as_that(read: Write, dash: str) -> None:
    assert only(read({"news/bai.vi.md": MARKDOWN.replace("---", dash)})).code == "front-matter.long-dash"
