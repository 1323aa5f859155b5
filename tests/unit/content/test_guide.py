"""The editors' guide keeps up with the models: every field stands in its place, every record would be accepted."""

import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from ocop_site.content.guide import with_tables
from ocop_site.records.files import FILES
from tests.support import PROJECT, some

GUIDE = (PROJECT / "content" / "README.md").read_text("utf-8")

ROW = re.compile(
    r"^\| `(?P<field>[a-z_]+)` \| (?P<what>.+) \| (?P<required>.*?) ?\| (?P<examples>.*?) ?\|$", re.MULTILINE
)
"""A line of a table: the field, what it is, whether it is required, values."""

BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

EXAMPLE = re.compile(r"^<!-- (?P<kind>[a-z]+) -->\n```(?:yaml|markdown)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
"""A whole record, under a comment that names its kind."""

Section = tuple[list[str], str]


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def sections() -> Iterator[Section]:
    """What each heading names, and what stands under it up to the next heading."""
    parts = re.split(r"^##+ (.*)$", BLOCK.sub("", GUIDE), flags=re.MULTILINE)
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        yield [name.removesuffix("/").removesuffix(".yaml") for name in quoted(heading)], body


SECTIONS = list(sections())
TABLES = [section for section in SECTIONS if ROW.search(section[1])]


def told_under(name: str) -> set[str]:
    """What is quoted in the sections of a kind or field, and in the lines of tables that explain the field itself."""
    bodies = [body for names, body in SECTIONS if name in names]
    lines = [row["what"] for row in ROW.finditer(GUIDE) if row["field"] == name]
    return {word for text in (*bodies, *lines) for word in quoted(text)}


def models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in typing.get_args(annotation) for model in models_in(argument)]


def required(model: type[BaseModel]) -> dict[str, bool]:
    """The fields by the names that editors write, and whether they must be there."""
    return {info.alias or name: info.is_required() for name, info in model.model_fields.items()}


def below(name: str, model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """A model and all within it, each under the field that holds it."""
    yield name, model
    for field, info in model.model_fields.items():
        for inner in models_in(info.annotation):
            yield from below(info.alias or field, inner)


def everything() -> Iterator[tuple[str, type[BaseModel]]]:
    for kind, told in FILES.items():
        model = told.model
        if told.whole:
            for inner in models_in(model.model_fields[told.whole].annotation):
                yield from below(kind, inner)
        else:
            yield from below(kind, model)


EVERYTHING = list(dict.fromkeys(everything()))


def rows(section: Section) -> Iterator[tuple["re.Match[str]", list[type[BaseModel]]]]:
    """Each line of a section's tables, with the models that the section is about and that have its field."""
    names, body = section
    models = {model for name, model in EVERYTHING if name in names}
    for row in ROW.finditer(body):
        yield row, [model for model in models if row["field"] in required(model)]


def test_the_guide_tells_what_the_records_do() -> None:
    assert with_tables(GUIDE) == GUIDE, "python -m ocop_site.content.guide renews it"


def test_a_word_changed_by_hand_is_seen() -> None:
    changed = GUIDE.replace("| `taste` | mùi vị", "| `taste` | vị")
    assert changed != GUIDE
    assert with_tables(changed) == GUIDE


def test_no_table_of_fields_is_written_by_hand() -> None:
    without = re.sub(r"^<!-- fields of .*?^<!-- end -->$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    assert ROW.search(GUIDE)
    assert ROW.search(without) is None


def test_links_in_tables_lead_to_headings() -> None:
    headings = re.findall(r"^##+ (.*)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    linked = set(re.findall(r"\]\(#([^)]+)\)", GUIDE))
    assert "certificates-giấy-chứng-nhận" in linked
    assert linked - anchors == {"in-english"}, "a heading of the first rank"


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_has_a_section_and_an_example(kind: str) -> None:
    assert any(kind in names for names, _ in SECTIONS)
    assert any(example["kind"] == kind for example in EXAMPLE.finditer(GUIDE))


@pytest.mark.parametrize(("name", "model"), EVERYTHING, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_is_told_where_it_is_looked_for(name: str, model: type[BaseModel]) -> None:
    assert required(model).keys() - told_under(name) == set()


@pytest.mark.parametrize("section", TABLES, ids=lambda section: "-".join(section[0]))
def test_tables_say_which_fields_there_are_and_which_are_required(section: Section) -> None:
    for row, models in some(rows(section)):
        assert {required(model)[row["field"]] for model in models} == {row["required"] == "có"}, row[0]


@pytest.mark.parametrize("example", list(EXAMPLE.finditer(GUIDE)), ids=lambda example: example["kind"])
def test_an_example_is_accepted(example: "re.Match[str]") -> None:
    kind = example["kind"]
    data = next(yaml.load_all(example["text"], yaml.BaseLoader))
    told = FILES[kind]
    told.model.model_validate({told.whole: data} if told.whole else data)


def test_every_block_names_its_kind() -> None:
    assert len(BLOCK.findall(GUIDE)) == len(EXAMPLE.findall(GUIDE))
