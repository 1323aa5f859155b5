"""A catalogue that takes the place of another one: what was worked out for that one holds as far as it is the same."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from ocop_site.carried import Comparison, carry_over
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.record_sources import SOURCES
from ocop_site.dependencies import Dependency, Name
from ocop_site.facts import worked_out
from ocop_site.records.kinds import KINDS
from ocop_site.records.ledgers import LEDGERS


def succeed(before: Catalogue | None, now: Catalogue) -> None:
    """Lets a catalogue have the facts of the one before."""
    if before is not None and ground_of(before) == ground_of(now):
        carry_over(before, now, Comparison(partial(_found, now), now.record_sources.has))


def ground_of(catalogue: Catalogue) -> tuple[Any, ...]:
    """All on which everything may depend without a word: the day, and what is no record of a folder, nor a ledger.

    Of a ledger it is noted who asks for what: a new product, or labels that were printed, add lines to it.
    """
    return catalogue.today, catalogue.outlines.digest, tuple(_of_the_whole(catalogue))


def _of_the_whole(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """What files say that are no record of a folder's kind."""
    for kind, found in sorted(catalogue.made_of.items()):
        if kind not in LEDGERS and (kind not in KINDS or KINDS[kind].form == "file"):
            yield from ((kind, each, shaped.digest) for each, shaped in found.items())


def _found(catalogue: Catalogue, name: Name) -> Dependency | None:
    """The dependency of that name now. What it was of may have gone, and it then fails in its own way."""
    try:
        return catalogue.record_sources.find(name) if name[0] in SOURCES else worked_out(catalogue, name)
    except Exception:
        return None
