"""One run at a time prepares, and who comes second waits."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ocop_site.bootstrap.environment import requirements
from ocop_site.bootstrap.messages import report

_POLL = 0.2
"""Seconds until a lock that is held is tried again."""


@contextmanager
def alone() -> Iterator[None]:
    """Waits until no other run is preparing.

    The lock lies on a file that is there anyway: nothing is left behind, and the system frees it when its holders end,
    however they end. Outside Windows pip holds it too, so that a run waits for the pip of one that was killed. A polite
    request to end is made an exception, so that what is half made is removed.
    """
    heed_requests_to_end()
    descriptor = os.open(requirements("program"), os.O_RDWR)
    try:
        if not lock(descriptor):
            report("waiting")
            while not lock(descriptor):
                time.sleep(_POLL)
        os.set_inheritable(descriptor, sys.platform != "win32")
        yield
    finally:
        os.close(descriptor)


def lock(descriptor: int) -> bool:
    """False while another run holds it. A disk that knows no locks has nobody to wait for."""
    if sys.platform == "win32":
        import msvcrt

        # What is locked cannot be read there: a byte far behind the file's end disturbs nobody.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def heed_requests_to_end() -> None:
    """Also that of a window that is closed; a request that was to be ignored (nohup) still is."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda received, _: sys.exit(128 + received))
