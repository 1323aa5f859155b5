"""What stands for the program itself: what it made before may be another thing once it is another."""

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import MAGIC_NUMBER
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def program() -> str:
    """The program's own files, and the versions of Python, of its byte code and of all packages beside it."""
    told = blake2b(digest_size=16)
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix not in (".pyc", "") and file.is_file():
            told.update(f"{file.relative_to(_PACKAGE).as_posix()}\n".encode() + file.read_bytes())
    told.update(repr((sys.version_info, sys.implementation.cache_tag, MAGIC_NUMBER)).encode())
    told.update(repr(sorted(set(_packages()))).encode())
    return told.hexdigest()


def _packages() -> Iterator[str]:
    """The folders in which packages are described are named by their versions."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (found.name for found in folder.glob("*.dist-info"))
