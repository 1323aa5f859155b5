"""Writes a made-up catalogue of any size, the same for the same seed: `python generate.py FOLDER --products 3000`."""

import argparse
import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ocop_site.desk.ledger import enter
from ocop_site.pipeline import understand
from ocop_site.records.values.identifiers import gtin_check_digit
from ocop_site.run import Task
from ocop_site.text.vietnamese import slug

SHARED_FILES = ("scheme.yaml", "localities.yaml", "sources.yaml")

THREE_BY_PROVINCE = date(2025, 7, 6)
"""Until then three stars were the districts' to give."""

NOUNS = (
    ("Lạp xưởng", "Chinese sausage", 8), ("Gạo thơm", "Fragrant rice", 3), ("Mắm cá", "Fermented fish", 8),
    ("Muối ớt", "Chilli salt", 10), ("Dưa leo", "Cucumber", 1), ("Trà sen", "Lotus tea", 12),
    ("Nước tắc", "Kumquat drink", 17), ("Đậu phộng rang", "Roasted peanuts", 7), ("Giỏ cỏ bàng", "Sedge basket", 21),
    ("Rượu nếp", "Glutinous rice spirit", 14), ("Bánh tráng", "Rice paper", 6), ("Tinh dầu sả", "Lemongrass oil", 20),
)  # fmt: skip
QUALITIES = (
    ("đồng xanh", "of the green fields"), ("bến sông", "of the river landing"), ("vườn nhà", "of the home garden"),
    ("mùa nước nổi", "of the flood season"), ("chợ quê", "of the country market"), ("ruộng muối", "of the salt pans"),
)  # fmt: skip
SENTENCES_VI = (
    "Nước từ kênh vào ruộng theo con nước lớn, người làm nghề canh giờ mà dậy.",
    "Nguyên liệu được lựa từ sáng sớm, rửa sạch rồi để ráo trên sàng tre.",
    "Mỗi mẻ làm xong được ghi ngày, giờ và tên người đứng bếp.",
    "Nghề này có ở nhiều ấp dọc sông, mỗi nơi giữ một cách làm hơi khác nhau.",
    "Ngày giỗ, ngày Tết, món này thường có trên mâm cùng cơm trắng và rau vườn.",
)
SENTENCES_EN = (
    "Water comes into the fields with the tide, and those who work here rise by it.",
    "What goes in is picked early in the morning, washed, and drained on bamboo trays.",
    "Every batch is written down with its day, its hour and who stood at the stove.",
    "The craft is known in many hamlets along the river, each with a way of its own.",
    "At family feasts it is often on the table, with plain rice and greens from the garden.",
)


def generate(folder: Path, products: int, seed: int = 7) -> None:
    """A content folder with `products` products, a fifth as many producers, and its ledgers."""
    if folder.exists():
        shutil.rmtree(folder)
    for kind in ("products", "producers", "decisions", "places", "pages"):
        (folder / kind).mkdir(parents=True)
    sample = Path(__file__).parents[2] / "content"
    for name in SHARED_FILES:
        shutil.copy(sample / name, folder / name)
    site = (sample / "site.yaml").read_text("utf-8")
    kept = [line for line in site.splitlines() if not line.startswith(("stars_page", "data_page", "privacy_page"))]
    write(folder / "site.yaml", kept)
    chance = random.Random(seed)
    communes = commune_ids(folder / "localities.yaml")
    makers = [f"htx-{number:05d}" for number in range(1, max(1, products // 5) + 1)]
    for maker in makers:
        write(folder / "producers" / f"{maker}.yaml", producer(maker, chance.choice(communes)))
    decisions = [f"{number:03d}-qd-ubnd" for number in range(1, max(1, products // 60) + 1)]
    issued = {decision: date(2023, 6, 1) + timedelta(days=chance.randrange(1200)) for decision in decisions}
    for decision in decisions:
        write(folder / "decisions" / f"{decision}.yaml", recognition(decision, issued[decision]))
    for number in range(1, products + 1):
        decision = chance.choice(decisions)
        name, lines = product(chance, number, chance.choice(makers), decision, issued[decision])
        write(folder / "products" / f"{name}.yaml", lines)
    enter_in_ledgers(folder)


def enter_in_ledgers(folder: Path) -> None:
    catalogue = understand(Task(content=folder, today=date(2026, 11, 23), ledgers_bind=False)).catalogue
    assert catalogue
    enter(folder, catalogue)


def commune_ids(localities: Path) -> list[str]:
    import yaml

    units = yaml.load(localities.read_text("utf-8"), yaml.CBaseLoader)["communes"]
    return [unit["id"] for unit in units]


def producer(maker: str, commune: str) -> Iterator[str]:
    number = maker[-5:]
    yield f"name: {{vi: Hợp tác xã số {number}, en: Cooperative No. {number}}}"
    yield "kind: cooperative"
    yield f"addresses: [{{kind: workshop, line: Ấp {int(number) % 9 + 1}, commune: {commune}}}]"
    yield f"phone: 0272 38{number}"
    yield from block("story", 0, SENTENCES_VI[:3], SENTENCES_EN[:3])
    yield "sources: [s-qd26]"


def recognition(decision: str, issued: date) -> Iterator[str]:
    yield f"number: {decision[:3]}/QĐ-UBND"
    yield "kind: recognition"
    yield "issuer: {vi: Ủy ban nhân dân tỉnh, en: Provincial People's Committee}"
    yield "level: province"
    yield f"issued: {issued}"
    yield "sources: [s-qd26]"


def product(chance: random.Random, number: int, maker: str, decision: str, issued: date) -> tuple[str, Iterator[str]]:
    (noun, noun_en, product_set), (quality, quality_en) = chance.choice(NOUNS), chance.choice(QUALITIES)
    name = f"{slug(f'{noun} {quality}')}-{number:05d}"
    stars = chance.choice((3, 4)) if issued >= THREE_BY_PROVINCE else 4
    body = f"893{number:09d}"

    def lines() -> Iterator[str]:
        yield f"code: LA{number:05d}"
        yield f"name: {{vi: {noun} {quality} {number}, en: {noun_en} {quality_en} {number}}}"
        yield "name_is_ours: [en]"
        yield f"set: {product_set}"
        yield f"producer: {maker}"
        yield f"certificates: [{{stars: {stars}, decision: {decision}, issued: {issued}, sources: [s-qd26]}}]"
        yield f"summary: {{vi: '{chance.choice(SENTENCES_VI)}', en: '{chance.choice(SENTENCES_EN)}'}}"
        yield from block("story", 0, chance.sample(SENTENCES_VI, 4), chance.sample(SENTENCES_EN, 4))
        yield f"packs: [{{net_weight: {chance.choice((100, 250, 500))} g, gtin: '{body}{gtin_check_digit(body)}'}}]"
        yield "storage: {vi: Nơi khô ráo, en: In a dry place}"
        yield f"season: [{chance.randrange(1, 13)}]"
        yield "sources: [s-qd26]"

    return name, lines()


def block(field: str, indent: int, vi: tuple[str, ...] | list[str], en: tuple[str, ...] | list[str]) -> Iterator[str]:
    """A text of two paragraphs and a heading in both languages."""
    yield f"{' ' * indent}{field}:"
    for language, sentences in (("vi", vi), ("en", en)):
        yield f"{' ' * indent}  {language}: |"
        for line in (" ".join(sentences[:2]), "", f"**{sentences[-1]}** {' '.join(sentences[2:])}"):
            yield f"{' ' * indent}    {line}" if line else ""


def write(file: Path, lines: Iterator[str] | list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--products", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    generate(options.folder, options.products, options.seed)
