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
from ocop_site.records.values.identifiers import gtin_check_digit
from ocop_site.run import Task
from ocop_site.stages.understand import understand
from ocop_site.text.vietnamese import proper_name, slug
from tests.benchmarks.wordings import MAKERS, NOUNS, QUALITIES, SENTENCES_EN, SENTENCES_VI, SUMMARIES

SHARED_FILES = ("scheme.yaml", "localities.yaml", "sources.yaml")

THREE_BY_PROVINCE = date(2025, 7, 6)
"""Until then three stars were the districts' to give."""


def generate(folder: Path, products: int, seed: int = 7, letters: str = "LA") -> None:
    """A content folder with `products` products, whose codes begin with `letters`, their producers and its ledgers."""
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
    communes = commune_names(folder / "localities.yaml")
    makers = [f"htx-{number:05d}" for number in range(1, max(1, products // 5) + 1)]
    for maker in makers:
        write(folder / "producers" / f"{maker}.yaml", producer(chance, maker, chance.choice(list(communes))))
    decisions = [f"{number:03d}-qd-ubnd" for number in range(1, max(1, products // 60) + 1)]
    issued = {decision: date(2023, 6, 1) + timedelta(days=chance.randrange(1200)) for decision in decisions}
    for decision in decisions:
        write(folder / "decisions" / f"{decision}.yaml", recognition(decision, issued[decision]))
    for number in range(1, products + 1):
        decision = chance.choice(decisions)
        where = communes[chance.choice(list(communes))]
        code = f"{letters}{number:05d}"
        name, lines = product(chance, code, where, chance.choice(makers), decision, issued[decision])
        write(folder / "products" / f"{name}.yaml", lines)
    enter_in_ledgers(folder)


def enter_in_ledgers(folder: Path) -> None:
    catalogue = understand(Task(content=folder, today=date(2026, 11, 23), ledgers_bind=False)).catalogue
    assert catalogue
    enter(folder, catalogue)


def commune_names(localities: Path) -> dict[str, str]:
    import yaml

    units = yaml.load(localities.read_text("utf-8"), yaml.CBaseLoader)["communes"]
    return {unit["id"]: proper_name(unit["name"]["vi"]) for unit in units}


def producer(chance: random.Random, maker: str, commune: str) -> Iterator[str]:
    number, (name, name_en) = maker[-5:], chance.choice(MAKERS)
    yield f"name: {{vi: Hợp tác xã {name} {int(number)}, en: {name_en} Cooperative {int(number)}}}"
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


def product(
    chance: random.Random, code: str, where: str, maker: str, decision: str, issued: date
) -> tuple[str, Iterator[str]]:
    (noun, noun_en, product_set), (quality, quality_en) = chance.choice(NOUNS), chance.choice(QUALITIES)
    vi, en = f"{noun} {quality} {where}", f"{where} {quality_en} {noun_en}"
    summary, summary_en = chance.choice(SUMMARIES)
    name = f"{slug(vi)}-{code[-5:]}"
    stars = chance.choice((3, 4)) if issued >= THREE_BY_PROVINCE else 4
    body = f"893{int(code[-5:]):09d}"
    price = chance.randrange(20, 400) * 1000
    spoken = f"{noun.lower()} {quality}"

    def lines() -> Iterator[str]:
        yield f"code: {code}"
        yield f"name: {{vi: {vi}, en: {en}}}"
        yield "name_is_ours: [en]"
        yield f"set: {product_set}"
        yield f"producer: {maker}"
        yield f"certificates: [{{stars: {stars}, decision: {decision}, issued: {issued}, sources: [s-qd26]}}]"
        yield f"summary: {{vi: '{summary.format(thing=spoken)}', en: '{summary_en.format(thing=noun_en.lower())}'}}"
        yield from block("story", 0, chance.sample(SENTENCES_VI, 4), chance.sample(SENTENCES_EN, 4))
        weight, gtin = chance.choice((100, 250, 500)), f"{body}{gtin_check_digit(body)}"
        cost = "" if product_set == 14 else f", price: {{from: {price}, as_of: 2026-08}}"
        yield f"packs: [{{net_weight: {weight} g, gtin: '{gtin}'{cost}}}]"
        if product_set == 14:
            yield "alcohol_percent: 31"
        elif chance.random() < 0.3:
            yield "gift: true"
        if product_set in (1, 3) and chance.random() < 0.5:
            yield "diet: [vegetarian]"
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
