"""A list is shared among pages: nothing is lost, nothing stands twice, and a list of nothing has one page."""

from hypothesis import given
from hypothesis import strategies as st

from ocop_site.editions.paging import page_count, share


@given(st.lists(st.integers()), st.integers(1, 60))
def test_all_items_stand_on_the_pages_in_their_order(items: list[int], per_page: int) -> None:
    pages = [share(items, number, per_page) for number in range(1, page_count(len(items), per_page) + 1)]
    assert [item for page in pages for item in page] == items
    assert all(len(page) <= per_page for page in pages)
    assert all(pages) or not items


def test_a_list_of_nothing_has_one_page_and_a_full_one_no_empty_one_after_it() -> None:
    assert (page_count(0), page_count(1), page_count(48), page_count(49)) == (1, 1, 1, 2)
