"""What the page of a visitor's own list takes its products from: scripts, in each language."""

from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.pages.my_list.scripts import my_list_scripts


def documents(editions: Editions) -> Iterator[Document]:
    for edition in editions.values():
        yield from my_list_scripts(edition)
