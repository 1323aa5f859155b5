"""What is not ours in the output folder: never deleted, never overwritten."""

import sys
from pathlib import Path

import pytest

from ocop_site.document import Document
from ocop_site.output import manifest
from ocop_site.output.exchange import Exchange, exchange_folders
from ocop_site.output.manifest import Manifest, ManifestEntry
from ocop_site.output.publish import Publication
from ocop_site.output.refusals import PublishRefused
from tests.unit.output.folders import FIRST, SECOND, age, files, is_old, publish, put, standing, tidy


def test_what_is_not_ours_stays(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    others = {"CNAME": "x", ".git/refs/head": "y", ".well-known/acme": "z", "vi/note.txt": "n", "vi/old/note.txt": "o"}
    for path, text in others.items():
        put(output, path, text)
    (output / "empty").mkdir()
    publish(output, SECOND, exchange)
    assert files(output) == {**SECOND, **others}
    publish(output, {".well-known/security.txt": "ours"}, exchange)
    assert files(output) == {".well-known/security.txt": "ours", **others}
    assert (output / "empty").is_dir()
    assert tidy(output)


def test_a_folder_that_we_did_not_write_is_refused_and_untouched(output: Path) -> None:
    put(output, "index.html", "a year's work")
    age(output)
    with pytest.raises(PublishRefused, match="did not write"):
        publish(output, FIRST)
    assert standing(output) == {"index.html": "a year's work"}
    assert is_old(output / "index.html")
    assert tidy(output)


@pytest.mark.parametrize("path", ["vi/new/index.html", "a-2.css", "turns-not", "vi/new", "A-2.CSS"])
def test_nothing_of_others_is_overwritten(output: Path, path: str, exchange: Exchange) -> None:
    publish(output, FIRST)
    put(output, path)
    before = standing(output)
    site = {**SECOND, "turns-not/index.html": "a folder where their file is"}
    with pytest.raises(PublishRefused) as refused:
        publish(output, site, exchange)
    assert refused.value.problem.code == "output.foreign"
    assert refused.value.problem.details["path"] == path
    assert standing(output) == before
    assert tidy(output)


def test_a_folder_of_ours_with_their_file_in_it_does_not_become_a_file(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    put(output, "folds/in/note.txt")
    before = standing(output)
    with pytest.raises(PublishRefused, match="folds/in/note"):
        publish(output, SECOND, exchange)
    assert standing(output) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_no_link_is_followed_out_of_the_folder(output: Path, tmp_path: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    put(tmp_path / "elsewhere", "index.html")
    put(tmp_path / "elsewhere", "old/index.html")
    for path in ("vi/index.html", "vi/old/index.html"):
        (output / path).unlink()
    (output / "vi/old").rmdir()
    (output / "vi").rmdir()
    (output / "vi").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(PublishRefused, match="vi"):
        publish(output, SECOND, exchange)
    publish(output, {"index.html": "alone"}, exchange)
    assert files(tmp_path / "elsewhere") == {"index.html": "not ours", "old/index.html": "not ours"}
    assert (output / "vi").is_symlink()


def test_a_file_that_comes_in_the_very_last_moment_stays(output: Path) -> None:
    publish(output, FIRST)

    def late(one: Path, other: Path) -> bool:
        if other == output:
            put(other, "late.txt")
        return exchange_folders(one, other)

    publish(output, SECOND, late)
    assert files(output) == {**SECOND, "late.txt": "not ours"}
    assert tidy(output)


def test_a_file_that_comes_while_building_the_first_site_is_not_lost(output: Path) -> None:
    with Publication(output, []) as publication:
        publication.add(Document("index.html", b"first"))
        put(output, "late.txt")
        with pytest.raises(PublishRefused, match="did not write"):
            publication.publish()
    assert files(output) == {"late.txt": "not ours"}
    assert tidy(output)


def test_a_crash_does_not_make_a_later_file_of_others_ours(output: Path) -> None:
    publish(output, FIRST)
    put(output, "CNAME")
    ours = {path: ManifestEntry.of(text.encode()) for path, text in FIRST.items()}
    planned = {path: ManifestEntry.of(SECOND[path].encode()) for path in ("a-2.css", "vi/new/index.html")}
    (output / manifest.NAME).write_bytes(Manifest(ours, planned).as_bytes())
    put(output, "vi/new/index.html", SECOND["vi/new/index.html"])
    put(output, "a-2.css")
    with pytest.raises(PublishRefused, match="a-2"):
        publish(output, SECOND)
    publish(output, FIRST)
    assert files(output) == {**FIRST, "CNAME": "not ours", "a-2.css": "not ours"}
