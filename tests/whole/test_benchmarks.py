"""What measures the program runs as it is, and measures a build that found nothing kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import PROJECT


@pytest.mark.skipif(sys.platform == "win32", reason="time and memory are told as on Unix")
def test_a_build_is_measured_first_with_nothing_kept_and_then_again(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    measured = subprocess.run(
        [sys.executable, str(PROJECT / "tests" / "benchmarks" / "measure.py"), "4"],
        cwd=tmp_path,
        env={**environment, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert measured.returncode == 0, measured.stderr
    told = [line.split(":")[0] for line in measured.stdout.splitlines() if not line.startswith(" ")]
    assert told == ["4 products, first build", "4 products, second build"]
    assert list(tmp_path.iterdir()) == []
