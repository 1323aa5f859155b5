"""Pictures on paper: of what was made for pages, the file that printers and browsers take without loss of time."""

from ocop_site.plan.label_texts import Paper
from ocop_site.plan.print_views import PrintedPicture
from ocop_site.showroom.sheet_geometry import Box

_FORMATS = ("jpeg", "svg")
"""What a browser puts into a PDF as it is."""


def picture_of(paper: Paper, product_id: str, box: Box, use: str = "page") -> PrintedPicture | None:
    """A product's first picture, cropped to the box; None where it has none that was made."""
    photos = paper.first.catalogue.products[product_id].photos
    developed = paper.first.gallery.of(photos[0].file, photos[0].focus) if photos else None
    fitting = [each for each in developed.of(use) if each.format in _FORMATS] if developed else []
    if not fitting:
        return None
    largest = max(fitting, key=lambda each: each.width)
    return PrintedPicture(box.x, box.y, box.width, box.height, largest.path, paper.first.run(photos[0].alt))
