"""Running the scripts of this folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.unit.output.folders import Site

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HERE.parents[2])}


def command(script: str, *wishes: str) -> list[str]:
    return [sys.executable, str(HERE / script), *wishes]


def run(script: str, *wishes: str, site: Site | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(script, *wishes),
        input=json.dumps(site),
        capture_output=True,
        text=True,
        timeout=300,
        env=ENVIRONMENT,
        check=False,
    )
