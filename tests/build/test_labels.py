"""Sheets of labels: what is told on them and what never is, what is refused, what the ledger remembers."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_site.desk.kept_offsets import CHOSEN
from ocop_site.desk.ledger import enter
from ocop_site.desk.outdated import outdated
from ocop_site.paper.offset import parse_offset
from ocop_site.problems import Location
from tests.build.papers import DAY, SITE, printed
from tests.support import PROJECT, catalogue_of, run

EXAMPLE = PROJECT / "tests" / "example" / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "content")
    return tmp_path / "content"


def words(html: str) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", html)


def codes(html: str) -> list[str]:
    return re.findall(r'<text class="code[^>]*>([^<]*)</text>', html)


def told(html: str) -> str:
    return " ".join(words(html)).replace("\xa0", " ")


def ledger(content: Path, code: str) -> str:
    lines = (content / "codes.yaml").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith(code))


def line_of(content: Path, place: Location) -> str:
    """The very line that a message points at."""
    return (content.parent / place.file).read_text("utf-8").splitlines()[place.line - 1]


def test_all_listed_products_have_a_label_and_nothing_else_has(content: Path) -> None:
    found = codes(printed(content).html)
    assert len(found) == len(set(found))
    assert "VD001" in found
    assert not {"VD018", "VD017"} & set(found)  # withdrawn; without certificate


def test_names_in_both_languages_maker_and_code_stand_on_it(content: Path) -> None:
    html = printed(content, select=("VD001",)).html
    assert {"Mẫu gạo", "Sample rice", "Hợp tác xã Mẫu", "VD001"} <= set(words(html))
    assert re.search(r'<text class="other"[^>]* lang="en">Sample rice<', html)


@pytest.mark.parametrize(
    ("language", "name", "absent"), [("vi", "Mẫu gạo", "Sample rice"), ("en", "Sample rice", "Mẫu gạo")]
)
def test_one_language_alone(content: Path, language: str, name: str, absent: str) -> None:
    html = printed(content, select=("VD001",), language=language).html
    assert f'<html lang="{language}">' in html
    assert name in words(html)
    assert absent not in words(html)


def test_a_known_price_has_its_day_and_an_unknown_one_a_line_for_the_pen(content: Path) -> None:
    wide = printed(content, select=("VD001",), stock="a4-2x4").html
    priced, blank = printed(content, select=("VD001",)).html, printed(content, select=("VD012",)).html
    for html in (priced, wide):
        assert "Giá tham khảo (ngày 05/10/2026): 185.000 ₫ – 200.000 ₫ / túi" in told(html)
    assert "Indicative price (as of 5 October 2026): ₫185,000" in told(wide)
    assert "rule--pen" not in priced
    assert "Giá / Price:" in told(blank)
    assert "rule--pen" in blank
    assert "rule--pen" in printed(content, select=("VD001",), price="pen").html
    assert "Giá" not in told(printed(content, select=("VD001",), price="none").html)


def test_what_has_no_room_in_letters_of_8_points_is_told_with_the_codes(content: Path) -> None:
    (content / "labels.yaml").write_text(
        "be: {name: Bé, paper: [210, 297], label: [60, 23], columns: 3, rows: 12}\n", encoding="utf-8"
    )
    printing = printed(content, select=("VD001", "VD012"), stock="be", stars=True)
    found = {p.code: p.message("vi") for p in printing.outcome.problems if p.code.startswith("labels.no-room-")}
    assert set(found) == {f"labels.no-room-{role}" for role in ("maker", "other", "price", "stars")}
    assert all("VD001" in message for message in found.values())
    assert codes(printing.html) == ["VD001", "VD012"]


def test_no_star_is_printed_unless_asked_for(content: Path) -> None:
    assert 'class="seal' not in printed(content).html


@pytest.mark.parametrize(
    ("today", "says"),
    [
        (DAY, "OCOP 5 sao, đến 20/03/2028"),
        (date(2027, 12, 1), "OCOP 5 sao, đến 20/03/2028"),
        (date(2028, 3, 20), "OCOP 5 sao, đến 20/03/2028"),
        (date(2028, 3, 21), None),
    ],
)
def test_stars_stand_with_their_last_day_and_only_until_it(content: Path, today: date, says: str | None) -> None:
    html = printed(content, today, select=("VD001",), stars=True).html
    assert re.findall(r'<svg class="seal" data-seal="(\d)"', html) == (["5"] if says else [])
    if says:
        assert says in told(html)
    else:
        assert "sao" not in told(html)


def test_stars_that_continue_stand_until_the_continuation_ends(content: Path) -> None:
    assert "OCOP 3 sao, đến 14/03/2027" in told(printed(content, select=("VD006",), stars=True).html)


@pytest.mark.parametrize("code", ["VD007", "VD012", "VD002"])
def test_no_star_that_is_not_in_force_or_would_praise(content: Path, code: str) -> None:
    """A term that is over, nothing verified, a spirit."""
    assert 'class="seal' not in printed(content, select=(code,), stars=True).html


@pytest.mark.parametrize("code", ["VD002", "VD003"])
def test_spirits_have_a_plain_label_without_a_price(content: Path, code: str) -> None:
    html = printed(content, select=(code,), price="pen").html
    assert codes(html) == [code]
    assert "Giá" not in told(html)
    assert "rule--pen" not in html


def test_what_is_recalled_has_no_label(content: Path) -> None:
    printing = printed(content, select=("VD001", "VD005"))
    assert codes(printing.html) == ["VD001"]
    [problem] = [each for each in printing.outcome.problems if each.code == "labels.left-out-notice"]
    assert line_of(content, problem.location) == "code: VD005"


def test_copies_stand_side_by_side_from_the_first_free_label_on(content: Path) -> None:
    printing = printed(content, select=("VD001", "VD012"), copies=3, start_at=20)
    assert codes(printing.html) == ["VD001"] * 3 + ["VD012"] * 3
    assert printing.made
    assert printing.made.leaves == 2
    first = re.search(r'<svg x="([\d.]+)" y="([\d.]+)" width="63.5"', printing.html)
    assert first
    assert first.groups() == ("73.25", "243.75")


def test_cut_marks_are_drawn_only_where_asked_for(content: Path) -> None:
    assert "rule--cut" not in printed(content, select=("VD001",)).html
    assert printed(content, select=("VD001",), cut_marks=True).html.count("rule--cut") == 28


def test_large_print_has_larger_letters_and_a_code_that_still_reads(content: Path) -> None:
    def height(html: str) -> float:
        return max(float(size) for size in re.findall(r'class="name bold"[^>]*font-size="([\d.]+)"', html))

    usual, large = (printed(content, select=("VD012",), large_print=flag).html for flag in (False, True))
    assert height(large) > 1.4 * height(usual)


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (("place:nha-trung-bay",), ["VD001"]),
        (("set:3",), ["VD001"]),
        (("vd012", "VD001", "VD012"), ["VD012", "VD001"]),
    ],
)
def test_what_is_selected_is_printed_in_the_order_of_wishes(
    content: Path, wish: tuple[str, ...], found: list[str]
) -> None:
    assert codes(printed(content, select=wish).html) == found


def test_a_producers_products_are_its_own(content: Path) -> None:
    found = codes(printed(content, select=("producer:htx-mau",)).html)
    assert found
    for code in found:
        product = re.search(rf"^{code}: {{product: ([\w-]+)", (content / "codes.yaml").read_text("utf-8"), re.MULTILINE)
        assert product
        assert "producer: htx-mau\n" in (content / "products" / f"{product[1]}.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("wish", "code", "near"),
    [
        ({"select": ("place:nha-trung-bai",)}, "labels.places-near", "nha-trung-bay"),
        ({"select": ("producer:htx-mao",)}, "labels.producers-near", "htx-mau"),
        ({"select": ("set:99",)}, "labels.sets", "99"),
        ({"select": ("VD0112",)}, "labels.codes-near", "VD012"),
        ({"select": ("plase:nha-trung-bay",)}, "labels.select-kind-near", "place:nha-trung-bay"),
        ({"select": ("VD001", "place:tram-dung")}, "labels.select-empty", "place:tram-dung"),
        ({"stock": "a4-3x8"}, "labels.stock-near", "a4-3x7"),
        ({"start_at": 22}, "labels.start-at", "21"),
        ({"language": "ko"}, "labels.language", "vi, en"),
        ({"poster": ("place:nha-trung",)}, "labels.places-near", "nha-trung-bay"),
        ({"poster": ("place:nha-trung-bay",), "stock": "a4-2x4"}, "labels.stock-poster", "a4-poster"),
    ],
)
def test_what_is_not_there_is_told_with_a_near_name(content: Path, wish: dict[str, Any], code: str, near: str) -> None:
    printing = printed(content, **wish)
    assert printing.made is None
    (problem,) = [p for p in printing.outcome.problems if p.code == code]
    for language in ("vi", "en"):
        assert near in problem.message(language)


def test_no_shelf_talker_of_spirits_of_what_is_recalled_and_of_what_has_left(content: Path) -> None:
    printing = printed(content, select=("VD001", "VD002", "VD003", "VD005", "VD018"), stock="a6-talker")
    assert codes(printing.html) == ["VD001"]
    left = {
        line_of(content, p.location): p.code for p in printing.outcome.problems if p.code.startswith("labels.left-out")
    }
    assert left == {
        "code: VD002": "labels.left-out-spirit",
        "code: VD003": "labels.left-out-spirit",
        "code: VD005": "labels.left-out-notice",
        "code: VD018": "labels.left-out-withdrawn",
    }


def test_a_shelf_talker_shows_the_picture_from_beside_the_page(content: Path) -> None:
    printing = printed(content, select=("VD001",), stock="a6-talker")
    (source,) = re.findall(r'<image href="([^"]+)"', printing.html)
    assert printing.made
    assert (printing.made.page.parent / source).is_file()


def test_only_spirits_on_a_shelf_talker_is_nothing_to_print(content: Path) -> None:
    printing = printed(content, select=("VD002",), stock="a6-talker")
    assert printing.made is None
    assert "labels.nothing" in printing.codes


def test_a_code_too_small_for_telephones_is_refused_and_a_small_one_warned_about(content: Path) -> None:
    (content / "labels.yaml").write_text(
        "be: {name: Bé, paper: [210, 297], label: [45, 23], columns: 4, rows: 12}\n", encoding="utf-8"
    )
    small = printed(content, select=("VD001",), stock="be", trial=True)
    assert "labels.module-small" in small.codes
    assert small.made
    long = printed(content, url=f"https://{'a' * 60}.vi-du.vn/{'b' * 120}/", select=("VD001",), stock="be")
    assert "labels.module" in long.codes
    assert long.made is None


def test_a_places_poster_tells_its_names_its_trail_and_every_stop(content: Path) -> None:
    html = printed(content, poster=("place:nha-trung-bay",)).html
    said = told(html)
    for words_of in ("Nhà trưng", "Sample Showroom", "Một ngày Mẫu", "A sample day", "Hợp tác xã Mẫu", "Đảo Mẫu"):
        assert words_of in said
    assert "Nửa buổi" not in said
    assert '<a href="https://ocop-vi-du.vn/thu/vi/dia-diem/nha-trung-bay/">' in html
    size = re.search(
        r'<svg overflow="visible" x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="\1" viewBox="0 0 (\d+)', html
    )
    assert size
    assert float(size[1]) / int(size[2]) > 1.5, "what a telephone tells apart from a metre away"


def test_printing_enters_the_ledger_with_the_stars_and_their_last_day(content: Path) -> None:
    printed(content, select=("VD001", "VD012"), stars=True)
    assert ledger(content, "VD001") == (
        "VD001: {product: mau-gao, published: 2024-03-01, printed: 2026-11-23, stars: 5, claim: 2028-03-20, "
        "addresses: [https://ocop-vi-du.vn/thu/]}"
    )
    assert ledger(content, "VD012") == (
        "VD012: {product: mau-dau, published: 2026-11-23, printed: 2026-11-23, addresses: [https://ocop-vi-du.vn/thu/]}"
    )
    assert ledger(content, "VD004") == "VD004: {product: mau-bia, published: 2026-11-23}"


def test_what_was_refused_enters_nothing(content: Path) -> None:
    before = (content / "codes.yaml").read_bytes()
    printed(content, select=("VD001", "VD999"))
    assert (content / "codes.yaml").read_bytes() == before


def test_a_code_that_the_ledger_has_lost_is_refused_with_its_line(content: Path) -> None:
    file = content / "codes.yaml"
    kept = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("VD012")]
    file.write_text("\n".join(kept) + "\n", encoding="utf-8")
    printing = printed(content, select=("VD012",))
    assert printing.made is None
    (problem,) = [p for p in printing.outcome.problems if p.code == "ledger.code-forgotten"]
    assert "VD012: {product: mau-dau, published: 2026-11-23}" in problem.message("vi")
    assert line_of(content, problem.location) == "code: VD012"


def test_words_that_do_not_fit_are_told_with_the_products_line(content: Path) -> None:
    (content / "labels.yaml").write_text(
        "be: {name: Bé, paper: [210, 297], label: [45, 23], columns: 4, rows: 12}\n", encoding="utf-8"
    )
    file = content / "products" / "mau-dau.yaml"
    long = " ".join(["Dầu"] * 60)
    file.write_text(
        re.sub(r"^name:.*\n(  .*\n)*", f"name: {{vi: {long}, en: Oil}}\n", file.read_text("utf-8"), flags=re.MULTILINE),
        "utf-8",
    )
    found = [p for p in printed(content, select=("VD012",), stock="be").outcome.problems if p.code == "labels.cut"]
    assert [line_of(content, problem.location) for problem in found] == ["code: VD012"]


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"stock": "xyz"}, "labels.stock"),
        ({"select": ("xyzzy:gao",)}, "labels.select-kind"),
        ({"poster": ("producer:htx-mau",)}, "labels.poster-kind"),
    ],
)
def test_where_nothing_is_near_nothing_is_proposed(content: Path, wish: dict[str, Any], code: str) -> None:
    (problem,) = [p for p in printed(content, **wish).outcome.problems if p.code.startswith("labels.")]
    assert problem.code == code
    assert "–" not in problem.message("en")
    assert "is it" not in problem.message("en")
    assert str(problem.location) == "build.py labels"


def test_the_same_labels_are_the_same_bytes(content: Path) -> None:
    first = printed(content, stars=True).html
    shutil.rmtree(content.parent / "labels")
    assert printed(content, stars=True).html == first


def command(content: Path, name: str, *more: str, today: str = "2026-11-23") -> "tuple[int, str]":
    home = content.parent
    options = ("--content", str(content), "--cache", str(home / "cache"), "--today", today, "--messages", "en")
    answer = run(name, *options, "--url", SITE, *more)
    return answer.returncode, answer.stdout


def test_the_command_says_what_it_made_and_ends_with_0_else_with_1(content: Path) -> None:
    output = str(content.parent / "labels")
    ended, said = command(content, "labels", "--select", "VD001", "--output", output)
    assert (ended, said.splitlines()[-1]) == (
        0, f"Made 1 pages with 1 QR codes, every one read back: {output}/labels.html",
    )  # fmt: skip
    ended, said = command(content, "labels", "--select", "VD01", "--output", output)
    assert ended == 1
    assert "no product has the code “VD01”" in said


def test_outdated_labels_are_listed_with_why(content: Path) -> None:
    printed(content, select=("VD001", "VD006", "VD019"), stars=True)
    file = content / "products" / "mau-tieng-viet.yaml"
    withdrawn = "withdrawn: {on: 2026-12-01, reason: Ngừng làm}\n"
    file.write_text(file.read_text("utf-8") + withdrawn, encoding="utf-8")
    ended, said = command(content, "labels", "--outdated", today="2027-03-15")
    assert ended == 0
    lines = said.splitlines()
    assert lines[-1] == "2 printed labels no longer tell the truth."
    assert any("VD006 “Mẫu bánh" in line and "2027-03-14" in line for line in lines)
    assert any("VD019 “" in line and "no longer in the catalogue since 2026-12-01" in line for line in lines)
    assert not any("VD001" in line for line in lines)
    for line in lines[:-1]:
        number = int(line.removeprefix("content/codes.yaml:").partition(":")[0])
        assert (content / "codes.yaml").read_text("utf-8").splitlines()[number - 1].split(":")[0] in line


def test_a_label_of_what_is_recalled_has_to_come_down(content: Path) -> None:
    printed(content, date(2026, 10, 31), select=("VD005",))
    _, said = command(content, "labels", "--outdated")
    assert any("VD005 “" in line and "recalled" in line for line in said.splitlines())


def test_labels_without_stars_do_not_make_those_with_stars_forgotten(content: Path) -> None:
    printed(content, select=("VD006",), stars=True)
    printed(content, select=("VD006",))
    _, said = command(content, "labels", "--outdated", today="2027-03-15")
    assert any("VD006 “" in line and "2027-03-14" in line for line in said.splitlines())
    printed(content, today=date(2027, 3, 15), select=("VD006",))
    _, said = command(content, "labels", "--outdated", today="2027-03-15")
    assert not any("VD006 “" in line for line in said.splitlines())


def test_a_revocation_makes_a_label_outdated_before_its_day(content: Path) -> None:
    printed(content, select=("VD001",), stars=True)
    file = content / "products" / "mau-gao.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("    expires: 2028-03-20\n", "    expires: 2028-03-20\n    revoked: {on: 2027-01-05}\n"), "utf-8"
    )
    _, said = command(content, "labels", "--outdated", today="2027-02-01")
    assert "VD001" in said
    assert "not in force" in said


def test_a_poster_and_products_are_two_runs(content: Path) -> None:
    options = ("--content", str(content), "--messages", "en", "--output", str(content.parent / "labels"))
    answer = run("labels", *options, "--poster", "nha-trung-bay", "--select", "VD001")
    assert answer.returncode == 2
    assert "--poster prints places, --select prints products" in answer.stderr
    assert not (content.parent / "labels").exists()


def corners(html: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r'<svg x="([\d.]+)" y="([\d.]+)"[^>]*class="piece"', html)]


@pytest.fixture
def settings(content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CHOSEN, str(content.parent / "settings"))
    return content.parent / "settings"


@pytest.mark.usefixtures("settings")
def test_an_offset_moves_the_labels_and_is_kept_for_their_paper_until_it_is_none(content: Path) -> None:
    ((x, y),) = corners(printed(content, select=("VD001",)).html)
    told = (round(x + 1.5, 3), round(y - 0.5, 3))
    wish: dict[str, Any] = {"select": ("VD001",), "copies": 2}
    assert corners(printed(content, **wish, offset=parse_offset("1,5;-0,5")).html)[0] == told
    again = printed(content, **wish)
    assert corners(again.html)[0] == told
    assert again.made
    assert again.made.offset
    other = printed(content, **wish, stock="a4-2x4")
    assert other.made
    assert other.made.offset is None
    assert corners(printed(content, **wish, offset=parse_offset("0,0")).html)[0] == (x, y)
    assert corners(printed(content, **wish).html)[0] == (x, y)


@pytest.mark.usefixtures("settings")
def test_an_offset_beyond_the_margin_prints_nothing_and_is_not_kept(content: Path) -> None:
    printing = printed(content, select=("VD001",), offset=parse_offset("8;0"))
    assert printing.made is None
    (problem,) = [each for each in printing.outcome.problems if each.code == "labels.offset-beyond"]
    assert "từ -7.21 đến 7.21 mm" in problem.message("vi")
    assert corners(printed(content, select=("VD001",)).html) == [(7.21, 15.15)]


def test_an_offset_that_cannot_be_kept_is_told_and_the_labels_are_printed(content: Path, settings: Path) -> None:
    settings.write_text("a file", encoding="utf-8")
    printing = printed(content, select=("VD001",), offset=parse_offset("1,1"))
    assert printing.made
    assert "labels.offset-unkept" in printing.codes


def test_offsets_that_were_damaged_are_told_and_nothing_is_printed(content: Path, settings: Path) -> None:
    settings.mkdir()
    (settings / "label-offsets.json").write_text("[", encoding="utf-8")
    printing = printed(content, select=("VD001",))
    assert printing.made is None
    assert printing.codes[-1] == "labels.offsets-broken"


def test_the_command_tells_an_offset_each_time_that_it_is_used(content: Path, settings: Path) -> None:
    output = ("--select", "VD001", "--output", str(content.parent / "labels"))
    for more in (("--offset", "1,5;-0,5"), ()):
        ended, said = command(content, "labels", *output, *more)
        assert ended == 0
        assert "Moved by 1.5 mm to the right, -0.5 mm down" in said.splitlines()[-1]
        assert str(settings / "label-offsets.json") in said.splitlines()[-1]
    _, said = command(content, "labels", *output, "--format", "json")
    assert json.loads(said)["offset"] == {"stock": "a4-3x7", "mm": [1.5, -0.5]}
    assert "Moved" not in command(content, "labels", *output, "--offset", "0,0")[1]


def test_under_an_address_for_examples_nothing_is_printed(content: Path) -> None:
    before = (content / "codes.yaml").read_bytes()
    printing = printed(content, url=None, select=("VD001",))
    assert printing.made is None
    (problem,) = [p for p in printing.outcome.problems if p.code == "labels.reserved-address"]
    assert line_of(content, problem.location) == "url: https://example.org/thu/"
    assert "--trial" in problem.message("vi")
    assert (content / "codes.yaml").read_bytes() == before


@pytest.mark.parametrize("wish", [{"stock": "a4-3x7"}, {"stock": "a6-talker"}, {"stock": "roll-58"}])
def test_a_sample_says_so_across_every_label_and_is_entered_nowhere(content: Path, wish: dict[str, Any]) -> None:
    before = (content / "codes.yaml").read_bytes()
    html = printed(content, url=None, select=("VD001", "VD012"), copies=3, trial=True, **wish).html
    assert html.count(">mẫu / sample</text>") == len(codes(html)) == 6
    assert (content / "codes.yaml").read_bytes() == before
    assert "mẫu / sample" not in printed(content, select=("VD001",), **wish).html


def test_a_sample_of_a_poster_says_so_too(content: Path) -> None:
    assert ">mẫu / sample</text>" in printed(content, url=None, poster=("place:nha-trung-bay",), trial=True).html


def test_what_is_left_out_is_named_with_its_reason_where_nothing_was_selected(content: Path) -> None:
    left = {
        line_of(content, p.location): p.code.removeprefix("labels.left-out-")
        for p in printed(content).outcome.problems
        if p.code.startswith("labels.left-out")
    }
    assert left["code: VD017"] == "uncertified"
    assert left["code: VD018"] == "withdrawn"
    assert left["code: VD005"] == "notice"


def test_of_many_that_are_left_out_twenty_are_named_and_the_others_counted(content: Path) -> None:
    for number in range(30):
        product = f"code: VD{100 + number}\nname: Mau {number}\nproducer: htx-mau\nsummary: Mau.\nsources: [s-so]\n"
        (content / "products" / f"mau-so-{number}.yaml").write_text(product, "utf-8")
    enter(content, catalogue_of(content, today=DAY, ledgers_bind=False))
    printing = printed(content)
    told = [problem for problem in printing.outcome.problems if problem.code.startswith("labels.left-out")]
    assert len(told) == 21
    assert str(told[-1].details["count"]) in told[-1].message("vi")


def stocked(content: Path, *lines: str) -> None:
    place = content / "places" / "nha-trung-bay.yaml"
    text = re.sub(r"^stock:\n(  .*\n)+", "", place.read_text("utf-8"), flags=re.MULTILINE)
    place.write_text(text + "stock:\n" + "".join(f"  - {{{line}}}\n" for line in lines), "utf-8")


@pytest.mark.parametrize(
    ("shelf", "found"),
    [
        ("Kệ đỏ", ["VD001"]),
        ("kệ ĐỎ", ["VD001"]),
        ("ke do", ["VD001"]),
        ("  Kệ   đỏ ", ["VD001"]),
        ("A/3: trên", ["VD012"]),
        ("a/3: tren", ["VD012"]),
        ("B", ["VD006"]),
        ("b", ["VD019"]),
    ],
)
def test_a_shelf_is_found_whatever_its_case_marks_and_spaces(content: Path, shelf: str, found: list[str]) -> None:
    stocked(
        content,
        "product: mau-gao, shelf: Kệ đỏ",
        "product: mau-dau, shelf: 'A/3: trên'",
        "product: mau-banh, shelf: B",
        "product: mau-tieng-viet, shelf: b",
    )
    assert codes(printed(content, select=(f"place:nha-trung-bay/{shelf}",)).html) == found


def test_a_shelf_that_is_not_there_is_told_with_those_that_are(content: Path) -> None:
    stocked(content, "product: mau-gao, shelf: A1", "product: mau-dau, shelf: A10", "product: mau-banh")
    for shelf in ("A2", "", "A"):
        problems = printed(content, select=(f"place:nha-trung-bay/{shelf}",)).outcome.problems
        (problem,) = [each for each in problems if each.code == "labels.shelf"]
        assert "A1, A10" in problem.message("vi")


def test_what_is_sold_out_is_named_where_a_place_is_printed(content: Path) -> None:
    stocked(content, "product: mau-gao, shelf: A1", "product: mau-dau, shelf: A1, out: true")
    printing = printed(content, select=("place:nha-trung-bay/a1",))
    assert codes(printing.html) == ["VD001"]
    (problem,) = [p for p in printing.outcome.problems if p.code == "labels.left-out-out-of-stock"]
    assert line_of(content, problem.location) == "code: VD012"
    assert "--select VD012" in problem.message("vi")


def test_labels_under_another_address_have_to_be_printed_anew(content: Path) -> None:
    assert printed(content, select=("VD001",)).made
    site = content / "site.yaml"
    moved = f"url: https://ocop-khac.vn/\nformer_urls: [{SITE}]"
    site.write_text(site.read_text("utf-8").replace("url: https://example.org/thu/", moved), "utf-8")
    told = list(outdated(content, catalogue_of(content, today=DAY)))
    assert [problem.code for problem in told] == ["labels.outdated-address"]
    assert SITE in told[0].message("vi")
    assert printed(content, url=None, select=("VD001",)).made
    assert list(outdated(content, catalogue_of(content, today=DAY))) == []


def test_under_an_address_that_was_printed_otherwise_nothing_more_is_printed(content: Path) -> None:
    assert printed(content, select=("VD001",)).made
    second = printed(content, url="https://ocop-khac.vn/", select=("VD012",))
    assert (second.made, "ledger.address-changed" in second.codes) == (None, True)
