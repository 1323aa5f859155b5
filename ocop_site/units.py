"""Units of length, told apart by their types: millimetres of paper, units of drawings, pixels of pictures.

To mypy a sum of two lengths of one unit has that unit, a multiple has it too, a ratio has none, and everything else is
a mistake. When the program runs each is a `NewType`, so that arithmetic is that of plain numbers and costs nothing.
"""

from typing import TYPE_CHECKING, NewType, Self, SupportsIndex, overload

if TYPE_CHECKING:

    class Length(float):
        """A length; a subclass is its unit. Only what has the same unit can be added to it."""

        def __add__(self, other: Self) -> Self: ...  # type: ignore[override]
        def __radd__(self, other: Self) -> Self: ...  # type: ignore[override]
        def __sub__(self, other: Self) -> Self: ...  # type: ignore[override]
        def __rsub__(self, other: Self) -> Self: ...  # type: ignore[override]
        def __mul__(self, other: float) -> Self: ...
        def __rmul__(self, other: float) -> Self: ...
        @overload
        def __truediv__(self, other: Self) -> float: ...  # type: ignore[overload-overlap]
        @overload
        def __truediv__(self, other: float) -> Self: ...
        def __truediv__(self, other: float) -> float: ...
        def __neg__(self) -> Self: ...
        @overload
        def __round__(self, digits: None = None) -> int: ...
        @overload
        def __round__(self, digits: SupportsIndex) -> Self: ...
        def __round__(self, digits: SupportsIndex | None = None) -> float: ...

    class Millimetre(Length):
        """A length on paper."""

    class MapUnit(Length):
        """A length on a map, of which its sheet is 720 wide."""

    class ChartUnit(Length):
        """A length in a chart: one pixel where the chart fills a screen of 360 px."""

    class Pixel(int):
        """A width or height of a picture in its own pixels."""

else:
    Millimetre = NewType("Millimetre", float)
    MapUnit = NewType("MapUnit", float)
    ChartUnit = NewType("ChartUnit", float)
    Pixel = NewType("Pixel", int)

MM = Millimetre(1)
"""A millimetre, so that lengths are written as they are read: `2.5 * MM`."""
