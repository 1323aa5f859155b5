"""What a build made is kept by the next one, which is another process: nothing depends on the seed of its hashes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.build.office import EXAMPLE
from tests.support import PROJECT

BUILD = """
import sys
from datetime import date
from pathlib import Path
from tests.support import Run, Task, build

folder = Path(sys.argv[1])
folders = folder / "content", Path("themes"), folder / "output", folder / "cache"
task = Task(*folders, today=date(2026, 11, 23), jobs=1, ledgers_bind=False, drafts=False)
told = []
build(task, Run(lambda stage, done, total: told.append((done, total)) if stage == "pages" else None))
print(*told[0])
"""
"""Tells how many pages there are before the first is made, of how many."""


def kept(folder: Path, seed: int) -> tuple[int, int]:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", BUILD, str(folder)]
    told = subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True, text=True)
    pages, total = map(int, told.stdout.split())
    return pages, total


def test_after_an_edit_another_process_keeps_all_other_pages(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    assert kept(tmp_path, seed=1)[0] == 0
    file = tmp_path / "content/products/mau-gao.yaml"
    text = file.read_text("utf-8")
    assert "Thơm nhẹ." in text
    file.write_text(text.replace("Thơm nhẹ.", "Thơm lừng."), "utf-8")
    pages, total = kept(tmp_path, seed=4242)
    assert total - 8 <= pages < total
