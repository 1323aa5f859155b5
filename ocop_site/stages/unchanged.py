"""Which dependencies are as they were when the last build noted them.

One that was worked out from others is as it was where all those are; else it is worked out again, and may still come
out the same: then who depends on it need not be made again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ocop_site.catalogue.record_sources import SOURCES
from ocop_site.dependencies import Dependency, Name
from ocop_site.editions.edition import Edition, Editions
from ocop_site.facts import is_opaque, worked_out
from ocop_site.frozen import frozen
from ocop_site.pages.map.base_map import base_map


@frozen
class NotedDependency:
    """A dependency as a build noted it; `of` are the places of those that it was worked out from."""

    name: Name
    fingerprint: str
    of: tuple[int, ...] = ()


class DependencyTable:
    """Dependencies as numbers, in the order in which they are met; before each come those it was worked out from."""

    def __init__(self) -> None:
        self._numbers: dict[Dependency, int] = {}
        self._new: list[NotedDependency] = []

    def numbers(self, dependencies: Iterable[Dependency]) -> tuple[int, ...]:
        known = self._numbers
        return tuple([known[each] if each in known else self._added(each) for each in dependencies])

    def new(self) -> tuple[NotedDependency, ...]:
        """Those that came since it was asked last."""
        new, self._new = tuple(self._new), []
        return new

    def _added(self, dependency: Dependency) -> int:
        of = self.numbers(dependency.of)
        number = self._numbers[dependency] = len(self._numbers)
        self._new.append(NotedDependency(dependency.name, dependency.fingerprint, of))
        return number


class Joined:
    """The dependencies of a build as one table, whoever met them: the same name has one place.

    It begins as that of the last build, so that what is kept keeps its places; what this build meets itself is put over
    what the last one noted.
    """

    def __init__(self, last: Sequence[NotedDependency] = ()) -> None:
        self.dependencies = list(last)
        self._places = {each.name: place for place, each in enumerate(last)}
        self._met_here = set[int]()
        self._of: dict[int, list[int]] = {}

    def add(self, maker: int, new: Iterable[NotedDependency]) -> None:
        """Takes the next ones of a maker's table."""
        places = self._of.setdefault(maker, [])
        for each in new:
            places.append(self._place(each.name, each.fingerprint, tuple(places[number] for number in each.of)))

    def places(self, maker: int, numbers: Iterable[int]) -> tuple[int, ...]:
        """The places of what a maker's table has at these numbers."""
        return tuple(map(self._of[maker].__getitem__, numbers))

    def meet(self, dependency: Dependency) -> int:
        """The place of one that was met in this process."""
        place = self._places.get(dependency.name)
        if place in self._met_here:
            return place
        of = tuple(self.meet(each) for each in dependency.of)
        return self._place(dependency.name, dependency.fingerprint, of)

    def alive(self, users: Iterable[Sequence[int]]) -> bytearray:
        """Marks the places of what these users depend on, and of all that it was worked out from."""
        marks, ahead = bytearray(len(self.dependencies)), [*set[int]().union(*users)]
        while ahead:
            place = ahead.pop()
            if not marks[place]:
                marks[place] = 1
                ahead += self.dependencies[place].of
        return marks

    def _place(self, name: Name, fingerprint: str, of: tuple[int, ...]) -> int:
        place = self._places.setdefault(name, len(self.dependencies))
        if place == len(self.dependencies):
            self.dependencies.append(NotedDependency(name, fingerprint, of))
        elif place not in self._met_here:
            self.dependencies[place] = NotedDependency(name, fingerprint, of)
        self._met_here.add(place)
        return place


class Unchanged:
    """Tells of the dependencies that the last build noted, by their places, whether they are as they were."""

    def __init__(self, editions: Editions, dependencies: Sequence[NotedDependency], joined: Joined) -> None:
        self._editions, self._noted, self._joined = editions, dependencies, joined
        self._known = _Known(self._is_unchanged)

    def all(self, places: Iterable[int]) -> bool:
        return all(map(self._known.__getitem__, places))

    def _is_unchanged(self, place: int) -> bool:
        """What came out the same may have come from others than before."""
        each = self._noted[place]
        if each.of:
            if self.all(each.of):
                return True
            if is_opaque(each.name):
                return False
        now = found(self._editions, each.name)
        if now is None or now.fingerprint != each.fingerprint:
            return False
        self._joined.meet(now)
        return True


class _Known(dict[int, bool]):
    """What is asked once."""

    def __init__(self, ask: Callable[[int], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, place: int) -> bool:
        known = self[place] = self._ask(place)
        return known


def found(editions: Editions, name: Name) -> Dependency | None:
    """The dependency of that name now; None where there is none any more.

    What it was of may have gone, and it then fails in its own way. A fault of ours shows when the page is planned.
    """
    catalogue = editions.default.catalogue
    try:
        return catalogue.record_sources.find(name) if name[0] in SOURCES else worked_out(_owner(editions, name), name)
    except Exception:
        return None


def _owner(editions: Editions, name: Name) -> Any:
    """What the fact is asked of: an edition, or what works for it; what is of no language is the same for all."""
    edition = editions[name[1]] if name[1] else editions.default
    of = name[0].rpartition(".")[0].rpartition(".")[2]
    return OWNERS[of](edition) if of in OWNERS else edition


OWNERS: Mapping[str, Callable[[Edition], Any]] = {
    "Addresses": lambda edition: edition.addresses,
    "BaseMap": base_map,
    "Catalogue": lambda edition: edition.catalogue,
    "FacetValues": lambda edition: edition.facets.values,
    "Facets": lambda edition: edition.facets,
    "Parts": lambda edition: edition.parts,
    "Statuses": lambda edition: edition.status,
}
"""What facts are asked of that are no functions of an edition, by the class."""

OF_ALL = ("BaseMap", "Catalogue", "FacetValues")
"""Those of them that all editions share."""
