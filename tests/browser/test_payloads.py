"""Whatever is typed into content, words or files: no page runs it, and none asks another site for anything.

The site is built of everything that is let in, and its pages are opened without the policy that would stop the rest.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from ocop_site.problems import Problem
from ocop_site.text.wording import load_words
from tests.browser.conftest import serving
from tests.build.office import found
from tests.conftest import DAY
from tests.support import PROJECT, Task, build, once, problems_of, some

OUT = "https://elsewhere.example"

TYPED: Mapping[str, list[str]] = yaml.safe_load(
    (Path(__file__).with_name("payloads.yaml")).read_text("utf-8").replace("OUT", OUT).replace("RUN", "ran()")
)

TEXTS = (
    "name",
    "summary",
    "story",
    "taste",
    "ingredients",
    "nutrition",
    "how_to_use",
    "storage",
    "shelf_life",
    "say_it",
)
"""Fields of a product that hold words in several languages."""

LEAST = 250
"""Payloads that have to be let in, at the least: what is refused proves nothing of pages."""

NOTICE = """
  window.ran = () => { window.hasRun = true; return ""; };
  window.alert = window.confirm = window.prompt = window.ran;
"""

ACTING = """() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
  .filter(({ name, value }) => name.startsWith("on") || /^\\s*(javascript|vbscript|data:text)/i.test(value))
  .map(({ name, value }) => `${element.tagName} ${name}=${value}`))"""
"""Attributes that would run something once they are clicked or hovered."""


@dataclass(frozen=True)
class Attacked:
    """A site of payloads: its address, its pages, and how many payloads it holds."""

    address: str
    pages: list[str]
    held: int


def lines_of(number: int, payload: str) -> list[str]:
    """A product, a field a line; JSON is YAML."""
    lines = [f"code: VD{number:03}", "producer: nha", "sources: [s-so]"]
    lines += [f"{field}: {json.dumps({'vi': f'{payload} {field}', 'en': f'{payload} {field} en'})}" for field in TEXTS]
    lines += [f"also_known_as: {json.dumps([payload])}", f"declaration: {json.dumps(payload)}"]
    return lines


def write(content: Path) -> None:
    found(content)
    for number, payload in enumerate(TYPED["markup"], start=1):
        (content / "products" / f"sp-{number}.yaml").write_text("\n".join(lines_of(number, payload)) + "\n", "utf-8")
    for number, address in enumerate(TYPED["addresses"], start=500):
        lines = lines_of(number, f"Ví dụ {number}")[:5]
        lines += [f"traceability: {{system: Ví dụ, url: {json.dumps(address)}}}"]
        lines += [f"links: [{{kind: shop, name: Ví dụ, url: {json.dumps(address)}}}]"]
        (content / "products" / f"sp-{number}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (content / "news").mkdir()
    for number, payload in enumerate([*TYPED["markdown"], *TYPED["markup"]], start=1):
        head = f"title: {json.dumps(f'{number} {payload}')}\ndate: 2026-01-02\nsummary: {json.dumps(payload)}"
        (content / "news" / f"tin-{number}.vi.md").write_text(f"---\n{head}\n---\n\n{payload}\n", "utf-8")


def leave_what_is_let_in(task: Task) -> None:
    """Takes out every line that is told as a mistake, of content first, then of pages, and builds the rest."""
    while errors := [each for each in problems_of(task.content, today=DAY, ledgers_bind=False) if each.is_error]:
        take_all_out(task.content, errors)
    while not (outcome := build(task)).change:
        take_all_out(task.content, some(each for each in outcome.problems if each.is_error))


def take_all_out(content: Path, errors: list[Problem]) -> None:
    by_file: dict[str, set[int]] = {}
    for problem in errors:
        by_file.setdefault(problem.location.file.partition("/")[2], set()).add(problem.location.line)
    for name, numbers in by_file.items():
        take_out(content / name, numbers)


def held_in(content: Path) -> int:
    """How many payloads stand in what was let in."""
    files = [*(content / "products").iterdir(), *(content / "news").iterdir()]
    return sum(sum("ran()" in line or OUT in line for line in file.read_text("utf-8").split("\n")) for file in files)


def take_out(file: Path, numbers: set[int]) -> None:
    lines = file.read_text("utf-8").split("\n")
    named = ("code", "name", "producer", "summary", "sources")
    must_go = file.suffix == ".md" or not numbers or any(lines[n - 1].startswith(named) for n in numbers if n)
    if must_go or 0 in numbers:
        file.unlink()
    else:
        file.write_text("\n".join(line for n, line in enumerate(lines, start=1) if n not in numbers), "utf-8")


def attacked_theme(themes: Path) -> None:
    """The theme with payloads for words."""
    shutil.copytree(PROJECT / "themes" / "dong-bang", themes / "dong-bang")
    file = themes / "dong-bang" / "words.yaml"
    words = {key: dict(said) for key, said in load_words(file).items()}
    plain = [key for key, said in words.items() if all(isinstance(text, str) for text in said.values())]
    safe = [payload for payload in TYPED["markup"] if not set("{}") & set(payload)]
    for number, key in enumerate(plain):
        payload = safe[number % len(safe)]
        words[key] = {language: f"{text} {payload}" for language, text in words[key].items()}
    file.write_text(json.dumps(words, ensure_ascii=False), "utf-8")


def without_policy(folder: Path) -> None:
    pages = some(folder.rglob("*.html"))
    for page in pages:
        text = page.read_text("utf-8")
        opened = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        assert opened != text, page
        page.write_text(opened, "utf-8")


@pytest.fixture(scope="module")
def attacked(shared: Path, cache: Path) -> Iterator[Attacked]:
    def make(folder: Path) -> None:
        write(folder / "content")
        attacked_theme(folder / "themes")
        task = Task(folder / "content", folder / "themes", folder / "thu", cache, today=DAY, ledgers_bind=False)
        leave_what_is_let_in(task)
        without_policy(folder / "thu")
        (folder / "held").write_text(str(held_in(task.content)))

    folder = once(shared / "attacked", make)
    with serving(folder, "/thu") as address:
        pages = sorted(page.relative_to(folder / "thu").as_posix() for page in (folder / "thu").rglob("*.html"))
        yield Attacked(address, pages, int((folder / "held").read_text()))


@pytest.fixture
def page(browser: Browser, attacked: Attacked) -> Iterator[Page]:
    """A page that reaches the site alone."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(NOTICE)
    origin = attacked.address.removesuffix("/thu")
    context.route(lambda url: not url.startswith((origin, "data:", "blob:")), lambda route: route.abort())
    yield context.new_page()
    context.close()


def asked_of_others(page: Page, attacked: Attacked) -> list[str]:
    """Every request that goes elsewhere, from now on."""
    asked: list[str] = []
    page.on("request", lambda made: None if made.url.startswith(attacked.address) else asked.append(made.url))
    return asked


def test_the_trap_springs(page: Page, attacked: Attacked) -> None:
    asked = asked_of_others(page, attacked)
    page.goto(f"{attacked.address}/vi/")
    page.set_content(f'<img src="{OUT}/x.png" onerror="ran()"><a href="javascript:ran()">x</a>')
    page.wait_for_function("window.hasRun")
    assert (len(page.evaluate(ACTING)), asked) == (2, [f"{OUT}/x.png"])


def test_enough_is_let_in_to_be_tried(attacked: Attacked) -> None:
    assert attacked.held >= LEAST


def test_no_page_runs_what_was_typed_or_asks_another_site(page: Page, attacked: Attacked) -> None:
    asked = asked_of_others(page, attacked)
    for path in some(attacked.pages):
        page.goto(f"{attacked.address}/{path.removesuffix('index.html')}", wait_until="load")
        assert (page.evaluate("window.hasRun"), page.evaluate(ACTING), asked) == (None, [], []), path


def test_search_runs_neither_what_is_found_nor_what_is_asked_for(page: Page, attacked: Attacked) -> None:
    asked = asked_of_others(page, attacked)
    for typed in ("img", "script", "<img src=x onerror=ran()>", '"><svg onload=ran()>', "ran"):
        page.goto(f"{attacked.address}/vi/", wait_until="load")
        page.locator("input[type=search]").first.press_sequentially(typed)
        page.wait_for_load_state("networkidle")
        assert (page.evaluate("window.hasRun"), page.evaluate(ACTING), asked) == (None, [], [])
