"""What the last commit has of a folder's files, asked of git once for all of them."""

import subprocess
from pathlib import Path

from ocop_site.content.last_commit import committed


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def test_each_file_is_as_it_was_committed_or_none(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "products").mkdir(parents=True)
    bodies = {"codes.yaml": b"a: 1\n\nb blob 3\n", "empty.yaml": b"", "published.yaml": "ố\r\n".encode()}
    for name, body in bodies.items():
        (content / name).write_bytes(body)
    (content / "products" / "a.yaml").write_bytes(b"")
    git(tmp_path, "init")
    git(tmp_path, "-c", "core.autocrlf=false", "add", ".")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-m", "first")
    (content / "codes.yaml").write_bytes(b"another")
    asked = ("codes.yaml", "none.yaml", "empty.yaml", "products", "published.yaml")
    assert committed(content, *asked) == (bodies["codes.yaml"], None, b"", None, bodies["published.yaml"])


def test_without_a_commit_or_a_folder_there_is_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init")
    assert committed(tmp_path, "codes.yaml", "published.yaml") == (None, None)
    assert committed(tmp_path / "none", "codes.yaml") == (None,)
