"""The key of a page: what it is about, whatever its language, and which page of a long list."""

from collections.abc import Iterator
from typing import NamedTuple

from ocop_site.editions.paging import PER_PAGE, page_count
from ocop_site.editions.urls import Key


class PageKey(NamedTuple):
    """A page by what it is about: a kind and an id, empty for the kind's index; `number` of a list's page, from 1."""

    kind: str
    id: str = ""
    number: int = 1

    @property
    def thing(self) -> Key:
        return self.kind, self.id


def numbered(kind: str, id: str, count: int, per_page: int = PER_PAGE) -> Iterator[PageKey]:
    """The keys of a list of so many things; a list of nothing has one page all the same."""
    return (PageKey(kind, id, number) for number in range(1, page_count(count, per_page) + 1))
