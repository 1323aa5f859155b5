"""What a page is told to depend on is what it asked for, and a fact that comes out the same changes nothing."""

import pickle
from dataclasses import dataclass, field

from ocop_site.dependencies import Dependency, Tracked, noted
from ocop_site.facts import fact


@dataclass(frozen=True, eq=False)
class Shop:
    """A shop with prices by the names of things, and what it makes of them."""

    prices: Tracked[str, int]
    language: str = "vi"
    worked: list[str] = field(default_factory=list)

    @fact
    def cheapest(self) -> str:
        self.worked.append("cheapest")
        return min(self.prices, key=lambda name: (self.prices[name], name))

    @fact
    def label(self, name: str) -> str:
        self.worked.append(f"label {name}")
        return f"{name}: {self.prices[name]}"

    @fact
    def by_first_letter(self) -> Tracked[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.prices:
            found.setdefault(name[0], []).append(name)
        return Tracked(found)


def shop(**prices: int) -> Shop:
    return Shop(Tracked(prices, ("prices",)))


def names(found: set[Dependency]) -> set[tuple[str, ...]]:
    return {dependency.name for dependency in found}


def test_an_entry_that_is_asked_for_is_noted_and_no_other() -> None:
    prices = shop(tea=3, rice=2).prices
    with noted() as found:
        assert prices["tea"] == 3
        assert prices.get("salt") is None
        assert prices.get("rice", 0) == 2
    assert names(found) == {("prices", "tea"), ("prices", "salt"), ("prices", "rice")}


def test_who_asks_whether_there_is_an_entry_depends_on_that_alone() -> None:
    def asked(prices: Tracked[str, int], name: str) -> Dependency:
        with noted() as found:
            assert isinstance(name in prices, bool)
        (dependency,) = found
        return dependency

    tea = asked(shop(tea=3).prices, "tea")
    dearer, without = shop(tea=9).prices, shop(rice=2).prices
    assert dearer.find(tea.name[-1]).fingerprint == tea.fingerprint != without.find(tea.name[-1]).fingerprint
    assert asked(dearer, "salt").fingerprint == asked(without, "salt").fingerprint != tea.fingerprint


def test_nothing_is_noted_where_nobody_asks_to() -> None:
    prices = shop(tea=3).prices
    assert prices["tea"] == 3
    with noted() as found:
        pass
    assert not found


def test_who_walks_over_keys_depends_on_their_order_and_who_walks_over_values_on_all() -> None:
    prices = shop(tea=3, rice=2).prices
    with noted() as keys:
        assert list(prices) == ["tea", "rice"]
        assert len(prices) == 2
    with noted() as values:
        assert sum(prices.values()) == 5
        assert dict(prices.items()) == {"tea": 3, "rice": 2}
    assert (names(keys), names(values)) == ({("prices", "#")}, {("prices", "*")})
    (order,), (all_of_them,) = keys, values
    dearer, turned = shop(tea=9, rice=2).prices, shop(rice=2, tea=3).prices
    assert order.fingerprint == dearer.find("#").fingerprint != turned.find("#").fingerprint
    assert all_of_them.fingerprint != dearer.find("*").fingerprint
    assert all_of_them.fingerprint != turned.find("*").fingerprint


def test_copying_a_mapping_asks_for_what_is_in_it() -> None:
    prices = shop(tea=3).prices
    with noted() as found:
        assert {**prices} == {"tea": 3}
    assert ("prices", "tea") in names(found)


def test_what_is_missing_has_a_fingerprint_too() -> None:
    assert shop(tea=3).prices.find("salt").fingerprint != shop(tea=3, salt=1).prices.find("salt").fingerprint


def test_a_fact_is_worked_out_once_and_stands_for_what_it_was_worked_out_from() -> None:
    market = shop(tea=3, rice=2)
    with noted() as first:
        assert market.cheapest() == "rice"
    with noted() as second:
        assert market.cheapest() == "rice"
    assert market.worked == ["cheapest"]
    assert first == second
    (dependency,) = first
    assert dependency.name == (f"{Shop.__module__}.Shop.cheapest", "vi")
    assert names(set(dependency.of)) == {("prices", "#"), ("prices", "tea"), ("prices", "rice")}


def test_a_fact_that_comes_out_the_same_is_the_same() -> None:
    def cheapest(market: Shop) -> str:
        with noted() as found:
            market.cheapest()
        return next(iter(found)).fingerprint

    assert cheapest(shop(tea=3, rice=2)) == cheapest(shop(tea=9, rice=2)) != cheapest(shop(tea=1, rice=2))


def test_a_fact_with_arguments_is_one_for_each() -> None:
    market = shop(tea=3, rice=2)
    with noted() as found:
        assert [market.label("tea"), market.label("rice"), market.label("tea")] == ["tea: 3", "rice: 2", "tea: 3"]
    assert market.worked == ["label tea", "label rice"]
    assert {name[1:] for name in names(found)} == {("vi", "tea"), ("vi", "rice")}


def test_of_a_fact_with_entries_those_that_are_asked_for_count() -> None:
    def of_t(market: Shop) -> Dependency:
        with noted() as found:
            assert "tea" in market.by_first_letter()["t"]
        (dependency,) = found
        return dependency

    one, other = of_t(shop(tea=3, rice=2)), of_t(shop(tea=3, salt=1))
    assert one.fingerprint == other.fingerprint != of_t(shop(tea=3, tofu=4)).fingerprint
    assert one.name[-1] == "t"
    assert {name for whole in one.of for name in names(set(whole.of))} == {("prices", "#")}


def test_to_another_process_goes_the_mapping_alone() -> None:
    assert pickle.loads(pickle.dumps(shop(tea=3).prices)) == {"tea": 3}
