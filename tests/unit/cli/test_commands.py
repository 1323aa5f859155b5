"""The commands in this process: what they print, where, and how they end. Whole builds are `tests/whole`'s."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ocop_site.cli.commands import commands
from tests.build.office import Thing
from tests.build.papers import SITE
from tests.support import PROJECT, bytes_of, problems_of
from tests.unit.small import CERTIFIED, DAY, RICE, SAUCE, written

Run = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small catalogue with its ledgers."""
    content = written(tmp_path / "content", RICE, SAUCE, files={"products/gao.yaml": CERTIFIED})
    ledger = CliRunner().invoke(commands, ["ledger", "--content", str(content), "--today", "2026-11-23"])
    assert ledger.exit_code == 0, ledger.output
    return content


@pytest.fixture
def run(content: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on that content, in the folder where it lies."""
    monkeypatch.chdir(content.parent)

    def ran(command: str, *arguments: str) -> Result:
        themes = str(Path(__file__).parents[3] / "themes")
        asked = [command, "--content", "content", "--themes", themes, "--today", "2026-11-23", "--messages", "en"]
        return CliRunner().invoke(commands, [*asked, *arguments])

    return ran


def spoil(content: Path) -> None:
    (content / "products" / "mam.yaml").write_text("code: vd002\nname: {vi: Mam}\nproducer: nha\n", "utf-8")


def test_good_content_is_published_with_one_line_that_counts(run: Run, content: Path) -> None:
    answer = run("build", "--output", "output")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[-2].startswith("Published: 2 products, ")
    assert answer.stdout.splitlines()[-1].startswith("The site's address has the path /thu/")
    assert (content.parent / "output" / "index.html").is_file()


def test_a_check_tells_the_same_and_leaves_nothing(run: Run, content: Path) -> None:
    before = bytes_of(content)
    assert run("check", "--jobs", "1").exit_code == 0
    assert bytes_of(content) == before
    assert not (content.parent / "output").exists()


def test_mistakes_are_told_with_their_place_and_end_with_1(run: Run, content: Path) -> None:
    spoil(content)
    answer = run("build", "--output", "output")
    assert answer.exit_code == 1
    assert "content/products/mam.yaml:1:7: error: " in answer.stdout
    assert not (content.parent / "output").exists()


def test_json_is_one_object_with_every_mistake(run: Run, content: Path) -> None:
    spoil(content)
    answer = run("check", "--format", "json")
    told = json.loads(answer.stdout)
    assert (answer.exit_code, told["published"], told["pages"]) == (1, False, 0)
    assert {"value.code-near", "field.missing"} <= {problem["code"] for problem in told["problems"]}


def test_github_gets_annotations_and_the_summary_beside_them(run: Run, content: Path) -> None:
    spoil(content)
    answer = run("check", "--format", "github", "--url", SITE)
    assert all(line.startswith("::error file=content/products/mam.yaml,") for line in answer.stdout.splitlines())
    assert "error" in answer.stderr


def test_a_folder_of_somebody_else_is_refused_with_2(run: Run, content: Path) -> None:
    theirs = content.parent / "theirs"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("years of work")
    assert run("build", "--output", "theirs").exit_code == 2
    assert bytes_of(theirs) == {"thesis.txt": b"years of work"}


def test_the_ledger_tells_what_it_entered_and_nothing_the_second_time(run: Run, content: Path) -> None:
    assert "0 new codes" in run("ledger").stdout
    written(content, Thing("Moi", "moi", "VD009"))
    assert "1 new codes" in run("ledger").stdout
    (content / "products" / "moi.yaml").rename(content / "products" / "khac.yaml")
    moved = run("ledger")
    assert "moi" in moved.stdout
    assert "khac" in moved.stdout


def test_what_the_ledger_cannot_settle_it_tells(run: Run, content: Path) -> None:
    (content / "products" / "mam.yaml").unlink()
    assert "content/codes.yaml:" in run("ledger").stdout


def test_a_ledger_of_content_with_mistakes_enters_nothing(run: Run, content: Path) -> None:
    spoil(content)
    before = bytes_of(content)
    assert run("ledger").exit_code == 1
    assert bytes_of(content) == before


def test_hosting_writes_its_files_and_over_nothing_of_somebody_elses(run: Run, content: Path) -> None:
    answer = run("hosting", "--output", "hosting")
    assert answer.exit_code == 0
    assert set(bytes_of(content.parent / "hosting")) == {"nginx.conf", "Caddyfile"}
    (content.parent / "hosting" / "Caddyfile").write_text("mine {\n}\n")
    refused = run("hosting", "--output", "hosting")
    assert refused.exit_code == 2
    assert "not written by this command" in refused.stderr
    spoil(content)
    assert run("hosting", "--output", "elsewhere").exit_code == 1
    assert not (content.parent / "elsewhere").exists()


@pytest.mark.parametrize("folder", [".", "content", "content/products", "output", "output/kept"])
@pytest.mark.parametrize("command", ["build", "check", "ledger", "labels", "serve"])
def test_nothing_is_kept_among_what_the_site_is_made_of_or_published(
    run: Run, content: Path, command: str, folder: str
) -> None:
    before = bytes_of(content)
    answer = run(command, "--cache", folder)
    assert (answer.exit_code, bytes_of(content)) == (2, before)
    assert "choose a folder of its own with --cache" in answer.stderr


@pytest.mark.parametrize("folder", [".", "content", "content/hosting", "output"])
def test_files_for_a_server_are_written_neither_among_content_nor_among_pages(
    run: Run, content: Path, folder: str
) -> None:
    before = bytes_of(content)
    answer = run("hosting", "--output", folder)
    assert (answer.exit_code, bytes_of(content)) == (2, before)
    assert "choose a folder of its own with --output" in answer.stderr
    assert [path.name for path in content.parent.iterdir()] == ["content"]


def test_a_folder_without_a_name_is_not_the_current_one(run: Run) -> None:
    for option in ("--content", "--themes", "--cache", "--output"):
        assert run("build", option, "").exit_code == 2


def test_labels_are_made_entered_and_found_outdated_when_they_are(run: Run, content: Path) -> None:
    made = run("labels", "--output", "labels", "--select", "VD001", "--stars", "--url", SITE)
    assert made.exit_code == 0, made.output
    assert (content.parent / "labels" / "labels.html").is_file()
    assert "printed: 2026-11-23, stars: 4, claim: 2028-03-20" in (content / "codes.yaml").read_text("utf-8")
    assert "VD001" not in run("labels", "--outdated", "--url", SITE).stdout
    late = run("labels", "--outdated", "--today", "2028-03-21", "--url", SITE)
    assert (late.exit_code, "VD001" in late.stdout) == (0, True)
    told = json.loads(run("labels", "--outdated", "--today", "2028-03-21", "--url", SITE, "--format", "json").stdout)
    assert [problem["code"] for problem in told["problems"]] == ["labels.outdated-claim"]


def test_labels_of_an_address_that_is_no_more_are_listed_and_a_preview_is_silent_about_them(
    run: Run, content: Path
) -> None:
    assert run("labels", "--output", "labels", "--select", "VD001", "--url", SITE).exit_code == 0
    told = json.loads(run("labels", "--outdated", "--format", "json").stdout)
    assert [problem["code"] for problem in told["problems"]] == ["labels.outdated-address"]
    refused = json.loads(run("check", "--format", "json").stdout)["problems"]
    assert [problem["code"] for problem in refused if problem["severity"] == "error"] == ["ledger.address-changed"]
    shown = problems_of(content, today=DAY, url="http://localhost:8000/", ledgers_bind=False)
    assert "ledger.address-changed" not in [problem.code for problem in shown]


def test_labels_of_what_is_not_there_end_with_1_and_of_two_kinds_at_once_with_2(run: Run) -> None:
    assert run("labels", "--select", "VD999").exit_code == 1
    assert run("labels", "--select", "VD001", "--poster", "cho").exit_code == 2


def test_a_booklet_is_made(run: Run, content: Path) -> None:
    told = json.loads(run("booklet", "--trial", "--output", "booklet", "--format", "json").stdout)
    assert told["printed"] == ["booklet/booklet.html"]
    assert (content.parent / "booklet" / "booklet.html").is_file()


def test_clean_deletes_what_was_kept(run: Run, content: Path) -> None:
    assert run("build", "--output", "output", "--cache", "kept").exit_code == 0
    once_kept = content.parent / "kept" / "codes" / "0123456789abcdef.json"
    once_kept.parent.mkdir(parents=True)
    once_kept.touch()
    assert {folder.name for folder in (content.parent / "kept").iterdir()} >= {"records", "pages", "builds", "themes"}
    answer = CliRunner().invoke(commands, ["clean", "--cache", str(content.parent / "kept"), "--messages", "en"])
    assert (answer.exit_code, "0 pictures" in answer.stdout) == (0, True)
    assert [folder.name for folder in (content.parent / "kept").iterdir() if folder.name != "pictures"] == []


@pytest.mark.parametrize(
    "arguments",
    [["build", "--today", "31/02/2026"], ["check", "--jobs", "0"], ["bulid"], ["build", "--messages", "ko"]],
)
def test_wrong_usage_ends_with_2_and_names_the_help(arguments: list[str]) -> None:
    answer = CliRunner().invoke(commands, arguments)
    assert answer.exit_code == 2
    assert answer.stderr.endswith("--help\n")


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["tests/unit", "-k", "x"], ["tests/unit", "-k", "x"]),
        (["--fast", "-x"], ["-m", "not slow", "-x"]),
        (["--help"], ["--help"]),
    ],
)
def test_what_is_asked_of_the_tests_goes_to_pytest_in_the_projects_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: list[str], given: list[str]
) -> None:
    told: list[tuple[list[str], Path]] = []

    def main(arguments: list[str]) -> int:
        told.append((arguments, Path.cwd()))
        return 3

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pytest, "main", main)
    assert CliRunner().invoke(commands, ["test", *asked]).exit_code == 3
    assert told == [(given, PROJECT)]


@pytest.mark.parametrize("command", ["build", "check", "labels", "hosting"])
def test_a_wrong_address_is_told_at_the_option_once_and_nothing_is_touched(
    run: Run, content: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCOP_MESSAGES", "vi")
    before = bytes_of(content.parent)
    for url in (
        "https://ex.vn/../..",
        "https://đặcsản.vn/",
        "https://[::1/",
        "https://ex.vn:99999/",
        "https://ex.vn/;x",
    ):
        answer = run(command, "--url", url)
        assert (answer.exit_code, answer.stdout) == (2, "")
        assert "--url" in answer.stderr
        assert "write " in answer.stderr or "must be" in answer.stderr
    assert bytes_of(content.parent) == before


def test_an_address_for_examples_is_a_warning_at_every_build(run: Run) -> None:
    for command in ("build", "check"):
        told = json.loads(run(command, "--format", "json").stdout)["problems"]
        assert [(p["code"], p["severity"], p["file"]) for p in told] == [
            ("site.url-reserved", "warning", "content/site.yaml")
        ]
    assert json.loads(run("check", "--format", "json", "--url", SITE).stdout)["problems"] == []


def test_a_file_whose_name_no_ledger_holds_is_told_at_the_file_and_can_be_renamed(run: Run, content: Path) -> None:
    long = content / "products" / f"{'banh-trang-' * 11}ngon.yaml"
    long.write_text(Thing("Banh", "banh", "VD003").text(), "utf-8")
    before = (content / "codes.yaml").read_bytes(), (content / "published.yaml").read_bytes()
    answer = run("ledger")
    assert answer.exit_code == 1
    assert "125 letters, 100 at the most" in answer.stdout
    assert f"“{'banh-trang-' * 5}banh.yaml”" in answer.stdout
    assert ((content / "codes.yaml").read_bytes(), (content / "published.yaml").read_bytes()) == before
    long.rename(content / "products" / "banh-trang.yaml")
    assert run("ledger").exit_code == 0
    assert run("check").exit_code == 0


def test_a_ledger_that_remembers_too_long_a_name_is_read_and_led_to_the_new_one(run: Run, content: Path) -> None:
    long = f"{'banh-trang-' * 11}ngon"
    (content / "products" / "banh-trang.yaml").write_text(Thing("Banh", "banh", "VD003").text(), "utf-8")
    for file, line in (("codes", f"VD003: {{product: {long}, published: 2026-11-23}}\n"), ("published", "")):
        path = content / f"{file}.yaml"
        text = path.read_text("utf-8") + line
        known = f"  products:\n    {long}: {{since: 2026-11-23}}\n"
        path.write_text(text.replace("  products:\n", known), "utf-8")
    assert run("ledger").exit_code == 0
    assert f"    {long}: {{since: 2026-11-23, moved: banh-trang}}" in (content / "published.yaml").read_text("utf-8")
    assert run("build", "--output", "output").exit_code == 0
