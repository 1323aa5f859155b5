"""The commands as a user runs them: what is printed, how they end, what is left on the disk."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support import PROJECT, bytes_of, run

Asked = tuple[str, ...]
BAD_DAY = ("    issued: 2023-01-10", "    issued: 31/02/2023")
RICE = "products/gao-dtm-tim-lai-vinh-thuan.yaml"


@pytest.fixture
def asked(cache: Path) -> Asked:
    """A day, and the pictures of all tests."""
    return ("--today", "2026-11-23", "--cache", str(cache))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    return tmp_path / "content"


def spoil(content: Path, file: str = RICE, change: tuple[str, str] = BAD_DAY) -> None:
    text = (content / file).read_text("utf-8")
    assert change[0] in text
    (content / file).write_text(text.replace(*change), encoding="utf-8")


def line_of(content: Path, words: str, file: str = RICE) -> int:
    """Where these words stand."""
    lines = (content / file).read_text("utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, 1) if words in line]
    return number


def test_a_build_ends_with_0_and_one_line_that_counts(asked: Asked, content: Path, tmp_path: Path) -> None:
    answer = run(*asked, "--content", str(content), "--output", str(tmp_path / "output"), "--messages", "en")
    assert answer.returncode == 0
    assert any(line.startswith("Published: 41 products, ") for line in answer.stdout.splitlines())
    pages = len(list((tmp_path / "output").rglob("*.html")))
    assert f" {pages} pages," in answer.stdout


def test_json_is_one_object_with_what_was_published(asked: Asked, content: Path, tmp_path: Path) -> None:
    answer = run("build", *asked, "--content", str(content), "--output", str(tmp_path / "o"), "--format", "json")
    told = json.loads(answer.stdout)
    assert told["published"] is True
    assert [problem["code"] for problem in told["problems"]] == ["site.url-reserved"]
    assert told["pages"] == len(list((tmp_path / "o").rglob("*.html")))
    files = [file for file in (tmp_path / "o").rglob("*") if file.is_file() and not file.name.startswith(".ocop")]
    assert told["files"] == len(files)


def test_mistakes_end_with_1_and_tell_json_its_place(asked: Asked, content: Path, tmp_path: Path) -> None:
    spoil(content)
    options = ("--content", str(content), "--output", str(tmp_path / "o"), "--format", "json", "--messages", "en")
    answer = run("build", *asked, *options)
    told = json.loads(answer.stdout)
    assert answer.returncode == 1
    assert (told["published"], told["pages"], told["files"]) == (False, 0, 0)
    (problem,) = [each for each in told["problems"] if each["severity"] == "error"]
    assert problem["file"] == f"content/{RICE}"
    assert (problem["line"], problem["column"], problem["code"]) == (line_of(content, BAD_DAY[1]), 13, "date.day")
    assert problem["severity"] == "error"
    assert "31/02/2023" in problem["message"]
    assert not (tmp_path / "o").exists()


def test_github_gets_annotations(asked: Asked, content: Path) -> None:
    spoil(content)
    answer = run("check", *asked, "--content", str(content), "--format", "github", "--messages", "en")
    assert answer.stdout.startswith(f"::error file=content/{RICE},line={line_of(content, BAD_DAY[1])},col=13::")


def test_messages_are_vietnamese_unless_asked_otherwise(asked: Asked, content: Path) -> None:
    spoil(content)
    assert "lỗi: không có ngày “31/02/2023”" in run("check", *asked, "--content", str(content)).stdout
    assert "error: there is no day" in run("check", *asked, "--content", str(content), OCOP_MESSAGES="en").stdout


@pytest.mark.parametrize("command", [(), ("build",), ("labels",), ("clean",)])
def test_help_is_vietnamese_unless_asked_otherwise(command: tuple[str, ...]) -> None:
    vietnamese, english = run(*command, "--help"), run(*command, "--help", OCOP_MESSAGES="en")
    assert (vietnamese.returncode, english.returncode) == (0, 0)
    assert "Hiện phần hướng dẫn này rồi thoát." in vietnamese.stdout
    assert "Show this message and exit." in english.stdout


def test_check_publishes_nothing(asked: Asked, content: Path, tmp_path: Path) -> None:
    before = bytes_of(tmp_path)
    assert run("check", *asked, "--content", str(content)).returncode == 0
    assert bytes_of(tmp_path) == before


def test_a_warning_lets_the_site_pass_and_strict_does_not(asked: Asked, content: Path, tmp_path: Path) -> None:
    spoil(content, "producers/quy-phuoc.yaml", ("  en: >-\n", "  en: >-\n    It cures all.\n"))
    options = ("build", *asked, "--content", str(content), "--messages", "en")
    strict = run(*options, "--output", str(tmp_path / "strict"), "--strict")
    assert strict.returncode == 1
    assert "warning: “cures” reads as a claim about health" in strict.stdout
    assert "Nothing was published" in strict.stdout
    assert not (tmp_path / "strict").exists()
    assert run(*options, "--output", str(tmp_path / "free")).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [("build", "--today", "31/02/2026"), ("build", "--jobs", "0"), ("bulid",), ("--messages", "ko"), ("--nosuch",)],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2


def test_a_folder_of_somebody_else_is_refused_with_2_and_left_alone(
    asked: Asked, content: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("years of work")
    before = bytes_of(theirs)
    answer = run("build", *asked, "--content", str(content), "--output", str(theirs), "--messages", "en")
    assert answer.returncode == 2
    assert "not this program" in answer.stdout or "did not write" in answer.stdout
    assert bytes_of(theirs) == before


def test_an_address_given_on_the_command_line_stands_in_for_the_sites_own(
    asked: Asked, content: Path, tmp_path: Path
) -> None:
    options = ("--content", str(content), "--output", str(tmp_path / "o"), "--url", "https://ocop.example.com")
    assert run("build", *asked, *options).returncode == 0
    home = (tmp_path / "o" / "vi" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://ocop.example.com/vi/">' in home
    assert 'href="/vi/san-pham/"' in home


def test_the_ledger_command_enters_a_new_product_and_a_build_without_it_refuses(
    asked: Asked, content: Path, tmp_path: Path
) -> None:
    new = (content / RICE).read_text("utf-8").replace("code: LA042", "code: LA099")
    (content / "products" / "gao-moi.yaml").write_text(new, encoding="utf-8")
    options = ("--content", str(content), "--messages", "en")
    refused = run("build", *asked, *options, "--output", str(tmp_path / "o"))
    assert refused.returncode == 1
    assert "build.py ledger" in refused.stdout
    entered = run("ledger", *asked, *options)
    assert "1 new codes, 0 new barcodes, 1 new pages" in entered.stdout
    assert "LA099: {product: gao-moi, published: 2026-11-23}" in (content / "codes.yaml").read_text("utf-8")
    assert run("build", *asked, *options, "--output", str(tmp_path / "o")).returncode == 0


def test_a_renamed_product_keeps_its_code_and_its_old_address_leads_on(
    asked: Asked, content: Path, tmp_path: Path
) -> None:
    (content / "products" / "nam-dong-trung-ha-thao-hoa-thinh.yaml").rename(content / "products" / "nam-moi.yaml")
    options = ("--content", str(content), "--messages", "en")
    refused = run("check", *asked, *options)
    assert "published.yaml" in refused.stdout
    assert refused.returncode == 1
    assert run("ledger", *asked, *options).returncode == 0
    assert run("build", *asked, *options, "--output", str(tmp_path / "o")).returncode == 0
    assert "LA038: {product: nam-moi," in (content / "codes.yaml").read_text("utf-8")
    old = (tmp_path / "o" / "vi" / "san-pham" / "nam-dong-trung-ha-thao-hoa-thinh" / "index.html").read_text("utf-8")
    assert "/vi/san-pham/nam-moi/" in old


def test_a_product_that_is_deleted_is_told_once_at_its_line_of_the_ledger(asked: Asked, content: Path) -> None:
    (content / "products" / "nam-dong-trung-ha-thao-hoa-thinh.yaml").unlink()
    told = run("check", *asked, "--content", str(content), "--messages", "en")
    assert told.returncode == 1
    assert told.stdout.count("content/codes.yaml") == 1
    assert "content/published.yaml" not in told.stdout
    assert "Keep the product's file and write withdrawn" in told.stdout
