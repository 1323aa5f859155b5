"""Two folders change places in one step, where the system can do that."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

Exchange = Callable[[Path, Path], bool]
"""Whether the two folders were exchanged; if not, both are as they were."""

_LINUX_CWD, _LINUX_EXCHANGE, _MACOS_SWAP = -100, 2, 2


def exchange_folders(one: Path, other: Path) -> bool:
    """Exchanges two folders. False, with nothing changed, where the system cannot (mount point, old system, ...).

    The caller then goes another way, and if the reason is one that bars every way, that one will name it.
    """
    try:
        library = ctypes.CDLL(None)
        if sys.platform == "linux":
            return bool(_exchanged_on_linux(library, os.fsencode(one), os.fsencode(other)))
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), ctypes.c_uint(_MACOS_SWAP)) == 0)
    except (OSError, AttributeError, TypeError):
        pass
    return False


def _exchanged_on_linux(library: ctypes.CDLL, one: bytes, other: bytes) -> bool:
    result: int = library.renameat2(_LINUX_CWD, one, _LINUX_CWD, other, ctypes.c_uint(_LINUX_EXCHANGE))
    return result == 0
