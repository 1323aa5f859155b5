"""What was told once is told again where nothing has changed, and never where something might have."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support import PROJECT, Run, Task, build, build_anew, check_only, inputs_of, repeated, repeated_check
from tests.unit.small import DAY, RICE, SAUCE, written


@pytest.fixture
def task(tmp_path: Path) -> Task:
    content = written(tmp_path / "content", RICE, SAUCE)
    task = Task(content, PROJECT / "themes", tmp_path / "output", tmp_path / "cache", today=DAY, ledgers_bind=False)
    assert build(task).change
    assert not check_only(task).blocks(strict=False)
    return task


def is_repeated(task: Task) -> tuple[bool, bool]:
    """Whether a build would be told again, and whether a check would."""
    inputs = inputs_of(task)
    return repeated(task, inputs, Run()) is not None, repeated_check(task, inputs, Run()) is not None


def test_nothing_has_changed(task: Task) -> None:
    assert is_repeated(task) == (True, True)
    again = build(task)
    assert again.change
    assert (again.change.added, again.change.changed, again.change.removed) == (0, 0, 0)
    assert again.change.unchanged == again.files


def test_what_a_build_told_is_told_again_to_the_letter(task: Task) -> None:
    found = [str(problem) for problem in build(task).problems]
    (task.cache / "builds").rename(task.cache / "away")
    assert [str(problem) for problem in build(task).problems] == found != []


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2026, 11, 22)])
def test_another_day_is_another_build(task: Task, day: date) -> None:
    assert is_repeated(replace(task, today=day)) == (False, False)


def test_a_file_that_goes_in_is_another(task: Task) -> None:
    product = task.content / "products" / "gao.yaml"
    product.write_text(product.read_text("utf-8").replace("To try.", "To taste."), "utf-8")
    assert is_repeated(task) == (False, False)


def test_a_published_file_is_another_or_gone(task: Task) -> None:
    page = task.output / "vi" / "index.html"
    before = page.read_bytes()
    page.write_bytes(before[:-1] + b" ")
    assert is_repeated(task) == (False, False)
    page.unlink()
    assert is_repeated(task) == (False, False)
    assert build(task).change
    assert page.read_bytes() == before


def test_what_is_saved_while_a_build_runs_belongs_to_the_next(task: Task) -> None:
    product = task.content / "products" / "gao.yaml"
    before = product.read_text("utf-8")
    inputs = inputs_of(task)
    product.write_text(before.replace("To try.", "To taste."), "utf-8")
    assert build_anew(task, inputs, Run()).change
    assert is_repeated(task)[0] is False
    product.write_text(before, "utf-8")
    assert is_repeated(task)[0] is False


@pytest.mark.parametrize("body", [b"", b"{}", b"seal\n{}", None])
def test_what_was_noted_is_damaged(task: Task, body: bytes | None) -> None:
    for file in (task.cache / "builds").iterdir():
        whole = file.read_bytes()
        file.write_bytes(whole.replace(b"products", b"producte") if body is None else body)
    assert is_repeated(task) == (False, False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
def test_a_pipe_is_not_waited_for(task: Task) -> None:
    os.mkfifo(task.content / "media.fifo")
    assert is_repeated(task) == (False, False)


def test_what_lies_behind_a_link_is_out_of_sight(task: Task, tmp_path: Path) -> None:
    (task.content / "products").rename(tmp_path / "elsewhere")
    (task.content / "products").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert inputs_of(task) == ""
