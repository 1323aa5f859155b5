"""Long lists are shared among pages; page 1 keeps the list's own address."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

PER_PAGE = 48


def page_count(count: int, per_page: int = PER_PAGE) -> int:
    return max(1, -(-count // per_page))


def by_page(items: Sequence[Item], per_page: int = PER_PAGE) -> Iterator[tuple[int, Sequence[Item]]]:
    """Number and share of each page of a list; a list of nothing has one page all the same."""
    for page in range(1, page_count(len(items), per_page) + 1):
        yield page, items[(page - 1) * per_page : page * per_page]
