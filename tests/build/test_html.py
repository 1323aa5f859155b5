"""The Nu HTML checker finds no error on any page of the sample and of the example site."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from ocop_site.pipeline import Task, build
from tests.support import PROJECT, needed

TESTS = PROJECT / "tests"


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checker's jar, fetched by npm as `package-lock.json` pins it."""
    needed("java", "npm")
    jar = TESTS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        fetched = tmp_path_factory.mktemp("npm")
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(TESTS / name, fetched / name)
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=fetched, check=True)
        jar = fetched / jar.relative_to(TESTS)
    return jar


@pytest.mark.parametrize("content", ["content", "tests/example/content"])
def test_no_page_has_an_error(checker: Path, tmp_path: Path, content: str) -> None:
    output = tmp_path / "output"
    outcome = build(Task(PROJECT / content, PROJECT / "themes", output, today=date(2026, 11, 23)))
    assert outcome.change, [problem.message("en") for problem in outcome.problems]
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    command = ["java", "-Xss8m", "-jar", str(checker), *options, str(output)]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    messages = json.loads(answer.stderr)["messages"]
    assert [(m["url"].rsplit("output/")[-1], m.get("lastLine"), m["message"]) for m in messages] == []
