"""Whatever editors do, in any order: what was once published under a code, a barcode or an address is still found.

Edits are made in the files as people make them, good and bad ones, with the command `ledger` and builds in between.
What a build refuses need not hold. What it publishes must.
"""

import re
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from selectolax.lexbor import LexborHTMLParser

from ocop_site.desk.ledger import enter
from ocop_site.records.values.identifiers import gtin_check_digit
from tests.build.office import Thing, found
from tests.support import PROJECT, Task, build, good_catalogue_of

DAY = date(2026, 11, 23)

IDS = ("gao", "mam", "banh", "tra", "gom")
CODES = ("VD001", "VD002", "VD003", "VD004", "VD005", "VD006")
GTINS = tuple(
    f"{body}{gtin_check_digit(body)}" for body in ("952000000001", "952000000002", "1952000000003", "9520004")
)
WORDS = ("san-pham", "mat-hang", "dac-san")


class Office(RuleBasedStateMachine):
    """An office at work on a catalogue, and its readers' memory of what was published."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="office-"))
        self.content = self.folder / "content"
        self.things: list[Thing] = []
        self.lost: list[str] = []
        self.same: dict[str, str] = {}
        self.remembered: dict[str, str] = {}
        found(self.content)
        for id, code, gtin in zip(IDS[:3], CODES, GTINS, strict=False):
            self.things.append(Thing(f"Vat {len(self.things)}", id, code, [gtin]))
            self.write(self.things[-1])
        self.publish()
        assert len(self.remembered) == 9

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # --- what people do ---------------------------------------------------------------------------------------------

    @rule(id=st.sampled_from(IDS), code=st.sampled_from(CODES), gtins=st.lists(st.sampled_from(GTINS), max_size=1))
    def add(self, id: str, code: str, gtins: list[str]) -> None:
        """A new product. Nobody can tell one that takes code or name of a deleted file from that file changed."""
        if not self.file(id).exists() and not any(code == thing.code or id == thing.id for thing in self.absent):
            self.things.append(Thing(f"Vat {len(self.things)}", id, code, gtins))
            self.write(self.things[-1])

    @precondition(lambda self: self.present)
    @rule(data=st.data(), id=st.sampled_from(IDS))
    def rename(self, data: st.DataObject, id: str) -> None:
        thing = data.draw(st.sampled_from(self.present))
        if not self.file(id).exists():
            self.file(thing.id).rename(self.file(id))
            thing.id = id

    @precondition(lambda self: self.present)
    @rule(data=st.data(), code=st.sampled_from(CODES))
    def recode(self, data: st.DataObject, code: str) -> None:
        thing = data.draw(st.sampled_from(self.present))
        thing.code = code
        self.write(thing)

    @precondition(lambda self: self.present)
    @rule(data=st.data(), gtins=st.lists(st.sampled_from(GTINS), max_size=2, unique=True))
    def repack(self, data: st.DataObject, gtins: list[str]) -> None:
        thing = data.draw(st.sampled_from(self.present))
        thing.gtins = gtins
        self.write(thing)

    @precondition(lambda self: self.present)
    @rule(data=st.data(), what=st.sampled_from(["is_withdrawn", "is_draft"]), so=st.booleans())
    def mark(self, data: st.DataObject, what: str, so: bool) -> None:
        thing = data.draw(st.sampled_from(self.present))
        setattr(thing, what, so)
        self.write(thing)

    @precondition(lambda self: self.present)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        thing = data.draw(st.sampled_from(self.present))
        thing.is_there = False
        self.file(thing.id).unlink()

    @precondition(lambda self: self.absent)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        thing = data.draw(st.sampled_from(self.absent))
        if not self.file(thing.id).exists():
            thing.is_there = True
            self.write(thing)

    @precondition(lambda self: self.absent)
    @rule(data=st.data())
    def end(self, data: st.DataObject) -> None:
        self.note(data.draw(st.sampled_from(self.absent)).id, "ended: 2026-10-01")

    @precondition(lambda self: self.absent and self.present)
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        """An editor's own word that one product is another: so it is to be taken."""
        old, new = data.draw(st.sampled_from(self.absent)), data.draw(st.sampled_from(self.present))
        if self.note(old.id, f"moved: {new.id}"):
            self.same[self.meant(old.name)] = self.meant(new.name)

    @rule(word=st.sampled_from(WORDS))
    def reword(self, word: str) -> None:
        text = (self.content / "site.yaml").read_text("utf-8")
        text = re.sub(r"^      products: .*", f"      products: {word}", text, count=1, flags=re.MULTILINE)
        (self.content / "site.yaml").write_text(text, "utf-8")

    @precondition(lambda self: any(line.startswith("VD") for line in self.lines))
    @rule(data=st.data())
    def lose_a_line(self, data: st.DataObject) -> None:
        """Of a code: those of barcodes may be corrected, since a pack says whose a barcode is."""
        line = data.draw(st.sampled_from([line for line in self.lines if line.startswith("VD")]))
        self.lost.append(line)
        (self.content / "codes.yaml").write_text("".join(each for each in self.lines if each != line), "utf-8")

    @precondition(lambda self: self.lost)
    @rule()
    def put_it_back(self) -> None:
        line, lines = self.lost.pop(), self.lines
        if not any(other.startswith(line.partition(":")[0]) for other in lines):
            (self.content / "codes.yaml").write_text("".join([*lines, line]), "utf-8")

    @rule()
    def ledger(self) -> None:
        if catalogue := good_catalogue_of(self.content, today=DAY, ledgers_bind=False):
            enter(self.content, catalogue)

    @rule()
    def build(self) -> None:
        if build(self.task()).change:
            self.look()

    @rule()
    def publish(self) -> None:
        self.ledger()
        self.build()

    @rule()
    def publish_again(self) -> None:
        """Since it is what an office does most."""
        self.publish()

    # --- what readers find ------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Everything remembered is still found, and what is new is remembered."""
        for path, name in self.remembered.items():
            assert self.meant(name) in self.about(path), path
        for file in sorted((self.folder / "output").rglob("index.html")):
            path = f"/{file.parent.relative_to(self.folder / 'output').as_posix()}/"
            if re.match(r"/(p|01)/|/vi/[^/]+/(gao|mam|banh|tra|gom)/", path):
                names = [name for name in map(self.meant, self.names) if name in self.about(path)]
                self.remembered.setdefault(path, names[0])

    def about(self, path: str) -> str:
        """What a visitor reads in the end: on the page itself, and where its doors or its refresh lead."""
        page = LexborHTMLParser((self.folder / "output" / path.strip("/") / "index.html").read_bytes())
        doors = [node.attributes.get("href") or "" for node in page.css("main a[data-language]")]
        for node in page.css("meta[http-equiv=refresh]"):
            doors.append((node.attributes.get("content") or "").partition("url=")[2])
        if not doors:
            heading = page.css_first("h1")
            return heading.text() if heading else ""
        found = {self.about(door.removeprefix("/thu")) for door in doors}
        return " / ".join(sorted(found)) if all("Vat" in text for text in found) else ""

    # --- the files --------------------------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        file = self.content / "codes.yaml"
        text = file.read_text("utf-8") if file.exists() else ""
        return [line for line in text.splitlines(keepends=True) if not line.startswith("#")]

    @property
    def present(self) -> list[Thing]:
        return [thing for thing in self.things if thing.is_there]

    @property
    def absent(self) -> list[Thing]:
        return [thing for thing in self.things if not thing.is_there]

    @property
    def names(self) -> list[str]:
        return [thing.name for thing in self.things]

    def meant(self, name: str) -> str:
        seen = {name}
        while (name := self.same.get(name, name)) not in seen:
            seen.add(name)
        return name

    def file(self, id: str) -> Path:
        return self.content / "products" / f"{id}.yaml"

    def write(self, thing: Thing) -> None:
        self.file(thing.id).write_text(thing.text(), "utf-8")

    def note(self, id: str, what: str) -> bool:
        """Written behind `since` on a line of the ledger that says nothing else yet."""
        file = self.content / "published.yaml"
        before = file.read_text("utf-8") if file.exists() else ""
        after = re.sub(rf"^(    {id}: {{since: [0-9-]+)}}$", rf"\1, {what}}}", before, flags=re.MULTILINE)
        if after != before:
            file.write_text(after, "utf-8")
        return after != before

    def task(self, **options: Any) -> Task:
        output, cache = self.folder / "output", self.folder / "cache"
        return Task(self.content, PROJECT / "themes", output, cache, today=DAY, **options)


TestPermanence = Office.TestCase
TestPermanence.settings = settings(
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # to shrink a year of an office's work takes longer than to read it
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
