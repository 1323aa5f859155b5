"""Where the program runs: in this Python if it has the packages, else in a `.venv` that the first run makes.

Standard library only. Every run passes through here, so these rooms import little; `make`, which imports much, comes
in when something is to be made.
"""

import os
import sys

from ocop_site.bootstrap.environment import PYTHON, ROOT, STAMP, VENV, can_make, fits, is_foreign
from ocop_site.bootstrap.messages import SetupRefused, report
from ocop_site.bootstrap.packages import missing, needs, sets_for
from ocop_site.invocation import pip_line, remember

SENT = "OCOP_SITE_SENT_TO"
"""The environment variable that tells a program in which environment it was started, so that it is not sent twice."""

NO_PYTHON_THERE = 103
"""What an environment's `python.exe` ends with, in English words of its own, where it does not find the machine's."""


def enter() -> None:
    """Run the command line here, or in `.venv`, which is made first where it has to be."""
    remember()
    was_sent = os.environ.pop(SENT, None) == str(VENV)
    sets = sets_for(sys.argv[1:])
    lacking = missing(needs(sets))
    try:
        if lacking and was_sent:
            raise incomplete(sets, lacking)
        if lacking:
            prepare(sets)
            go_on()
    except SetupRefused as refused:
        report(refused.key, refused.quote, **refused.details)
        sys.exit(2)
    except KeyboardInterrupt:
        report("stopped")
        sys.exit(130)

    from ocop_site.cli import main

    main()


def prepare(sets: list[str]) -> None:
    """See to it that `.venv` has the packages. One that we did not make is used as it is."""
    if fits(sets) or is_foreign():
        return
    if not can_make():
        raise SetupRefused("no-venv" if sys.platform == "linux" else "no-venv-module")

    from ocop_site.bootstrap.make import complete

    complete(sets)


def go_on() -> None:
    """Run the same command in `.venv`. On Windows execv would return to the prompt while the command still runs."""
    os.environ[SENT] = str(VENV)
    command = [str(PYTHON), str(ROOT / "build.py"), *sys.argv[1:]]
    try:
        if os.name == "nt":
            sys.exit(exit_code_there(command))
        os.execv(command[0], command)
    except OSError as error:
        raise SetupRefused("no-python", str(error), venv=VENV) from error


def exit_code_there(command: list[str]) -> int:
    """As `exit_code`, unless the environment's Python does not find the machine's, on which it leans."""
    code = exit_code(command)
    if code == NO_PYTHON_THERE:
        raise SetupRefused("no-python", venv=VENV)
    return code


def exit_code(command: list[str]) -> int:
    """What the command ends with. Ctrl-C reaches it too, and what to do about it is its own affair."""
    import subprocess

    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def incomplete(sets: list[str], lacking: list[str]) -> SetupRefused:
    """We were sent to an environment that lacks something after all. Ours is made anew by the next run."""
    if not is_foreign():
        STAMP.write_text("", "utf-8")
        return SetupRefused("incomplete", lacking=", ".join(lacking))
    return stranger(sets, lacking)


def stranger(sets: list[str], lacking: list[str]) -> SetupRefused:
    """It is for its owner to complete it."""
    command = pip_line(sets[-1], PYTHON)
    return SetupRefused("lacking", venv=VENV, lacking=", ".join(lacking), root=ROOT, command=command)
