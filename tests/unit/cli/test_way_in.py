"""What a command imports before it does its work, so that nobody waits for what another command needs."""

import subprocess
import sys

import pytest

from tests.support import PROJECT

IMPORTED = """
import sys
sys.argv = ["build.py", *sys.argv[1:]]
try:
    from ocop_site.bootstrap import enter
    enter()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""


def imported(*arguments: str) -> set[str]:
    """The modules of a process that ran a command."""
    command = [sys.executable, "-c", IMPORTED, *arguments]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf-8", check=True)
    return set(ran.stderr.splitlines()[-1].split())


def packages(modules: set[str]) -> set[str]:
    """Those that are neither Python's own nor ours, without what an environment imports at every start."""
    names = {module.partition(".")[0] for module in modules}
    return {name for name in names if name not in sys.stdlib_module_names and not name.startswith("_")} - {
        "ocop_site",
        "sitecustomize",
        "usercustomize",
    }


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["labels", "--help"], ["--version"]], ids=" ".join
)
def test_to_read_the_help_nothing_is_imported_but_what_writes_it(arguments: list[str]) -> None:
    modules = imported(*arguments)
    assert packages(modules) <= {"click", "yaml", "cython_runtime", "org"}
    rooms = {module.split(".")[1] for module in modules if module.startswith("ocop_site.")}
    assert rooms <= {"bootstrap", "cli", "invocation", "messages", "problems", "records", "text"}
    assert not modules & {"asyncio", "multiprocessing", "email", "http", "sqlite3", "urllib.request", "ssl"}
