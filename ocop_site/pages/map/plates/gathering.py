"""What lies too near together on a plate: crowds that a larger window can tell apart, groups that share one pin."""

from collections.abc import Sequence

from ocop_site.pages.boxes import apart
from ocop_site.pages.map.projection import Spot

Members = tuple[int, ...]
"""Numbers of features; of a group the first is the one that it is called by."""


def crowds(spots: Sequence[Spot], near: float) -> list[Members]:
    """Those that hang together, each no farther than `near` from the next, as sets of their numbers."""
    left, found = list(range(len(spots))), []
    while left:
        crowd = [left.pop(0)]
        for member in crowd:
            joined = [i for i in left if apart(spots[i], spots[member]) <= near]
            left = [i for i in left if i not in joined]
            crowd += joined
        found.append(tuple(sorted(crowd)))
    return found


def gathered(spots: Sequence[Spot], weights: Sequence[int], near: float) -> list[Members]:
    """Groups around those of most weight, none of a group farther from its first than `near`."""
    groups: list[list[int]] = []
    for i in sorted(range(len(spots)), key=lambda i: (-weights[i], i)):
        around = [group for group in groups if apart(spots[group[0]], spots[i]) <= near]
        nearest = min(around, key=lambda group: apart(spots[group[0]], spots[i]), default=None)
        if nearest is None:
            groups.append([i])
        else:
            nearest.append(i)
    return [tuple(group) for group in groups]
