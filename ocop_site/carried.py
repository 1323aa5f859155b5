"""Facts of a site as it was, carried over to the site as it is: those that were worked out from what is the same.

Of a dependency of before, its fingerprint and those that it was worked out from say for ever what comes out of what. So
what is the same now is what is worked out from the same, or comes out the same when it is worked out again.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ocop_site.dependencies import Dependency, Name
from ocop_site.facts import CELLS, Cell, Cells, Question, cells_of, is_opaque


class Comparison:
    """Tells of dependencies of before whether they are the same now.

    `find` gives the dependency of a name as it is now; None where there is none any more. `has` knows quickly of most
    records that they are the same. What pages and facts may depend on without a word, such as the day, is the same.
    What `other` knows, which finds the same, need not be asked again.
    """

    def __init__(
        self,
        find: Callable[[Name], Dependency | None],
        has: Callable[[Dependency], bool],
        other: "Comparison | None" = None,
    ) -> None:
        self._find, self._has = find, has
        self._known: dict[Dependency, bool] = other._known if other else {}

    def all_same(self, dependencies: Iterable[Dependency]) -> bool:
        known = self._known
        for each in dependencies:
            is_same = known.get(each)
            if is_same is None:
                is_same = known[each] = self._is_same(each)
            if not is_same:
                return False
        return True

    def _is_same(self, dependency: Dependency) -> bool:
        """What came out the same of other things is from now on the same as long as those are."""
        if self.all_same(dependency.of) if dependency.of else self._has(dependency):
            return True
        if dependency.of and is_opaque(dependency.name):
            return False
        found = self._find(dependency.name)
        if found is None or found.fingerprint != dependency.fingerprint:
            return False
        dependency.of = found.of
        return True


class CarriedCells(Cells):
    """Those of an owner that takes the place of another one, of which it has what holds still."""

    def __init__(self, before: Mapping[Question, Cell], comparison: Comparison) -> None:
        super().__init__()
        self.before, self.comparison = before, comparison

    def kept(self, question: Question) -> Cell | None:
        cell = self.before.get(question)
        return cell if cell and self.comparison.all_same(cell.dependency.of) else None


def comparison_of(owner: Any) -> Comparison | None:
    """What tells it which facts of before it still has; None where there was none before."""
    cells = cells_of(owner)
    return cells.comparison if isinstance(cells, CarriedCells) else None


def carry_over(before: Any, now: Any, comparison: Comparison) -> None:
    """Lets an owner have what was worked out for the one whose place it takes, and for those before that one."""
    cells = cells_of(before)
    known = {**cells.before, **cells} if isinstance(cells, CarriedCells) else {**cells}
    now.__dict__[CELLS] = CarriedCells(known, comparison)
