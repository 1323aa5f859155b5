"""One build at a time writes into an output folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ocop_site import files
from ocop_site.problems import Mistake


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Holds the lock of an output folder, which lies beside it. A `Mistake` says who else holds it."""
    try:
        with files.locked(output.with_name(f".{output.name}.lock")):
            yield
    except files.Held as holder:
        raise Mistake("output.locked", pid=holder.pid, since=holder.since) from holder
