"""One build at a time writes into an output folder."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ocop_site import files
from ocop_site.output.names import OURS
from ocop_site.problems import Mistake

NAME = f"{OURS}lock"
"""The lock within the folder, for those who may not write beside it."""


@contextmanager
def locked(output: Path) -> Iterator[bool]:
    """Holds the lock of an output folder. A `Mistake` says who else holds it.

    It lies beside the folder; within it where nothing can be made there, and whoever finds one there holds that too.
    Yields whether all who build here meet the lock, whatever their folder for temporary files and their machine.
    """
    beside, inside = output.with_name(f".{output.name}.lock"), output / NAME
    try:
        with ExitStack() as held:
            at = held.enter_context(files.locked(beside, spares=[inside]))
            if at == beside and inside.is_file():
                held.enter_context(files.locked(inside))
            yield at in (beside, inside)
    except files.Held as holder:
        raise Mistake("output.locked", pid=holder.pid, since=holder.since) from holder
