"""A theme that is kept is the one that its files make, and none is believed that this program did not keep of them."""

import shutil
from pathlib import Path

import pytest

from ocop_site.theme.kept import MOST_BYTES
from ocop_site.theme.loading import Theme, ThemeError, load_theme
from ocop_site.theme.render import RenderError
from ocop_site.views import RootView
from tests.support import PROJECT, some
from tests.unit.theme.sample_views import page_of, renderer, view_of


@pytest.fixture(params=["themes/dong-bang", "tests/themes/giay"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT / request.param, tmp_path / "themes" / "one"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def only_file(cache: Path) -> Path:
    (file,) = (cache / "themes").iterdir()
    return file


def root_page(theme: Theme) -> str:
    return renderer(theme).render(page_of(view_of(RootView, full=True), "vi")).body.decode()


def test_a_kept_theme_is_the_one_that_its_files_make(folder: Path, cache: Path) -> None:
    made = load_theme(folder, {})
    assert load_theme(folder, {}, cache) == made
    kept = load_theme(folder, {}, cache)
    assert (kept, kept.codes.keys()) == (made, made.codes.keys())
    assert root_page(kept) == root_page(made)


def test_every_template_of_a_theme_is_compiled_once(folder: Path, cache: Path) -> None:
    theme = load_theme(folder, {}, cache)
    assert theme.codes.keys() == set(theme.templates.items())


@pytest.mark.parametrize("file", ["templates/root.html", "words.yaml", "theme.yaml"])
def test_what_was_saved_since_is_what_a_site_gets(folder: Path, cache: Path, file: str) -> None:
    load_theme(folder, {}, cache)
    (folder / file).write_bytes((folder / file).read_bytes() + b"\n{# new #}" * (file.endswith(".html")) + b"\n")
    assert load_theme(folder, {}, cache) == load_theme(folder, {})
    (folder / "templates" / "root.html").write_text("{{ view.nothing", "utf-8")
    with pytest.raises(ThemeError):
        load_theme(folder, {}, cache)


def test_an_option_that_there_is_not_is_told_of_a_kept_theme_too(folder: Path, cache: Path) -> None:
    load_theme(folder, {}, cache)
    with pytest.raises(ThemeError, match=r"theme\.option-unknown"):
        load_theme(folder, {"nothing": "of it"}, cache)


def test_a_fault_is_told_at_the_line_of_a_kept_template(folder: Path, cache: Path) -> None:
    (folder / "templates" / "root.html").write_text("<p>\n{{ view.nothing }}\n", "utf-8")
    load_theme(folder, {}, cache)
    with pytest.raises(RenderError, match=r"templates/root\.html:2: "):
        root_page(load_theme(folder, {}, cache))


@pytest.mark.parametrize("kept", [slice(-1), slice(70, None), slice(0), slice(10)])
def test_what_is_cut_is_made_anew(folder: Path, cache: Path, kept: slice) -> None:
    made = load_theme(folder, {}, cache)
    whole = only_file(cache).read_bytes()
    only_file(cache).write_bytes(whole[kept])
    assert load_theme(folder, {}, cache) == made
    assert len(only_file(cache).read_bytes()) > len(whole) // 2


def test_a_letter_that_was_changed_is_noticed(folder: Path, cache: Path) -> None:
    made = load_theme(folder, {}, cache)
    raw = only_file(cache).read_bytes()
    for at in some(range(0, len(raw), len(raw) // 20)):
        only_file(cache).write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert load_theme(folder, {}, cache) == made


def test_where_nothing_can_be_kept_nothing_is_said(folder: Path, cache: Path) -> None:
    cache.write_bytes(b"")
    assert load_theme(folder, {}, cache) == load_theme(folder, {})


def test_a_theme_beyond_measure_is_not_kept(folder: Path, cache: Path) -> None:
    for name in ("a.png", "b.png", "c.png"):
        (folder / "assets" / name).write_bytes(name.encode() + b"\0" * (MOST_BYTES // 3))
    assert load_theme(folder, {}, cache) == load_theme(folder, {})
    assert list((cache / "themes").iterdir()) == []
