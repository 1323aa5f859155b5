"""An office gives the catalogue a look of its own in `site.yaml`, and no theme is copied for it."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.build.office import Thing, found
from tests.support import PROJECT, Task, build, bytes_of

OPTIONS = "theme_options: "


@pytest.fixture
def task(tmp_path: Path) -> Task:
    found(tmp_path / "content")
    task = Task(tmp_path / "content", PROJECT / "themes", tmp_path / "output", tmp_path / "cache")
    return replace(task, ledgers_bind=False, jobs=1)


def png(width: int, height: int) -> bytes:
    Image.new("RGB", (width, height), "#7A3B12").save(file := BytesIO(), "PNG")
    return file.getvalue()


def set_options(task: Task, options: str) -> int:
    """Writes them, and tells the line where they begin."""
    file = task.content / "site.yaml"
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith(OPTIONS)]
    file.write_text("\n".join([*lines, f"{OPTIONS}{options}", ""]), "utf-8")
    return len(lines) + 1


def name_a_product(task: Task, name: str) -> None:
    (task.content / "products" / "gao.yaml").write_text(Thing(name, "gao", "VD001").text(), "utf-8")


def test_what_is_wrong_with_a_colour_is_told_where_it_stands_and_nothing_is_published(task: Task) -> None:
    line = set_options(task, '\n  brand:\n    light: "#0E5A5E"\n    dark: "#222222"\n  accent: red')
    outcome = build(task)
    wrong = [(each.code, each.location.line, each.location.column) for each in outcome.problems if each.is_error]
    assert wrong == [("theme.contrast", line + 3, 5), ("theme.colour", line + 4, 3)]
    assert outcome.change is None


def test_the_face_and_its_licence_are_published_once(task: Task) -> None:
    set_options(task, "{display_face: source-serif}")
    assert build(task).change
    files = [path for path in bytes_of(task.output) if "display" in path]
    assert sorted(Path(path).suffix for path in files) == [".txt", ".woff2"]


def test_without_a_face_none_is_published(task: Task) -> None:
    set_options(task, "{display_face: none}")
    assert build(task).change
    assert not [path for path in bytes_of(task.output) if "display" in path]


def test_a_letter_that_no_name_had_before_is_in_the_face_of_every_page(task: Task, tmp_path: Path) -> None:
    """And the site is the one that is made of nothing."""
    set_options(task, "{display_face: source-serif}")
    name_a_product(task, "Gạo")
    build(task)
    before = bytes_of(task.output)
    name_a_product(task, "Gạo Müller")
    build(task)
    clean = replace(task, output=tmp_path / "clean", cache=tmp_path / "none")
    build(clean)
    assert bytes_of(task.output) == bytes_of(clean.output)
    assert {path for path in before if path.endswith(".woff2")}.isdisjoint(bytes_of(task.output))


LEAF = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>x</title><path d="M4 28L28 4z"/></svg>'


@pytest.mark.parametrize("theme", ["dong-bang", "giay"])
def test_the_office_s_mark_stands_on_every_page_without_what_its_program_wrote_beside_it(
    task: Task, theme: str
) -> None:
    set_options(task, "{mark: dau.svg}")
    (task.content / "media").mkdir(exist_ok=True)
    (task.content / "media" / "dau.svg").write_text(LEAF, "utf-8")
    folder = PROJECT / "themes" if theme == "dong-bang" else PROJECT / "tests" / "themes"
    site = task.content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("theme: dong-bang", f"theme: {theme}"), "utf-8")
    assert build(replace(task, themes=folder)).change
    files = bytes_of(task.output)
    (mark,) = (path for path in files if "own-mark" in path)
    assert b"M4 28L28 4z" in files[mark]
    assert b"title" not in files[mark]
    assert f'src="/thu/{mark}" alt=""'.encode() in files["vi/index.html"]


@pytest.mark.parametrize(
    ("file", "body", "code"),
    [
        ("dau.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>', "picture.drawing-refused"),
        ("dau.svg", b"<svg", "picture.drawing-broken"),
        ("dau.svg", b"<!--" + b"x" * 20_000 + b"-->", "theme.mark-large"),
        ("dau.png", b"GIF89a", "theme.mark-kind"),
        ("dau.png", png(600, 600), "theme.mark-large"),
        ("dau.jpg", b"x", "theme.mark-kind"),
        ("../site.yaml", b"", "theme.mark-kind"),
        ("khac.svg", b"", "theme.mark-missing"),
        ("a" * 300 + ".svg", b"", "theme.mark-missing"),
        ("{vi: dau.svg}", b"", "theme.mark-kind"),
        ("[dau.svg]", b"", "theme.mark-kind"),
    ],
)
def test_a_mark_that_cannot_be_shown_is_told_where_it_is_named(task: Task, file: str, body: bytes, code: str) -> None:
    line = set_options(task, f"\n  mark: {file}")
    (task.content / "media").mkdir(exist_ok=True)
    if body:
        (task.content / "media" / file).write_bytes(body)
    outcome = build(task)
    (problem,) = (each for each in outcome.problems if each.is_error)
    assert (problem.code, problem.location.line) == (code, line + 1)
    assert all(problem.message(language) for language in ("vi", "en"))
    assert outcome.change is None


def test_a_mark_that_is_not_there_is_told_with_all_else_that_is_wrong(task: Task) -> None:
    line = set_options(task, "\n  accent: red\n  mark: khac.svg\n  covers: striped")
    wrong = {(each.code, each.location.line) for each in build(task).problems if each.is_error}
    assert wrong == {
        ("theme.colour", line + 1),
        ("theme.mark-missing", line + 2),
        ("theme.option-value", line + 3),
    }


def test_the_pictures_beside_links_have_the_colour_of_the_office(task: Task) -> None:
    pictures = []
    for options in ("{}", '{brand: "#7A3B12"}', '{brand: {light: "#7A3B12"}}'):
        set_options(task, options)
        assert build(task).change
        pictures.append({path: body for path, body in bytes_of(task.output).items() if path.startswith("social/")})
    plain, own, same = pictures
    assert plain.keys().isdisjoint(own)
    assert own == same


def test_a_painted_mark_is_published_without_what_a_camera_noted(task: Task) -> None:
    set_options(task, "{mark: dau.png}")
    (task.content / "media").mkdir(exist_ok=True)
    noted = PngInfo()
    noted.add_text("Author", "somebody")
    Image.new("RGBA", (64, 64), "#3B6B2E").save(task.content / "media" / "dau.png", pnginfo=noted)
    assert build(task).change
    (body,) = (body for path, body in bytes_of(task.output).items() if "own-mark" in path)
    assert body.startswith(b"\x89PNG")
    assert b"somebody" not in body
