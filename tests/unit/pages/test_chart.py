"""Columns stand where their time is, are as high as their count, and no number lies on another or on a column."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.pages.boxes import BoundingBox, is_free
from ocop_site.pages.programme.chart import DIGIT, FLOOR, HEIGHT, LINE, TOP, WIDTH, Tally, bullet, chart, levels_up_to
from ocop_site.records.values.dates import PartialDate, parse_partial_date
from ocop_site.units import ChartUnit
from ocop_site.views import Chart, ChartBar

SAMPLE = {"2021-12": 26, "2022": 42, "2023-03": 77, "2024-06": 168, "2025-07": 262}


def drawn(counts: dict[str, int]) -> Chart:
    found = chart([Tally(parse_partial_date(day), count) for day, count in counts.items()])
    assert found
    return found


def middle(bar: ChartBar) -> ChartUnit:
    return bar.x + bar.width / 2


def column(bar: ChartBar) -> BoundingBox[ChartUnit]:
    return bar.x, bar.y, bar.x + bar.width, FLOOR


def number(bar: ChartBar) -> BoundingBox[ChartUnit]:
    wide = DIGIT * len(str(bar.count)) / 2
    return middle(bar) - wide, bar.number_y - LINE + ChartUnit(3), middle(bar) + wide, bar.number_y + ChartUnit(3)


def test_as_many_days_are_as_far_apart_wherever_they_are() -> None:
    first, second, third = drawn({"2021-01-01": 1, "2022-01-01": 2, "2025-01-01": 3}).bars
    assert middle(third) - middle(second) == pytest.approx((middle(second) - middle(first)) * 1096 / 365, abs=0.5)


def test_what_is_known_to_the_month_has_a_short_span_and_what_is_known_to_the_year_a_long_one() -> None:
    month, year = drawn({"2021-12": 26, "2022": 42}).bars
    assert month.span_to - month.span_from == pytest.approx((year.span_to - year.span_from) * 31 / 365, abs=0.2)
    assert month.span_to == year.span_from
    assert middle(year) == pytest.approx((year.span_from + year.span_to) / 2, abs=0.1)


def test_a_gap_stays_a_gap() -> None:
    years = drawn({"2019": 1, "2024": 2})
    assert [tick.value for tick in years.years] == [2019, 2020, 2021, 2022, 2023, 2024]
    assert len(years.bars) == 2


def test_a_column_is_as_high_as_its_count() -> None:
    bars = drawn({"2021": 50, "2022": 100}).bars
    assert [FLOOR - bar.y for bar in bars] == [(FLOOR - TOP) / 2, FLOOR - TOP]


def test_parts_stand_on_one_another_the_highest_class_at_the_foot() -> None:
    found = chart([Tally(PartialDate(2024), 30, ((5, 1), (4, 9), (3, 20)))])
    assert found
    (bar,) = found.bars
    assert [(part.stars, part.count) for part in bar.parts] == [(5, 1), (4, 9), (3, 20)]
    assert bar.parts[0].y + bar.parts[0].height == pytest.approx(FLOOR)
    assert all(low.y == pytest.approx(high.y + high.height) for low, high in pairwise(bar.parts))
    assert bar.parts[-1].y == bar.y


@pytest.mark.parametrize(
    ("classes", "parts"),
    [
        ((), [(None, 30)]),
        (((4, 10),), [(4, 10), (None, 20)]),
        (((4, 10), (3, 25)), [(4, 10), (3, 25)]),
        (((4, 30), (3, 0)), [(4, 30)]),
    ],
)
def test_what_no_class_was_told_of_is_a_part_of_its_own(
    classes: tuple[tuple[int, int], ...], parts: list[tuple[int | None, int]]
) -> None:
    found = chart([Tally(PartialDate(2024), 30, classes)])
    assert found
    assert [(part.stars, part.count) for part in found.bars[0].parts] == parts
    assert found.bars[0].count == 30


@pytest.mark.parametrize("counts", [{}, {"2024": 0}, {"2023": 0, "2024": 0}])
def test_nothing_counted_is_nothing_drawn(counts: dict[str, int]) -> None:
    assert chart([Tally(parse_partial_date(day), count) for day, count in counts.items()]) is None


@pytest.mark.parametrize(
    ("most", "levels"),
    [(1, [0, 1]), (4, [0, 1, 2, 3, 4]), (7, [0, 2, 4, 6, 8]), (42, [0, 20, 40, 60]), (262, [0, 100, 200, 300])],
)
def test_levels_are_numbers_that_people_count_in(most: int, levels: list[int]) -> None:
    assert list(levels_up_to(most)) == levels


@given(st.integers(1, 10**7))
def test_there_are_few_levels_and_the_last_one_is_enough(most: int) -> None:
    levels = list(levels_up_to(most))
    assert len(levels) <= 6
    assert levels[-1] >= most > levels[-2]


def test_the_numbers_of_the_sample_have_room_and_its_columns_do_not_touch() -> None:
    bars = drawn(SAMPLE).bars
    boxes = [*map(column, bars), *map(number, bars)]
    assert all(is_free(box, boxes[:index] + boxes[index + 1 :]) for index, box in enumerate(boxes))
    assert all(bar.width > 20 for bar in bars)


DATES = st.dates(date(2015, 1, 1), date(2034, 12, 31))


@settings(deadline=None)
@given(st.dictionaries(DATES.map(lambda day: str(day)[:7]), st.integers(1, 99_999), min_size=1, max_size=24))
def test_however_many_counts_there_are_all_stay_on_the_sheet_and_no_column_hides_another(
    counts: dict[str, int],
) -> None:
    found = drawn(counts)
    for before, after in pairwise(found.bars):
        assert before.x + before.width <= after.x + 0.2
    for bar in found.bars:
        assert found.left <= bar.x
        assert bar.x + bar.width <= WIDTH + ChartUnit(4)
        assert TOP <= bar.y <= FLOOR
        assert 0 <= bar.span_from < bar.span_to <= WIDTH
    assert found.height == HEIGHT
    assert all(after.at - before.at >= 4 * DIGIT for before, after in pairwise(found.years))


def test_the_same_counts_in_another_order_are_the_same_drawing() -> None:
    assert drawn(SAMPLE) == drawn(dict(reversed(SAMPLE.items())))


def test_target_and_result_have_one_scale_from_zero() -> None:
    found = bullet(10, 26)
    assert found.reached
    assert found.target / found.reached == pytest.approx(10 / 26, abs=0.01)
    assert found.reached < found.width


@pytest.mark.parametrize(
    ("target", "reached", "holds"), [(10, 26, True), (10, 9, True), (100, 3, False), (3, None, False), (3, 0, False)]
)
def test_a_bar_holds_its_number_where_it_is_long_enough(target: int, reached: int | None, holds: bool) -> None:
    assert bullet(target, reached).holds_number is holds


def test_a_result_that_is_not_known_has_no_bar_not_even_an_empty_one() -> None:
    assert bullet(3, None).reached is None
    assert bullet(3, 0).reached == ChartUnit(0)
    assert bullet(0, 0).target == ChartUnit(0)
