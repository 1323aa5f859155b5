"""What is taken for a save."""

from pathlib import Path

import pytest
from watchfiles import Change

from ocop_site.preview.watch import counts, saves
from tests.unit.preview.running import play


@pytest.mark.parametrize(
    "name",
    [
        ".rice.yaml.swp",
        ".#rice.yaml",
        "#rice.yaml#",
        "rice.yaml~",
        "4913",
        "rice.yaml___jb_tmp___",
        "rice.yaml___jb_old___",
        ".~lock.rice.ods#",
        "~$rice.docx",
        ".goutputstream-8KT2X2",
        "rice.tmp",
        "photo.jpg.part",
        "photo.jpg.crdownload",
        ".DS_Store",
        "Thumbs.db",
        ".git/index",
        "products/.git/HEAD",
    ],
)
def test_what_programs_put_there_for_a_moment_is_no_save(tmp_path: Path, name: str) -> None:
    assert not counts([tmp_path])(Change.modified, str(tmp_path / name))


@pytest.mark.parametrize("name", ["", "site.yaml", "products/rice.yaml", "media/rice/a (1).jpg", "news/a.vi.md"])
def test_what_people_save_is_a_save(tmp_path: Path, name: str) -> None:
    hidden = tmp_path / ".hidden/content"
    assert counts([tmp_path / "themes", hidden])(Change.modified, str(hidden / name))


def test_what_was_saved_is_told_by_its_path(tmp_path: Path) -> None:
    async def story() -> None:
        noticed = saves([tmp_path])
        assert await anext(noticed) == {tmp_path}
        (tmp_path / "site.yaml").write_text("a", "utf-8")
        assert await anext(noticed) == {tmp_path / "site.yaml"}
        (tmp_path / "site.yaml").rename(tmp_path / "scheme.yaml")
        assert await anext(noticed) == {tmp_path / "site.yaml", tmp_path / "scheme.yaml"}
        await noticed.aclose()

    play(story())


def test_what_is_saved_in_one_go_is_told_once(tmp_path: Path) -> None:
    async def story() -> None:
        noticed = saves([tmp_path])
        await anext(noticed)
        names = {f"{number}.yaml" for number in range(50)}
        for name in names:
            (tmp_path / name).write_text("a", "utf-8")
        assert {path.name for path in await anext(noticed)} == names
        await noticed.aclose()

    play(story())


def test_a_folder_may_be_made_later_go_and_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "content"

    async def story() -> None:
        noticed = saves([folder, tmp_path / "themes"])
        await anext(noticed)
        folder.mkdir()
        assert folder in await anext(noticed)
        (folder / "site.yaml").write_text("a", "utf-8")
        await anext(noticed)
        folder.rename(tmp_path / "other")
        await anext(noticed)
        (tmp_path / "other").rename(folder)
        await anext(noticed)
        (folder / "site.yaml").write_text("b", "utf-8")
        await anext(noticed)
        await noticed.aclose()

    play(story())
