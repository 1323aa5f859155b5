"""Builds generated catalogues and says what they cost: `python tests/benchmarks/measure.py 300 3000`.

Each size is built in a process of its own, by the command that a user runs; the figures are of that whole process.
The first build finds nothing kept, the second what the first kept.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ocop_site.pipeline import build
from ocop_site.run import Task
from tests.benchmarks.generate import generate

PROJECT = Path(__file__).parents[2]


def measure(products: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder, "content"), products)
        for again in ("first build", "second build"):
            begun = time.perf_counter()
            answer = subprocess.run(
                [sys.executable, __file__, "--one", folder],
                cwd=folder, capture_output=True, text=True, check=True,
            )  # fmt: skip
            wall = time.perf_counter() - begun
            told = json.loads(answer.stdout)
            print(f"{products} products, {again}: {told['pages']} pages, {told['files']} files,", end=" ")
            print(f"{wall:.1f} s wall,", end=" ")
            print(f"{told['cpu']:.1f} s CPU, peak {told['peak']:.0f} MiB (children {told['peak_children']:.0f})")
            print("   " + ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in told["seconds"].items()))


def build_one(folder: Path) -> None:
    """In the process that is measured; children are those that render."""
    content, output, cache = (folder / name for name in ("content", "output", "cache"))
    outcome = build(Task(content, PROJECT / "themes", output, cache, today=date(2026, 11, 23), jobs=2))
    assert outcome.change, outcome.problems[:3]
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps({
        "pages": outcome.pages, "files": outcome.files, "seconds": outcome.seconds, "cpu": cpu,
        "peak": own.ru_maxrss / 1024, "peak_children": children.ru_maxrss / 1024,
    }))  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        build_one(Path(sys.argv[2]))
    else:
        for size in sys.argv[1:] or ["300"]:
            measure(int(size))
