"""What `--timings` tells: where the time of a command went, all of it."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from ocop_site.cli.commands import commands
from ocop_site.messages import command_messages
from tests.support import PROJECT, Run, StageName
from tests.unit.small import RICE, written


def ran(folder: Path, command: str, *arguments: str) -> Result:
    content, output, cache = (str(folder / name) for name in ("content", "output", "cache"))
    places = ["--content", content, "--cache", cache, "--themes", str(PROJECT / "themes")]
    return CliRunner().invoke(commands, [command, *places, "--output", output, "--timings", *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = written(tmp_path / "content", RICE)
    entered = CliRunner().invoke(commands, ["ledger", "--content", str(content)])
    assert entered.exit_code == 0, entered.output
    return tmp_path


@pytest.mark.parametrize("command", ["build", "labels", "booklet"])
def test_the_stages_are_told_in_the_editors_language_and_add_up(folder: Path, command: str) -> None:
    answer = ran(folder, command, "--messages", "vi", *(["--trial"] if command != "build" else []))
    _, _, told = answer.stdout.partition("Thời gian, tính bằng giây:\n")
    rows = dict(re.findall(r"^  (.+?) +(\d+\.\d{3})$", told, re.MULTILINE))
    whole = rows.pop("Cả lệnh")
    assert {"Khởi động", "Đọc tệp", "Liên kết"} <= set(rows)
    assert sum(map(float, rows.values())) == pytest.approx(float(whole), abs=0.0005)


def test_json_has_them_as_a_member_where_they_are_asked_for(folder: Path) -> None:
    told = json.loads(ran(folder, "build", "--format", "json").stdout)
    assert told["published"] is True
    assert list(told["timings"])[:3] == ["start", "read", "shape"]
    assert all(seconds >= 0 for seconds in told["timings"].values())


def test_they_are_told_of_what_went_wrong_too(folder: Path) -> None:
    (folder / "content" / "products" / "gao.yaml").write_text("code: 7\n", "utf-8")
    answer = ran(folder, "build", "--messages", "en")
    assert answer.exit_code == 1
    assert re.search(r"^  The whole command +\d", answer.stdout, re.MULTILINE)


def test_the_summary_has_the_seconds_of_the_whole_command(folder: Path) -> None:
    answer = ran(folder, "build", "--messages", "en")
    summary = re.search(r" ([\d.]+) s\.$", answer.stdout, re.MULTILINE)
    whole = re.search(r"^  The whole command +([\d.]+)$", answer.stdout, re.MULTILINE)
    assert summary
    assert whole
    assert float(summary[1]) == pytest.approx(float(whole[1]), abs=0.051)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_stage_has_its_name(language: str) -> None:
    words = command_messages(language)
    names = [words(f"stage.{stage}") for stage in get_args(StageName)]
    assert len(set(names)) == len(names)


def test_what_belongs_to_no_stage_belongs_to_the_start() -> None:
    run = Run()
    with run.stage("read"):
        pass
    assert list(run.seconds) == ["start", "read"]
