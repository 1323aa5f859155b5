"""Two or three write one ledger at once, and some are killed: no line is lost, none is torn, no note goes missing."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from ocop_site.desk.ledger import enter
from ocop_site.desk.ledger_texts import CODES
from ocop_site.records.values.identifiers import Code
from tests.build.office import Thing
from tests.support import PROJECT, catalogue_of, some
from tests.unit.small import written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a save in place is told apart by the file's number")

ROUNDS = 20
ENTERED = date(2026, 11, 1)

PRINTS = """\
import random, sys, time
from datetime import date
from pathlib import Path
from ocop_site.desk.ledger import alone, enter, enter_printed
from ocop_site.records.values.identifiers import Code
from tests.support import catalogue_of
content, what, day, seed = Path(sys.argv[1]), sys.argv[2], date.fromisoformat(sys.argv[3]), int(sys.argv[4])
catalogue = catalogue_of(content, today=day, ledgers_bind=False)
print("ready", flush=True)
sys.stdin.readline()
time.sleep(random.Random(seed).random() * 0.1)
if what == "ledger":
    with alone(content):
        enter(content, catalogue_of(content, today=day, ledgers_bind=False))
else:
    enter_printed(content, catalogue, {Code(what): None})
"""


def writer(content: Path, what: str, day: date, seed: int) -> "subprocess.Popen[str]":
    """A process that has read the catalogue and waits for the word to write."""
    command = [sys.executable, "-c", PRINTS, str(content), what, day.isoformat(), str(seed)]
    process = subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def save(file: Path, note: str, chance: random.Random) -> None:
    """As an editor does: reads, and writes back with a note, in place or by another file that takes its place."""
    time.sleep(chance.random() * 0.15)
    lines = file.read_text("utf-8").splitlines(keepends=True)
    lines[-1] = f"{lines[-1].rstrip()} # {note}\n"
    if chance.random() < 0.5:
        file.write_text("".join(lines), "utf-8")
    else:
        beside = file.with_name(f".{note}")
        beside.write_text("".join(lines), "utf-8")
        beside.replace(file)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_whoever_is_done_has_written_and_nobody_else_has_lost(tmp_path: Path, number: int) -> None:
    chance = random.Random(number)
    things = [Thing(f"Vat {i}", f"vat-{i}", f"VD{i:03}") for i in range(1, 8)]
    content = written(tmp_path / "content", *things[:6])
    enter(content, catalogue_of(content, today=ENTERED, ledgers_bind=False))
    before = CODES.read((content / "codes.yaml").read_bytes()).codes
    written(content, things[6])
    day = date(2026, 11, 2)
    wanted = chance.sample(["VD001", "VD002", "VD003", "ledger"], chance.choice([2, 3]))
    writers = {what: writer(content, what, day, number + i) for i, what in enumerate(wanted)}
    for process in some(writers.values()):
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    has_saved = chance.random() < 0.6
    if has_saved:
        save(content / "codes.yaml", "ghi chú", chance)
    if chance.random() < 0.5:
        time.sleep(chance.random() * 0.2)
        os.kill(writers[wanted[0]].pid, signal.SIGKILL)
    ended = {what: process.wait(timeout=60) for what, process in writers.items()}
    after = CODES.read((content / "codes.yaml").read_bytes()).codes
    assert {key: line.product for key, line in before.items()}.items() <= {
        k: v.product for k, v in after.items()
    }.items()
    assert "# ghi chú\n" in (content / "codes.yaml").read_text("utf-8") or not has_saved
    for what, status in some(ended.items()):
        assert status in (0, -signal.SIGKILL)
        if status == 0 and what == "ledger":
            assert Code("VD007") in after
        elif status == 0:
            assert after[Code(what)].printed == day
