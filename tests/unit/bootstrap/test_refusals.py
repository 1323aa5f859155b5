"""What pip and the disk say is told as what it is, in both languages."""

import errno
import os
from pathlib import Path

import pytest

from ocop_site.bootstrap.make import refusal_of_the_disk
from ocop_site.bootstrap.messages import SetupRefused, report
from ocop_site.bootstrap.pip import refusal

CHANGED = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, \
please update the hashes. Otherwise, examine the package contents carefully; someone may have tampered with them.
    nh3==0.3.8 from somewhere/nh3-0.3.8-cp38-abi3-win_amd64.whl (from -r program.txt (line 9)):
        Expected sha256 aa
             Got        bb
"""

UNREACHED = """\
WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError(...)': /simple/nh3/
ERROR: Could not find a version that satisfies the requirement nh3==0.3.8 (from versions: none)
ERROR: No matching distribution found for nh3==0.3.8
"""

NO_WHEEL = """\
ERROR: Could not find a version that satisfies the requirement pyyaml==6.0.3 (from versions: none)
ERROR: No matching distribution found for pyyaml==6.0.3
"""


@pytest.mark.parametrize(
    ("errors", "key", "named"),
    [
        (CHANGED, "changed", "nh3==0.3.8"),
        (UNREACHED, "not-installed", "connection broken"),
        (NO_WHEEL, "no-package", "pyyaml==6.0.3"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "full", ".venv"),
        ("ERROR: Could not install packages due to an OSError: [WinError 112] Hết chỗ: 'C:\\\\x'", "full", ".venv"),
        (
            "ERROR: [Errno 2] No such file: 'C:\\\\x'\nHINT: ... Windows Long Path support enabled.",
            "too-long",
            "C:\\ocop",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'C:\\\\x'",
            "not-made",
            "x",
        ),
        ("ERROR: what nobody foresaw", "not-installed", "what nobody foresaw"),
    ],
)
def test_what_pip_says_is_told_as_what_it_is(
    errors: str, key: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(errors).key == key
    assert named in told(refusal(errors), capsys)


@pytest.mark.parametrize(
    ("number", "key"), [(errno.ENOSPC, "full"), (errno.ENAMETOOLONG, "too-long"), (errno.EACCES, "not-made")]
)
def test_what_the_disk_says_is_told_as_what_it_is(number: int, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused = refusal_of_the_disk(OSError(number, os.strerror(number), str(Path("x"))))
    assert refused.key == key
    assert len(told(refused, capsys).splitlines()) >= 2


def told(refused: SetupRefused, capsys: pytest.CaptureFixture[str]) -> str:
    report(refused.key, refused.quote, **refused.details)
    return capsys.readouterr().err
