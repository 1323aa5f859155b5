"""Search beside Pagefind and MiniSearch: `python tests/benchmarks/search/measure.py golden`, or `speed 300 3000`.

`golden` asks all three what the table of queries wants (tests/browser/golden.yaml), over the sample and 300 made-up
products. `speed` tells the bytes of our index, packed as a server sends it (brotli), and the time from a typed key to
results in Chromium, its processor slowed down four times, ours and MiniSearch's in turn. First `npm ci` in this folder.
"""

import argparse
import functools
import http.server
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))

import yaml
from playwright.sync_api import Page, sync_playwright

from ocop_site.pipeline import build
from ocop_site.run import Task
from ocop_site.search.groups import groups
from ocop_site.search.pages import page_entries
from ocop_site.search.products import searched_products
from ocop_site.search.scripts import FIRST, search_scripts
from tests.benchmarks.generate import generate
from tests.support import catalogue_of, editions_of

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
TODAY = date(2026, 11, 23)
SLOWED = 4
KIT = ("data", "folding", "index", "readings", "finding", "cards")

TYPED = (
    "lap xuong",
    "mắm cá",
    "banh trang",
    "sausage",
    "nuoc mam can duoc",
    "hop tac xa",
    "huong que",
    "lap xuonh",
    "ga",
)
"""Each is typed letter by letter, as visitors do."""

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Search</title>
<script src="minisearch.js"></script>{scripts}
<script>
const fold = (word) => word.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\\u0300-\\u036f]/g, "");
const fields = ["name", "other", "thing", "maker", "place", "text", "code"];
async function begin(kind) {{
  if (kind === "ours") {{
    const index = await ocop.index.open("{index}");
    const finding = ocop.finding(index), cards = ocop.cards(index);
    window.ask = async (query) => {{
      const found = await finding.find(query, 8);
      return (await cards(found.entries)).map((card) => [card.kind, card.id]);
    }};
  }} else {{
    const mini = new MiniSearch({{ fields, storeFields: ["kind", "id_"], processTerm: fold }});
    mini.addAll(await (await fetch("entries.json")).json());
    const boost = {{ name: 6, other: 4, thing: 3, maker: 2, place: 2, code: 6 }};
    window.ask = async (query) => mini
      .search(query, {{ prefix: true, fuzzy: 0.2, combineWith: "AND", boost }})
      .slice(0, 8).map((found) => [found.kind, found.id_]);
  }}
}}
async function timed(queries) {{
  const times = [];
  for (const query of queries) {{
    for (let end = 2; end <= query.length; end++) {{
      const typed = query.slice(0, end);
      await ask(typed);
      const start = performance.now();
      await ask(typed);
      times.push(performance.now() - start);
    }}
  }}
  return times;
}}
</script></html>"""


def prepare(content: Path, folder: Path) -> float:
    """The index, the entries as MiniSearch takes them, and a page with both. Gives the seconds that the index took."""
    editions = editions_of(catalogue_of(content, today=TODAY, ledgers_bind=False), content / "media")
    for edition in editions.values():
        edition.parts.cards(edition.catalogue.products)  # the pages make them, whether there is a search or not
    begun = time.process_time()
    scripts = search_scripts(editions.default)
    seconds = time.process_time() - begun
    for document in scripts.documents:
        (folder / document.path).parent.mkdir(exist_ok=True)
        (folder / document.path).write_bytes(document.body)
    (folder / "entries.json").write_text(json.dumps(as_documents(editions), ensure_ascii=False), "utf-8")
    shutil.copy(HERE / "node_modules/minisearch/dist/umd/index.js", folder / "minisearch.js")
    for name in KIT:
        shutil.copy(PROJECT / f"ocop_site/theme/kit/scripts/{name}.js", folder)
    tags = "".join(f'<script src="{name}.js"></script>' for name in KIT)
    (folder / "index.html").write_text(PAGE.format(scripts=tags, index=FIRST), "utf-8")
    return seconds


def as_documents(editions: Any) -> list[dict[str, str]]:
    """What our index knows of each entry, in fields."""
    edition = editions.default
    shared: dict[str, dict[int, list[str]]] = {}
    for group in groups(editions):
        if group.rank is not None:
            for product_id in group.products:
                shared.setdefault(product_id, {}).setdefault(int(group.rank), []).extend(group.names)
    names = ("name", "name", "other", "thing", "maker", "place", "text")
    found = []
    entries = (*(product.entry for product in searched_products(edition)), *page_entries(edition))
    for number, entry in enumerate(entries):
        fields: dict[str, list[str]] = {}
        for rank, text in entry.texts:
            fields.setdefault(names[rank], []).append(text)
        for number_of, texts in shared.get(entry.id, {}).items() if entry.code else ():
            fields.setdefault(names[number_of], []).extend(texts)
        told = {name: " ".join(texts) for name, texts in fields.items()}
        found.append({"id": str(number), "kind": entry.kind, "id_": entry.id, "code": entry.code or "", **told})
    return found


@contextmanager
def opened(folder: Path) -> Iterator[tuple[str, Page, Any]]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        yield f"http://127.0.0.1:{server.server_port}", page, page.context.new_cdp_session(page)
        browser.close()
    server.shutdown()


def packed_size(folder: Path) -> dict[str, int]:
    """The bytes of each kind of part as brotli packs them, by Node."""
    program = """
      const fs = require("fs"), zlib = require("zlib"), found = {};
      for (const name of fs.readdirSync(process.argv[1])) {
        const kind = name.split(/[-.]/)[0];
        const packed = zlib.brotliCompressSync(fs.readFileSync(process.argv[1] + "/" + name));
        found[kind] = (found[kind] || 0) + packed.length;
      }
      console.log(JSON.stringify(found));"""
    done = subprocess.run(["node", "-e", program, str(folder)], capture_output=True, text=True, check=True)
    told: dict[str, int] = json.loads(done.stdout)
    return told


def speed(size: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        content, folder = Path(temporary, "content"), Path(temporary, "site")
        folder.mkdir()
        generate(content, size)
        seconds = prepare(content, folder)
        told = packed_size(folder / "search")
        each = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in told.items())
        print(f"{size} products: index {sum(told.values()) / 1000:.1f} kB packed ({each}), made in {seconds:.2f} s CPU")
        with opened(folder) as (origin, page, session):
            print(f"   first query: {first_query(page, origin, folder)}")
            for number in range(rounds):
                print(
                    f"   round {number + 1}: " + "; ".join(clocked(page, session, origin, k) for k in ("ours", "mini"))
                )


def first_query(page: Page, origin: str, folder: Path) -> str:
    """The bytes of all parts that come for one query, packed."""
    told = []
    for query in ("lap xuong", "nuoc mam can duoc", "hop tac xa huong que", "sausage"):
        page.goto(origin)
        page.evaluate("begin('ours')")
        page.evaluate("(query) => ask(query)", query)
        entries = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
        names = [name.rpartition("/")[2] for name in entries]
        with tempfile.TemporaryDirectory() as asked:
            for name in {n for n in names if (folder / "search" / n).is_file()}:
                shutil.copy(folder / "search" / name, asked)
            told.append(f"{query} {sum(packed_size(Path(asked)).values()) / 1000:.1f} kB")
    return ", ".join(told)


def clocked(page: Page, session: Any, origin: str, kind: str) -> str:
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.goto(origin)
    page.evaluate("(kind) => begin(kind)", kind)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    times = sorted(page.evaluate("(typed) => timed(typed)", list(TYPED)))
    median, worst = statistics.median(times), times[-1]
    return f"{kind} median {median:.1f} ms, 95 % {times[len(times) * 95 // 100]:.1f}, worst {worst:.1f}"


def golden() -> None:
    table = yaml.safe_load((PROJECT / "tests/browser/golden.yaml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        content, folder = Path(temporary, "content"), Path(temporary, "site")
        folder.mkdir()
        generate(content, 300, letters="GE")
        shutil.copytree(PROJECT / "content", content, dirs_exist_ok=True)
        prepare(content, folder)
        site = folder / "ocop-long-an"
        outcome = build(
            Task(content, PROJECT / "themes", site, Path(temporary, "cache"), today=TODAY, ledgers_bind=False)
        )
        assert outcome.change, outcome.problems[:3]
        pagefind = HERE / "node_modules/.bin/pagefind"
        subprocess.run([pagefind, "--site", site, "--glob", "{vi,en}/**/*.html"], check=True, capture_output=True)
        with opened(folder) as (origin, page, _):
            for kind in ("ours", "mini", "pagefind"):
                page.goto(origin)
                page.evaluate(PAGEFIND if kind == "pagefind" else f"begin('{kind}')")
                print(f"{kind}: {scores(page, table)}")


PAGEFIND = """async () => {
  const pagefind = await import("/ocop-long-an/pagefind/pagefind.js");
  await pagefind.options({ baseUrl: "/" });
  await pagefind.init();
  const kinds = { "san-pham": "products", "chu-the": "producers", "dia-diem": "places", "xa-phuong": "communes",
    "huyen-cu": "districts", "nganh": "industries", "bo-san-pham": "sets", "quyet-dinh": "decisions" };
  window.ask = async (query) => {
    const found = await pagefind.search(query);
    const told = await Promise.all(found.results.slice(0, 8).map((result) => result.data()));
    const steps = told.map((each) => each.url.split("/").filter(Boolean).slice(-2));
    return steps.map(([kind, id]) => [kinds[kind] || kind, id]);
  };
}"""


def scores(page: Page, table: dict[str, list[Any]]) -> str:
    first = sum(fnmatchcase((asked(page, query) or [""])[0], wanted) for query, wanted in table["first"])
    within = sum(any(fnmatchcase(i, wanted) for i in asked(page, query)[:5]) for query, wanted in table["within"])
    nothing = sum(not asked(page, query) for query in table["nothing"])
    told = ((first, "first"), (within, "within"), (nothing, "nothing"))
    return ", ".join(f"{name} {count} of {len(table[name])}" for count, name in told)


def asked(page: Page, query: str) -> Sequence[str]:
    found = page.evaluate("(query) => ask(query)", query)
    return [name if kind == "products" else f"{kind}/{name}" for kind, name in found]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("golden", "speed"))
    parser.add_argument("sizes", type=int, nargs="*", default=[300])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.what == "golden":
        golden()
    for size in options.sizes if options.what == "speed" else ():
        speed(size, options.rounds)
