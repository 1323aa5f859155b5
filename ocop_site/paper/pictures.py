"""Pictures on paper: of what was made for pages, the file that printers and browsers take without loss of time."""

from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.views.paper import PrintedPicture

_FORMATS = ("jpeg", "svg")
"""What a browser puts into a PDF as it is."""


def picture_of(print_edition: PrintEdition, product_id: str, box: Box, use: str = "page") -> PrintedPicture | None:
    """A product's first picture in its box, cropped to it; None where it has no picture that a browser can print."""
    photos = print_edition.first.catalogue.products[product_id].photos
    renditions = (
        print_edition.first.editions.renditions.of(photos[0].file, photos[0].focus, photos[0].ground)
        if photos
        else None
    )
    candidates = [each for each in renditions.of(use) if each.format in _FORMATS] if renditions else []
    if not candidates:
        return None
    largest = max(candidates, key=lambda each: each.width)
    return PrintedPicture(box.x, box.y, box.width, box.height, largest.path, print_edition.first.run(photos[0].alt))
