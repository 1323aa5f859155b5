"""Runs a module, such as pip, and ends with the run that started it, however that one ended.

A script for the Python of `.venv`. Its standard input is a pipe that the run holds open and writes nothing to.
"""

import os
import runpy
import signal
import subprocess
import sys
from threading import Thread


def end_with_starter(starter: int) -> None:
    """All that was started here ends too, or it would write into a folder that another run is making."""
    os.read(starter, 1)
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(os.getpid())], check=False)
    else:
        os.killpg(0, signal.SIGKILL)


def taken_from_standard_input() -> int:
    """The pipe, put where no other process waits for it: Windows lets none look at a pipe that another one reads."""
    pipe = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return pipe


if __name__ == "__main__":
    Thread(target=end_with_starter, args=(taken_from_standard_input(),), daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
