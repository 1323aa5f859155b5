"""What labels cost and how well their codes are read: `python tests/benchmarks/labels.py 40 300 3000 40x1000`.

`40x1000` means 40 products on 1000 labels. Each command runs in a process of its own on a generated catalogue, first
with no code kept from a build; CPU time is the whole process's, with the browser's for the PDF. Rates are of the PDF's
sheets: clean, and as a telephone sees them (askew by 9 degrees, blurred by 0.6 pixels, noise of 12 levels).
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.generate import generate
from tests.build.papers import painted, photographed, read

PROJECT = Path(__file__).parents[2]

MOST_SHEETS = 24
"""Sheets that are looked at: 504 codes of them say enough."""

LOOKS: dict[str, Callable[[Image.Image], Image.Image]] = {"clean": lambda image: image, "photographed": photographed}


def command(content: Path, *more: str) -> tuple[float, float]:
    """CPU and wall seconds of one run."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "build.py", *more, "--content", str(content), "--cache", str(content.parent / "cache"),
         "--today", "2026-11-23"],
        cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)}, capture_output=True, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - begun


def measure(products: int, labels: int | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        content, pdf, output = home / "content", home / "labels.pdf", home / "labels"
        generate(content, products)
        copies = str(-(-labels // products)) if labels else "1"
        print(f"{products} products, {products * int(copies)} labels")
        wish = ("labels", "--copies", copies, "--output", str(output), "--url", "https://ocop-vi-du.vn/")
        print("   HTML, codes encoded anew: {:.1f} s CPU, {:.1f} s wall".format(*command(content, *wish)), flush=True)
        print("   HTML, codes kept: {:.1f} s CPU, {:.1f} s wall".format(*command(content, *wish)), flush=True)
        print(
            "   HTML and PDF: {:.1f} s CPU, {:.1f} s wall".format(*command(content, *wish, "--pdf", str(pdf))),
            flush=True,
        )
        sheets = (output / "labels.html").read_text("utf-8").split('<div class="leaf">')[1:]
        rates(pdf, [re.findall(r'<a href="([^"]+)"', sheet) for sheet in sheets])


def rates(pdf: Path, wanted: list[list[str]]) -> None:
    for dpi in (100, 203, 300):
        for name, look in LOOKS.items():
            good = total = 0
            for image, addresses in islice(zip(painted(pdf, dpi), wanted, strict=True), MOST_SHEETS):
                good += (Counter(read(look(image))) & Counter(addresses)).total()
                total += len(addresses)
            print(f"   {name} at {dpi} dpi: {good} of {total}", flush=True)


if __name__ == "__main__":
    for size in sys.argv[1:]:
        measure(*(int(part) if part else None for part in (*size.split("x"), "")[:2]))  # type: ignore[arg-type]
