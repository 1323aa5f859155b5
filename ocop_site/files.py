"""What every room that writes to the disk needs: whole files, names that every system takes, a lock."""

import hashlib
import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from errno import ENOTSUP
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")

Body: TypeAlias = bytes | bytearray | Iterable[bytes]
"""What a file is to hold: whole, or part by part as it is made."""

_PORTS = [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
_DEVICES = frozenset(["con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS])

_PAUSES = (0.02, 0.1, 0.5, 2.0) if os.name == "nt" else ()
"""Seconds between the tries of a step that Windows refuses."""

_POLL = 0.05
"""Seconds until a lock that is held is tried again."""

_WORDS_AT = 1
"""Windows lets nobody read the byte that is locked, which is the first; the words about the holder follow it."""

_PLAINLY = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)

_AT_ONCE = 1 << 16
"""Bytes that are asked for beyond those that a file had when it was opened."""

_held: set[int] = set()
"""The descriptors of the locks that this process has."""


class Held(Exception):
    """Somebody has the lock: the number of the process, as far as it is known, and since when."""

    def __init__(self, pid: str, since: str) -> None:
        super().__init__(f"process {pid}, since {since}")
        self.pid, self.since = pid, since


def is_device(name: str) -> bool:
    """Whether Windows keeps the name for a device, in any capitals and before any extension: no file can have it."""
    return name.split(".")[0].rstrip().casefold() in _DEVICES


class NoPlainFile(OSError):
    """A folder, a pipe or a device stands where a file was to be read."""


def plain_bytes(path: str | Path, most: int = sys.maxsize) -> bytes:
    """All bytes of a file, or one more than `most`, by as few calls of the system as it takes: a site has thousands.

    OSError where it cannot be read; `NoPlainFile` without waiting for what a pipe may bring.
    """
    file = os.open(path, _PLAINLY)
    try:
        state = os.fstat(file)
        if not S_ISREG(state.st_mode):
            raise NoPlainFile(ENOTSUP, "no plain file", str(path))
        raw = os.read(file, min(state.st_size, most) + 1)
        while len(raw) <= most and (more := os.read(file, min(_AT_ONCE, most + 1 - len(raw)))):
            raw += more
        return raw
    finally:
        os.close(file)


def write_atomically(file: Path, body: Body, *, lasting: bool = False) -> None:
    """Writes beside the file, then puts that in its place: whoever reads meets the old bytes or the new, all of them.

    A file that was there keeps its mode and group. `lasting`: the bytes are on the disk before they take its place.
    OSError, naming the file, where it cannot be written: then what was there is still there.
    """
    beside = write_beside(file, body, lasting=lasting)
    try:
        replace(beside, file)
    except BaseException:
        with suppress(OSError):
            remove(beside)
        raise


def write_beside(file: Path, body: Body, *, lasting: bool = False) -> Path:
    """A new file beside another one, with its mode and group, to take its place.

    OSError, naming the other, where it cannot be written: then nothing is left of it.
    """
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with _naming(file):
            write_new(beside, body, lasting=lasting)
            _liken(beside, file)
        return beside
    except BaseException:
        with suppress(OSError):
            remove(beside)
        raise


def flush_folder(folder: Path) -> None:
    """The names in a folder are on the disk, come what may; where the system cannot say so (Windows) it sees to it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_new(file: Path, body: Body, *, lasting: bool = False) -> None:
    """A file that was not there. `lasting`: it is on the disk, come what may, before the next step is taken."""
    with file.open("xb") as opened:
        opened.writelines([body] if isinstance(body, bytes | bytearray) else body)
        if lasting:
            opened.flush()
            os.fsync(opened.fileno())


def replace(source: Path, target: Path) -> None:
    """The target is then the source. OSError, naming the target, which is the one that people know."""
    with _naming(target):
        persistently(lambda: source.replace(target))


def remove(file: Path) -> None:
    """No file of this name is left."""
    persistently(lambda: file.unlink(missing_ok=True))


def persistently(step: Callable[[], Result], pauses: Sequence[float] = _PAUSES) -> Result:
    """Takes a step, again after `pauses` (seconds) while Windows refuses it: a virus scanner may have the file open."""
    for pause in pauses:
        try:
            return step()
        except PermissionError:
            time.sleep(pause)
    return step()


@contextmanager
def locked(file: Path, patience: float = 0, spares: Sequence[Path] = ()) -> Iterator[Path]:
    """Holds the lock whose file this is, after waiting for it so many seconds at most; raises `Held` with its holder.

    Where the file cannot be made, or its disk knows no locks, the first of `spares` that can, else one in the system's
    folder for such things, which only those see who have the same one. Yields the file that is locked. The system opens
    the lock when its holder dies. The file stays: deleting it would let two in.
    """
    digest = hashlib.sha256(os.fsencode(file.absolute())).hexdigest()[:16]
    last = Path(tempfile.gettempdir(), f"ocop-{digest}.lock")
    at, descriptor = _taken((file, *spares, last), time.monotonic() + patience)
    _held.add(descriptor)
    try:
        yield at
    finally:
        _held.discard(descriptor)
        _release(descriptor)


def _taken(files: Sequence[Path], until: float) -> tuple[Path, int]:
    """The first of the files that can be locked, and its descriptor."""
    for file in files[:-1]:
        with suppress(OSError):
            return file, _take(file, until)
    return files[-1], _take(files[-1], until)


def _take(file: Path, until: float) -> int:
    descriptor, writable = _opened(file)
    try:
        _wait_for(descriptor, until)
        if writable:
            os.ftruncate(descriptor, 0)
            os.write(descriptor, b" " * _WORDS_AT + str(os.getpid()).encode())
        return descriptor
    except BaseException:
        os.close(descriptor)
        raise


def _opened(file: Path) -> tuple[int, bool]:
    """A lock that another user made can be held by us too, though not signed. A link is not followed: we write here."""
    plain = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | plain, 0o644), True
    except PermissionError:
        return os.open(file, os.O_RDONLY | plain), False


def _wait_for(descriptor: int, until: float) -> None:
    from filelock import lock_descriptor  # here, since a run that only reads the names above needs none of it

    while not lock_descriptor(descriptor, blocking=False):
        if time.monotonic() >= until:
            raise _holder(descriptor)
        time.sleep(_POLL)


def _holder(descriptor: int) -> Held:
    """The holder wrote its number when it took the lock, so the file's time says since when."""
    os.lseek(descriptor, _WORDS_AT, os.SEEK_SET)
    number = os.read(descriptor, 20).decode("ascii", "replace") or "?"
    since = datetime.fromtimestamp(os.fstat(descriptor).st_mtime)
    return Held(number, since.isoformat(" ", "seconds"))


def _release(descriptor: int) -> None:
    from filelock import unlock_descriptor

    try:
        unlock_descriptor(descriptor)
    finally:
        os.close(descriptor)


def _leave_to_parent() -> None:
    """A child that was forked would keep the lock of a parent that died."""
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_to_parent)


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        error.filename = str(file)
        del error.filename2
        raise


def _liken(beside: Path, file: Path) -> None:
    """Some disks have no modes and no groups (USB sticks): there is nothing to keep."""
    with suppress(FileNotFoundError, PermissionError):
        before = file.stat()
        if hasattr(os, "chown"):
            os.chown(beside, -1, before.st_gid)
        shutil.copymode(file, beside)
