"""Publishing: afterwards the folder holds just the site, whichever way it came there."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from ocop_site.document import Document
from ocop_site.output import manifest
from ocop_site.output.exchange import Exchange, exchange_folders
from ocop_site.output.names import folders_of
from ocop_site.output.publish import Change, Publication
from ocop_site.output.refusals import PublishRefused
from ocop_site.output.update import in_order
from tests.unit.output.folders import FIRST, SECOND, THIRD, age, files, in_place, is_old, publish, put, standing, tidy

on_windows = sys.platform == "win32"


def test_a_first_publication_holds_every_document_and_its_list(output: Path) -> None:
    assert publish(output, FIRST) == Change(added=len(FIRST), changed=0, removed=0, unchanged=0)
    assert files(output) == FIRST
    assert tidy(output)


def test_the_list_names_every_file_with_size_and_digest_in_order(output: Path) -> None:
    publish(output, {"vi/b.html": "b", "a.css": "Chào"})
    assert (output / manifest.NAME).read_text("utf-8") == (
        '{\n"version": 1,\n"files": {\n'
        '"a.css": {"size": 5, "sha256": "8fe6ce90de08a08f0e55f8a35774fde9770008fb3baf834ab26315dbc4d0ad51"},\n'
        '"vi/b.html": {"size": 1, "sha256": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"}\n}\n}\n'
    )


def test_the_list_is_the_same_in_whatever_order_and_way_documents_came(tmp_path: Path) -> None:
    publish(tmp_path / "one", FIRST)
    publish(tmp_path / "other", SECOND)
    publish(tmp_path / "other", dict(reversed(FIRST.items())), in_place)
    assert standing(tmp_path / "one") == standing(tmp_path / "other")


def test_a_second_publication_leaves_just_the_new_site(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    assert publish(output, SECOND, exchange) == Change(added=5, changed=3, removed=5, unchanged=1)
    assert files(output) == SECOND
    assert set(standing(output)) == {manifest.NAME, *SECOND, *folders_of(SECOND)}
    assert tidy(output)


def test_what_has_the_same_bytes_keeps_its_time(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    age(output)
    publish(output, {**FIRST, "index.html": "changed", "new.html": "new"}, exchange)
    assert not is_old(output / "index.html")
    assert not is_old(output / "new.html")
    assert all(is_old(output / path) for path in FIRST if path != "index.html")


def test_where_nothing_changed_the_folder_stays_the_very_same(output: Path) -> None:
    publish(output, FIRST)
    age(output)
    before = output.stat().st_ino, (output / manifest.NAME).stat().st_ino
    assert publish(output, FIRST) == Change(0, 0, 0, unchanged=len(FIRST))
    assert (output.stat().st_ino, (output / manifest.NAME).stat().st_ino) == before
    assert tidy(output)


def test_a_file_that_was_edited_or_deleted_in_the_folder_is_put_right(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    (output / "index.html").write_text("first, with a-9.css", "utf-8")
    (output / "a-1.css").unlink()
    assert publish(output, FIRST, exchange) == Change(added=1, changed=1, removed=0, unchanged=len(FIRST) - 2)
    assert files(output) == FIRST


def test_a_file_that_is_deleted_while_building_is_told_and_put_right_by_the_next_build(output: Path) -> None:
    publish(output, FIRST)
    with Publication(output, []) as publication:
        publication.add(Document("a-1.css", b"blue"))
        (output / "a-1.css").unlink()
        with pytest.raises(PublishRefused, match="a-1"):
            publication.publish()
    publish(output, FIRST)
    assert files(output) == FIRST


def test_an_empty_site_leaves_an_empty_folder(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    publish(output, {}, exchange)
    assert set(standing(output)) == {manifest.NAME}


def test_leaving_without_publishing_changes_nothing(output: Path) -> None:
    publish(output, FIRST)
    age(output)
    before = standing(output)
    with Publication(output, []) as publication:
        publication.add(Document("index.html", b"never seen"))
    assert standing(output) == before
    assert all(is_old(path) for path in output.rglob("*"))
    assert tidy(output)


def test_an_error_while_building_changes_nothing(output: Path) -> None:
    publish(output, FIRST)
    with pytest.raises(ValueError, match="two documents"):
        publish_twice_the_same(output, Document("index.html", b"never seen"))
    assert files(output) == FIRST
    assert tidy(output)


def publish_twice_the_same(output: Path, document: Document) -> None:
    with Publication(output, []) as publication:
        publication.add(document)
        publication.add(document)


def test_folders_over_the_output_are_made(tmp_path: Path) -> None:
    publish(tmp_path / "build" / "today" / "site", FIRST)
    assert files(tmp_path / "build" / "today" / "site") == FIRST


def test_an_empty_folder_may_be_published_to(output: Path, exchange: Exchange) -> None:
    output.mkdir()
    publish(output, FIRST, exchange)
    assert files(output) == FIRST


@pytest.mark.skipif(on_windows, reason="no modes there")
def test_everybody_can_read_whatever_the_umask(output: Path, exchange: Exchange) -> None:
    before = os.umask(0o077)
    try:
        publish(output / "deeper", FIRST)
        publish(output / "deeper", SECOND, exchange)
    finally:
        os.umask(before)
    for path in (output, *output.rglob("*")):
        if not path.name.endswith(".lock"):
            assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.skipif(on_windows, reason="folders cannot be exchanged there")
def test_the_whole_folder_is_exchanged_where_the_system_can(output: Path, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    if not exchange_folders(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this disk cannot exchange folders")
    (tmp_path / "one").rmdir()
    (tmp_path / "other").rmdir()
    publish(output, FIRST)
    before = output.stat().st_ino
    publish(output, SECOND)
    assert output.stat().st_ino != before
    publish(output, FIRST, in_place)
    exchanged = output.stat().st_ino
    put(output, "CNAME")
    publish(output, THIRD)
    assert output.stat().st_ino == exchanged


def test_exchanging_with_what_is_not_there_says_no(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert not exchange_folders(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one").is_dir()


@pytest.mark.skipif(on_windows, reason="links need a right there")
def test_an_output_that_is_a_link_to_a_folder_is_followed(tmp_path: Path, exchange: Exchange) -> None:
    (tmp_path / "site").symlink_to("real", target_is_directory=True)
    publish(tmp_path / "site", FIRST, exchange)
    publish(tmp_path / "site", SECOND, exchange)
    assert (tmp_path / "site").is_symlink()
    assert files(tmp_path / "real") == SECOND


def test_assets_come_before_pages_and_lists_of_pages_last() -> None:
    paths = [
        "sitemap.xml",
        "index.html",
        "vi/index.html",
        "vi/a/index.html",
        "css/site.css",
        "robots.txt",
        "search.json",
    ]
    assert in_order(paths) == [
        "css/site.css",
        "search.json",
        "vi/a/index.html",
        "vi/index.html",
        "index.html",
        "robots.txt",
        "sitemap.xml",
    ]


def test_a_reader_never_misses_the_front_page(output: Path, exchange: Exchange) -> None:
    publish(output, FIRST)
    seen: set[str] = set()
    missed: list[Exception] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            try:
                seen.add((output / "index.html").read_text("utf-8"))
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for _ in range(20):
            publish(output, SECOND, exchange)
            publish(output, FIRST, exchange)
    finally:
        ended.set()
        reader.join()
    assert not missed
    assert seen <= {FIRST["index.html"], SECOND["index.html"]}
