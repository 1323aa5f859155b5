"""How a run ends, whatever happens: with a sentence and a number, never with a traceback."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from types import FrameType
from typing import NoReturn

import click

from ocop_site.cli.report import FAULT, UNREPORTED, USAGE
from ocop_site.cli.streams import lost_report
from ocop_site.messages import help_text

TRACEBACK_VARIABLE = "OCOP_TRACEBACK"
"""The environment variable with which whoever mends the program sees where it failed."""

_STOPS = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""A service manager, a window that is closed, Windows' own way to say so."""


class Stopped(KeyboardInterrupt):
    """Somebody else than the keyboard ends the program; what clears away after Ctrl-C does so now."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def end_well(command: Callable[[], object]) -> NoReturn:
    """Runs a command and exits with its code, or with what became of it."""
    code = _ended(command)
    if lost := lost_report():
        _tell("unreported", reason=lost.strerror or str(lost))
        code = code or UNREPORTED
    gc.freeze()  # Python would look through all that is left for circles, and then end
    sys.exit(code)


def _ended(command: Callable[[], object]) -> int:
    try:
        _listen_for_stops()
        ended = command()
        return ended if isinstance(ended, int) else 0
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else USAGE if ended.code else 0
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (KeyboardInterrupt, click.Abort) as stop:
        _deafen()
        _tell("stopped")
        cause = stop.__cause__ if isinstance(stop, click.Abort) else stop
        return 128 + (cause.number if isinstance(cause, Stopped) else signal.SIGINT)
    except OSError as error:
        _show_traceback()
        _tell("system", path=error.filename or "", reason=error.strerror or str(error))
        return USAGE
    except Exception as error:
        _show_traceback()
        _tell("fault", reason=f"{type(error).__name__}: {error}", place=_place(error), variable=TRACEBACK_VARIABLE)
        return FAULT


def _listen_for_stops() -> None:
    """What was told to go on although its window closes (nohup) does."""
    for number in filter(None, (getattr(signal, name, None) for name in _STOPS)):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> None:
    raise Stopped(number)


def _deafen() -> None:
    """Who presses Ctrl-C twice wants the same once."""
    for name in ("SIGINT", *_STOPS):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)


def _tell(key: str, **values: object) -> None:
    if sys.stderr:
        click.echo(help_text(key).format_map(values), err=True)


def _show_traceback() -> None:
    if os.environ.get(TRACEBACK_VARIABLE):
        import traceback

        traceback.print_exc()


def _place(error: Exception) -> str:
    """Where in the program it happened, for who is told of it."""
    frames = [frame for frame in extract_tb(error.__traceback__) if "ocop_site" in frame.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
