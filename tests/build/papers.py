"""What tests of printed paper need: commands run here, a PDF measured in millimetres and seen as a camera sees it."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image, ImageFilter

from ocop_site.desk.labels import LabelRequest, print_labels
from ocop_site.desk.print_jobs import PrintOutcome
from ocop_site.desk.printing import PrintedFiles
from tests.support import PROJECT, Task

DAY = date(2026, 11, 23)
POINT = 25.4 / 72

LEAST = 8.0
"""Points: no letter on paper is smaller."""

QR: Any = zxingcpp.BarcodeFormat.QRCode


@dataclass(frozen=True)
class Printing:
    outcome: PrintOutcome

    @property
    def made(self) -> PrintedFiles | None:
        return self.outcome.files

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.outcome.problems]

    @property
    def html(self) -> str:
        assert self.made, self.outcome.problems
        return self.made.page.read_text("utf-8")


SITE = "https://ocop-vi-du.vn/thu/"
"""A made-up office's address: nothing is printed of one under example.org."""


def printed(
    content: Path, today: date = DAY, url: str | None = SITE, cache: Path | None = None, **wish: Any
) -> Printing:
    home = content.parent
    task = Task(content, PROJECT / "themes", home / "output", cache or home / "cache", today=today, url=url)
    return Printing(print_labels(task, LabelRequest(**{"output": home / "labels", **wish})))


def boxes(pdf: Path, kind: int, page: int = 0) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right, bottom of every object of a kind on a page, in millimetres from the upper left corner."""
    document = pypdfium2.PdfDocument(pdf)
    height = document[page].get_height()
    for each in document[page].get_objects(max_depth=15):
        if each.type == kind:
            left, bottom, right, top = each.get_bounds()
            yield left * POINT, (height - top) * POINT, right * POINT, (height - bottom) * POINT


def plates(pdf: Path, page: int = 0) -> list[tuple[float, float, float, float]]:
    """The light squares below the codes: the only paths as wide as they are high that are large."""
    found = [box for box in boxes(pdf, pdfium.FPDF_PAGEOBJ_PATH, page) if abs(_width(box) - _height(box)) < 0.01]
    largest = max(map(_width, found))
    return [box for box in found if _width(box) > largest - 0.01]


def texts(pdf: Path, page: int = 0) -> list[tuple[float, float, float, float]]:
    return list(boxes(pdf, pdfium.FPDF_PAGEOBJ_TEXT, page))


def letter_sizes(pdf: Path) -> Iterator[tuple[float, int]]:
    """The size of every text of a PDF in points, as it lies on the paper, and the number of its page from 1."""
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=15):
            size = ctypes.c_float()
            pdfium.FPDFTextObj_GetFontSize(each.raw, size)
            _, _, across, along, _, _ = each.get_matrix().get()
            yield size.value * math.hypot(across, along), number


def painted(pdf: Path, dpi: int) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=dpi / 72, grayscale=True).to_pil()


def photographed(image: Image.Image, seed: int = 7) -> Image.Image:
    """As a hand holds a telephone: askew by 9 degrees, a little out of focus, with noise."""
    askew = image.rotate(9, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    blurred = numpy.asarray(askew.filter(ImageFilter.GaussianBlur(0.6)), numpy.float32)
    noise = 12 * numpy.random.default_rng(seed).standard_normal(blurred.shape, numpy.float32)
    return Image.fromarray(numpy.clip(blurred + noise, 0, 255).astype(numpy.uint8))


def read(image: Image.Image) -> list[str]:
    return sorted(found.text for found in zxingcpp.read_barcodes(image, formats=QR))


def _width(box: tuple[float, float, float, float]) -> float:
    return box[2] - box[0]


def _height(box: tuple[float, float, float, float]) -> float:
    return box[3] - box[1]
