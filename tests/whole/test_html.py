"""The Nu HTML checker finds no error on any page of the sample and of the example site."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.support import PROJECT, Task, build, needed


@pytest.mark.parametrize("content", ["content", "tests/example/content"])
def test_no_page_has_an_error(npm_packages: Path, tmp_path: Path, content: str) -> None:
    needed("java")
    output = tmp_path / "output"
    outcome = build(Task(PROJECT / content, PROJECT / "themes", output, today=date(2026, 11, 23)))
    assert outcome.change, [problem.message("en") for problem in outcome.problems]
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    command = ["java", "-Xss8m", "-jar", str(npm_packages / "vnu-jar/build/dist/vnu.jar"), *options, str(output)]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    messages = json.loads(answer.stderr)["messages"]
    assert [(m["url"].rsplit("output/")[-1], m.get("lastLine"), m["message"]) for m in messages] == []
