"""Each way of losing a printed code, a barcode or a published page: refused at its line, with what to do, untouched."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_site.cli.report import MISTAKES
from ocop_site.desk.ledger import enter
from tests.build.office import Thing, found
from tests.support import PROJECT, Task, build, bytes_of, catalogue_of, problems_of, run

DAY = date(2026, 11, 23)

RICE = Thing("Gao", "gao", "VD001", ["9520000000011"])
SAUCE = Thing("Mam", "mam", "VD002")
CAKE = Thing("Banh", "banh", "VD003", is_withdrawn=True)


def task(folder: Path, **options: Any) -> Task:
    output, cache = folder / "output", folder / "cache"
    return Task(folder / "content", PROJECT / "themes", output, cache, today=DAY, **options)


def enter_all(folder: Path) -> None:
    """The command `ledger`."""
    enter(folder / "content", catalogue_of(folder / "content", today=DAY, ledgers_bind=False))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published catalogue of three products, one of them withdrawn, and a place that has moved."""
    folder = tmp_path_factory.mktemp("office")
    found(folder / "content")
    for thing in (RICE, SAUCE, CAKE):
        write(folder, thing)
    (folder / "content" / "places").mkdir()
    for name in ("cho", "kho"):
        place = f"name: {{vi: Chỗ {name}, en: Place {name}}}\nkind: shop\nsources: [s-so]\n"
        (folder / "content" / "places" / f"{name}.yaml").write_text(place, "utf-8")
    enter_all(folder)
    assert build(task(folder)).change
    return folder


@pytest.fixture
def office(published: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(published, tmp_path / "office")


def test_a_catalogue_without_products_is_published_once_its_ledger_is_written(tmp_path: Path) -> None:
    found(tmp_path / "content")
    for _ in range(2):
        enter_all(tmp_path)
        assert build(task(tmp_path)).change
    write(tmp_path, RICE)
    enter_all(tmp_path)
    assert build(task(tmp_path)).change


def write(folder: Path, thing: Thing, **changed: object) -> None:
    new = replace(thing, **changed)  # type: ignore[arg-type]
    (folder / "content" / "products" / f"{new.id}.yaml").write_text(new.text(), "utf-8")


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def delete(folder: Path, file: str) -> None:
    (folder / "content" / file).unlink()


@dataclass(frozen=True)
class Loss:
    """What somebody does; then what is told, at the first line of which file that holds `line`, in which words."""

    does: Callable[[Path], None]
    code: str
    file: str
    line: str
    says: str


def writing(thing: Thing, **changed: object) -> Callable[[Path], None]:
    return lambda folder: write(folder, thing, **changed)


def changing(file: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: change(folder, file, old, new)


def deleting(file: str) -> Callable[[Path], None]:
    return lambda folder: delete(folder, file)


def renamed(folder: Path) -> None:
    products = folder / "content" / "products"
    (products / "gao.yaml").rename(products / "gao-moi.yaml")


def withdrawn_then_ended(folder: Path) -> None:
    delete(folder, "products/banh.yaml")
    change(folder, "published.yaml", "banh: {since: 2026-11-23", "banh: {since: 2026-11-23, ended: 2026-11-23")


def code_reused(folder: Path) -> None:
    withdrawn_then_ended(folder)
    write(folder, Thing("Moi", "moi", "VD003"))


def renamed_and_recoded(folder: Path) -> None:
    delete(folder, "products/gao.yaml")
    write(folder, RICE, id="gao-moi", code="VD009", gtins=[])


def merged_badly(folder: Path) -> None:
    ours, theirs = "VD004: {product: a, published: 2026-11-23}", "VD004: {product: b, published: 2026-11-23}"
    conflict = f"<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> theirs\nVD002:"
    change(folder, "codes.yaml", "VD002:", conflict)


def barcode_moved(folder: Path) -> None:
    write(folder, RICE, gtins=[])
    write(folder, SAUCE, gtins=RICE.gtins)


def line_deleted(folder: Path) -> None:
    """Of a code that no record bears today."""
    write(folder, RICE, code="VD009")
    enter_all(folder)
    assert build(task(folder)).change
    change(folder, "codes.yaml", "VD001: {product: gao, published: 2026-11-23}\n", "")


def led_elsewhere(folder: Path) -> None:
    """By hand, after the code was changed in the record."""
    write(folder, RICE, code="VD009")
    enter_all(folder)
    change(folder, "codes.yaml", "VD001: {product: gao", "VD001: {product: mam")


def led_elsewhere_later(folder: Path) -> None:
    write(folder, RICE, code="VD009")
    enter_all(folder)
    assert build(task(folder)).change
    change(folder, "codes.yaml", "VD001: {product: gao", "VD001: {product: mam")


def old_barcode_led_elsewhere(folder: Path) -> None:
    """Of a pack that is no more: no product says that it bears it."""
    write(folder, RICE, gtins=[])
    assert build(task(folder)).change
    change(folder, "codes.yaml", "'09520000000011': {product: gao", "'09520000000011': {product: mam")


def code_handed_on(folder: Path) -> None:
    delete(folder, "products/gao.yaml")
    write(folder, SAUCE, code="VD001")
    enter_all(folder)


def code_handed_on_unseen(folder: Path) -> None:
    change(folder, "published.yaml", "    mam: {since: 2026-11-23}\n", "")
    code_handed_on(folder)


def moved_into_another(folder: Path) -> None:
    delete(folder, "products/gao.yaml")
    change(folder, "published.yaml", "gao: {since: 2026-11-23", "gao: {since: 2026-11-23, moved: mam")
    enter_all(folder)


def moved_into_another_and_led_along(folder: Path) -> None:
    moved_into_another(folder)
    change(folder, "codes.yaml", "VD001: {product: gao", "VD001: {product: mam")


def swapped(folder: Path) -> None:
    write(folder, RICE, code="VD002")
    write(folder, SAUCE, code="VD001")


def moved_nowhere(folder: Path) -> None:
    delete(folder, "places/cho.yaml")
    change(folder, "published.yaml", "cho: {since: 2026-11-23", "cho: {since: 2026-11-23, moved: khoo")


def word_of_another(folder: Path) -> None:
    change(folder, "site.yaml", "      products: san-pham", "      products: hang")
    enter_all(folder)
    change(folder, "site.yaml", "      producers: chu-the", "      producers: san-pham")


def drafted_and_forgotten(folder: Path) -> None:
    """A product that was published: a draft again, and struck from both ledgers."""
    write(folder, SAUCE, is_draft=True)
    change(folder, "codes.yaml", "VD002: {product: mam, published: 2026-11-23}\n", "")
    change(folder, "published.yaml", "    mam: {since: 2026-11-23}\n", "")


def drafted_and_forgotten_in_a_look(folder: Path) -> None:
    drafted_and_forgotten(folder)
    assert build(task(folder, drafts=True)).change


def drafted_and_ended(folder: Path) -> None:
    write(folder, SAUCE, is_draft=True)
    change(folder, "codes.yaml", "VD002: {product: mam, published: 2026-11-23}\n", "")
    change(folder, "published.yaml", "    mam: {since: 2026-11-23}", "    mam: {since: 2026-11-23, ended: 2026-11-24}")


LOSSES = {
    "a product's file is deleted": Loss(
        deleting("products/mam.yaml"), "ledger.code-lost", "codes.yaml", "VD002:", "withdrawn"
    ),
    "and its page, told with its code": Loss(
        deleting("products/mam.yaml"), "ledger.code-lost", "codes.yaml", "VD002:", "moved: <"
    ),
    "a withdrawn product is deleted": Loss(
        deleting("products/banh.yaml"), "ledger.code-lost", "codes.yaml", "VD003:", "withdrawn"
    ),
    "a deleted product is only said to have ended": Loss(
        withdrawn_then_ended, "ledger.code-ended", "codes.yaml", "VD003:", "published.yaml:"
    ),
    "a file is renamed": Loss(renamed, "ledger.code-renamed", "products/gao-moi.yaml", "code:", "“gao”"),
    "a file with a barcode is renamed": Loss(renamed, "ledger.gtin-renamed", "products/gao-moi.yaml", "gtin:", "“gao”"),
    "a file is renamed and its code changed": Loss(
        renamed_and_recoded, "ledger.code-lost", "codes.yaml", "VD001:", "moved: <"
    ),
    "a code is changed": Loss(
        writing(RICE, code="VD009"), "ledger.code-changed", "products/gao.yaml", "code:", "VD001"
    ),
    "a code is written in small letters": Loss(
        writing(RICE, code="vd001"), "value.code-near", "products/gao.yaml", "code:", "VD001"
    ),
    "two products have one code": Loss(
        writing(SAUCE, code="VD001"), "product.code-twice", "products/mam.yaml", "code:", "gao.yaml:1"
    ),
    "a product takes another's code": Loss(swapped, "ledger.code-taken", "products/mam.yaml", "code:", "“gao”"),
    "a withdrawn product's code is given again": Loss(
        writing(Thing("Moi", "moi", "VD003")), "product.code-twice", "products/moi.yaml", "code:", "banh.yaml:1"
    ),
    "an ended product's code is given again": Loss(
        code_reused, "ledger.code-taken", "products/moi.yaml", "code:", "“banh”"
    ),
    "a product is a draft again": Loss(
        writing(RICE, is_draft=True), "ledger.code-draft", "codes.yaml", "VD001:", "gao.yaml:"
    ),
    "a new product is not entered": Loss(
        writing(Thing("Moi", "moi", "VD010")), "ledger.code-missing", "products/moi.yaml", "code:", "ledger"
    ),
    "a product's line is deleted": Loss(
        changing("codes.yaml", "VD002: {product: mam, published: 2026-11-23}\n", ""),
        "ledger.code-forgotten",
        "products/mam.yaml",
        "code:",
        "VD002: {product: mam, published: 2026-11-23}",
    ),
    "the line of an old code is deleted": Loss(line_deleted, "ledger.line-lost", "codes.yaml", "", "VD001"),
    "a product is a draft again and struck from the ledgers": Loss(
        drafted_and_forgotten, "ledger.line-lost", "codes.yaml", "", "VD002"
    ),
    "the same with a look between": Loss(
        drafted_and_forgotten_in_a_look, "ledger.line-lost", "codes.yaml", "", "VD002"
    ),
    "a product is a draft again and said to have ended": Loss(
        drafted_and_ended, "ledger.line-lost", "codes.yaml", "", "VD002"
    ),
    "an old code is led to another product by hand": Loss(
        led_elsewhere, "ledger.led-elsewhere", "codes.yaml", "VD001:", "gao"
    ),
    "an old code is led to another product after it was published": Loss(
        led_elsewhere_later, "ledger.led-elsewhere", "codes.yaml", "VD001:", "gao"
    ),
    "an old barcode is led to another product by hand": Loss(
        old_barcode_led_elsewhere, "ledger.led-elsewhere", "codes.yaml", "'09520000000011':", "gao"
    ),
    "a deleted product's code goes to a product that is there": Loss(
        code_handed_on, "ledger.name-reused", "products/mam.yaml", "code:", "“gao”"
    ),
    "the same where the ledger of pages has forgotten it": Loss(
        code_handed_on_unseen, "ledger.name-reused", "products/mam.yaml", "code:", "“gao”"
    ),
    "a product is said to have become another one": Loss(
        moved_into_another, "ledger.moved-into", "published.yaml", "    gao:", "successor: mam"
    ),
    "the same after its line was led along by hand": Loss(
        moved_into_another_and_led_along, "ledger.moved-into", "published.yaml", "    gao:", "successor: mam"
    ),
    "a code stands there twice": Loss(
        changing("codes.yaml", "VD002:", "VD001: {product: mam, published: 2026-11-23}\nVD002:"),
        "yaml.duplicate-key",
        "codes.yaml",
        "VD001: {product: mam",
        "VD001",
    ),
    "a line is written in small letters": Loss(
        changing("codes.yaml", "VD002:", "vd002:"), "value.permanent", "codes.yaml", "vd002:", "vd002"
    ),
    "two people's lines are not put together": Loss(merged_badly, "file.conflict", "codes.yaml", "<<<<<<<", ">>>>>>>"),
    "a barcode is not entered": Loss(
        writing(SAUCE, gtins=["9520000000028"]), "ledger.gtin-missing", "products/mam.yaml", "gtin:", "09520000000028"
    ),
    "two products have one barcode": Loss(
        writing(SAUCE, gtins=RICE.gtins), "gtin.twice", "products/mam.yaml", "gtin:", "gao.yaml:"
    ),
    "a barcode goes to another product": Loss(
        barcode_moved, "ledger.gtin-taken", "products/mam.yaml", "gtin:", "“gao”"
    ),
    "a place is deleted": Loss(
        deleting("places/cho.yaml"), "ledger.record-lost", "published.yaml", "    cho:", "ended"
    ),
    "a place moves nowhere": Loss(moved_nowhere, "ledger.moved-nowhere", "published.yaml", "    cho:", "khoo"),
    "what ended is there": Loss(
        changing("published.yaml", "cho: {since: 2026-11-23", "cho: {since: 2026-11-23, ended: 2026-11-23"),
        "ledger.ended-is-there",
        "published.yaml",
        "    cho:",
        "ended: 2026-11-23",
    ),
    "an address word changes": Loss(
        changing("site.yaml", "      products: san-pham", "      products: hang"),
        "ledger.word-missing",
        "site.yaml",
        "      products: hang",
        "ledger",
    ),
    "an address word goes to another kind": Loss(
        word_of_another, "ledger.word-taken", "site.yaml", "      producers: san-pham", "products"
    ),
}


@pytest.mark.parametrize("name", LOSSES)
def test_what_would_be_lost_is_refused_at_its_line_and_nothing_is_touched(office: Path, name: str) -> None:
    loss = LOSSES[name]
    loss.does(office)
    before = bytes_of(office / "output")
    outcome = build(task(office))
    lines = (office / "content" / loss.file).read_text("utf-8").splitlines()
    line = next(n for n, line in enumerate(lines, start=1) if loss.line in line) if loss.line else 0
    told = {(problem.code, problem.location.file, problem.location.line): problem for problem in outcome.problems}
    assert (loss.code, f"content/{loss.file}", line) in told
    for language in ("vi", "en"):
        assert loss.says in told[loss.code, f"content/{loss.file}", line].message(language)
    assert outcome.change is None
    assert bytes_of(office / "output") == before


def test_a_refused_build_ends_with_1_and_tells_what_to_do_in_both_languages(office: Path) -> None:
    withdrawn_then_ended(office)
    arguments = [
        "build",
        "--content",
        str(office / "content"),
        "--output",
        str(office / "output"),
        "--today",
        "2026-11-23",
    ]
    told = run(*arguments, "--messages", "en")
    assert told.returncode == MISTAKES
    assert "content/codes.yaml:7:8: error: the code VD003" in told.stdout
    assert "ended alone does not settle its code: put its file back, write withdrawn in it" in told.stdout
    assert "Chỉ ghi ended thì chưa đủ" in run(*arguments).stdout


def test_a_changed_code_leads_where_it_led(office: Path) -> None:
    write(office, RICE, code="VD009")
    enter_all(office)
    assert build(task(office)).change
    for code in ("VD001", "VD009"):
        page = (office / "output" / "p" / code / "index.html").read_text("utf-8")
        assert 'href="/thu/vi/san-pham/gao/" hreflang="vi" data-language="vi"' in page
        assert (office / "output" / "p" / code / "qr.svg").is_file()
    assert "Mã VD001, nay là VD009" in (office / "output/p/VD001/index.html").read_text("utf-8")


def test_a_barcode_that_left_its_pack_leads_where_it_led(office: Path) -> None:
    write(office, RICE, gtins=[])
    assert build(task(office)).change
    assert "/thu/vi/san-pham/gao/" in (office / "output/01/09520000000011/index.html").read_text("utf-8")
    assert "'09520000000011': {product: gao," in (office / "content" / "codes.yaml").read_text("utf-8")


def test_the_ledger_is_the_same_when_there_is_nothing_new(office: Path) -> None:
    before = bytes_of(office / "content")
    enter_all(office)
    assert bytes_of(office / "content") == before


def test_a_file_that_has_its_first_name_back_is_no_move_in_a_circle(office: Path) -> None:
    products = office / "content" / "products"
    (products / "gao.yaml").rename(products / "lua.yaml")
    enter_all(office)
    (products / "lua.yaml").rename(products / "gao.yaml")
    enter_all(office)
    assert build(task(office)).change
    for path in ("vi/san-pham/lua", "p/VD001", "01/09520000000011"):
        assert "/thu/vi/san-pham/gao/" in (office / "output" / path / "index.html").read_text("utf-8")


def test_a_name_of_before_is_no_other_products_name(office: Path) -> None:
    products = office / "content" / "products"
    (products / "gao.yaml").rename(products / "lua.yaml")
    enter_all(office)
    (products / "mam.yaml").rename(products / "gao.yaml")
    enter_all(office)
    told = {problem.code for problem in build(task(office)).problems}
    assert {"ledger.ended-is-there", "ledger.name-reused"} <= told


def test_a_name_of_a_deleted_product_is_no_other_products_name(office: Path) -> None:
    """Else the deleted one's code would lead to another product."""
    products = office / "content" / "products"
    (products / "gao.yaml").unlink()
    (products / "mam.yaml").rename(products / "gao.yaml")
    enter_all(office)
    outcome = build(task(office))
    (told,) = [problem for problem in outcome.problems if problem.code == "ledger.name-reused"]
    assert str(told.location) == "content/products/gao.yaml:1:7"
    assert outcome.change is None


def test_what_moved_and_then_ended_says_at_both_addresses_that_it_ended(office: Path) -> None:
    delete(office, "places/cho.yaml")
    change(office, "published.yaml", "cho: {since: 2026-11-23", "cho: {since: 2026-11-23, moved: kho")
    assert build(task(office)).change
    delete(office, "places/kho.yaml")
    change(office, "published.yaml", "kho: {since: 2026-11-23", "kho: {since: 2026-11-23, ended: 2026-11-22")
    assert build(task(office)).change
    for place in ("cho", "kho"):
        page = (office / "output" / "vi" / "dia-diem" / place / "index.html").read_text("utf-8")
        assert "Trang này không còn từ ngày 22/11/2026." in page


def test_the_pages_of_a_language_that_the_site_gave_up_lead_to_the_first_one(office: Path) -> None:
    site = office / "content" / "site.yaml"
    text = re.sub(r"^  en:\n(    .*\n)+", "", site.read_text("utf-8"), flags=re.MULTILINE)
    text = text.replace("fallback: en", "fallback: vi")
    site.write_text(re.sub(r"(, en: [^}]*)(?=})|^  +en: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    for file in (office / "content").rglob("*.yaml"):
        if file.name != "published.yaml":
            plain = re.sub(r", en: [^}]*(?=})|^ +en: .*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
            file.write_text(plain, "utf-8")
    outcome = build(task(office))
    assert outcome.change, [(problem.code, str(problem.location)) for problem in outcome.problems]
    for path in ("en", "en/products", "en/products/gao"):
        assert 'http-equiv="refresh"' in (office / "output" / path / "index.html").read_text("utf-8")


def test_a_site_with_its_folder_deleted_has_no_other_memory_than_the_ledger(office: Path) -> None:
    """A line that is lost and nobody misses: why the ledger only grows."""
    line_deleted(office)
    shutil.rmtree(office / "output")
    assert build(task(office)).change


def test_a_draft_that_was_built_for_a_look_keeps_no_later_build(office: Path) -> None:
    write(office, Thing("Nhap", "nhap", "VD020", is_draft=True))
    assert build(task(office, drafts=True)).change
    assert (office / "output" / "p" / "VD020" / "index.html").is_file()
    assert build(task(office)).change
    assert not (office / "output" / "p" / "VD020").exists()


def test_a_file_that_was_renamed_and_recoded_at_once_moves_by_its_editors_word(office: Path) -> None:
    renamed_and_recoded(office)
    change(office, "published.yaml", "gao: {since: 2026-11-23", "gao: {since: 2026-11-23, moved: gao-moi")
    enter_all(office)
    assert build(task(office)).change
    assert "/thu/vi/san-pham/gao-moi/" in (office / "output" / "p" / "VD001" / "index.html").read_text("utf-8")


def test_the_command_tells_what_it_cannot_settle(office: Path) -> None:
    (office / "content" / "products" / "mam.yaml").unlink()
    answer = run("ledger", "--content", str(office / "content"), "--today", str(DAY), "--messages", "en")
    assert "content/codes.yaml:" in answer.stdout
    assert "VD002" in answer.stdout


def test_a_new_code_with_a_foreign_beginning_is_doubted_before_it_is_kept(office: Path) -> None:
    write(office, Thing("Moi", "moi", "XX010"))
    (doubt,) = [problem for problem in problems_of(office / "content", today=DAY) if problem.code == "code.prefix"]
    assert str(doubt.location).startswith("content/products/moi.yaml:")
    assert not doubt.is_error
    assert "VD" in doubt.message("vi")
    enter_all(office)
    assert "code.prefix" not in [problem.code for problem in problems_of(office / "content", today=DAY)]


def test_another_site_may_be_built_into_the_same_folder(office: Path) -> None:
    """Its codes were never this one's; of its own site the folder remembers every code."""
    shutil.rmtree(office / "content" / "products")
    (office / "content" / "codes.yaml").unlink()
    (office / "content" / "published.yaml").unlink()
    (office / "content" / "products").mkdir()
    write(office, Thing("Moi", "moi", "LA001"))
    enter_all(office)
    assert "ledger.line-lost" in {problem.code for problem in build(task(office)).problems}
    other = task(office, url="https://example.org/elsewhere/")
    assert build(other).change
