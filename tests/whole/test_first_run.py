"""The door: a first run makes its own environment, a later one goes on in it, and nothing is left half-made.

Copies of the door in folders of their own, run by this Python, with small packages that lie ready beside them.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import sleep

import pytest

from tests.support import some

ROOT = Path(__file__).resolve().parents[2]

COMMAND_LINE = '''
"""Stands in for the command line: tells where it runs and with what."""
import json, os, sys

def main():
    print(json.dumps([sys.prefix, sys.argv[1:], os.getcwd(), os.environ.get("OCOP_SITE_SENT_TO")]))
    sys.exit(7 if "seven" in sys.argv else 0)
'''

STRICT = "--require-hashes\n--only-binary :all:\n"

NEEDS = """
[project]
dependencies = ["{need}"]
optional-dependencies.test = ["Tiny.Test>=1"]
"""

Run = subprocess.CompletedProcess[str]


class Project:
    """A copy of the door in a folder, and the packages its pip may find."""

    def __init__(self, root: Path, packages: Path) -> None:
        self.root, self.venv, self.packages = root, root / ".venv", packages
        self.environment = {name: text for name, text in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
        self.environment |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": packages.as_uri()}

    def start(self, *arguments: str, python: str = sys.executable, **more: str) -> subprocess.Popen[str]:
        command = [python, str(self.root / "build.py"), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self.environment | more, stdout=pipe, stderr=pipe, encoding="utf-8")

    def run(self, *arguments: str, python: str = sys.executable) -> Run:
        process = self.start(*arguments, python=python)
        out, told = process.communicate()
        return subprocess.CompletedProcess(arguments, process.returncode, out, told)

    def go_offline(self) -> None:
        """Where the packages should be nobody answers."""
        for name in ("PIP_FIND_LINKS", "PIP_NO_INDEX"):
            self.environment.pop(name, None)
        self.environment |= {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1", "NO_PROXY": "127.0.0.1"}

    def take_from(self, folder: Path) -> None:
        """Packages come from another folder, which is empty yet."""
        folder.mkdir()
        self.environment["PIP_FIND_LINKS"] = folder.as_uri()

    def need(self, requirement: str) -> None:
        self.root.joinpath("pyproject.toml").write_text(NEEDS.format(need=requirement), "utf-8")

    def pin(self, name: str, package: str, head: str = "") -> None:
        """As `requirements/` names a package: its version, and the hash of its wheel as it lies ready."""
        digest = sha256(self.packages.joinpath(f"{package}-py3-none-any.whl").read_bytes()).hexdigest()
        line = f"{package.replace('-', '==')} --hash=sha256:{digest}\n"
        path = self.root / "ocop_site" / "requirements" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(STRICT + head + line, "utf-8")

    def names(self) -> set[str]:
        return {path.name for path in self.root.iterdir()}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    for name, version in (("tiny_thing", "1.2.0"), ("tiny_thing", "1.3.0"), ("tiny_test", "1.0")):
        wheel(folder, name, version)
    return folder


def wheel(folder: Path, name: str, version: str, code: str = "") -> None:
    about = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": code,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{about}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{about}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)


def copy_of_the_door(root: Path, packages: Path) -> Project:
    package = ROOT / "ocop_site"
    words = package / "messages" / "bootstrap.toml"
    for path in [
        ROOT / "build.py",
        package / "__init__.py",
        package / "invocation.py",
        package / "window.py",
        *(package / "bootstrap").glob("*.py"),
        words,
    ]:
        copy = root / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    root.joinpath("ocop_site/cli.py").write_text(COMMAND_LINE, "utf-8")
    project = Project(root, packages)
    project.pin("program", "tiny_thing-1.2.0")
    project.pin("test", "tiny_test-1.0", head="-r program.txt\n")
    project.need("Tiny-Thing>=1.2")
    return project


@pytest.fixture
def project(tmp_path: Path, packages: Path) -> Project:
    return copy_of_the_door(tmp_path / "bản sao của x", packages)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, packages: Path) -> tuple[Project, Run]:
    """A project in a folder whose name has spaces and marks, and its first run, without a home."""
    project = copy_of_the_door(tmp_path_factory.mktemp("first") / "thử nghiệm 100% ẤẦ x", packages)
    project.environment["HOME"] = ""
    return project, project.run("a b", "--url", "seven")


@pytest.fixture
def made(first: tuple[Project, Run], tmp_path: Path, packages: Path) -> Project:
    """A project whose environment is there. An environment may be moved: its programs are run by their modules."""
    root = tmp_path / "đã có"
    shutil.copytree(first[0].root, root, symlinks=True)
    return Project(root, packages)


def place(run: Run) -> Path:
    assert run.returncode == 0, run.stderr
    return Path(json.loads(run.stdout)[0])


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def strangers_environment(project: Project, *packages: str) -> Path:
    """An environment somebody made by hand, with packages as their folders tell them."""
    venv.EnvBuilder(symlinks=os.name != "nt").create(project.venv)
    library = next(project.venv.glob("[Ll]ib/**/site-packages"))
    for package in packages:
        library.joinpath(f"{package}.dist-info").mkdir()
    return project.venv


def test_a_python_that_has_the_packages_is_used_as_it_is(project: Project) -> None:
    project.need("pytest>=7")
    run = project.run()
    assert place(run) == Path(sys.prefix)
    assert run.stderr == ""
    assert not project.venv.exists()


def test_the_first_run_makes_an_environment_and_goes_on_in_it(first: tuple[Project, Run]) -> None:
    project, run = first
    assert run.returncode == 7, run.stderr
    prefix, arguments, folder, sent = json.loads(run.stdout)
    assert Path(prefix) == project.venv
    assert arguments == ["a b", "--url", "seven"]
    assert folder == str(Path.cwd())
    assert sent is None, "what the command starts must not take itself for sent"


def test_the_first_run_says_what_it_does_in_both_languages_and_not_on_standard_output(
    first: tuple[Project, Run],
) -> None:
    vietnamese, english = first[1].stderr.splitlines()
    assert vietnamese.startswith("Lần chạy đầu")
    assert english.startswith("First run")
    assert len(first[1].stdout.splitlines()) == 1


def test_nothing_but_the_environment_is_added(first: tuple[Project, Run]) -> None:
    assert first[0].names() == {".venv", "build.py", "ocop_site", "pyproject.toml"}


def test_a_later_run_needs_no_network_and_says_nothing(made: Project) -> None:
    made.go_offline()
    run = made.run()
    assert place(run) == made.venv
    assert run.stderr == ""


@pytest.mark.parametrize("command", ["test", "lint"])
def test_the_tests_packages_are_added_to_the_same_environment(made: Project, command: str) -> None:
    made.venv.joinpath("still the same").touch()
    assert "Adding" in made.run(command).stderr
    made.go_offline()
    assert place(made.run("test")) == place(made.run("lint")) == place(made.run()) == made.venv
    assert made.venv.joinpath("still the same").exists()


@pytest.mark.parametrize("command", ["test", "lint"])
def test_a_commands_name_as_an_options_value_asks_for_nothing_more(made: Project, command: str) -> None:
    made.go_offline()
    assert place(made.run("--content", command)) == made.venv


def test_where_packages_cannot_be_added_the_environment_goes_on_as_before(made: Project) -> None:
    made.go_offline()
    refused = made.run("test")
    assert refused.returncode == 2
    assert "Hãy kiểm tra mạng" in refused.stderr
    assert "Check the network" in refused.stderr
    assert place(made.run()) == made.venv


def test_other_pins_are_installed_by_the_next_run(made: Project) -> None:
    made.pin("program", "tiny_thing-1.3.0")
    assert "updating" in made.run().stderr
    assert list(made.venv.glob("[Ll]ib/**/tiny_thing-1.3.0.dist-info"))


def test_an_environment_of_another_kind_of_python_is_made_anew(made: Project) -> None:
    pretend_another_python(made)
    made.venv.joinpath("of the old one").touch()
    assert place(made.run()) == made.venv
    assert not made.venv.joinpath("of the old one").exists()
    assert made.names() == {".venv", "build.py", "ocop_site", "pyproject.toml"}


def test_an_environment_that_cannot_be_replaced_is_kept(made: Project) -> None:
    pretend_another_python(made)
    before = contents(made.venv)
    made.go_offline()
    assert made.run().returncode == 2
    assert contents(made.venv) == before
    assert made.names() == {".venv", "build.py", "ocop_site", "pyproject.toml"}


def pretend_another_python(project: Project) -> None:
    stamp = project.venv / "made-by-ocop-site"
    stamp.write_text("\n".join(["cpython-27 amiga", *stamp.read_text("utf-8").splitlines()[1:]]), "utf-8")


def test_an_environment_that_a_crash_left_half_made_is_made_anew(made: Project) -> None:
    made.venv.joinpath("made-by-ocop-site").write_text("", "utf-8")
    made.venv.joinpath("rubbish").touch()
    assert place(made.run()) == made.venv
    assert not made.venv.joinpath("rubbish").exists()


def test_an_environment_copied_from_another_computer_is_made_anew(made: Project) -> None:
    """Its Python leans on one that is not here."""
    settings = made.venv / "pyvenv.cfg"
    there = str(made.venv.parent / "máy khác" / "python")
    settings.write_text(
        re.sub("(?m)^(home|executable) = .*", rf"\1 = {re.escape(there)}", settings.read_text("utf-8")), "utf-8"
    )
    for python in some(made.venv.glob("bin/python*")):
        python.unlink()
        python.symlink_to(there)
    made.venv.joinpath("of the other computer").touch()
    run = made.run()
    assert place(run) == made.venv
    assert "First run" in run.stderr
    assert not made.venv.joinpath("of the other computer").exists()


def test_an_environment_whose_python_was_renewed_is_tried_and_used_on(made: Project) -> None:
    stamp = made.venv / "made-by-ocop-site"
    kind, python, packages = stamp.read_text("utf-8").splitlines()
    stamp.write_text("\n".join([kind, f"{python}9", packages]), "utf-8")
    made.go_offline()
    run = made.run()
    assert place(run) == made.venv
    assert run.stderr == ""
    assert stamp.read_text("utf-8").splitlines() == [kind, python, packages]


def test_an_environment_from_which_packages_were_deleted_is_made_anew_by_the_next_run(made: Project) -> None:
    for package in some(made.venv.glob("[Ll]ib/**/tiny_thing*")):
        shutil.rmtree(package) if package.is_dir() else package.unlink()
    run = made.run()
    assert run.returncode == 2
    assert "Tiny-Thing>=1.2. Run once more" in run.stderr
    assert place(made.run()) == made.venv


def test_a_file_of_that_name_is_told_and_kept(project: Project) -> None:
    project.venv.write_text("mine", "utf-8")
    run = project.run()
    assert run.returncode == 2
    assert "holds no Python" in run.stderr
    assert project.venv.read_text("utf-8") == "mine"


def test_where_the_packages_cannot_be_had_nothing_is_left(project: Project) -> None:
    project.go_offline()
    before = contents(project.root)
    run = project.run()
    assert run.returncode == 2
    assert run.stdout == ""
    assert "Hãy kiểm tra mạng" in run.stderr
    assert "Check the network" in run.stderr
    assert "Traceback" not in run.stderr
    assert without_caches(contents(project.root)) == without_caches(before)


def test_where_python3_venv_is_missing_it_is_told_and_nothing_is_left(project: Project, tmp_path: Path) -> None:
    lacks = "import sys\nsys.modules['ensurepip'] = None  # an import of it fails, as on Debian without the package\n"
    tmp_path.joinpath("sitecustomize.py").write_text(lacks, "utf-8")
    project.environment["PYTHONPATH"] = str(tmp_path)
    before = contents(project.root)
    run = project.run()
    assert run.returncode == 2
    assert [line.endswith("sudo apt install python3-venv") for line in run.stderr.splitlines()] == [True, True]
    assert without_caches(contents(project.root)) == without_caches(before)


def test_a_package_that_somebody_changed_is_refused_and_nothing_is_left(project: Project, tmp_path: Path) -> None:
    """Same name, same version, other bytes, as a false index would give it."""
    project.take_from(tmp_path / "false")
    wheel(tmp_path / "false", "tiny_thing", "1.2.0", code="print('false')")
    run = project.run()
    assert run.returncode == 2
    vietnamese, english = run.stderr.splitlines()[2:]
    assert vietnamese.startswith("Gói tiny_thing==1.2.0 tải về không phải")
    assert english.startswith("The package tiny_thing==1.2.0 that came is not the one that was tested")
    assert project.names() == {"build.py", "ocop_site", "pyproject.toml"}


def test_a_changed_package_is_not_added_to_an_environment_that_is_there(made: Project, tmp_path: Path) -> None:
    made.take_from(tmp_path / "false")
    wheel(tmp_path / "false", "tiny_test", "1.0", code="print('false')")
    assert "tiny_test==1.0" in made.run("test").stderr
    assert not list(made.venv.glob("[Ll]ib/**/tiny_test*"))
    assert place(made.run()) == made.venv


def test_a_source_distribution_is_not_built_and_the_package_is_named(project: Project, tmp_path: Path) -> None:
    project.take_from(tmp_path / "sources")
    made_here = tmp_path / "was built"
    with tarfile.open(tmp_path / "sources" / "tiny_thing-1.2.0.tar.gz", "w:gz") as archive:
        for name, text in {
            "PKG-INFO": "Metadata-Version: 2.1\nName: tiny_thing\nVersion: 1.2.0\n",
            "setup.py": f"open({str(made_here)!r}, 'w')",
        }.items():
            about = tarfile.TarInfo(f"tiny_thing-1.2.0/{name}")
            about.size = len(text)
            archive.addfile(about, BytesIO(text.encode()))
    run = project.run()
    assert run.returncode == 2
    assert "There is no package tiny_thing==1.2.0 for Python" in run.stderr
    assert not made_here.exists()
    assert project.names() == {"build.py", "ocop_site", "pyproject.toml"}


def without_caches(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: content for path, content in files.items() if "__pycache__" not in path}


def test_a_strangers_environment_that_has_the_packages_is_used_and_not_changed(project: Project) -> None:
    folder = strangers_environment(project, "tiny_thing-1.10")
    before = contents(folder)
    run = project.run()
    assert place(run) == folder
    assert run.stderr == ""
    assert contents(folder) == before


@pytest.mark.parametrize("has", [[], ["tiny_thing-1.1.9"], ["tiny_thing-0.9", "tiny_test-1.0"]])
def test_a_strangers_environment_that_lacks_packages_is_told_and_not_changed(
    project: Project, has: Sequence[str]
) -> None:
    folder = strangers_environment(project, *has)
    before = contents(folder)
    python = next(folder.glob("[bS][ic][nr]*/python*"))
    for run in (project.run(), project.run(python=str(python))):
        assert run.returncode == 2
        assert run.stderr.count("Tiny-Thing>=1.2") == 2
    assert contents(folder) == before


@pytest.mark.parametrize("command", ["test", "lint"])
def test_a_strangers_environment_without_the_tests_packages_is_told_how_to_have_them(
    project: Project, command: str
) -> None:
    folder = strangers_environment(project, "tiny_thing-1.2.0")
    run = project.run(command)
    assert run.returncode == 2
    assert f"-m pip install -r {Path('ocop_site/requirements/test.txt')}" in run.stderr
    assert place(project.run()) == folder


def test_a_folder_of_that_name_that_is_no_environment_is_told_and_not_changed(project: Project) -> None:
    project.venv.mkdir()
    project.venv.joinpath("diary").write_text("mine", "utf-8")
    run = project.run()
    assert run.returncode == 2
    assert "holds no Python" in run.stderr
    assert contents(project.venv) == {"diary": b"mine"}


def test_of_two_first_runs_at_once_one_makes_the_environment(project: Project) -> None:
    runs = [project.start(), project.start()]
    told = "".join(run.communicate()[1] for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert told.count("First run") == 1
    assert told.count("Another run") == 1


@pytest.mark.skipif(os.name == "nt", reason="there a signal cannot be sent to one process")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_first_run_that_is_interrupted_leaves_nothing(project: Project, sent: signal.Signals, code: int) -> None:
    process = project.start()
    while process.poll() is None and not any(project.venv.glob("lib/**/pip")):
        sleep(0.01)
    process.send_signal(sent)
    _, told = process.communicate()
    assert process.returncode == code
    assert "Traceback" not in told
    assert project.names() == {"build.py", "ocop_site", "pyproject.toml"}


@pytest.mark.skipif(os.name == "nt", reason="there a process cannot be looked for by its command")
def test_what_a_first_run_started_ends_with_it_however_it_is_killed(project: Project) -> None:
    """Pip waits for an index that never answers, and would for minutes."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        waiting = {"PIP_INDEX_URL": address, "PIP_NO_INDEX": "0", "PIP_DEFAULT_TIMEOUT": "300", "NO_PROXY": "127.0.0.1"}
        process = project.start(**waiting)
        silent.accept()
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert ended(project.root)
    assert place(project.run()) == project.venv
    assert project.names() == {".venv", "build.py", "ocop_site", "pyproject.toml"}


def ended(folder: Path) -> bool:
    """Whether no process of the folder's environment runs any more, a moment after who started it was killed."""
    for _ in range(100):
        listed = subprocess.run(["ps", "-Aww", "-o", "args="], capture_output=True, encoding="utf-8", check=True)
        if f"{folder}/.venv" not in listed.stdout:
            return True
        sleep(0.05)
    return False
