"""A build may die at any moment: its remains are put right by the next one."""

import os

import pytest

from tests.unit.output.processes import run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks")
@pytest.mark.parametrize("way", ["exchange", "in-place", "first"])
def test_a_crash_before_any_step_costs_nothing(way: str) -> None:
    ended = run("crash_everywhere.py", way)
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 20
