"""Pictures on paper: of what was made for pages, the file that printers and browsers take without loss of time."""

from collections.abc import Sequence

from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.recipe import CUT_OUT
from ocop_site.records.photo import Photo
from ocop_site.units import Millimetre
from ocop_site.views.paper import Field, PrintedPicture

_FORMATS = ("jpeg", "svg")
"""What a browser puts into a PDF as it is."""


def picture_of(print_edition: PrintEdition, product_id: str, box: Box, use: str = "page") -> PrintedPicture | None:
    """A product's first picture in its box, cropped to it; None where it has no picture that a browser can print."""
    return picture_in(print_edition, print_edition.first.catalogue.products[product_id].photos, box, use)


def picture_in(
    print_edition: PrintEdition, photos: Sequence[Photo], box: Box, use: str = "page", enlarged: float = 1.0
) -> PrintedPicture | None:
    """The first of a record's pictures in its box: a photograph is cropped to it; a drawing is whole.

    Unless it may be `enlarged` so far, until it covers the box.
    """
    renditions = (
        print_edition.first.editions.renditions.of(photos[0].file, photos[0].focus, photos[0].ground)
        if photos
        else None
    )
    candidates = [each for each in renditions.of(use) if each.format in _FORMATS] if renditions else []
    if not candidates:
        return None
    largest = max(candidates, key=lambda each: each.width)
    whole = _enlarged(largest, box, enlarged) if enlarged > 1 and largest.format == "svg" else None
    alt = print_edition.first.run(photos[0].alt)
    return PrintedPicture(box.x, box.y, box.width, box.height, largest.path, alt, whole)


def _enlarged(rendition: Rendition, box: Box, most: float) -> tuple[Millimetre, Millimetre, Millimetre, Millimetre]:
    whole, covering = sorted((box.width / rendition.width, box.height / rendition.height))
    scale = min(whole * most, covering)
    width, height = round(rendition.width * scale, 3), round(rendition.height * scale, 3)
    x, y = round(box.x + (box.width - width) / 2, 3), round(box.y + (box.height - height) / 2, 3)
    return x, y, width, height


def ground_in(photos: Sequence[Photo], pattern: str, box: Box) -> Field:
    """What a picture that is cut out is laid on: as its record says, else the colour of its industry."""
    return Field(box.x, box.y, box.width, box.height, pattern, photos[0].ground or "" if photos else "")


def cut_out_in(print_edition: PrintEdition, photos: Sequence[Photo], box: Box) -> PrintedPicture | None:
    """The thing of the first picture without its ground, whole in its box; None where it has one."""
    shown = print_edition.first.editions.renditions.of(photos[0].file, photos[0].focus, photos[0].ground)
    largest = max(shown.of(CUT_OUT), key=lambda each: each.width, default=None) if shown else None
    if not largest:
        return None
    scale = min(box.width / largest.width, box.height / largest.height)
    width, height = round(largest.width * scale, 3), round(largest.height * scale, 3)
    x, y = round(box.x + (box.width - width) / 2, 3), round(box.y + box.height - height, 3)
    return PrintedPicture(x, y, width, height, largest.path, print_edition.first.run(photos[0].alt))
