"""Long lists are shared among pages; page 1 keeps the list's own address."""

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

PER_PAGE = 48


def page_count(count: int, per_page: int = PER_PAGE) -> int:
    return max(1, -(-count // per_page))


def share(items: Sequence[Item], number: int, per_page: int = PER_PAGE) -> Sequence[Item]:
    """What of a list stands on its page `number`, from 1."""
    return items[(number - 1) * per_page : number * per_page]
