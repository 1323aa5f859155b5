"""What a machine keeps of its label printer: by label paper, in the folder that each system has for settings."""

import sys
from pathlib import Path

import pytest

from ocop_site.desk.kept_offsets import CHOSEN, keep_offset, kept_offset, offsets_file, settings_folder
from ocop_site.paper.offset import Offset
from ocop_site.problems import Mistake
from ocop_site.units import MM

RIGHT, UP = Offset(1.5 * MM, 0 * MM), Offset(0 * MM, -0.5 * MM)


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CHOSEN, str(tmp_path / "settings"))
    return tmp_path / "settings"


def test_each_label_paper_has_its_own() -> None:
    assert kept_offset("a4-3x7") == Offset()
    keep_offset("a4-3x7", RIGHT)
    keep_offset("roll-58", UP)
    assert (kept_offset("a4-3x7"), kept_offset("roll-58"), kept_offset("a4-2x4")) == (RIGHT, UP, Offset())


def test_none_is_forgotten_and_with_the_last_one_the_file() -> None:
    keep_offset("a4-3x7", RIGHT)
    keep_offset("roll-58", UP)
    keep_offset("a4-3x7", Offset())
    assert (kept_offset("a4-3x7"), kept_offset("roll-58")) == (Offset(), UP)
    keep_offset("roll-58", Offset())
    assert not offsets_file().exists()
    keep_offset("roll-58", Offset())


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"a4-3x7": 1}', b'{"a4-3x7": [1, "2"]}', b"\xff"])
def test_a_damaged_file_is_told_with_its_name(settings: Path, body: bytes) -> None:
    settings.mkdir()
    offsets_file().write_bytes(body)
    with pytest.raises(Mistake) as refused:
        kept_offset("a4-3x7")
    assert refused.value.code == "labels.offsets-broken"
    assert refused.value.details["path"] == str(offsets_file())


@pytest.mark.parametrize(
    ("platform", "variable", "end"),
    [
        ("win32", "APPDATA", ("ocop_site",)),
        ("linux", "XDG_CONFIG_HOME", ("ocop_site",)),
        ("darwin", "HOME", ("Library", "Application Support", "ocop_site")),
    ],
)
def test_every_system_has_its_folder_for_settings(
    platform: str, variable: str, end: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if platform == "darwin" and sys.platform == "win32":
        pytest.skip("a home is told by another variable here")
    monkeypatch.delenv(CHOSEN)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert settings_folder() == tmp_path.joinpath(*end)
