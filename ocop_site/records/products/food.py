"""What a label declares of food, and how it travels."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Flag, Positive, refuse

NONE_DECLARED = "none_declared"

Allergen = Annotated[
    Literal[
        "celery",
        "gluten",
        "crustaceans",
        "eggs",
        "fish",
        "lupin",
        "milk",
        "molluscs",
        "mustard",
        "nuts",
        "peanuts",
        "sesame",
        "soy",
        "sulphites",
        "none_declared",
    ],
    Choice("celery", "cần tây", "celery"),
    Choice("gluten", "lúa mì và ngũ cốc có gluten", "wheat and cereals with gluten"),
    Choice("crustaceans", "tôm, cua", "shrimps and crabs"),
    Choice("eggs", "trứng", "eggs"),
    Choice("fish", "cá", "fish"),
    Choice("lupin", "đậu lupin", "lupin"),
    Choice("milk", "sữa", "milk"),
    Choice("molluscs", "ốc, sò, mực", "snails, shellfish, squid"),
    Choice("mustard", "mù tạt", "mustard"),
    Choice("nuts", "hạt cây (điều, hạnh nhân)", "tree nuts (cashews, almonds)"),
    Choice("peanuts", "đậu phộng", "peanuts"),
    Choice("sesame", "mè", "sesame"),
    Choice("soy", "đậu nành", "soya"),
    Choice("sulphites", "sulfit", "sulphites"),
    Choice("none_declared", "nhãn không công bố chất nào", "the label declares none"),
]


def _not_contradicting(allergens: tuple[str, ...]) -> tuple[str, ...]:
    """A label that declares none declares no other."""
    if NONE_DECLARED in allergens and set(allergens) != {NONE_DECLARED}:
        others = ", ".join(each for each in allergens if each != NONE_DECLARED)
        refuse(Mistake("allergens.contradict", at=(allergens.index(NONE_DECLARED),), others=others))
    return allergens


Allergens = Annotated[tuple[Allergen, ...], AfterValidator(_not_contradicting)]


Diet = Annotated[
    Literal["vegetarian", "vegan"],
    Choice("vegetarian", "ăn chay được", "vegetarian"),
    Choice("vegan", "thuần chay", "vegan"),
]


DietBasis = Annotated[
    Literal["label", "maker", "ours"],
    Choice("label", "nhãn ghi", "told by the label"),
    Choice("maker", "chủ thể nói", "told by the producer"),
    Choice("ours", "theo bản chất món, mình tự ghi", "by what it is, noted by us"),
]


class Travel(Record):
    keeps_days: Annotated[Positive | None, Vi("giữ được mấy ngày"), En("days that it keeps"), Example("30")] = None
    liquid_ml: Annotated[Positive | None, Vi("bao nhiêu ml chất lỏng"), En("liquid in millilitres"), Example("250")] = (
        None
    )
    fragile: Annotated[Flag | None, Vi("dễ vỡ"), En("fragile"), Example("true")] = None
    needs_cold: Annotated[Flag | None, Vi("cần lạnh"), En("needs cold"), Example("false")] = None
