"""Pictures on paper: of what was made for pages, the file that printers and browsers take without loss of time."""

from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.views.paper import PrintedPicture

_FORMATS = ("jpeg", "svg")
"""What a browser puts into a PDF as it is."""


def picture_of(paper: PrintEdition, product_id: str, box: Box, use: str = "page") -> PrintedPicture | None:
    """A product's first picture, cropped to the box; None where it has none that was made."""
    photos = paper.first.catalogue.products[product_id].photos
    made = paper.first.editions.renditions.of(photos[0].file, photos[0].focus) if photos else None
    fitting = [each for each in made.of(use) if each.format in _FORMATS] if made else []
    if not fitting:
        return None
    largest = max(fitting, key=lambda each: each.width)
    return PrintedPicture(box.x, box.y, box.width, box.height, largest.path, paper.first.run(photos[0].alt))
