"""The command `test`: it finds the project's tests, whatever folder one stands in."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support import PROJECT


def test_the_projects_tests_are_found_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, str(PROJECT / "build.py"), "test", "--collect-only", "-n", "0", "tests/unit/cli"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "test_the_projects_tests_are_found_from_elsewhere" in run.stdout
