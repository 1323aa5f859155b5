"""A build in a process of its own, as another user or sitting on its lock; run as a script.

The site (text by path) comes as JSON on standard input; standard output tells the code of a refusal.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

import filelock  # noqa: F401 - before it becomes a user who may not read Python's own folder

from ocop_site.document import Document
from ocop_site.output.publish import Publication
from ocop_site.output.refusals import PublishRefused


def main() -> int:
    wishes = argparse.ArgumentParser()
    wishes.add_argument("output", type=Path)
    wishes.add_argument("--user", type=int, default=0)
    wishes.add_argument("--waits", action="store_true")
    wish = wishes.parse_args()
    if wish.user and sys.platform != "win32":
        os.setgid(wish.user)
        os.setuid(wish.user)
    return build(wish.output, json.load(sys.stdin), wish.waits)


def build(output: Path, site: dict[str, str], waits: bool) -> int:
    try:
        with Publication(output, []) as publication:
            if waits:
                os.write(1, b"holding")
                time.sleep(600)
            for path, text in site.items():
                publication.add(Document(path, text.encode()))
            publication.publish()
    except PublishRefused as refused:
        os.write(1, refused.problem.code.encode())
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
