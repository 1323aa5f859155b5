"""What the program says to and hears from, whatever the shell made of it: closed, full, or read by nobody any more."""

import io
import os
import sys
from typing import TextIO

from ocop_site.cli.code_pages import encoding_for, nearest_in

STANDARD = (0, 1, 2)
"""The descriptors of standard input, output and error."""


class Spoken(io.TextIOWrapper):
    """A stream that keeps what went wrong in `lost` instead of raising it: a run is not to die of its own report."""

    lost: OSError | None = None

    def write(self, text: str) -> int:
        try:
            return super().write(text) if self.lost is None else len(text)
        except OSError as error:
            self._lose(error)
        return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            self._lose(error)

    def _lose(self, error: OSError) -> None:
        """What is still held back goes nowhere, so that the end of the program does not stumble over it again."""
        self.lost = error
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        super().flush()


def mend_streams() -> None:
    """In letters that readers take them for. What would be said to a closed stream for errors, the other one says."""
    _open_closed()
    sys.stdout = _spoken(sys.stdout) or Spoken(io.BytesIO(), encoding="utf-8")
    sys.stderr = _spoken(sys.stderr) or sys.stdout


def lost_report() -> OSError | None:
    """Why what the run had to say did not arrive; None where it did, or where the reader left before the end."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, Spoken):
            stream.flush()
            if stream.lost and not isinstance(stream.lost, BrokenPipeError):
                return stream.lost
    return None


def _open_closed() -> None:
    """A file that is opened later would else become a standard stream, and be written into by who takes it for one."""
    for descriptor in STANDARD:
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _spoken(stream: TextIO | None) -> Spoken | None:
    """None for a stream that was closed when the program began."""
    if stream is None or isinstance(stream, Spoken):
        return stream
    line_buffering = bool(getattr(stream, "line_buffering", False))
    encoding = encoding_for(stream)
    return Spoken(stream.detach(), encoding=encoding, errors=nearest_in(encoding), line_buffering=line_buffering)  # type: ignore[attr-defined]
