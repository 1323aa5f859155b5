"""A list is shared among pages: nothing is lost, nothing stands twice, and a list of nothing has one page."""

from hypothesis import given
from hypothesis import strategies as st

from ocop_site.editions.paging import by_page, page_count


@given(st.lists(st.integers()), st.integers(1, 60))
def test_all_items_stand_on_the_pages_in_their_order(items: list[int], per_page: int) -> None:
    shares = list(by_page(items, per_page))
    assert [item for _, share in shares for item in share] == items
    assert [number for number, _ in shares] == list(range(1, page_count(len(items), per_page) + 1))
    assert all(len(share) <= per_page for _, share in shares)


def test_a_list_of_nothing_has_one_page_and_a_full_one_no_empty_one_after_it() -> None:
    assert (page_count(0), page_count(1), page_count(48), page_count(49)) == (1, 1, 1, 2)
