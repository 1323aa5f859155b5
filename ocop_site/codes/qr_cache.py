"""The QR codes of permanent addresses, kept from build to build: to choose a code's mask takes longer than its page.

A file holds those of one site, sealed by its own bytes and the encoder's version; no damage in it is believed.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ocop_site.codes.qr import QrCode, encode
from ocop_site.files import write_atomically
from ocop_site.processes import helpers

WORTH_PROCESSES = 1000
"""Below so many new codes one process is done before another has started."""

CHUNK = 200
"""Codes that a process makes at once."""


_OURS = re.compile(r"[0-9a-f]{16}\.json|\.?[0-9a-f]{16}\.json\.[0-9a-f]{8}")


class QrCache:
    """A folder of what was encoded; it may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, site: str, addresses: Collection[str], jobs: int = 1) -> Mapping[str, QrCode]:
        """The code of each address of a site; those that are not kept are encoded, and kept if there is room."""
        file = self._folder / f"{sha256(site.encode()).hexdigest()[:16]}.json"
        kept = _read(file)
        new = [address for address in addresses if address not in kept]
        codes = {**kept, **dict(zip(new, _encoded(new, jobs), strict=True))}
        wanted = {address: codes[address] for address in addresses}
        if new:
            _write(file, wanted)
        return wanted

    def clear(self) -> None:
        """Ours by their names, and what a build that was cut short left beside them."""
        for file in self._folder.glob("*.json*"):
            if _OURS.fullmatch(file.name):
                file.unlink(missing_ok=True)
        with suppress(OSError):
            self._folder.rmdir()


def _encoded(addresses: Sequence[str], jobs: int) -> list[QrCode]:
    if jobs == 1 or len(addresses) < WORTH_PROCESSES:
        return [encode(address) for address in addresses]
    with helpers(jobs) as pool:
        return list(pool.map(encode, addresses, chunksize=CHUNK))


def _read(file: Path) -> dict[str, QrCode]:
    if not file.is_file():  # a pipe would be waited for
        return {}
    try:
        seal, body = file.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return {}
    if seal.decode("ascii", "replace") != _seal(body):
        return {}
    return {address: QrCode(tuple(rows.split())) for address, rows in json.loads(body).items()}


def _write(file: Path, codes: Mapping[str, QrCode]) -> None:
    body = json.dumps({address: " ".join(code.rows) for address, code in codes.items()}).encode()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, f"{_seal(body)}\n".encode() + body)


def _seal(body: bytes) -> str:
    return sha256(f"segno {version('segno')}\n".encode() + body).hexdigest()
