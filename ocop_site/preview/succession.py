"""Editions that take the place of others: what was worked out for those holds as far as it is the same."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from ocop_site.carried import Comparison, carry_over, comparison_of
from ocop_site.catalogue.succession import ground_of as catalogue_ground
from ocop_site.editions.edition import Editions
from ocop_site.stages.unchanged import OF_ALL, OWNERS, found


def comparison_with(now: Editions) -> Comparison:
    """What tells of anything of before whether it is the same in these editions, where the ground is."""
    catalogue = now.default.catalogue
    return Comparison(partial(found, now), catalogue.record_sources.has, comparison_of(catalogue))


def ground_of(editions: Editions) -> tuple[Any, ...]:
    """All on which pages and facts may depend without a word, beside what pages look like."""
    return catalogue_ground(editions.default.catalogue), editions.renditions.results, editions.attachments.found


def succeed(before: Editions, now: Editions, comparison: Comparison) -> None:
    """Lets editions have the facts of others of the same ground."""
    now.qr_codes.update(before.qr_codes)
    for was, owner in zip(_owners(before), _owners(now), strict=True):
        carry_over(was, owner, comparison)


def _owners(editions: Editions) -> Iterator[Any]:
    """All that facts are asked of, but the catalogue, which has a succession of its own."""
    for edition in editions.values():
        yield edition
        yield from (of(edition) for name, of in OWNERS.items() if name not in OF_ALL)
    yield from (OWNERS[name](editions.default) for name in OF_ALL if name != "Catalogue")
