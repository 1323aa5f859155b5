"""Months of the year, which goes round."""

import pytest

from ocop_site.records.values.months import spans


@pytest.mark.parametrize(
    ("months", "found"),
    [
        ([], []),
        ([5], [(5, 5)]),
        ([8, 9, 10, 11], [(8, 11)]),
        ([10, 11, 12, 1], [(10, 1)]),
        ([1, 5, 11, 12], [(5, 5), (11, 1)]),
        (range(1, 13), [(1, 12)]),
        ([6, 4, 5, 4], [(4, 6)]),
    ],
)
def test_months_in_one_go_are_told_by_the_first_and_the_last(months: list[int], found: list[tuple[int, int]]) -> None:
    assert list(spans(months)) == found
