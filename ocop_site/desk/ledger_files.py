"""A ledger's file is changed while others save it, pull it or print: what they wrote stays, and ours is put into it."""

import os
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ocop_site.files import flush_folder, persistently, remove, replace, write_beside
from ocop_site.output.exchange import exchange_folders
from ocop_site.problems import Mistake

Change = Callable[[bytes], bytes]
"""A file's new bytes for those that stand there, empty where it is not there. A `Mistake` where they cannot be read."""

SETTLE = 0.05
"""Seconds: a save that was under way when we wrote is over by then."""

_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5)
"""Seconds between tries: git takes a file away before it writes the new one, and an editor empties it."""

_STALE = 60.0
"""Seconds after which what lies beside a ledger was left by a run that was cut short."""


def change_file(file: Path, change: Change) -> None:
    """Changes a file, which is on the disk then. A `Mistake` where it cannot be read; OSError where it cannot write.

    Between our reading and our writing others may have saved: the change is made again on what they wrote.
    """
    file = file.resolve()
    _sweep(file)
    saved, has_stood = None, file.exists()
    for pause in (*_PAUSES, None):
        standing = _standing(file)
        try:
            if standing is None and has_stood and pause is not None:
                raise Mistake("ledger.restless", file=file.name)
            new = change(standing or b"" if saved is None else saved)
        except Mistake:
            if pause is None:
                _keep(file, saved)
                raise
            time.sleep(pause)
            continue
        if new == standing:
            return
        if below := _put(file, standing, new):
            saved = below[0] if below[0] != standing else None
            if saved is None and _standing(file) == new:
                return
    _keep(file, saved)
    raise Mistake("ledger.restless", file=file.name)


def _put(file: Path, standing: bytes | None, new: bytes) -> tuple[bytes | None] | None:
    """Puts the new bytes in the place of those that stood there, and gives back what it displaced.

    That is something else than what stood there where somebody saved at this very moment. None where somebody had
    saved before: then nothing was put.
    """
    beside = write_beside(file, new, lasting=True)
    try:
        below = standing
        if _standing(file) != standing:
            return None
        if standing is None:
            if not _placed(beside, file):
                return None
        elif exchange_folders(beside, file):
            below = _settled(beside)
        else:
            replace(beside, file)
        flush_folder(file.parent)
        time.sleep(SETTLE)
        return (below,)
    finally:
        with suppress(OSError):
            remove(beside)


def _placed(beside: Path, file: Path) -> bool:
    """Where no file was: never over one that somebody has made since."""
    try:
        if os.name == "nt":
            beside.rename(file)
        else:
            os.link(beside, file)
    except FileExistsError:
        return False
    except OSError:  # a disk that knows no second names
        replace(beside, file)
    return True


def _settled(file: Path) -> bytes:
    """What stands there when nobody writes in it any more."""
    before, now = b"", file.read_bytes()
    for _ in _PAUSES:
        time.sleep(SETTLE)
        before, now = now, file.read_bytes()
        if before == now:
            break
    return now


def _standing(file: Path) -> bytes | None:
    try:
        return persistently(file.read_bytes)
    except FileNotFoundError:
        return None


def _keep(file: Path, body: bytes | None) -> None:
    """What somebody wrote and we could not read is left beside the ledger, where a check tells of it."""
    if body is not None:
        file.with_name(f"{file.name}.{secrets.token_hex(4)}.save").write_bytes(body)


def _sweep(file: Path) -> None:
    ours = re.compile(rf"\.{re.escape(file.name)}\.[0-9a-f]{{8}}")
    for left in file.parent.glob(f".{file.name}.*"):
        with suppress(OSError):
            if ours.fullmatch(left.name) and time.time() - left.stat().st_mtime > _STALE:
                remove(left)
