"""Files in `media/`, whatever a system or program calls them: found by their names as people see them."""

import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_site.content.read import Reading
from tests.support import catalogue_of, problems_of
from tests.unit.content.test_read import case_matters, told
from tests.unit.content.test_read import read as read
from tests.unit.small import CERTIFIED, RICE, SAUCE, written

Write = Callable[..., Reading]

PHOTO = """\
photos:
  - {{file: "{}", alt: {{vi: Ảnh ví dụ, en: An example}}}}
"""


ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems take such names for one, or refuse them")


def nfd(name: str) -> str:
    return unicodedata.normalize("NFD", name)


NAMES = {
    "decomposed letters": (nfd("ảnh dừa.jpg"), "ảnh dừa.jpg"),
    "a Mac's screenshot": ("Screenshot 2026-11-01 at 9.41.00\u202fAM.png", "Screenshot 2026-11-01 at 9.41.00 AM.png"),
    "a space that does not break": ("ảnh\u00a0dừa.jpg", "ảnh dừa.jpg"),
    "a thin space": ("ảnh\u2009dừa.jpg", "ảnh dừa.jpg"),
    "a wide space": ("ảnh\u3000dừa.jpg", "ảnh dừa.jpg"),
    "two spaces": ("ảnh  dừa.jpg", "ảnh dừa.jpg"),
    "a space without width": ("ảnh\u200b dừa.jpg", "ảnh dừa.jpg"),
    "a mark of direction": ("\u200eảnh dừa.jpg", "ảnh dừa.jpg"),
    "a decomposed folder": (nfd("ảnh chợ/dừa.jpg"), "ảnh chợ/dừa.jpg"),
    "a folder with an odd space": ("chợ\u00a0nổi/dừa.jpg", "chợ nổi/dừa.jpg"),
}


@pytest.mark.parametrize(("on_disk", "name"), NAMES.values(), ids=NAMES)
def test_a_file_is_listed_as_people_see_its_name(read: Write, on_disk: str, name: str) -> None:
    reading = read({f"media/{on_disk}": b""})
    assert reading.media == (name,)
    assert reading.problems == ()
    assert [path.is_file() for path in reading.renamed.values()] == [True]


def test_a_plain_name_is_where_it_says(read: Write) -> None:
    assert read({"media/ảnh/dừa 1.jpg": b""}).renamed == {}


@pytest.mark.parametrize(("on_disk", "name"), NAMES.values(), ids=NAMES)
def test_a_record_finds_a_file_however_either_is_written(tmp_path: Path, on_disk: str, name: str) -> None:
    content = written(tmp_path / "c", SAUCE)
    file = content / "media" / on_disk
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    record = content / f"products/{SAUCE.id}.yaml"
    whole = record.read_text("utf-8")
    for spelling in (name, nfd(name), on_disk):
        record.write_text(whole + PHOTO.format(spelling), "utf-8")
        assert catalogue_of(content).products[SAUCE.id].photos[0].file == name


def test_a_scan_is_found_likewise(tmp_path: Path) -> None:
    content = written(tmp_path / "c", RICE, files={"products/gao.yaml": CERTIFIED})
    (content / "media").mkdir()
    (content / "media" / nfd("quyết\u00a0định.png")).write_bytes(b"")
    decision = content / "decisions/qd.yaml"
    decision.write_text(decision.read_text("utf-8") + "scan: quyết định.png\n", "utf-8")
    assert catalogue_of(content).of("decisions")["qd"].scan == "quyết định.png"


@ONLY_LINUX
def test_two_files_that_fall_to_one_name_are_told(read: Write) -> None:
    reading = read(
        {f"media/{nfd('dừa.jpg')}": b"1", "media/dừa.jpg": b"2", "media/a b.png": b"", "media/a\u00a0b.png": b""}
    )
    if len(list(reading.media)) == len(reading.problems) == 0:
        pytest.skip("this disk takes both names for one")
    assert reading.media == ("a b.png", "dừa.jpg")
    assert told(reading) == [("name.same", "content/media/a b.png"), ("name.same", "content/media/dừa.jpg")]
    assert reading.renamed == {}


@ONLY_LINUX
def test_folders_that_fall_to_one_name_are_one(read: Write) -> None:
    reading = read({f"media/{nfd('chợ')}/a.jpg": b"", "media/chợ/b.jpg": b"", f"media/{nfd('chợ')}/b.jpg": b""})
    assert reading.media == ("chợ/a.jpg", "chợ/b.jpg")
    assert [code for code, _ in told(reading)] == ["name.same"]


@ONLY_LINUX
def test_what_no_record_names_keeps_no_site_back(tmp_path: Path) -> None:
    content = written(tmp_path / "c", SAUCE)
    media = content / "media"
    media.mkdir()
    for name in (nfd("ả.jpg"), "ả.jpg", "a\u202fb.png", "con.jpg", "a\nb.jpg", "x.jpg~", "A.JPG", "a.jpg", "x.psd"):
        (media / name).write_bytes(b"")
    (media / "gone.jpg").symlink_to("nothing.jpg")
    (media / "outside.jpg").symlink_to("/etc/hosts")
    (media / "again").symlink_to(".")
    Path(os.fsdecode(os.fsencode(media) + b"/\xff.jpg")).touch()
    problems = problems_of(content, ledgers_bind=False)
    assert [problem.code for problem in problems if problem.is_error] == []
    codes = {problem.code for problem in problems if "/media" in problem.location.file}
    assert codes >= {"name.same", "name.case-twin", "name.broken-link", "name.link-outside", "name.not-unicode"}


def test_a_file_that_icloud_keeps_is_told(read: Write) -> None:
    reading = read({"media/.dừa.jpg.icloud": b"", "products/.keo-dua.yaml.icloud": b""})
    errors = {problem.location.file: problem.is_error for problem in reading.problems}
    assert {code for code, _ in told(reading)} == {"name.not-loaded"}
    assert errors == {"content/media/dừa.jpg": False, "content/products/keo-dua.yaml": True}


def test_names_in_media_that_differ_only_in_capitals_are_told_and_block_nothing(read: Write, tmp_path: Path) -> None:
    if not case_matters(tmp_path):
        pytest.skip("this disk takes both names for one")
    reading = read({"media/dua/a.jpg": b"", "media/Dua/A.jpg": b""})
    assert reading.media == ("dua/a.jpg",)
    assert [problem.is_error for problem in reading.problems] == [False]
