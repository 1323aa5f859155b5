"""How much memory large pictures take together, by processes that say how much they held at most."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from ocop_site.pictures.parallel import MOST_PIXELS_IN_FLIGHT
from tests.unit.pictures.corpus import photograph, saved

BYTES_A_PIXEL = 8

PROJECT = Path(__file__).parents[3]

RENDER = """
import sys
from pathlib import Path
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import RenditionRequest
media, threads = Path(sys.argv[1]), int(sys.argv[2])
asked = [RenditionRequest(file.name, None, frozenset({"card"})) for file in sorted(media.iterdir())]
made = render_pictures(media, asked, RenditionCache(media / ".cache"), threads=threads).count("made")
held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(made, int(held.split()[1]) << 10)
"""


def rendered(media: Path, threads: int) -> tuple[int, int]:
    """How many pictures were made, and the bytes that were held at most."""
    answer = subprocess.run(
        [sys.executable, "-c", RENDER, media, str(threads)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    made, held = answer.stdout.split()
    return int(made), int(held)


SIZE, COUNT = (9000, 6000), 4


@pytest.fixture
def large_pictures(tmp_path: Path) -> Path:
    """Progressive ones, which are held whole, six bytes a pixel."""
    large = photograph((1500, 1000), 3).resize(SIZE, Image.Resampling.BILINEAR)
    for number in range(COUNT):
        body = saved(large, "JPEG", quality=60, progressive=True, subsampling=0, comment=b"%d" % number)
        (tmp_path / f"{number}.jpg").write_bytes(body)
    return tmp_path


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what was held at most")
def test_four_threads_hold_no_more_than_one_large_picture_at_a_time(large_pictures: Path) -> None:
    most, each = MOST_PIXELS_IN_FLIGHT * BYTES_A_PIXEL, SIZE[0] * SIZE[1] * 6
    made, held = rendered(large_pictures, threads=COUNT)
    assert made == COUNT
    assert each < held < most < COUNT * each
