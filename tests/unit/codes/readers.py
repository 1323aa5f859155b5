"""Readers of codes, of two makers, and what becomes of a print before a reader sees it."""

import cv2
import numpy
import zxingcpp
from PIL import Image

from tests.build.papers import photographed

__all__ = ["by_opencv", "by_zxing", "faint", "photographed"]


def by_zxing(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def by_opencv(image: Image.Image) -> str:
    """What OpenCV reads, its older way to find a code helped by its newer one: each misses one in some hundred."""
    pixels = numpy.asarray(image)
    finders = cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()
    return next(filter(None, (finder.detectAndDecode(pixels)[0] for finder in finders)), "")


def faint(image: Image.Image) -> Image.Image:
    """As grey ink on grey paper: a third of the contrast."""
    return image.point(lambda value: 90 + value // 3)
