"""A build that keeps what is the same gives what a clean one gives, byte for byte, whatever was changed in between.

Texts are edited, records come, go and come back, files are renamed, the theme and its style are changed, options and
days are others, what is kept and what is published is damaged: after each step both builds are compared, files and
modes. `OCOP_SEQUENCES` says how many sequences are tried.
"""

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.build.office import EXAMPLE
from tests.support import PROJECT, Task, build, some

SEQUENCES = int(os.environ.get("OCOP_SEQUENCES", "12"))

DAY = date(2026, 11, 23)

TEXT = re.compile(r"(?m)(?<=: )[A-ZĐ][^{}\[\]\n:#'\"]{6,}(?=[.,}\n])")
"""Words that people wrote, as values."""

FOLDERS = ("products", "producers", "places", "decisions", "notices", "trails", "partners", "news", "pages")
KEPT = ("pages", "records", "builds", "themes")
"""Folders of the cache that have what runs keep for the next."""

LEDGERS = ("codes.yaml", "published.yaml")
SINGLE = ("site.yaml", "sources.yaml", "glossary.yaml", "scheme.yaml", "programme.yaml")

FIELDS = {
    "products": ("gift: true\n", "season: [11]\n", "draft: true\n", "diet: [vegetarian]\n", "goes_with: [mau-tra]\n"),
    "producers": ("phone: 0272 3822 055\n", "since: 2011\n"),
    "places": ("sources: [s-so]\n",),
}
"""Lines that a record may have or not."""


class Office:
    """Somebody's folders, the way they build, and the steps that they take."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.content, self.themes = folder / "content", folder / "themes"
        shutil.copytree(EXAMPLE, self.content)
        shutil.copytree(PROJECT / "themes" / "dong-bang", self.themes / "dong-bang")
        self.task = Task(
            self.content, self.themes, folder / "output", folder / "cache", today=DAY, ledgers_bind=False, drafts=False
        )
        shutil.copytree(cache / "pictures", self.task.cache / "pictures", dirs_exist_ok=True)
        self.clean = replace(self.task, output=folder / "clean", cache=folder / "clean-cache")
        shutil.copytree(cache / "pictures", self.clean.cache / "pictures", dirs_exist_ok=True)
        self.saved = set[Path]()
        self._before: list[tuple[Path, bytes | None]] = []

    def files(self, kind: str) -> list[Path]:
        return sorted((self.content / kind).iterdir()) if (self.content / kind).is_dir() else []

    def put(self, file: Path, body: bytes | None) -> None:
        """Writes a file or removes it, and remembers what it was."""
        self._before.append((file, file.read_bytes() if file.exists() else None))
        self.saved.add(file)
        if body is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(body)

    def edit(self, kind: str, which: int, where: int, word: str) -> None:
        """A word is put behind one of the texts of a record."""
        self._change(self._one(kind, which), where, word)

    def edit_single(self, name: str, where: int, word: str) -> None:
        self._change(self.content / name, where, word)

    def enter(self, name: str, which: int) -> None:
        """A day in a ledger is another, such as that on which labels were printed."""
        file = self.content / name
        days = list(re.finditer(r"2\d{3}-\d\d-\d\d", file.read_text("utf-8"))) if file.exists() else []
        if days:
            text, (begin, end) = file.read_text("utf-8"), days[which % len(days)].span()
            self.put(file, f"{text[:begin]}2026-10-{which % 28 + 1:02d}{text[end:]}".encode())

    def toggle(self, kind: str, which: int, field: int) -> None:
        """A line comes to a record, or goes."""
        file = self._one(kind, which)
        line = FIELDS[kind][field % len(FIELDS[kind])].encode()
        if file and file.suffix == ".yaml":
            text = file.read_bytes()
            self.put(file, text.replace(line, b"") if line in text else text + line)

    def remove(self, kind: str, which: int) -> None:
        if file := self._one(kind, which):
            self.put(file, None)

    def add(self, which: int) -> None:
        """A product like another one, under another name and code."""
        if file := self._one("products", which):
            text = file.read_text("utf-8")
            text = re.sub(r"(?m)^code: .*$", f"code: ZZ{which + 101:03d}", text)
            text = re.sub(r"(?m)^packs:.*(\n  .*)*\n", "", text)
            self.put(file.with_name(f"{file.stem}-hai.yaml"), text.encode())

    def rename(self, kind: str, which: int) -> None:
        if (file := self._one(kind, which)) and file.suffix == ".yaml":
            body = file.read_bytes()
            self.put(file, None)
            self.put(file.with_name(f"{file.stem}-moi.yaml"), body)

    def revert(self) -> None:
        """The last thing that was done is undone."""
        if self._before:
            file, body = self._before.pop()
            self.saved.add(file)
            file.unlink(missing_ok=True) if body is None else file.write_bytes(body)

    def restyle(self, colour: int) -> None:
        file = self.themes / "dong-bang/assets/css/utilities.css"
        self.put(file, file.read_bytes() + f"\n.step {{ order: {colour} }}\n".encode())

    def retemplate(self, which: int) -> None:
        """A template says one thing more, within what it tells of a page where it has such a part."""
        files = sorted((self.themes / "dong-bang/templates").rglob("*.html"))
        file = files[which % len(files)]
        before, begin, rest = file.read_bytes().partition(b"{% block main %}")
        self.put(file, before + begin + b"<!-- step -->\n" + rest if begin else before + b"<!-- step -->\n")

    def reword(self) -> None:
        file = self.themes / "dong-bang/words.yaml"
        text = file.read_text("utf-8")
        self.put(file, text.replace("vi: Chép", "vi: Sao chép", 1).encode())

    def redraw(self, notch: int) -> None:
        """The office's map file has a shape with another notch, in the same place and of the same size."""
        way = [[2.6, 1.1], [3.9, 1.1], [3.9, 1.9], [3.2, 1.2 + notch / 100], [2.6, 1.9], [2.6, 1.1]]
        shape = {"type": "Polygon", "coordinates": [way]}
        self.put(self.content / "ranh-xa.geojson", json.dumps(shape).encode())

    def wait(self, days: int) -> None:
        self._on(today=(self.task.today or DAY) + timedelta(days=days))

    def ask_for_drafts(self) -> None:
        self._on(drafts=not self.task.drafts)

    def move(self) -> None:
        """The site is built for another address, or for its own again."""
        self._on(url=None if self.task.url else "https://example.org/khac")

    def damage_memory(self, how: int, at: int) -> None:
        for file in sorted(file for name in KEPT for file in self.task.cache.glob(f"{name}/*")):
            body = file.read_bytes()
            place = at % max(len(body), 1)
            file.write_bytes(
                [body[:place], body[:place] + b"x" + body[place + 1 :], b"", b"{}\n{}", body + body[place:]][how % 5]
            )

    def damage_output(self, how: int, which: int) -> None:
        """Somebody changes a published file behind our back, without a trace in its size or time, or removes it."""
        files = sorted(self.task.output.rglob("*.html"))
        if files:
            file = files[which % len(files)]
            state, body = file.stat(), file.read_bytes()
            if how % 2:
                file.unlink()
            else:
                file.write_bytes(body[:-2] + b"?\n")
                os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    def _one(self, kind: str, which: int) -> Path | None:
        files = self.files(kind)
        return files[which % len(files)] if files else None

    def _change(self, file: Path | None, where: int, word: str) -> None:
        text = file.read_text("utf-8") if file else ""
        found = list(TEXT.finditer(text))
        if file and found:
            at = found[where % len(found)].end()
            self.put(file, f"{text[:at]} {word}{text[at:]}".encode())

    def _on(self, **changed: object) -> None:
        self.task, self.clean = replace(self.task, **changed), replace(self.clean, **changed)  # type: ignore[arg-type]


Step = Callable[[Office], None]

small, words = st.integers(0, 60), st.sampled_from(["lúa", "mật ong", "nước mắm", "a < b & c", "rượu"])


def saves() -> st.SearchStrategy[Step]:
    """What editors do to their files."""
    kinds = st.sampled_from(FOLDERS)
    return st.one_of(
        st.builds(lambda k, i, w, t: lambda office: office.edit(k, i, w, t), kinds, small, small, words),
        st.builds(lambda k, i, w, t: lambda office: office.edit(k, i, w, t), kinds, small, small, words),
        st.builds(lambda n, w, t: lambda office: office.edit_single(n, w, t), st.sampled_from(SINGLE), small, words),
        st.builds(lambda k, i, f: lambda office: office.toggle(k, i, f), st.sampled_from(list(FIELDS)), small, small),
        st.builds(lambda k, i: lambda office: office.remove(k, i), kinds, small),
        st.builds(lambda n, i: lambda office: office.enter(n, i), st.sampled_from(LEDGERS), small),
        st.builds(lambda i: lambda office: office.add(i), small),
        st.builds(lambda k, i: lambda office: office.rename(k, i), kinds, small),
        st.just(Office.revert),
        st.just(Office.revert),
        st.builds(lambda i: lambda office: office.restyle(i), small),
        st.builds(lambda i: lambda office: office.retemplate(i), small),
        st.just(Office.reword),
        st.builds(lambda n: lambda office: office.redraw(n), small),
    )


def steps() -> st.SearchStrategy[Step]:
    return st.one_of(
        saves(),
        saves(),
        st.builds(lambda d: lambda office: office.wait(d), st.sampled_from([1, 40, 400, -7])),
        st.just(Office.ask_for_drafts),
        st.just(Office.move),
        st.builds(lambda h, a: lambda office: office.damage_memory(h, a), small, st.integers(0, 10**6)),
        st.builds(lambda h, i: lambda office: office.damage_output(h, i), small, st.integers(0, 10**6)),
    )


def compare(office: Office) -> None:
    """Builds both ways."""
    before = look(office.task.output)
    warm = build(office.task)
    for kept in KEPT:
        shutil.rmtree(office.clean.cache / kept, ignore_errors=True)
    shutil.rmtree(office.clean.output, ignore_errors=True)
    clean = build(office.clean)
    assert [str(problem) for problem in warm.problems] == [str(problem) for problem in clean.problems]
    assert (warm.change is None, warm.pages, warm.files) == (clean.change is None, clean.pages, clean.files)
    if warm.change is None:
        assert look(office.task.output) == before
        return
    made, expected = look(office.task.output), look(office.clean.output)
    assert made.keys() == expected.keys()
    assert not [path for path in made if made[path] != expected[path]]


def look(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its mode and bytes, every folder with its mode."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's pictures."""
    cache = tmp_path_factory.mktemp("pictures")
    build(Task(EXAMPLE, PROJECT / "themes", cache / "output", cache, today=DAY))
    return cache


@settings(
    deadline=None,
    max_examples=SEQUENCES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(taken=st.lists(steps(), min_size=1, max_size=6))
def test_whatever_is_done_a_build_gives_what_a_clean_one_gives(
    rendered: Path, tmp_path_factory: pytest.TempPathFactory, taken: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("office")
    try:
        office = Office(folder, rendered)
        compare(office)
        for step in taken:
            step(office)
            compare(office)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_an_address_that_somebody_writes_stays_as_it_was_written(rendered: Path, tmp_path: Path) -> None:
    """Such as that of a style sheet of before: another sheet moves the links to it, and no word of a text."""
    office = Office(tmp_path, rendered)
    compare(office)
    (sheet,) = office.task.output.glob("assets/site.*.css")
    office.put(*_with_a_text(office.files("producers")[0], f"assets/{sheet.name}"))
    compare(office)
    office.restyle(1)
    compare(office)
    assert not sheet.exists()
    assert any(sheet.name.encode() in page.read_bytes() for page in office.task.output.rglob("*.html"))


def _with_a_text(file: Path, text: str) -> tuple[Path, bytes]:
    """The file with words behind the first text that it has."""
    written = file.read_text("utf-8")
    end = next(TEXT.finditer(written)).end()
    return file, f"{written[:end]} {text}{written[end:]}".encode()


def test_a_map_file_of_which_only_the_drawing_changes_is_drawn_anew(
    rendered: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = Office(tmp_path_factory.mktemp("office"), rendered)
    for notch in some((20, 21, 30)):
        office.redraw(notch)
        compare(office)


def test_what_several_processes_made_is_kept_as_far_as_it_is_the_same(
    rendered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocop_site.stages.shares.WORTH_COPIES", 1)
    office = Office(tmp_path, rendered)
    office.task = replace(office.task, jobs=2)
    compare(office)
    for kind in ("products", "producers", "places"):
        office.edit(kind, 0, 0, "moi")
        compare(office)
