"""Whatever is typed into any text of any record stands in its page, every letter in order, or its file is told of."""

import shutil
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.content.read import read_content
from ocop_site.content.shape import Records, Shaped, shape
from ocop_site.pages.chrome import chrome
from ocop_site.pages.planning import keys, plan
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import LineField, TextField
from ocop_site.records.files import file_path
from ocop_site.text.markdown.parsing import parse, plain_words
from ocop_site.theme.loading import load_theme
from ocop_site.theme.render import Renderer
from tests.build.office import EXAMPLE
from tests.conftest import DAY
from tests.support import PROJECT, Task, editions_of, some, understand

KINDS = (
    "products",
    "producers",
    "places",
    "trails",
    "partners",
    "decisions",
    "notices",
    "news",
    "pages",
    "glossary",
    "programme",
)

NOT_SHOWN = {"also_known_as", "alt", "credit", "ocop_code"}
"""What is for the search, stands beside pictures, which are not made here, or has a form of its own."""

KEPT_BACK = {
    "products/mau-rau:made_at.line": "a home",
    "producers/ho-kin-dao:addresses.0.line": "a home",
    "products/mau-ruou-31:links.0.label": "a shop that sells a spirit",
    "places/gian-hang:stock.1.shelf": "a spirit",
    "places/nha-trung-bay:stock.1.shelf": "a spirit",
    "places/nha-trung-bay:stock.2.shelf": "out at present",
    "notices/canh-bao-mau-tra:text": "a warning that is over",
}
"""What care keeps back in the example, and why."""

WORDS = st.sampled_from(
    [
        "Bánh", "tráng", "30*40*5", "2019.", "#OCOP", "# h", "- a", "1. b", "**c**", "_d_", "e_f", "<b>", "&amp;",
        "“g”", "[h]", "[i](j)", "(*)", "> 5 kg", "Đ", "ế", "ʼ", "½", "…", "–", "N/A", "null", "true", "08", "1e5",
        "12:30", "%k", "@l", "`m`", "{n}", "o: p", "q #r", "'s'", '"t"', "u\\v", "~", "!w", "|x|", "y  z",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=6).map(" ".join),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=30),
    st.lists(WORDS, min_size=2, max_size=6).map("\n".join),
)


@dataclass(frozen=True)
class TextPlace:
    """Where a text stands: a record's file, the way to it, its language, and whether it is Markdown."""

    kind: str
    id: str
    file: str
    path: FieldPath | None
    language: str
    is_markdown: bool

    def __str__(self) -> str:
        steps = [str(step) for step in self.path or ("body",) if step != self.language]
        return f"{self.kind}/{self.id}:{'.'.join(steps)}"


@cache
def example() -> Records:
    return shape(read_content(EXAMPLE))


def places() -> list[TextPlace]:
    """Every text of the example that its pages show."""
    found = [place for kind in KINDS for shaped in example().of(kind).values() for place in places_of(shaped)]
    return [place for place in some(found) if str(place) not in KEPT_BACK]


def places_of(shaped: Shaped[Any]) -> Iterator[TextPlace]:
    record, entry = shaped.record, shaped.entry
    if getattr(record, "draft", False) or getattr(record, "withdrawn", None):
        return
    own = entry.language or "vi"
    if entry.body:
        yield TextPlace(entry.kind, entry.id, entry.file, None, own, True)
    for path, _, _ in marked(record, LineField):
        if NOT_SHOWN.isdisjoint(map(str, path)):
            yield TextPlace(entry.kind, entry.id, entry.file, file_path(entry.kind, path), own, False)
    for path, field, text in marked(record, TextField):
        way = file_path(entry.kind, path)
        is_bare = isinstance(_at(entry.data, way), str)
        for language, _ in text if NOT_SHOWN.isdisjoint(map(str, path)) else ():
            here = way if is_bare else (*way, language)
            yield TextPlace(entry.kind, entry.id, entry.file, here, own if is_bare else language, field.markdown)


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def typed(content: Path, place: TextPlace, words: str) -> None:
    """The text is these words now, written as YAML must write them."""
    entry = next(each for each in read_content(EXAMPLE).entries if each.file == place.file)
    data, file = deepcopy(entry.data), content / place.file.partition("/")[2]
    if place.path is not None:
        _at(data, place.path[:-1])[place.path[-1]] = words
    head = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    body = words if place.path is None else entry.body
    file.write_text(f"---\n{head}---\n\n{body}\n" if file.suffix == ".md" else head, "utf-8")


def signs(text: str) -> str:
    """Its letters and digits, each in the one form that all of a site has."""
    healed = unicodedata.normalize("NFKD", text.replace("\u00d0", "Đ").replace("\u00f0", "đ"))
    return "".join(each for each in healed if each.isalnum()).casefold()


class Pages:
    """The pages of a catalogue, each made when it is asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.editions = editions_of(catalogue, EXAMPLE)
        chromes = {language: chrome(edition) for language, edition in self.editions.items()}
        self.renderer = Renderer(load_theme(PROJECT / "themes" / "dong-bang", {}), chromes)
        self.shown: dict[tuple[str, str, str], str] = {}

    def shown_by(self, place: TextPlace) -> str:
        """All that the pages about a record say, and what they say of what is no text."""
        about = (place.language, place.kind, place.id)
        if about not in self.shown:
            self.shown[about] = signs("\n".join(self._said(*about)))
        return self.shown[about]

    def _said(self, language: str, kind: str, record_id: str) -> Iterator[str]:
        edition = self.editions[language]
        asked = {kind, "a_z"} if kind == "products" else {kind}
        for key in [key for key in keys(edition) if key.kind in asked and key.id in (record_id, "")]:
            tree = LexborHTMLParser(self.renderer.render(plan(edition, key)).body)
            yield (tree.body.text() if tree.body else "").replace(f" ({edition.words('link.recalled')})", "")
            for name in ("alt", "aria-label", "title"):
                yield from (str(node.attributes.get(name) or "") for node in tree.css(f"[{name}]"))


def original(place: TextPlace) -> str:
    entry = next(shaped.entry for shaped in example().of(place.kind).values() if shaped.entry.file == place.file)
    words = entry.body if place.path is None else str(_at(entry.data, place.path))
    return plain_words(parse(words)) if place.is_markdown else words


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("typed")


def test_every_text_of_the_example_is_shown_but_for_what_care_keeps_back() -> None:
    understood = understand(Task(EXAMPLE, today=DAY, ledgers_bind=False))
    assert understood.catalogue
    pages = Pages(understood.catalogue)
    everything = [p for kind in KINDS for shaped in example().of(kind).values() for p in places_of(shaped)]
    lost = {str(place) for place in everything if signs(original(place)) not in pages.shown_by(place)}
    assert lost == KEPT_BACK.keys()


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(places()), words=TEXTS)
def test_what_is_typed_into_any_text_is_shown_or_told(folder: Path, place: TextPlace, words: str) -> None:
    content = folder / "content"
    shutil.copytree(EXAMPLE, content, dirs_exist_ok=True)
    typed(content, place, words)
    understood = understand(Task(content, today=DAY, ledgers_bind=False))
    if any(problem.location.file == place.file and problem.location.line for problem in understood.problems):
        return
    assert understood.catalogue
    mentions = parse(words).mentions if place.is_markdown else ()
    if all(mention.sort == "html" for mention in mentions):
        assert signs(words) in Pages(understood.catalogue).shown_by(place), str(place)
