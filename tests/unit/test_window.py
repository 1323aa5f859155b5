"""A double click on Windows opens a window that stays until it was read; nobody else ever waits."""

import os
import sys

import pytest

from ocop_site.window import is_python_s, opened_by_double_click, wait


@pytest.mark.parametrize(
    ("programs", "python_s"),
    [
        (["python.exe"], True),
        (["python.exe", "py.exe"], True),
        (["Python3.13.EXE", "PyManager.exe"], True),
        (["python.exe", "cmd.exe"], False),
        (["python.exe", "py.exe", "powershell.exe"], False),
        (["python.exe", "pwsh.exe"], False),
        (["python.exe", ""], False),
        ([], False),
    ],
)
def test_a_console_that_no_shell_uses_closes_with_the_program(programs: list[str], python_s: bool) -> None:
    assert is_python_s(programs) is python_s


@pytest.mark.skipif(os.name == "nt", reason="there it hangs on who started the tests")
def test_elsewhere_no_window_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["build.py"])
    assert opened_by_double_click() is False


@pytest.mark.skipif(os.name == "nt", reason="there it waits for a key")
def test_what_closes_the_window_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    wait("Press any key")
    assert capsys.readouterr().err == "Press any key"
