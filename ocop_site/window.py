"""The window that a double click opens stays until it was read. Syntax that every Python 3 reads, as in `build.py`."""

import os
import sys
import time

LONGEST = 600
"""Seconds that a window waits at most, should nobody be there: a task of the night ends all the same."""

OF_PYTHON = ("py", "pyw", "python", "pythonw", "pymanager")
"""The programs that a double click on `build.py` starts, in small letters; a newer Python adds its number."""


def opened_by_double_click() -> bool:
    """Whether nothing was typed and the console is Python's alone. Who was sent on here leaves that to the sender."""
    return len(sys.argv) == 1 and "OCOP_SITE_SENT_TO" not in os.environ and is_python_s(programs_of_console())


def is_python_s(programs: "list[str]") -> bool:
    """Whether no other program, such as a shell, will go on in a console that these use."""
    names = [program.lower().replace(".exe", "").rstrip("0123456789.") for program in programs]
    return bool(names) and all(name in OF_PYTHON for name in names)


def programs_of_console() -> "list[str]":
    """The names of the programs that use this console; none where it is not Windows', or nobody sees it."""
    if sys.platform != "win32" or not (sys.stdin and sys.stdin.isatty()):
        return []
    import ctypes

    kernel = ctypes.WinDLL("kernel32")
    numbers = (ctypes.c_uint32 * 32)()
    count = kernel.GetConsoleProcessList(numbers, len(numbers))
    return [program_of(number) for number in numbers[:count]]


def program_of(number: int) -> str:
    """The file name of a process; empty where Windows does not tell it."""
    if sys.platform != "win32":
        return ""
    import ctypes

    kernel = ctypes.WinDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.OpenProcess(0x1000, False, number))  # PROCESS_QUERY_LIMITED_INFORMATION
    name, length = ctypes.create_unicode_buffer(1024), ctypes.c_uint32(1024)
    found = kernel.QueryFullProcessImageNameW(process, 0, name, ctypes.byref(length))
    kernel.CloseHandle(process)
    return str(name.value).rpartition("\\")[2] if found else ""


def wait(words: str) -> None:
    """Say what closes the window, and wait for a key."""
    sys.stderr.write(words)
    sys.stderr.flush()
    ends = time.time() + LONGEST
    if sys.platform == "win32":
        import msvcrt

        while time.time() < ends and not msvcrt.kbhit():
            time.sleep(0.1)
