"""Paints drawings, each in a process of its own: some numbers end the painter, and all that runs beside it.

Run as a script, this file is that process: a drawing comes in, its PNG goes out. It needs nothing else of the program,
so that it starts in a hundredth of a second.
"""

import faulthandler
import subprocess
import sys

PATIENCE = 60
"""Seconds that a painting may take."""

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Windows would open a console for each painting."""


def paint(drawing: bytes, width: int, height: int) -> bytes | None:
    """The drawing as a PNG of about that size, on nothing; None where the painter fails, ends or takes too long."""
    try:
        painted = subprocess.run(
            [sys.executable, "-P", __file__, str(width), str(height)],
            input=drawing,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            creationflags=_NO_WINDOW,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return None if painted.returncode else painted.stdout


def _paint_here(width: int, height: int) -> None:
    """Nobody else ends a painting whose program was killed."""
    import resvg_py

    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    drawing = sys.stdin.buffer.read().decode()
    png = resvg_py.svg_to_bytes(svg_string=drawing, width=width, height=height, dpi=96, skip_system_fonts=True)
    sys.stdout.buffer.write(png)


if __name__ == "__main__":
    _paint_here(*map(int, sys.argv[1:]))
