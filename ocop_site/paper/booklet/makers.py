"""The makers in the printed catalogue: portrait, name, place, a sentence. Who makes spirits alone is only named."""

from collections.abc import Iterator, Sequence

from ocop_site.paper.booklet.heading import HEAD, heading
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.pictures import picture_in
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.units import MM
from ocop_site.views.paper import Piece

_PER_PAGE = 4

_PICTURE = (48.0 * MM, 36.0 * MM)
"""Width and height."""


def maker_pages(
    print_edition: PrintEdition, product_ids: Sequence[str], content: Box, page: PaperSize
) -> Iterator[tuple[Piece, ...]]:
    """The makers of the products, in the order of their names."""
    products, producers = print_edition.first.catalogue.products, print_edition.first.catalogue.producers
    ids = {products[i].producer for i in product_ids}
    ordered = sorted(ids, key=lambda i: (collation_key(print_edition.first.run(producers[i].name).text), i))
    names = TextRun(" · ".join(run.text for run in print_edition.words("print.booklet.makers")))
    high = (content.height - HEAD - 3 * MM) / _PER_PAGE
    for first in range(0, len(ordered), _PER_PAGE):
        boxes = (Box(content.x, content.y + HEAD + n * high, content.width, high) for n in range(_PER_PAGE))
        shown = zip(ordered[first : first + _PER_PAGE], boxes, strict=False)
        yield heading(names, "", content, page), *(_maker(print_edition, i, product_ids, box) for i, box in shown)


def _maker(print_edition: PrintEdition, producer_id: str, product_ids: Sequence[str], box: Box) -> Piece:
    catalogue = print_edition.first.catalogue
    own = [i for i in product_ids if catalogue.products[i].producer == producer_id]
    is_praised = any(catalogue.showing(i).may_be_praised for i in own)
    shown = Box(0 * MM, 1 * MM, *_PICTURE)
    photos = catalogue.producers[producer_id].photos if is_praised else ()
    picture = picture_in(print_edition, photos, shown, use="card")
    left = _PICTURE[0] + 5 * MM if picture else 0 * MM
    words = tuple(_words(print_edition, producer_id, own, is_praised))
    block = fit_block(words, box.width - left, box.height - 4 * MM, 1.0, 0.7).at(left, 0.4 * MM)
    pictures = (picture,) if picture else ()
    return Piece(box.x, box.y, box.width, box.height, block.writings, pictures=pictures)


def _words(print_edition: PrintEdition, producer_id: str, own: Sequence[str], is_praised: bool) -> Iterator[Paragraph]:
    producer = print_edition.first.catalogue.producers[producer_id]
    name, *others = print_edition.texts(producer.name)
    yield Paragraph(name, "name", 4.2, is_bold=True, most=3)
    for other in others:
        yield Paragraph(other, "other", 3.0, most=2, above=0.3)
    if where := print_edition.locality(own[0]):
        yield Paragraph(where, "maker", 3.0, most=2, above=0.4)
    for number, run in enumerate(print_edition.texts(producer.lead) if producer.lead and is_praised else ()):
        yield Paragraph(run, "aside" if number else "summary", 3.0, most=4, above=1, worth=number + 1)
