"""The stars of a product on paper: the seal, and beside it in words how many they are and until when."""

from collections.abc import Iterator

from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph


def claim(
    print_edition: PrintEdition, product_id: str, size: float, above: float, worth: tuple[int, int] = (0, 0)
) -> Iterator[Paragraph]:
    """The paragraphs of the stars in force; none where no star may be printed.

    `worth`: of the seal with the words of the first language, and of the words of the others.
    """
    if claimed := print_edition.claimed(product_id):
        first, *others = print_edition.claim_words(claimed)
        yield Paragraph(first, "stars", size, most=3, above=above, seal=claimed.stars, worth=worth[0])
        for words in others:
            yield Paragraph(words, "stars", size, most=3, beside=True, worth=worth[1])
