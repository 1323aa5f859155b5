"""How well the codes of product pages are read: `python tests/benchmarks/codes.py sample 300 3000`.

Every product page of a built site: its QR code as the page prints it (34 mm wide), clean and as a telephone sees it, by
zxing-cpp, and at 300 dpi by OpenCV as well. Read means: to the exact address, and the site has a page there.
"""

import io
import re
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import cv2
import numpy
from PIL import Image
from resvg_py import svg_to_bytes

sys.path.insert(0, str(Path(__file__).parents[2]))

from ocop_site.pipeline import build
from ocop_site.run import Task
from tests.benchmarks.generate import generate
from tests.build.papers import photographed, read

PROJECT = Path(__file__).parents[2]

PRINTED_MM = 34
"""As wide as the theme's print.css makes it."""

DRAWN = re.compile(r'<svg class="qr" viewBox="0 0 (\d+) \1".*?<path class="qr__dark" d="([^"]+)"', re.DOTALL)
ADDRESS = re.compile(r'<p class="address-text">([^<]+)</p>')


def measure(size: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content, output = Path(folder) / "content", Path(folder) / "output"
        if size == "sample":
            content = PROJECT / "content"
        else:
            generate(content, int(size))
        task = Task(content, PROJECT / "themes", output, cache=Path(folder) / "cache", today=date(2026, 11, 23), jobs=2)
        outcome = build(task)
        assert outcome.change, outcome.problems
        rates: Counter[str] = Counter()
        for page in sorted(output.glob("vi/san-pham/*/index.html")):
            if found := DRAWN.search(page.read_text("utf-8")):
                look(output, page.read_text("utf-8"), int(found[1]), found[2], rates)
        print(f"{size}: {outcome.products} products")
        for how, good in sorted(rates.items()):
            print(f"   {how}: {good}")


def look(output: Path, html: str, side: int, path: str, rates: Counter[str]) -> None:
    told = ADDRESS.search(html)
    assert told
    address, code = told[1], told[1].rstrip("/").rpartition("/")[2]
    rates["pages"] += 1
    rates["pages at the address"] += (output / "p" / code / "index.html").is_file()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{path}" shape-rendering="crispEdges"/></svg>'
    )
    for dpi in (100, 203, 300):
        width = round(PRINTED_MM / 25.4 * dpi)
        image = Image.open(io.BytesIO(svg_to_bytes(svg_string=svg, width=width))).convert("L")
        rates[f"{dpi} dpi clean"] += read(image) == [address]
        rates[f"{dpi} dpi photographed"] += read(photographed(image)) == [address]
        if dpi == 300:
            rates["300 dpi OpenCV"] += cv2.QRCodeDetector().detectAndDecode(numpy.asarray(image))[0] == address


if __name__ == "__main__":
    for each in sys.argv[1:]:
        measure(each)
