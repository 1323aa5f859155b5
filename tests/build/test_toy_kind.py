"""A new kind of record costs eight files: read, checked, linked, listed, remembered and described like all others."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from tests.build.fairs import NEW_FILES, NEW_LINES, add_fairs, copy_program, touched
from tests.support import PROJECT

GOOD = """\
name: {vi: Hội xuân, en: Spring fair}
date: 2027-02-14
place: nha-trung-bay
summary: {vi: Ba ngày để thử., en: Three days to try things.}
sources: [s-so]
"""

LATER = """\
name: {vi: Hội hè, en: Early fair}
date: 2027-05-01
place: nha-trung-bay
summary: {vi: Có gạo chữa bệnh., en: There is rice.}
"""
"""With a word that reads as an effect on health."""

LINKED, LINK = "xem [mẫu mắm](product:mau-mam).", "xem [hội xuân](fair:hoi-xuan)."


@dataclass
class Project:
    """A copy of the program that has fairs, with the example's content."""

    folder: Path
    said: dict[str, "subprocess.CompletedProcess[str]"] = field(default_factory=dict)

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "OCOP_MESSAGES": "en"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def build(self, command: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return self.run("build.py", command, "--today", "2026-11-23", *arguments)

    def write(self, path: str, text: str) -> None:
        file = self.folder / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def page(self, path: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.folder / "output" / path).read_bytes())

    def links(self, path: str, selector: str) -> list[str | None]:
        return [node.attributes.get("href") for node in self.page(path).css(selector)]

    def tables(self, module: str, function: str, paper: str) -> str:
        """A paper of the project as the copy of the program would renew it."""
        code = (
            f"import sys; from {module} import {function};"
            "sys.stdin.reconfigure(encoding='utf-8'); sys.stdout.reconfigure(encoding='utf-8', newline='\\n');"
            f"print({function}(sys.stdin.read()))"
        )
        paper_text = PROJECT.joinpath(paper).read_text("utf-8")
        told = subprocess.run(
            [sys.executable, "-c", code], cwd=self.folder, input=paper_text, capture_output=True, encoding="utf-8",
            check=True,
        )  # fmt: skip
        return told.stdout


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The program with fairs, and yesterday's content, which has none."""
    folder = tmp_path_factory.mktemp("fairs")
    copy_program(folder)
    shutil.copytree(PROJECT / "tests" / "example" / "content", folder / "content")
    add_fairs(folder)
    return Project(folder)


@pytest.fixture(scope="module")
def project(copied: Project) -> Project:
    """The same with two fairs, one of which a product links to; what each command said on the way there."""
    rice = copied.read("content/products/mau-gao.yaml")
    copied.said["before"] = copied.build("check")
    copied.write("fairs/hoi-xuan.yaml", GOOD.replace("2027-02-14", "31/02/2027"))
    copied.write("fairs/hoi-he.yaml", LATER.replace("nha-trung-bay", "nha-trung-bai"))
    copied.write("products/mau-gao.yaml", rice.replace(LINKED, LINK.replace("hoi-xuan", "hoi-xuann")))
    copied.said["mistaken"] = copied.build("check", "--format", "json")
    copied.write("fairs/hoi-xuan.yaml", GOOD)
    copied.write("fairs/hoi-he.yaml", LATER)
    copied.write("products/mau-gao.yaml", rice.replace(LINKED, LINK))
    copied.said["unremembered"] = copied.build("build", "--format", "json")
    copied.said["ledger"] = copied.build("ledger")
    copied.said["build"] = copied.build("build")
    return copied


def problems(run: "subprocess.CompletedProcess[str]") -> set[tuple[str, str, int, int]]:
    """What was told: its code, file, line and column."""
    told = json.loads(run.stdout)["problems"]
    return {(each["code"], each["file"], each["line"], each["column"]) for each in told}


def succeeded(run: "subprocess.CompletedProcess[str]") -> bool:
    assert run.returncode == 0, run.stdout + run.stderr
    return True


def test_eight_files_make_a_kind_and_no_other_is_touched(project: Project) -> None:
    assert touched(project.folder) == {*NEW_FILES, *NEW_LINES}
    assert len({*NEW_FILES, *NEW_LINES}) <= 8


def test_they_are_the_files_that_the_recipe_names() -> None:
    contributing = PROJECT.joinpath(".github/CONTRIBUTING.md").read_text("utf-8")
    recipe = contributing.partition("**A new kind**")[2].partition("\n\n")[0]
    named = {re.sub(r"<[a-z]+>", "*", path) for path in re.findall(r"^\d\. `([^`]+)`", recipe, re.MULTILINE)}
    files = {*NEW_FILES, *NEW_LINES}
    assert {path for path in files if not any(Path(path).match(pattern) for pattern in named)} == set()
    assert {pattern for pattern in named if not any(Path(path).match(pattern) for path in files)} == set()
    assert len(named) == len(files)


def test_content_of_before_still_builds(project: Project) -> None:
    assert succeeded(project.said["before"])


def test_a_mistake_in_a_fair_is_told_with_its_line_and_column(project: Project) -> None:
    assert problems(project.said["mistaken"]) >= {
        ("date.day", "content/fairs/hoi-xuan.yaml", 2, 7),
        ("reference.places-near", "content/fairs/hoi-he.yaml", 3, 8),
    }


def test_a_link_to_a_fair_that_is_not_there_is_told_where_it_stands(project: Project) -> None:
    rice = project.read("content/products/mau-gao.yaml").splitlines()
    line, column = next((i, text.index("](fair:") + 3) for i, text in enumerate(rice, start=1) if "](fair:" in text)
    expected = ("reference.link-near", "content/products/mau-gao.yaml", line, column)
    assert expected in problems(project.said["mistaken"])


def test_a_word_that_reads_as_an_effect_on_health_is_told_in_a_fair_too(project: Project) -> None:
    assert ("care.health-word", "content/fairs/hoi-he.yaml", 4, 22) in problems(project.said["unremembered"])


def test_a_product_links_to_a_fair(project: Project) -> None:
    assert succeeded(project.said["build"])
    assert "/thu/vi/hoi-cho/hoi-xuan/" in project.links("vi/san-pham/mau-gao/index.html", "main .prose a")


@pytest.mark.parametrize(
    ("path", "name", "opens"),
    [
        ("vi/hoi-cho/hoi-xuan/index.html", "Hội xuân", "Mở ngày 14/02/2027 tại"),
        ("en/fairs/hoi-xuan/index.html", "Spring fair", "Opens on 14 February 2027 at"),
    ],
)
def test_a_fair_has_a_page_in_every_language(project: Project, path: str, name: str, opens: str) -> None:
    page = project.page(path)
    heading, main = page.css_first("h1"), page.css_first("main")
    assert heading is not None
    assert main is not None
    assert heading.text() == name
    assert opens in main.text()
    assert any("/nha-trung-bay/" in (href or "") for href in project.links(path, "main a"))


def test_fairs_are_listed_in_the_order_of_their_days(project: Project) -> None:
    listed = [href for href in project.links("vi/hoi-cho/index.html", "main a") if "/hoi-cho/" in (href or "")]
    assert listed == ["/thu/vi/hoi-cho/hoi-xuan/", "/thu/vi/hoi-cho/hoi-he/"]


def test_every_page_has_fairs_in_its_menu(project: Project) -> None:
    pages = sorted((project.folder / "output" / "vi").rglob("index.html"))
    standing = [page.relative_to(project.folder / "output").as_posix() for page in pages]
    menus = {path: project.links(path, "header nav a") for path in standing}
    whole = {path: menu for path, menu in menus.items() if "/thu/vi/san-pham/" in menu}
    assert len(whole) > 50
    assert [path for path, menu in whole.items() if "/thu/vi/hoi-cho/" not in menu] == []


def test_fairs_are_in_the_sitemap(project: Project) -> None:
    sitemap = project.read("output/sitemap.xml")
    for path in ("vi/hoi-cho/", "en/fairs/", "vi/hoi-cho/hoi-xuan/", "en/fairs/hoi-he/"):
        assert f"<loc>https://example.org/thu/{path}</loc>" in sitemap


def test_a_fair_that_the_ledger_does_not_know_is_refused(project: Project) -> None:
    refused = project.said["unremembered"]
    expected = {("ledger.record-missing", f"content/fairs/{name}.yaml", 1, 1) for name in ("hoi-xuan", "hoi-he")}
    assert refused.returncode == 1
    assert problems(refused) >= expected


def test_the_ledger_remembers_fairs_and_their_address_words(project: Project) -> None:
    assert succeeded(project.said["ledger"])
    ledger = project.read("content/published.yaml")
    assert "    fairs: [hoi-cho]\n" in ledger
    assert "    fairs: [fairs]\n" in ledger
    assert "  fairs:\n    hoi-he: {since: 2026-11-23}\n    hoi-xuan: {since: 2026-11-23}\n" in ledger


def test_the_schema_of_fairs_is_published(project: Project) -> None:
    schema = json.loads(project.read("output/data/schemas/fairs.json"))
    assert schema["$id"] == "https://example.org/thu/data/schemas/fairs.json"
    assert schema["properties"]["date"]["description"] == "opens on"
    assert schema["properties"]["date"]["x-description-vi"] == "ngày mở"
    fair = {"name": "Hội xuân", "date": "2027-02-14", "place": "nha-trung-bay", "summary": {"vi": "Ba ngày."}}
    assert Draft202012Validator(schema).is_valid(fair)
    assert not Draft202012Validator(schema).is_valid({**fair, "until": "2027-02-16"})


def test_the_guide_has_a_section_of_fairs_with_their_fields(project: Project) -> None:
    guide = project.tables("ocop_site.content.guide", "with_tables", "content/README.md")
    section = guide.partition("\n## `fairs/`: hội chợ\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE) == ["name", "date", "place", "summary", "sources"]
    assert "| `date` | ngày mở, đủ ngày | có | `2027-02-14` |" in section


def test_the_contract_tells_themes_of_the_view(project: Project) -> None:
    contract = project.tables("ocop_site.theme.contract", "with_contract", "themes/README.md")
    assert "| `fair.html` |  | `name`: TextRun<br>`date`: text<br>`place`: Link<br>" in contract
