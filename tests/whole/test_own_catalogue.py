"""Starting one's own catalogue: the steps of both READMEs, carried out in a copy of the project as they are written."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import PROJECT, some

Own = tuple[Path, list[str]]
"""A copy of the project, and what the last command said there."""

SECTIONS = {"README.md": "## Your own catalogue\n", "README.vi.md": "## Danh mục của riêng bạn\n"}


def steps_of(readme: str) -> list[str]:
    section = PROJECT.joinpath(readme).read_text("utf-8").partition(SECTIONS[readme])[2].partition("\n## ")[0]
    return re.split(r"^\d\. ", section, flags=re.MULTILINE)[1:]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def files_in(step: str) -> list[tuple[str, str]]:
    """The files that a step shows: the name, in quotes, and then the text, further in."""
    shown = re.findall(r"`(\S+\.yaml)`[^`]*?(?:`content/README.md`[^`]*)?:\n\n((?: {8}.*\n?)+)", step)
    return [(name, re.sub("^ {8}", "", text, flags=re.MULTILINE)) for name, text in shown]


def keep(content: Path, names: list[str]) -> None:
    """Delete everything that a step does not name."""
    for path in some(sorted(content.iterdir())):
        if path.name not in names:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def change_site(site: Path, step: str) -> None:
    """The first code's letters are written, and the lines deleted that the step's last sentence names."""
    setting = next(word for word in quoted(step) if ": " in word)
    name = setting.partition(":")[0]
    gone = "|".join(some(quoted(step.rpartition(f"`{setting}`")[2])))
    text = re.sub(rf"^{name}: .*$", setting, site.read_text("utf-8"), flags=re.MULTILINE)
    site.write_text(re.sub(rf"^({gone}): .*\n", "", text, flags=re.MULTILINE), "utf-8")


def write(content: Path, name: str, text: str) -> None:
    """A new file, or what is added at the end of one."""
    file = content / name
    file.parent.mkdir(exist_ok=True)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


@pytest.fixture(scope="module", params=sorted(SECTIONS))
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """A copy of the project in which all steps were taken, and what the commands said."""
    root = tmp_path_factory.mktemp("own") / "Danh mục của tôi"
    for folder in ("ocop_site", "themes", "content"):
        shutil.copytree(PROJECT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, root / name)
    content = root / "content"
    first, second, *others = steps_of(request.param)
    keep(content, quoted(first))
    change_site(content / "site.yaml", second)
    for name, text in some([file for step in others for file in files_in(step)]):
        write(content, name, text)
    commands = [command for step in others for command in re.findall(r"^ {8}\S+ (build\.py.*)$", step, re.MULTILINE)]
    said = []
    for command in some(commands):
        run = subprocess.run(
            [sys.executable, *command.split()], cwd=root, capture_output=True, encoding="utf-8", check=False
        )
        assert run.returncode == 0, run.stdout + run.stderr
        said.append(run.stdout)
    return root, said


def test_the_steps_end_in_a_site_with_the_first_product(own: Own) -> None:
    root, said = own
    assert any(line.startswith("Đã công bố: 1 sản phẩm, ") for line in "".join(said).splitlines())
    for page in ("vi/san-pham/banh-trang-vi-du", "p/VD001"):
        assert "Bánh tráng Ví Dụ" in root.joinpath("output", page, "index.html").read_text("utf-8")


def test_the_steps_end_in_a_sample_of_a_label(own: Own) -> None:
    root, _ = own
    label = root.joinpath("labels", "labels.html").read_text("utf-8")
    assert "VD001" in label
    assert "mẫu" in label.casefold()


def test_the_steps_end_in_ledgers_that_know_it_and_the_guide_is_still_there(own: Own) -> None:
    root, _ = own
    assert "\nVD001: {product: banh-trang-vi-du, published: " in root.joinpath("content/codes.yaml").read_text("utf-8")
    assert "banh-trang-vi-du" in root.joinpath("content/published.yaml").read_text("utf-8")
    assert root.joinpath("content/README.md").read_bytes() == PROJECT.joinpath("content/README.md").read_bytes()
