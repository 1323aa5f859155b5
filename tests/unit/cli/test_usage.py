"""A command that was used wrongly is told what is wrong, in Vietnamese or in the language that its line asks for."""

import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ocop_site.cli.commands import HOMES, _completed, commands
from ocop_site.cli.help import TranslatedCommand, TranslatedGroup
from ocop_site.messages import language_asked_for
from tests.support import run


def used(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments, prog_name="py build.py")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a file in it and another folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tep.txt").write_text("chữ", "utf-8")
    (tmp_path / "thu-muc").mkdir()
    return tmp_path


WRONG = {
    "a command that is nearly one": (["bulid"], "có phải là “build”?", "did you mean “build”?"),
    "a command that is none": (["zzz"], "các lệnh: booklet, build", "known are: booklet, build"),
    "an option that is nearly one": (["check", "--contents", "x"], "có phải là “--content”?", "“--content”?"),
    "an option that is none": (["check", "--zzz"], "không có tùy chọn “--zzz”", "no option “--zzz”"),
    "a short option": (["check", "-z"], "không có tùy chọn “-z”", "no option “-z”"),
    "a word too many": (["check", "my", "folder"], "“my folder” là thừa", "“my folder” is too much"),
    "an option at the end without its value": (["check", "--today"], "sau --today phải có", "must follow --today"),
    "an option without its value": (["check", "--today", "--drafts"], "sau --today phải có", "must follow --today"),
    "a file's option without its value": (["labels", "--pdf", "--trial"], "sau --pdf phải có", "must follow --pdf"),
    "a long dash before an option": (["check", "—content", "x"], "gạch ngắn: --content", "hyphens: --content"),
    "a long dash without a command": (["–portable"], "gạch ngắn: --portable", "hyphens: --portable"),
    "a flag with a value": (["check", "--drafts=yes"], "chỉ ghi --drafts", "write --drafts alone"),
    "no day": (["check", "--today", "31/02/2026"], "ví dụ 2026-11-23", "such as 2026-11-23"),
    "none of the choices": (["labels", "--price", "x"], "known, pen, none", "known, pen, none"),
    "a language that is not spoken": (["check", "--messages", "ko"], "vi, en", "vi, en"),
    "no number": (["serve", "--port", "x"], "số nguyên từ 1 đến 65535", "from 1 to 65535"),
    "a number too large": (["serve", "--port", "99999"], "số nguyên từ 1 đến 65535", "from 1 to 65535"),
    "a number too small": (["check", "--jobs", "0"], "số nguyên từ 1 trở lên", "1 at the least"),
    "no offset": (["labels", "--offset", "1"], "“1,5;-0,5”", "such as 1.5,-0.5"),
    "an offset without its value": (["labels", "--offset", "--trial"], "sau --offset phải", "must follow --offset"),
    "a file for a folder": (["build", "--output", "tep.txt"], "cần một thư mục", "a folder is needed"),
    "a folder for a file": (["labels", "--pdf", "thu-muc"], "cần tên một tệp", "the name of a file"),
    "posters and products": (["labels", "--poster", "a", "--select", "b"], "hai lần", "twice"),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("wrong", WRONG)
def test_wrong_usage_is_told_in_the_language_that_is_asked_for(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OCOP_MESSAGES", raising=False)
    arguments, vi, en = WRONG[wrong]
    answer = used(*arguments)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("Lỗi: ")
    assert vi in answer.stderr
    assert "--help" in answer.stderr.splitlines()[-1]
    if "--messages" not in arguments:
        asked = used(*arguments[:1], "--messages", "en", *arguments[1:]).stderr
        assert asked.startswith("Error: ")
        assert en in asked


def test_the_help_to_look_at_is_that_of_the_command() -> None:
    assert used("check", "--zzz").stderr.splitlines()[-1] == "Hướng dẫn: py build.py check --help"


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root opens everything")
def test_a_folder_that_may_not_be_opened_is_told(folder: Path) -> None:
    closed = folder / "dong"
    closed.mkdir(mode=0)
    assert "kiểm tra quyền truy cập" in used("check", "--content", str(closed)).stderr


def raising(error: click.UsageError) -> click.Command:
    """A command that has an option and refuses it in click's own way."""

    def refuse(_ctx: click.Context, _param: click.Parameter, _value: object) -> None:
        raise error

    return TranslatedCommand("x", params=[click.Option(["--weight"], callback=refuse)])


@pytest.mark.parametrize(
    ("error", "vi"),
    [
        (click.BadParameter("too heavy"), "Lỗi: giá trị sau --weight không dùng được (too heavy)"),
        (click.MissingParameter(), "Lỗi: thiếu --weight"),
        (click.BadArgumentUsage("too many"), "Lỗi: cách gọi lệnh chưa đúng (too many)"),
        (click.UsageError("something else"), "Lỗi: cách gọi lệnh chưa đúng (something else)"),
    ],
)
def test_what_click_raises_of_its_own_is_told_too(error: click.UsageError, vi: str) -> None:
    answer = CliRunner().invoke(raising(error), ["--weight", "1"])
    assert answer.exit_code == 2
    assert answer.stderr.startswith(vi)


def test_what_a_command_refuses_in_its_own_words_is_told_with_its_help() -> None:
    def refuse() -> None:
        raise click.UsageError("chỗ này không ghi được")

    group = TranslatedGroup("ocop", commands={"x": TranslatedCommand("x", callback=refuse)})
    answer = CliRunner().invoke(group, ["x"])
    assert answer.exit_code == 2
    assert answer.stderr.splitlines() == ["Lỗi: chỗ này không ghi được", "Hướng dẫn: ocop x --help"]


def test_a_value_that_must_be_there_and_is_not_is_told() -> None:
    command = TranslatedCommand("x", params=[click.Option(["--weight"], required=True)])
    assert CliRunner().invoke(command, []).stderr.startswith("Lỗi: thiếu --weight")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], "", "vi"),
        (["check"], "EN", "en"),
        (["check", "--messages", "vi"], "en", "vi"),
        (["--messages=en"], "vi", "en"),
        (["--messages", "ko"], "en", "en"),
        (["--messages"], "", "vi"),
    ],
)
def test_a_line_asks_for_a_language_before_the_environment_does(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: str, language: str
) -> None:
    monkeypatch.setenv("OCOP_MESSAGES", environment)
    assert language_asked_for(arguments) == language


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ([], ["build"]),
        (["--strict"], ["build", "--strict"]),
        (["check", "-h"], ["check", "-h"]),
        (["-h"], ["--help"]),
        (["help"], ["--help"]),
        (["/?"], ["--help"]),
        (["--help", "--messages", "en"], ["--help"]),
        (["--version", "--messages", "en"], ["--version"]),
    ],
)
def test_what_is_typed_is_understood(typed: list[str], understood: list[str]) -> None:
    assert _completed(typed) == understood


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(HOMES) if name != "test")], ids=str)
def test_every_help_has_headings_and_signs_in_vietnamese(command: list[str]) -> None:
    answer = used(*command, "--help")
    assert answer.exit_code == 0
    assert answer.stdout.startswith(" ".join(["Cách dùng: py build.py", *command]))
    assert "Các tùy chọn:" in answer.stdout
    assert not {"Usage", "Options", "Commands", "DIRECTORY", "TEXT", "INTEGER", "ARGS"} & set(answer.stdout.split())


def test_the_help_of_one_line_may_be_in_english() -> None:
    assert run("labels", "--help", "--messages", "en").stdout.splitlines()[0].startswith("Usage: ")
