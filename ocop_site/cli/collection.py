"""How seldom the collector of garbage runs: what rooms hold lives as long as the program, which makes few circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 20_000
"""Objects until it looks for circles; at Python's own 700 it takes a thirtieth of a run."""


@contextmanager
def uncollected() -> Iterator[None]:
    """What comes to be within, such as the rooms that are imported, is left alone for good."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_YOUNG)
        gc.enable()
