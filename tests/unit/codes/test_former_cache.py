"""The folder in which codes were once kept: it is cleared of what is the program's own, and of nothing else."""

from pathlib import Path

from ocop_site.codes.former_cache import clear_former_cache


def test_clearing_takes_only_what_bears_a_name_of_ours(tmp_path: Path) -> None:
    strangers = {"package.json", "0123456789abcdef.json.bak", "0123456789ABCDEF.json", "notes"}
    for name in ("0123456789abcdef.json", ".0123456789abcdef.json.01234567", *strangers):
        (tmp_path / name).touch()
    clear_former_cache(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == strangers


def test_a_folder_that_is_empty_then_goes_and_one_that_never_was_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "0123456789abcdef.json").touch()
    clear_former_cache(tmp_path / "codes")
    clear_former_cache(tmp_path / "codes")
    assert not list(tmp_path.iterdir())
