"""Processes that help with a run. What becomes of it is for the one that started them to say."""

import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def helpers(
    jobs: int, begin: Callable[..., None] | None = None, arguments: tuple[Any, ...] = ()
) -> "ProcessPoolExecutor":
    """So many processes, each of which begins with a call of `begin`.

    Where processes may begin as copies of this one, `arguments` cost nothing; else they are sent to each.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, get_context(way_to_start()), initializer=_begin, initargs=(begin, arguments))


def way_to_start() -> str:
    """The way that was set, else `fork` on Linux; on macOS its own libraries do not bear it, Windows has none."""
    from multiprocessing import get_start_method

    return get_start_method(allow_none=True) or ("fork" if sys.platform == "linux" else "spawn")


def _begin(begin: Callable[..., None] | None, arguments: tuple[Any, ...]) -> None:
    """Ctrl-C reaches all processes of a window: only the first of them answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if begin:
        begin(*arguments)
