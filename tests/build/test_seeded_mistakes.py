"""One line of good content goes wrong: told at its file and line, nothing published, the site byte for byte as it was.

That an error of any kind keeps a build from publishing is asked once; each mistake is asked for by reading alone.
"""

import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from ocop_site.cli.report import MISTAKES
from tests.build.office import found
from tests.support import PROJECT, Task, build, bytes_of, problems_of, run

DAY = date(2026, 11, 23)

SAUSAGE = "products/lap-xuong-tuoi-co-chau.yaml"
RICE = "products/gao-dtm-tim-lai-vinh-thuan.yaml"
FISH = "producers/quy-phuoc.yaml"
VILLAGE = "places/lang-noi-tan-lap.yaml"
DECISION = "decisions/201-qd-ubnd-2023.yaml"
NEWS = "news/hoi-nghi-2019.vi.md"


@dataclass(frozen=True)
class Seed:
    """In `file` the line that reads `line` becomes `wrong`, and `code` is told with words that hold `says`.

    `below` counts from the changed line to the one that must be told; None: the record's first line, where something lacks.
    """

    file: str
    line: str
    wrong: str | bytes
    code: str
    says: str = ""
    below: int | None = 0


# fmt: off
SEEDS = {
    # values
    "an octal phone number": Seed(FISH, "kind: enterprise", "kind: enterprise\nphone: 0272345671", "value.phone", "0272345671", 1),
    "a phone with an extension": Seed(FISH, "kind: enterprise", "kind: enterprise\nphone: 0272 3826 123 ext 12", "phone.extension", "0272 3826 123", 1),
    "two phones in one": Seed(FISH, "kind: enterprise", "kind: enterprise\nphone: 0272 3826 123 - 0912 345 678", "phone.several", "[0272 3826 123, 0912 345 678]", 1),
    "a text that is cut off": Seed(RICE, "  en: DTM jasmine purple rice (Vinh Thuan)", "  en: Rice #1 of Vinh Thuan", "yaml.hash", "#1"),
    "an empty producer": Seed(RICE, "producer: vinh-thuan", "producer:", "field.empty", "producer"),
    "a placeholder": Seed(RICE, "code: LA042", "code: LA042\ntaste: đang cập nhật", "value.placeholder", "đang cập nhật", 1),
    "letters lost as question marks": Seed(RICE, "code: LA042", "code: LA042\ntaste: B?nh tr?ng", "encoding.lost-letters", "B?nh", 1),
    "a month twice": Seed(RICE, "code: LA042", "code: LA042\nseason: [5, 5]", "value.twice", "5", 1),
    "none declared and fish": Seed(RICE, "code: LA042", "code: LA042\nallergens: [none_declared, fish]", "allergens.contradict", "fish", 1),
    "a producer with marks": Seed(RICE, "producer: vinh-thuan", "producer: Vĩnh Thuận", "value.id-there", "vinh-thuan"),
    "a producer with marks that is not there": Seed(RICE, "producer: vinh-thuan", "producer: Vĩnh Thuậnn", "value.id-near", "vinh-thuan"),
    "a phone in letters": Seed(FISH, "kind: enterprise", "kind: enterprise\nzalo: gọi cô Ba", "value.phone", "gọi cô Ba", 1),
    "No as a kind": Seed(FISH, "kind: enterprise", "kind: No", "value.not-one-of", "“No”"),
    "a near kind": Seed(FISH, "kind: enterprise", "kind: enterprize", "value.not-one-of-near", "enterprise"),
    "a mail address without an at": Seed(FISH, "kind: enterprise", "kind: enterprise\nemail: quyphuoc.vn", "value.email", "", 1),
    "a website without https": Seed(FISH, "kind: enterprise", "kind: enterprise\nwebsite: www.quyphuoc.vn", "url.near", "https://www.quyphuoc.vn", 1),
    "a flag in words": Seed(FISH, "kind: enterprise", "kind: enterprise\nvisits: {welcome: yes}", "value.flag", "yes", 1),
    "31 February": Seed(RICE, "    issued: 2023-01-10", "    issued: 31/02/2023", "date.day", "28"),
    "the thirteenth month": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-13-10", "date.order", "2023-10-13"),
    "a date in words": Seed(RICE, "    issued: 2023-01-10", "    issued: tháng Giêng 2023", "date.shape", "10/01/2023"),
    "a date in words that tell a day": Seed(RICE, "    issued: 2023-01-10", "    issued: ngày 10 tháng 1 năm 2023", "date.near", "2023-01-10"),
    "a year of three digits": Seed(RICE, "    issued: 2023-01-10", "    issued: 202", "date.shape"),
    "a year long gone": Seed(RICE, "    issued: 2023-01-10", "    issued: 0203-01-10", "date.year"),
    "a check without its day": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-01-10\n    checked: 2026-11", "date.day-needed", "", 1),
    "six stars": Seed(RICE, "  - stars: 3", "  - stars: 6", "value.stars", "3, 4"),
    "two stars": Seed(RICE, "  - stars: 3", "  - stars: 2", "value.stars"),
    "stars in words": Seed(RICE, "  - stars: 3", "  - stars: ba", "value.stars"),
    "a price with thousands": Seed(RICE, "code: LA042", "code: LA042\npacks: [{price: {from: 185.000, as_of: 2026}}]", "number.thousands", "185000", 1),
    "a price with a comma": Seed(RICE, "code: LA042", "code: LA042\npacks: [{price: {from: 185,000, as_of: 2026}}]", "yaml.flow-without-colon", "185000", 1),
    "more of the classes than of all": Seed("programme.yaml", "    stars: {3: 8, 4: 18}", "    stars: {3: 9, 4: 18}", "programme.classes", "27", -2),
    "a decision of no source": Seed(DECISION, "sources: [s-ntm-1154]", "sources: []", "value.empty-list"),
    "a household's number in its texts": Seed("producers/co-chau.yaml", "kind: household", "kind: household\nphone: 0272 3826 123\nvisits: {welcome: true, note: Gọi 0272 3826 123}", "care.household", "consent", 2),
    "a household's mail in another's text": Seed("producers/co-chau.yaml", "kind: household", "kind: household\nemail: lan@example.org\nvisits: {welcome: true, note: Thư LAN (at) example.org}", "care.household", "consent", 2),
    "a star in a name": Seed(RICE, "  - gạo tím lài", "  - gạo tím lài bốn sao", "care.star-words", "certificates"),
    "a star in a place's story": Seed(VILLAGE, "kind: tourist_point", "kind: tourist_point\ngetting_there: Cạnh quầy hàng 4 sao.", "care.star-words-elsewhere", "certificates", 1),
    "validity in words": Seed(RICE, "code: LA042", "code: LA042\ntaste: Ngon, con hieu luc.", "care.star-words", "con hieu luc", 1),
    "stars in the name of the site": Seed("site.yaml", "  vi: Sản phẩm OCOP Long An", "  vi: Món ngon bốn sao", "care.star-words-elsewhere", "bốn sao"),
    "a strength that the record does not have": Seed("products/de-go-den-31.yaml", "alcohol_percent: 31", "alcohol_percent: 41", "care.spirit-strength", "31"),
    "a spirit among the sausages": Seed("products/de-go-den-31.yaml", "set: 14", "set: 8", "care.spirit-set", "14"),
    "a price of a spirit in words": Seed("products/de-go-den-31.yaml", "alcohol_percent: 31", "alcohol_percent: 31\ntaste: Một chai 90k.", "care.spirit-sold", "90k", 1),
    "a price of nothing": Seed(RICE, "code: LA042", "code: LA042\npacks: [{price: {from: 0, as_of: 2026}}]", "number.zero", "", 1),
    "a price in words": Seed(RICE, "code: LA042", "code: LA042\npacks: [{price: {from: rẻ, as_of: 2026}}]", "number.whole", "", 1),
    "a falling price": Seed(RICE, "code: LA042", "code: LA042\npacks: [{price: {from: 9000, to: 8000, as_of: 2026}}]", "price.order", "", 1),
    "a price without its day": Seed(RICE, "code: LA042", "code: LA042\npacks: [{price: {from: 9000}}]", "field.missing", "as_of", 1),
    "a wrong GTIN check digit": Seed(RICE, "code: LA042", "code: LA042\npacks: [{gtin: 8934563138164}]", "gtin.check-digit", "5", 1),
    "a GTIN too short": Seed(RICE, "code: LA042", "code: LA042\npacks: [{gtin: 893456}]", "gtin.shape", "", 1),
    "one GTIN twice": Seed(RICE, "code: LA042", "code: LA042\npacks: [{gtin: 8934563138165}, {gtin: '8934563138165'}]", "gtin.twice", "", 1),
    "alcohol with a percent sign": Seed("products/de-go-den-31.yaml", "alcohol_percent: 31", "alcohol_percent: 31%", "number.decimal", "31"),
    "alcohol above 100": Seed("products/de-go-den-31.yaml", "alcohol_percent: 31", "alcohol_percent: 310", "number.percent"),
    "a month that is none": Seed(RICE, "code: LA042", "code: LA042\nseason: [0]", "value.month", "", 1),
    "a list that is none": Seed(RICE, "code: LA042", "code: LA042\nseason: 5", "value.not-list", "", 1),
    "a small code": Seed(RICE, "code: LA042", "code: la042", "value.code-near", "LA042"),
    "a Cyrillic letter in a code": Seed(RICE, "code: LA042", "code: L\u0410042", "value.code-letter", "Cyrillic"),
    "an official code of another shape": Seed(RICE, "code: LA042", "code: LA042\nocop_code: 80/28108", "value.ocop-code", "", 1),
    "a point turned round": Seed(VILLAGE, "  point: [10.71466, 105.98755]", "  point: [105.98755, 10.71466]", "point.swapped", "10.71466"),
    "half a point": Seed(VILLAGE, "  point: [10.71466, 105.98755]", "  point: [10.71466]", "point.shape"),
    "opening hours at 25": Seed(VILLAGE, "kind: tourist_point", 'kind: tourist_point\nopening_hours: {mon-fri: "07:30-25:00"}', "hours.span", "", 1),
    "an eighth day of the week": Seed(VILLAGE, "kind: tourist_point", "kind: tourist_point\nopening_hours: {T9: closed}", "hours.day", "T9", 1),
    "a text in a third language": Seed(RICE, "  en: DTM jasmine purple rice (Vinh Thuan)", "  fr: Riz violet", "text.language", "fr"),
    "a name of two lines": Seed(RICE, "  en: DTM jasmine purple rice (Vinh Thuan)", '  en: "Rice\\nand rice"', "value.several-lines"),
    # fields
    "an unknown field": Seed(RICE, "producer: vinh-thuan", "producer: vinh-thuan\nprodcuer: vinh-thuan", "field.unknown-near", "producer", 1),
    "a field nobody knows": Seed(RICE, "producer: vinh-thuan", "producer: vinh-thuan\nxyzzy: 1", "field.unknown-of-many", "xyzzy", 1),
    "a lost producer": Seed(RICE, "producer: vinh-thuan", "# producer: vinh-thuan", "field.missing", "producer", None),
    "a continuation without its basis": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-01-10\n    extended_until: 2026-06-01", "certificate.basis", "", 1),
    "a continuation of a year": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-01-10\n    extended_until: 2027-01-10\n    basis: Điều 12.3", "certificate.continuation", "180", 1),
    "an end of another decade": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-01-10\n    expires: 2036-01-10", "certificate.term", "4.3", 1),
    "a certificate before its decision": Seed(RICE, "    issued: 2023-01-10", "    issued: 2022-12-10", "certificate.before-decision", "12.1"),
    "a certificate long after its decision": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-06-10", "certificate.long-after-decision", "60"),
    "five stars from a province": Seed(RICE, "  - stars: 3", "  - stars: 5", "certificate.level", "", 1),
    "three and five stars of one day": Seed(RICE, "  - stars: 3", "  - {stars: 5, issued: 2023-01-10, as_of: 2023, sources: [s-ntm-1154]}\n  - stars: 3", "certificate.contradicts", "", 1),
    "an end before the beginning": Seed(RICE, "    issued: 2023-01-10", "    issued: 2023-01-10\n    expires: 2022-01-10", "certificate.order", "", 1),
    # references
    "a producer that is not there": Seed(RICE, "producer: vinh-thuan", "producer: vinh-thun", "reference.producers-near", "vinh-thuan"),
    "a decision that is not there": Seed(RICE, "    decision: 201-qd-ubnd-2023", "    decision: 999-qd", "reference.decisions"),
    "a source that is not there": Seed(FISH, "sources: [s-la34-115529]", "sources: [s-la34-115592]", "reference.sources-near", "s-la34-115529"),
    "a set beyond the scheme": Seed(RICE, "set: 3", "set: 27", "reference.sets"),
    "a commune that is not there": Seed(FISH, "    former_commune: long-huu-dong", "    former_commune: long-huu-dog", "reference.former_communes-near", "long-huu-dong"),
    "two units in one address": Seed(FISH, "    former_commune: long-huu-dong", "    former_commune: long-huu-dong\n    commune: long-huu", "address.one-unit", "", -1),
    "a missing photo": Seed(RICE, "  - file: gao-tim.svg", "  - file: gao-timm.svg", "reference.media-near", "gao-tim.svg"),
    "a focus in percent": Seed(RICE, "  - file: gao-tim.svg", "  - file: gao-tim.svg\n    focus: [50, 30]", "photo.focus", "0.5", 1),
    "a focus with commas": Seed(RICE, "  - file: gao-tim.svg", "  - file: gao-tim.svg\n    focus: [0,5, 0,3]", "photo.focus", "0.5", 1),
    "a focus of one number": Seed(RICE, "  - file: gao-tim.svg", "  - file: gao-tim.svg\n    focus: [0.5]", "photo.focus", "0.3", 1),
    "a companion that is not there": Seed(SAUSAGE, "  - dua-leo-thuan-giau", "  - dua-leo-thuan-giu", "reference.products-near", "dua-leo-thuan-giau"),
    "a product beside itself": Seed(SAUSAGE, "  - dua-leo-thuan-giau", "  - lap-xuong-tuoi-co-chau", "reference.itself"),
    "a link to nowhere in Markdown": Seed(NEWS, "Ba con số được đặt ra:", "Ba con số, xem [trang](page:hang-sa):", "reference.link-near", "hang-sao"),
    "a link of no kind in Markdown": Seed(NEWS, "Ba con số được đặt ra:", "Ba con số, xem [trang](trang:hang-sao):", "reference.link-kind"),
    # identity
    "a repeated code": Seed(RICE, "code: LA042", "code: LA008", "product.code-twice", "LA008"),
    "a code that is not the ledger's": Seed(RICE, "code: LA042", "code: LA099", "ledger.code-changed", "LA042"),
    "a repeated key": Seed(RICE, "set: 3", "set: 3\nset: 4", "yaml.duplicate-key", "", 1),
    # writing
    "a tab": Seed(RICE, "    issued: 2023-01-10", "\tissued: 2023-01-10", "yaml.tab"),
    "a NUL byte": Seed(RICE, "set: 3", "set: 3\0", "encoding.nul"),
    "bad UTF-8": Seed(RICE, "set: 3", b"set: 3 # \xff\xfe", "encoding.not-utf8"),
    "a text in VNI": Seed(RICE, "set: 3", "set: 3\nshelf_life: Saûn phaåm ñöôïc baûo quaûn nôi khoâ raùo", "encoding.vni", "", 1),
    "a text in TCVN3": Seed(RICE, "set: 3", "set: 3\nshelf_life: S¶n phÈm ®­îc b¶o qu¶n n¬i kh« r¸o", "encoding.tcvn3", "", 1),
    "a nesting of 10,000": Seed(RICE, "set: 3", "set: " + "[" * 10_000, "yaml.too-deep"),
    "an alias bomb": Seed(RICE, "set: 3", "set: &a [x]\nseason: [*a, *a, *a, *a]", "yaml.anchor"),
    "a tag": Seed(RICE, "set: 3", "set: !!python/object:os.system 3", "yaml.tag"),
    "a merge key": Seed(RICE, "set: 3", "set: 3\n<<: {season: [1]}", "yaml.merge-key", "", 1),
    "a second document": Seed(RICE, "set: 3", "set: 3\n---\nset: 4", "yaml.second-document", "", 1),
    "an unclosed quote": Seed(RICE, "set: 3", 'set: "3', "yaml.unclosed-quote"),
    "an unclosed bracket": Seed(RICE, "set: 3", "set: 3\nseason: [5, 6", "yaml.unclosed-bracket", "", 1),
    "a colon inside a text": Seed(RICE, "  en: DTM jasmine purple rice (Vinh Thuan)", "  en: Rice: purple", "yaml.colon-in-text"),
    "a colon without its space": Seed(RICE, "set: 3", "set:3", "yaml.no-space"),
    # the site and its law
    "a site without https": Seed("site.yaml", "url: https://example.org/ocop-long-an/", "url: example.org", "site.url-near"),
    "a zone on the moon": Seed("site.yaml", "time_zone: Asia/Ho_Chi_Minh", "time_zone: Moon/Tranquility", "site.time-zone"),
    "a fall-back nobody speaks": Seed("site.yaml", "fallback: en", "fallback: ko", "text.language", "ko"),
    "one address word for two": Seed("site.yaml", "      products: san-pham", "      products: chu-the", "site.address-twice", "chu-the", 1),
    "a decision of another level": Seed(DECISION, "level: province", "level: provincial", "value.not-one-of-near", "province"),
    "a decision without a source": Seed(DECISION, "sources: [s-ntm-1154]", "", "field.missing", "sources", None),
}
# fmt: on


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Good content, which gives no false alarm."""
    content = tmp_path_factory.mktemp("seeded") / "content"
    shutil.copytree(PROJECT / "content", content)
    assert problems_of(content, today=DAY) == []
    return content


@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_mistake_is_told_at_its_line(content: Path, name: str) -> None:
    seed = SEEDS[name]
    file = content / seed.file
    good = file.read_bytes()
    wrong, changed_line = planted(good, seed)
    file.write_bytes(wrong)
    try:
        problems = problems_of(content, today=DAY)
    finally:
        file.write_bytes(good)
    told = [p for p in problems if p.code == seed.code]
    assert told, f"told instead: {[(p.code, str(p.location)) for p in problems]}"
    assert told[0].location.file == f"content/{seed.file}"
    assert told[0].location.line == (1 if seed.below is None else changed_line + seed.below)
    for language in ("vi", "en"):
        assert seed.says in told[0].message(language)
    assert any(problem.is_error for problem in problems)


def test_a_mistake_leaves_the_published_site_as_it_was(tmp_path: Path) -> None:
    """Where content cannot be read, where it cannot be linked, and where a picture it names cannot be shown."""
    found(tmp_path / "content")
    good = (tmp_path / "content" / "producers" / "nha.yaml").read_text("utf-8")
    task = Task(tmp_path / "content", PROJECT / "themes", tmp_path / "output", tmp_path / "cache", today=DAY)
    change = replace(task, ledgers_bind=False)
    assert build(change).change
    before = bytes_of(tmp_path / "output")
    (tmp_path / "content" / "media").mkdir()
    (tmp_path / "content" / "media" / "xa.png").write_bytes(b"no picture")
    wrong = ("kind: [", "kind: farm\nsources: [s-khong]", "kind: farm\nphotos: [{file: xa.png, alt: {vi: X, en: X}}]")
    for line, code in zip(wrong, ("yaml.", "reference.", "picture."), strict=True):
        file = tmp_path / "content" / "producers" / "nha.yaml"
        file.write_text(good.replace("kind: farm", line, 1), "utf-8")
        outcome = build(change)
        assert [problem.code for problem in outcome.problems if problem.code.startswith(code)], outcome.problems
        assert outcome.blocks(strict=False)
        assert outcome.change is None
        assert bytes_of(tmp_path / "output") == before


def test_all_mistakes_of_all_files_are_told_at_once_in_order_with_exit_code_1(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    for seed in (SEEDS["31 February"], SEEDS["an octal phone number"]):
        file = tmp_path / "content" / seed.file
        file.write_bytes(planted(file.read_bytes(), seed)[0])
    answer = run("build", "--messages", "en", *flags(tmp_path))
    assert answer.returncode == MISTAKES
    assert answer.stdout.index("producers/quy-phuoc.yaml:6:8: error:") < answer.stdout.index("31/02/2023")
    assert "    issued: 31/02/2023\n                ^" in answer.stdout
    assert not (tmp_path / "output").exists()


def flags(folder: Path) -> list[str]:
    return ["--content", str(folder / "content"), "--output", str(folder / "output"), "--today", "2026-11-23"]


def planted(good: bytes, seed: Seed) -> tuple[bytes, int]:
    """The file with its one line changed, and that line's number."""
    lines = good.split(b"\n")
    number = lines.index(seed.line.encode())
    lines[number] = seed.wrong if isinstance(seed.wrong, bytes) else seed.wrong.encode()
    return b"\n".join(lines), number + 1
