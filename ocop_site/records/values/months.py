"""Months of the year, which goes round: after December comes January."""

from collections.abc import Iterable, Iterator

MONTHS = range(1, 13)


def spans(months: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last of those in one go: of 11, 12, 1 and 5 from May to May and from November to January."""
    there = set(months)
    if len(there) == len(MONTHS):
        yield 1, 12
        return
    for first in sorted(there):
        if _before(first) not in there:
            yield first, _last(first, there)


def _last(first: int, there: set[int]) -> int:
    last = first
    while last % 12 + 1 in there:
        last = last % 12 + 1
    return last


def _before(month: int) -> int:
    return (month - 2) % 12 + 1
