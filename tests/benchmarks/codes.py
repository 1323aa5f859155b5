"""What QR codes cost and how well they are read: `python tests/benchmarks/codes.py drawing addresses sample 300`.

`drawing`: the CPU of a page's path, both files and a label's path, beside what was done before zxing-cpp wrote codes:
segno's matrix, its runs by `groupby` thrice and Pillow's PNG, in turn in one run.

`addresses`: thousands, of any domain (Vietnamese ones too), path and prefix, and the barcodes of every GS1 prefix; each
painted 4 pixels a module (half a millimetre at 203 dpi) and seen clean, small, faint, turned and by a hand that shakes.

`sample`, or a number of products: every product page of a built site, its QR code as the page prints it (34 mm wide),
clean and as a telephone sees it. Read means: to the exact address, and the site has a page there.
"""

import io
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from statistics import median

import segno
from PIL import Image
from resvg_py import svg_to_bytes

sys.path.insert(0, str(Path(__file__).parents[2]))

from ocop_site.codes.qr import PNG_SCALE, QUIET_ZONE, encode, png, svg
from ocop_site.pipeline import build
from ocop_site.run import Task
from tests.benchmarks.generate import generate
from tests.build.papers import read
from tests.unit.codes.readers import by_opencv, faint, photographed

PROJECT = Path(__file__).parents[2]

PRINTED_MM = 34
"""As wide as the theme's print.css makes it."""

DRAWN = re.compile(r'<svg class="qr" viewBox="0 0 (\d+) \1".*?<path class="qr__dark" d="([^"]+)"', re.DOTALL)
ADDRESS = re.compile(r'<p class="address-text">([^<]+)</p>')

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = ("sản phẩm", "đặc sản", "nông sản", "gạo", "mắm", "long an", "tây ninh", "bến tre", "ocop", "làng nghề")


def drawing() -> None:
    """Rounds of a hundred addresses, the two ways in turn."""
    ways: dict[str, Callable[[str], object]] = {"before": _drawn_before, "now": _drawn_now}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(9):
        contents = [f"https://ocop.longan.gov.vn/p/LA{100 * number + each:05}/" for each in range(100)]
        for name, way in ways.items():
            begun = time.process_time()
            for content in contents:
                way(content)
            taken[name].append((time.process_time() - begun) * 10)
    before, now = median(taken["before"]), median(taken["now"])
    print(f"drawing: {before:.2f} ms of CPU a code before, {now:.3f} now: {now / before:.3f}")


def _drawn_now(content: str) -> object:
    code = encode(content)
    return code.path, svg(code), png(code), code.path


def _drawn_before(content: str) -> object:
    matrix = segno.make(content, error="L", boost_error=True, micro=False).matrix
    side = len(matrix) + 2 * QUIET_ZONE
    image = Image.new("1", (side, side), 1)
    for y, row in enumerate(matrix, QUIET_ZONE):
        for x, dark in enumerate(row, QUIET_ZONE):
            if dark:
                image.putpixel((x, y), 0)
    written = io.BytesIO()
    image.resize((side * PNG_SCALE,) * 2, Image.Resampling.NEAREST).save(written, "PNG")
    return written.getvalue(), *("".join(_runs(matrix)) for _ in range(3))


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    for y, row in enumerate(matrix, QUIET_ZONE):
        x = QUIET_ZONE
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length


def addresses() -> None:
    rates: Counter[str] = Counter()
    for address in (*_codes(), *_barcodes()):
        code = encode(address)
        image, small = (_painted(svg(code).decode(), code.side * scale) for scale in (4, 3))
        rates["addresses"] += 1
        rates["clean, OpenCV"] += by_opencv(image) == address
        seen = {
            "clean": image,
            "small": small,
            "faint": faint(image),
            "upside down": image.rotate(180),
            "turned": image.rotate(31, Image.Resampling.BICUBIC, expand=True, fillcolor=255),
            "photographed": photographed(image),
        }
        for how, print_ in seen.items():
            rates[f"{how}, zxing-cpp"] += read(print_) == [address]
    _tell("addresses", rates)


def _codes() -> Iterator[str]:
    """Three for each prefix of two letters, some of more."""
    chance = random.Random(14)
    prefixes = [a + b for a in LETTERS for b in LETTERS] + [
        "".join(chance.choices(LETTERS, k=k)) for k in (3, 4, 5) * 40
    ]
    for prefix in (each.upper() for each in prefixes for _ in range(3)):
        host = chance.choice((_plain_host, _vietnamese_host))(chance)
        path = "".join(
            f"/{''.join(chance.choices(LETTERS, k=chance.randint(1, 30)))}" for _ in range(chance.choice((0, 0, 1, 4)))
        )
        yield f"https://{host}{path}/p/{prefix}{chance.randint(1, 99999):03}/"


def _barcodes() -> Iterator[str]:
    chance = random.Random(893)
    for prefix in range(1000):
        yield f"https://{_plain_host(chance)}/01/0{prefix:03}{chance.randrange(10**10):010}/"


def _plain_host(chance: random.Random) -> str:
    name = "".join(chance.choices(f"{LETTERS}-", k=chance.randint(2, 40)))
    return f"a{name}z{chance.choice(('.vn', '.gov.vn', '.org', '.com.vn'))}"


def _vietnamese_host(chance: random.Random) -> str:
    name = "-".join(chance.sample(WORDS, chance.randint(1, 2))).replace(" ", "-")
    return f"{name}{chance.choice(('.vn', '.com'))}".encode("idna").decode()


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
        _tell(f"{size}: {outcome.products} products", rates)


def look(output: Path, html: str, side: int, path: str, rates: Counter[str]) -> None:
    told = ADDRESS.search(html)
    assert told
    address, code = told[1], told[1].rstrip("/").rpartition("/")[2]
    rates["pages"] += 1
    rates["pages at the address"] += (output / "p" / code / "index.html").is_file()
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{path}" shape-rendering="crispEdges"/></svg>'
    )
    for dpi in (100, 203, 300):
        image = _painted(drawn, round(PRINTED_MM / 25.4 * dpi))
        rates[f"{dpi} dpi clean"] += read(image) == [address]
        rates[f"{dpi} dpi photographed"] += read(photographed(image)) == [address]
        if dpi == 300:
            rates["300 dpi OpenCV"] += by_opencv(image) == address


def _painted(drawn: str, width: int) -> Image.Image:
    return Image.open(io.BytesIO(svg_to_bytes(svg_string=drawn, width=width))).convert("L")


def _tell(what: str, rates: Counter[str]) -> None:
    print(what)
    for how, good in sorted(rates.items()):
        print(f"   {how}: {good}")


if __name__ == "__main__":
    for each in sys.argv[1:]:
        {"drawing": drawing, "addresses": addresses}.get(each, lambda size=each: measure(size))()
