"""Frozen data behaves as the standard frozen dataclass with slots, whatever its fields."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from ocop_site.frozen import frozen
from tests.support import some


@frozen
class Stall:
    """A stall of a market."""

    name: str
    goods: tuple[str, ...]
    row: int = 1
    keeper: str | None = None


@frozen
class Coin:
    """One field only, whose value is a tuple."""

    sides: tuple[str, str]


@frozen
class Nothing:
    """No field at all."""


@frozen
class Basket:
    """A field that is more than its default."""

    name: str
    weight: int = field(default=0, compare=False)
    eggs: tuple[int, ...] = field(default_factory=tuple)


@frozen
class Sorted:
    """Fields that are looked at when the value was made."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"from {self.first} to {self.last}")


@frozen
class Loud:
    """Tells and compares itself in its own way."""

    word: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loud) and self.word.lower() == other.word.lower()

    def __repr__(self) -> str:
        return self.word.upper()


@dataclass(frozen=True, slots=True)
class Standard:
    """The same as `Stall`."""

    name: str
    goods: tuple[str, ...]
    row: int = 1
    keeper: str | None = None


RICE = Stall("Gạo", ("nếp", "tẻ"), keeper="Lan")


def test_values_are_told_compared_and_hashed_by_their_fields() -> None:
    same = Stall("Gạo", goods=("nếp", "tẻ"), row=1, keeper="Lan")
    standard: object = Standard("Gạo", ("nếp", "tẻ"), keeper="Lan")
    assert same == RICE
    assert len({RICE, same, replace(RICE, row=2)}) == 2
    assert standard != RICE
    assert repr(RICE) == repr(standard).replace("Standard", "Stall")


def test_a_value_of_one_field_or_none_is_told_as_any_other() -> None:
    assert repr(Coin(("số", "hình"))) == "Coin(sides=('số', 'hình'))"
    assert len({Coin(("số", "hình")), Coin(("số", "hình")), Coin(())}) == 2  # type: ignore[arg-type]
    assert repr(Nothing()) == "Nothing()"
    assert len({Nothing(), Nothing()}) == 1


def test_nothing_of_a_value_can_be_changed_added_or_deleted() -> None:
    def another() -> None:
        RICE.row = 2  # type: ignore[misc]

    def new() -> None:
        RICE.colour = "red"  # type: ignore[attr-defined]

    def gone() -> None:
        del RICE.row

    attempts: list[Callable[[], None]] = [another, new, gone]
    for attempt in some(attempts):
        with pytest.raises(FrozenInstanceError):
            attempt()
    assert not hasattr(RICE, "__dict__")


def test_what_is_missing_or_unknown_is_refused_when_a_value_is_made() -> None:
    with pytest.raises(TypeError, match=r"Stall.__init__\(\) missing 1 required positional argument: 'goods'"):
        Stall("Gạo")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'color'"):
        Stall("Gạo", (), color="red")  # type: ignore[call-arg]


def test_a_field_without_a_default_may_not_follow_one_that_has_it() -> None:
    with pytest.raises(SyntaxError):

        @frozen
        class Backward:
            row: int = 1
            name: str  # type: ignore[misc]


def test_a_value_is_copied_pickled_and_matched() -> None:
    for value in some([RICE, Coin(("a", "b")), Nothing(), Coin(())]):  # type: ignore[arg-type]
        assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))
    match RICE:
        case Stall(name, _, row):
            assert (name, row) == ("Gạo", 1)
    assert is_dataclass(RICE)
    assert [each.name for each in fields(RICE)] == ["name", "goods", "row", "keeper"]


def test_what_fields_and_classes_say_of_themselves_holds() -> None:
    assert Basket("a", 1) == Basket("a", 2)
    assert Basket("a").eggs == ()
    assert Loud("Chè") == Loud("chè")
    assert repr(Loud("chè")) == "CHÈ"
    with pytest.raises(ValueError, match="from 2 to 1"):
        Sorted(2, 1)
