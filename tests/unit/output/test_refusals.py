"""Folders that are never published to, and what the system refuses, in words."""

import os
import sys
from pathlib import Path

import pytest

from ocop_site.output import manifest
from ocop_site.output.refusals import PublishRefused, refusals
from tests.unit.output.folders import FIRST, Site, files, publish, put, standing


def refusal(output: Path, site: Site = FIRST, protected: tuple[Path, ...] = ()) -> str:
    with pytest.raises(PublishRefused) as refused:
        publish(output, site, protected=protected)
    problem = refused.value.problem
    assert problem.location.file == output.name
    assert problem.message("vi") != problem.message("en")
    return problem.code


def test_a_file_is_no_output(output: Path) -> None:
    put(output.parent, output.name)
    assert refusal(output) == "output.file"
    assert output.read_text("utf-8") == "not ours"


@pytest.mark.parametrize("place", ["content", "content/site", "."])
def test_the_folders_that_the_site_is_made_of_are_refused(tmp_path: Path, place: str) -> None:
    put(tmp_path, "content/site.yaml")
    with pytest.raises(PublishRefused) as refused:
        publish(tmp_path / place, FIRST, protected=(tmp_path / "content",))
    assert refused.value.problem.code == "output.protected"
    assert standing(tmp_path) == {"content": None, "content/site.yaml": "not ours"}


def test_a_folder_whose_name_only_begins_alike_is_no_protected_one(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    publish(tmp_path / "content-site", FIRST, protected=(tmp_path / "content",))


@pytest.mark.parametrize("place", ["home", "home/someone"])
def test_root_and_home_are_refused(tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home/someone").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home/someone"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home/someone"))
    assert refusal(tmp_path / place) == "output.home"
    with pytest.raises(PublishRefused) as refused:
        publish(Path(tmp_path.anchor), FIRST)
    assert refused.value.problem.code == "output.home"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< HEAD",
        "[]",
        '{"version": 2, "files": {}}',
        '{"version": 1, "files": {"../../etc/passwd": {"size": 1, "sha256": ""}}}',
        '{"version": 1, "files": {"/etc/passwd": {"size": 1, "sha256": ""}}}',
        '{"version": 1, "files": {"a": 1}}',
    ],
)
def test_a_list_that_cannot_be_trusted_is_refused(output: Path, text: str) -> None:
    publish(output, FIRST)
    (output / manifest.NAME).write_text(text, "utf-8")
    assert refusal(output) == "output.manifest"
    assert files(output) == FIRST


def test_a_parent_that_is_a_file_is_told_in_words(tmp_path: Path) -> None:
    put(tmp_path, "file")
    assert refusal(tmp_path / "file" / "site").startswith("output.")


def test_a_refused_folder_is_left_as_it_was_and_so_is_all_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "theirs/thesis.txt")
    assert refusal(tmp_path / "theirs") == "output.unknown"
    with pytest.raises(PublishRefused):
        publish(tmp_path / "theirs" / "thesis.txt" / "site", FIRST)
    assert standing(tmp_path) == {"theirs": None, "theirs/thesis.txt": "not ours"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_in_place_of_the_list_or_of_a_page_is_not_waited_for(output: Path) -> None:
    publish(output, FIRST)
    (output / manifest.NAME).unlink()
    os.mkfifo(output / manifest.NAME)
    assert refusal(output) == "output.manifest"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other limits")
def test_a_path_that_is_too_long_is_told_as_that(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("a" * 300)) == "output.path-long"


class FromWindows(OSError):
    """An error as Windows gives it, where the network is blamed for a long path."""

    winerror: int | None = 53


@pytest.mark.parametrize(("letters", "code"), [(300, "output.path-long"), (30, "output.system")])
def test_windows_blames_the_network_for_a_path_that_is_too_long(letters: int, code: str) -> None:
    with pytest.raises(PublishRefused) as refused, refusals("site", Path("site")):
        raise FromWindows(22, "The network path was not found", "C:/" + "a" * letters)
    assert refused.value.problem.code == code
