"""One build at a time writes into an output folder; the system opens the lock when a build dies."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ocop_site.problems import Mistake

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30
"""Windows lets nobody read locked bytes, so the byte that is locked lies far behind the words about the holder."""


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Holds the lock of this folder, or tells who does. Its file stays: deleting it would let two builds in."""
    descriptor = _taken(output)
    try:
        yield
    finally:
        os.close(descriptor)


def _taken(output: Path) -> int:
    """Beside the output folder, or in the system's folder for such things where that cannot be."""
    name = hashlib.sha256(os.fsencode(output)).hexdigest()[:16]
    beside, elsewhere = output.with_name(f".{output.name}.lock"), Path(tempfile.gettempdir(), f"ocop-{name}.lock")
    try:
        return _take(beside)
    except OSError:
        return _take(elsewhere)


def _take(path: Path) -> int:
    descriptor, writable = _opened(path)
    try:
        if not _locks(descriptor):
            raise Mistake("output.locked", **_holder(descriptor))
        if writable:
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode())
        return descriptor
    except BaseException:
        os.close(descriptor)
        raise


def _opened(path: Path) -> tuple[int, bool]:
    """A lock that another user made can be held by us too, though not signed. A link is not followed: we write here."""
    plain = getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | plain, 0o644), True
    except PermissionError:
        return os.open(path, os.O_RDONLY | plain), False


def _locks(descriptor: int) -> bool:
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _holder(descriptor: int) -> dict[str, object]:
    """The holder wrote its number when it took the lock, so the file's time says since when."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    number = os.read(descriptor, 20).decode("ascii", "replace") or "?"
    since = datetime.fromtimestamp(os.fstat(descriptor).st_mtime)
    return {"pid": number, "since": since.isoformat(" ", "seconds")}
