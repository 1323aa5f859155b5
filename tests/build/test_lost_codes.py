"""Ways to make a printed code die or lead elsewhere: from a full folder, and from a clean clone that git keeps.

Each is refused before anything is published, and named with what brings it back; what is the office's right is told.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ocop_site.cli.commands import commands
from ocop_site.desk.ledger import LOCK, enter, enter_printed
from ocop_site.problems import Problem
from ocop_site.records.values.identifiers import Code
from tests.build.office import Thing, found
from tests.support import PROJECT, Task, build, bytes_of, catalogue_of, check_only, needed

DAY = date(2026, 11, 23)
SITE = "https://ocop-vi-du.vn/thu/"

RICE = Thing("Gao", "gao", "VD001", ["9520000000011"])
SAUCE = Thing("Mam", "mam", "VD002")
CAKE = Thing("Banh", "banh", "VD003")

Does = Callable[[Path], None]


def task(folder: Path, output: str = "output") -> Task:
    return Task(folder / "content", PROJECT / "themes", folder / output, folder / "cache", today=DAY)


def write(folder: Path, thing: Thing, **changed: object) -> None:
    new = replace(thing, **changed)  # type: ignore[arg-type]
    (folder / "content" / "products" / f"{new.id}.yaml").write_text(new.text(), "utf-8")


def git(folder: Path, *arguments: str) -> None:
    names = {f"GIT_{who}_{what}": "vi-du" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = [needed("git"), "-C", str(folder), *arguments]
    subprocess.run(command, env={**os.environ, **names}, check=True, capture_output=True)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with three products, one of a code that has changed; all were printed, published and committed."""
    folder = tmp_path_factory.mktemp("office")
    content = folder / "content"
    found(content)
    change(folder, "site.yaml", "url: https://example.org/thu/", f"url: {SITE}")
    for thing in (RICE, SAUCE, CAKE):
        write(folder, thing)
    enter(content, catalogue_of(content, today=DAY, ledgers_bind=False))
    write(folder, CAKE, code="VD009")
    (content / "places").mkdir()
    (content / "places" / "cho.yaml").write_text("name: {vi: Chợ}\nkind: shop\nsources: [s-so]\n", "utf-8")
    catalogue = catalogue_of(content, today=DAY, ledgers_bind=False)
    enter(content, catalogue)
    enter_printed(content, catalogue, {Code("VD001"): (4, date(2028, 3, 20)), Code("VD003"): None})
    assert build(task(folder)).change
    git(folder, "init", "-q")
    git(folder, "add", "content")
    git(folder, "commit", "-qm", "printed")
    return folder


@pytest.fixture(params=["full folder", "clean clone"])
def office(printed: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The folder with all that was published, without git; or what git keeps and nothing else."""
    if request.param == "clean clone":
        git(tmp_path, "clone", "-q", str(printed), "office")
        return tmp_path / "office"
    return shutil.copytree(printed, tmp_path / "office", ignore=shutil.ignore_patterns(".git"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def drop(folder: Path, file: str, *starts: str) -> None:
    path = folder / "content" / file
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.strip().startswith(starts)]
    assert len(lines) - len(kept) == len(starts)
    path.write_text("".join(kept), "utf-8")


def dropping(file: str, *starts: str) -> Does:
    return lambda folder: drop(folder, file, *starts)


def changing(file: str, old: str, new: str) -> Does:
    return lambda folder: change(folder, file, old, new)


def deleting(*files: str) -> Does:
    def delete(folder: Path) -> None:
        for file in files:
            (folder / "content" / file).unlink()

    return delete


def together(*steps: Does) -> Does:
    def do(folder: Path) -> None:
        for step in steps:
            step(folder)

    return do


def writing(thing: Thing, **changed: object) -> Does:
    return lambda folder: write(folder, thing, **changed)


def emptied(folder: Path) -> None:
    (folder / "content" / "codes.yaml").write_text("{}\n", "utf-8")


def halved(folder: Path) -> None:
    path = folder / "content" / "codes.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[: len(lines) - 2]), "utf-8")


def entered_anew(folder: Path) -> None:
    enter(folder / "content", catalogue_of(folder / "content", today=DAY, ledgers_bind=False))


EVERYWHERE: dict[str, Does] = {
    "the line of an old code is deleted": dropping("codes.yaml", "VD003:"),
    "the line of a code is deleted": dropping("codes.yaml", "VD002:"),
    "two lines are deleted": dropping("codes.yaml", "VD002:", "VD003:"),
    "the line of a barcode is deleted": dropping("codes.yaml", "'09520000000011':"),
    "the end of the ledger is cut off": halved,
    "the ledger of codes says nothing": emptied,
    "the ledger of codes is deleted": deleting("codes.yaml"),
    "the ledger of pages is deleted": deleting("published.yaml"),
    "both ledgers are deleted": deleting("codes.yaml", "published.yaml"),
    "an old code leads to another product": changing("codes.yaml", "VD003: {product: banh", "VD003: {product: mam"),
    "a code leads to another product": changing("codes.yaml", "VD002: {product: mam", "VD002: {product: gao"),
    "two lines are swapped": together(
        changing("codes.yaml", "VD002: {product: mam", "VD002: {product: banh"),
        changing("codes.yaml", "VD003: {product: banh", "VD003: {product: mam"),
    ),
    "two codes are swapped in records and ledger": together(
        writing(RICE, code="VD002"),
        writing(SAUCE, code="VD001"),
        changing("codes.yaml", "VD001: {product: gao", "VD001: {product: mam"),
        changing("codes.yaml", "VD002: {product: mam", "VD002: {product: gao"),
    ),
    "a product's file is deleted": deleting("products/mam.yaml"),
    "a product's file and its line are deleted": together(
        deleting("products/mam.yaml"), dropping("codes.yaml", "VD002:")
    ),
    "a product's file and both its lines are deleted": together(
        deleting("products/mam.yaml"), dropping("codes.yaml", "VD002:"), dropping("published.yaml", "mam:")
    ),
    "a product is a draft again": writing(SAUCE, is_draft=True),
    "a product is a draft again and struck from both ledgers": together(
        writing(SAUCE, is_draft=True), dropping("codes.yaml", "VD002:"), dropping("published.yaml", "mam:")
    ),
    "a product takes the code of a deleted one": together(
        deleting("products/mam.yaml"),
        writing(Thing("Moi", "moi", "VD002")),
    ),
    "a deleted product's code is given to a new one in the ledger too": together(
        deleting("products/mam.yaml"),
        writing(Thing("Moi", "moi", "VD002")),
        changing("codes.yaml", "VD002: {product: mam", "VD002: {product: moi"),
        dropping("published.yaml", "mam:"),
    ),
    "a product is said to have become another one": together(
        deleting("products/mam.yaml"),
        changing("published.yaml", "mam: {since: 2026-11-23", "mam: {since: 2026-11-23, moved: gao"),
    ),
    "a deleted product is only said to have ended": together(
        deleting("products/mam.yaml"),
        changing("published.yaml", "mam: {since: 2026-11-23", "mam: {since: 2026-11-23, ended: 2026-11-23"),
    ),
    "a code is changed and its line with it": together(
        writing(SAUCE, code="VD012"), changing("codes.yaml", "VD002:", "VD012:")
    ),
    "a line is written in small letters": changing("codes.yaml", "VD002:", "vd002:"),
    "a line has other digits": changing("codes.yaml", "VD002:", "VD００２:"),
    "a barcode has other digits": changing("codes.yaml", "'09520000000011':", "'０9520000000011':"),
    "a line stands there twice": changing(
        "codes.yaml", "VD002:", "VD002: {product: gao, published: 2026-11-23}\nVD002:"
    ),
    "a merge is left half-done": changing("codes.yaml", "VD002:", "<<<<<<< HEAD\nVD002:"),
    "the site's address has another host": changing("site.yaml", SITE, "https://ocop-khac.vn/thu/"),
    "the site's address has another path": changing("site.yaml", SITE, "https://ocop-vi-du.vn/"),
    "the site's address is http": changing("site.yaml", SITE, SITE.replace("https", "http")),
    "a place's file and its line are deleted": together(
        deleting("places/cho.yaml"), dropping("published.yaml", "cho:")
    ),
    "a place's file is deleted": deleting("places/cho.yaml"),
}  # fmt: skip

WHERE_GIT_IS: dict[str, Does] = {
    "the day of printing is taken off": changing("codes.yaml", ", printed: 2026-11-23", ""),
    "the day of printing is put back": changing("codes.yaml", "printed: 2026-11-23", "printed: 2026-11-20"),
    "the stars on labels are taken off": changing("codes.yaml", ", stars: 4", ""),
    "the last day on labels is put off": changing("codes.yaml", "claim: 2028-03-20", "claim: 2029-03-20"),
    "the printed address is taken off": changing("codes.yaml", f", addresses: [{SITE}]", ""),
    "the printed address is another": together(
        changing("codes.yaml", f"addresses: [{SITE}]", "addresses: [https://ocop-khac.vn/]"),
        changing("codes.yaml", f"addresses: [{SITE}]", "addresses: [https://ocop-khac.vn/]"),
        changing("site.yaml", SITE, "https://ocop-khac.vn/"),
    ),
    "the day of entry is put off": changing("codes.yaml", "mam, published: 2026-11-23", "mam, published: 2026-11-24"),
    "an address word is forgotten": changing("published.yaml", "    products: [san-pham]", "    products: [hang, x]"),
    "the ledger begins anew": together(
        deleting("codes.yaml", "published.yaml"),
        entered_anew,
    ),
}  # fmt: skip
"""What a published folder cannot know: a page does not say when a label was printed, nor what labels say."""


def errors(problems: list[Problem] | tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems if problem.is_error]


def refused(office: Path) -> None:
    before = bytes_of(office / "output") if (office / "output").exists() else {}
    outcome = build(task(office))
    assert errors(list(outcome.problems))
    assert outcome.change is None
    assert errors(list(check_only(task(office)).problems))
    assert (bytes_of(office / "output") if (office / "output").exists() else {}) == before


@pytest.mark.parametrize("way", EVERYWHERE)
def test_a_printed_code_that_would_die_or_lead_elsewhere_keeps_the_site_as_it_is(office: Path, way: str) -> None:
    EVERYWHERE[way](office)
    refused(office)


@pytest.mark.parametrize("way", WHERE_GIT_IS)
def test_what_a_line_has_lost_is_told_by_the_last_commit_with_the_command_that_brings_it_back(
    printed: Path, tmp_path: Path, way: str
) -> None:
    git(tmp_path, "clone", "-q", str(printed), "office")
    WHERE_GIT_IS[way](tmp_path / "office")
    refused(tmp_path / "office")
    told = [problem.message("vi") for problem in build(task(tmp_path / "office")).problems]
    assert any("git checkout HEAD -- content/" in words for words in told)


def test_as_it_was_committed_all_is_well(office: Path) -> None:
    assert errors(list(build(task(office)).problems)) == []


def test_a_change_that_is_committed_is_settled(printed: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(printed), "office")
    office = tmp_path / "office"
    change(office, "codes.yaml", ", stars: 4, claim: 2028-03-20", "")
    assert errors(list(build(task(office)).problems)) == ["ledger.line-shortened"]
    git(office, "commit", "-qam", "the labels with stars were burnt")
    assert errors(list(build(task(office)).problems)) == []


def test_what_is_the_offices_right_is_no_error(office: Path) -> None:
    """A product may leave, a code may change, a barcode's line be corrected by its pack, a file get another name."""
    write(office, SAUCE, is_withdrawn=True)
    write(office, CAKE, code="VD010", gtins=RICE.gtins)
    write(office, RICE, gtins=[])
    change(office, "codes.yaml", "'09520000000011': {product: gao", "'09520000000011': {product: banh")
    (office / "content" / "products" / "gao.yaml").rename(office / "content" / "products" / "lua.yaml")
    enter(office / "content", catalogue_of(office / "content", today=DAY, ledgers_bind=False))
    outcome = build(task(office))
    assert (errors(list(outcome.problems)), bool(outcome.change)) == ([], True)
    assert {"ledger.led-elsewhere", "ledger.line-swapped"} & {problem.code for problem in outcome.problems}


def test_a_site_that_has_moved_is_built_once_its_office_says_that_the_old_address_leads_on(office: Path) -> None:
    change(office, "site.yaml", SITE, "https://ocop-khac.vn/")
    (problem,) = [p for p in build(task(office)).problems if p.code == "ledger.address-changed"]
    assert problem.location.file == "content/site.yaml"
    assert problem.excerpt == "url: https://ocop-khac.vn/"
    for language in ("vi", "en"):
        words = problem.message(language)
        assert "2 " in words
        assert "VD001, VD003" in words
        assert f"former_urls: [{SITE}]" in words
    change(office, "site.yaml", "url: https://ocop-khac.vn/", f"url: https://ocop-khac.vn/\nformer_urls: [{SITE}]")
    assert build(task(office, "elsewhere")).change


def ledger(office: Path) -> Result:
    """The command, run beside what was published."""
    before = Path.cwd()
    os.chdir(office)
    try:
        return CliRunner().invoke(commands, ["ledger", "--content", "content", "--today", "2026-11-23"])
    finally:
        os.chdir(before)


@pytest.mark.parametrize(
    "way",
    ["the ledger of codes is deleted", "the ledger of pages is deleted", "both ledgers are deleted",
     "the line of a code is deleted", "the ledger of codes says nothing"],
)  # fmt: skip
def test_a_ledger_that_was_lost_is_not_begun_anew(office: Path, way: str) -> None:
    EVERYWHERE[way](office)
    before = bytes_of(office / "content")
    answer = ledger(office)
    assert answer.exit_code == 1, answer.output
    assert "git" in answer.output
    assert bytes_of(office / "content") | {LOCK: b""} == before | {LOCK: b""}


def test_where_no_git_is_the_last_commit_is_not_asked(
    printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", str(printed), "office")
    change(tmp_path / "office", "codes.yaml", ", stars: 4", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert errors(list(build(task(tmp_path / "office")).problems)) == []


def test_another_repository_that_the_environment_names_is_not_asked(
    office: Path, printed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(printed / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(printed))
    assert errors(list(build(task(office)).problems)) == []
