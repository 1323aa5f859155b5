"""However a folder was edited, understanding it again is understanding it anew: problems, records, what is derived."""

import shutil
import tempfile
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ocop_site.content.memory.memory import Memory
from tests.support import Task, Understanding, Understood, understand, understand_remembering

SAMPLE = Path("tests/example/content")
DAY = date(2026, 11, 23)

KEPT = ("products", "producers", "decisions", "places", "news", "pages", "notices", "trails", "partners")

LINES = (
    "draft: true", "goes_with: [mau-ruou-31]", "alcohol_percent: 40", "summary: {vi: Chữa bệnh dạ dày}", "broken: [",
    "summary: {vi: '[Xem](product:khong-co)'}", "summary: {vi: 'Gọi ông Nguyễn Văn Bảy, 0987 654 321'}", "set: 99",
    "withdrawn: {on: 2026-11-24, reason: {vi: Thôi làm.}}", "consent: {on: 2026-11-24, scope: [contact, address]}",
    "name: {vi: Bánh năm sao, en: Five star cake}", "kind: household", "code: LA001", "contains: [mau-ruou-31]",
    "certificates: [{stars: 4, expires: 2029-12-31}]", "sources: [s-khong-co]", "season: [1, 1]", "# chỉ một lời",
)  # fmt: skip
"""What is put in place of a field, or behind all of them."""

WORDS = ("OCOP 5 sao", "chữa ung thư", "rượu", "Bánh", "[lạp xưởng](product:", "2026", "\t", "é", "0272 3826 123", "")


def copied(content: Path, to: Path) -> Path:
    """A content folder with pictures of no bytes: only their names are read here."""
    return shutil.copytree(content, to, copy_function=lambda of, at: _copied(Path(of), Path(at)))


def _copied(file: Path, to: Path) -> None:
    to.write_bytes(b"" if "media" in file.parts else file.read_bytes())


def is_whole(machine: "FolderEdited") -> bool:
    """Where mistakes leave no catalogue, only what may mend it is done."""
    return machine.is_whole


class FolderEdited(RuleBasedStateMachine):
    """A folder under the hands of its editors, who save, rename, delete, put back, and come back another day."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.content = self.folder / "content"
        copied(SAMPLE, self.content)
        self.day, self.changed = DAY, set[Path]()
        self.understanding = Understanding(self.task())
        self.before: list[tuple[Path, bytes]] = []
        self.is_whole = True

    def task(self) -> Task:
        return Task(content=self.content, output=self.folder / "output", cache=self.folder / "cache", today=self.day)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def first(self) -> None:
        self.understanding.again()

    def files(self) -> list[Path]:
        files = (path for path in self.content.rglob("*") if path.is_file())
        return sorted(path for path in files if path.suffix in (".yaml", ".md"))

    def write(self, file: Path, text: str) -> None:
        self.before.append((file, file.read_bytes() if file.exists() else b""))
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8", newline="")
        self.changed.add(file)

    @rule(pick=st.integers(0, 999), line=st.sampled_from(LINES))
    def field(self, pick: int, line: str) -> None:
        """A field gets another value, or stands there for the first time."""
        file = self.files()[pick % len(self.files())]
        name = line.partition(":")[0]
        kept = [each for each in file.read_text("utf-8").split("\n") if not each.startswith(f"{name}:")]
        self.write(file, "\n".join([*filter(None, kept), line, ""]))

    @precondition(is_whole)
    @rule(pick=st.integers(0, 999), at=st.integers(0, 9999), words=st.sampled_from(WORDS), cut=st.integers(0, 12))
    def typed(self, pick: int, at: int, words: str, cut: int) -> None:
        file = self.files()[pick % len(self.files())]
        text = file.read_text("utf-8")
        start = at % (len(text) + 1)
        self.write(file, text[:start] + words + text[start + cut :])

    @precondition(is_whole)
    @rule(pick=st.integers(0, 999))
    def deleted(self, pick: int) -> None:
        file = self.files()[pick % len(self.files())]
        self.before.append((file, file.read_bytes()))
        file.unlink()
        self.changed.add(file)

    @precondition(is_whole)
    @rule(pick=st.integers(0, 999), name=st.sampled_from(["khac.yaml", "Bản sao.yaml", "moi.vi.md", "cu (1).yaml"]))
    def renamed(self, pick: int, name: str) -> None:
        file = self.files()[pick % len(self.files())]
        target = file.with_name(name)
        self.before += [(file, file.read_bytes()), (target, target.read_bytes() if target.exists() else b"")]
        file.replace(target)
        self.changed |= {file, target}

    @rule()
    def reverted(self) -> None:
        if self.before:
            file, raw = self.before.pop()
            file.unlink(missing_ok=True)
            if raw:
                file.write_bytes(raw)
            self.changed.add(file)

    @rule(at=st.integers(0, 1 << 20), sign=st.binary(max_size=3))
    def damaged(self, at: int, sign: bytes) -> None:
        """What is remembered on the disk is cut, written over or lengthened somewhere."""
        for file in (self.folder / "cache" / "records").glob("*"):
            raw = file.read_bytes()
            start = at % (len(raw) + 1)
            file.write_bytes(raw[:start] + sign + (raw[start + 1 :] if sign else b""))

    @rule(days=st.integers(-40, 400))
    def another_day(self, days: int) -> None:
        self.day = DAY + timedelta(days=days)

    @invariant()
    def again_is_as_anew(self) -> None:
        for changed in (frozenset(self.changed), frozenset[Path](), None):
            self.compared(changed)
        self.changed.clear()

    def compared(self, changed: Collection[Path] | None) -> None:
        self.understanding.task = self.task()
        again, anew = self.understanding.again(changed), understand(self.task(), memory=Memory())
        assert told(again) == told(anew)
        if changed is None:
            assert told(understand_remembering(self.task())) == told(anew)
        self.is_whole = again.catalogue is not None


def told(understood: Understood) -> list[Any]:
    """All of it as values that can be compared, in order."""
    records, catalogue = understood.records, understood.catalogue
    shaped = [(kind, key, repr(each.record)) for kind, of in records.by_kind.items() for key, each in of.items()]
    found: list[Any] = [[repr(problem) for problem in understood.problems], shaped, records.broken, records.next_code]
    if catalogue is None:
        return found
    derived = [(i, catalogue.showing(i), catalogue.timeline(i)) for i in (*catalogue.products, *catalogue.drafts)]
    places = [(i, catalogue.locality(i)) for i in catalogue.products]
    grouped = (catalogue.products_of, catalogue.products_by_decision, catalogue.sold_at, catalogue.standing_notices)
    return [*found, repr(derived), repr(places), repr(grouped), repr([catalogue.of(kind) for kind in KEPT])]


FolderEdited.TestCase.settings = settings(max_examples=12, stateful_step_count=8, deadline=None)
TestFolderEdited = FolderEdited.TestCase


def test_what_is_the_same_is_the_same_object(tmp_path: Path) -> None:
    content = copied(SAMPLE, tmp_path / "content")
    understanding = Understanding(Task(content=content, output=tmp_path / "output", today=DAY))
    before = understanding.again().catalogue
    product = content / "products" / f"{next(iter(before.products if before else ()))}.yaml"
    product.write_text(product.read_text("utf-8") + "# một lời\n", "utf-8")
    after = understanding.again([product]).catalogue
    assert before
    assert after
    assert [i for i in before.products if before.products[i] is not after.products[i]] == [product.stem]
    assert [i for i in before.products if before.showing(i) is not after.showing(i)] == [product.stem]
    assert all(before.news[i] is after.news[i] for i in before.news)
    assert all(before.producers[i] is after.producers[i] for i in before.producers)


def test_a_word_that_a_household_takes_back_is_asked_of_every_record_again(tmp_path: Path) -> None:
    content = copied(SAMPLE, tmp_path / "content")
    task = Task(content=content, output=tmp_path / "output", cache=tmp_path / "cache", today=DAY)
    home = content / "producers" / "ho-cong-khai.yaml"
    place = content / "places" / "cua-hang.yaml"
    place.write_text(place.read_text("utf-8") + "story: {vi: 'Ở số 34 Đường Cởi Mở.'}\n", "utf-8")
    understanding = Understanding(task)
    before = [understanding.again(), understand_remembering(task)]
    kept = [line for line in home.read_text("utf-8").split("\n") if not line.startswith("consent:")]
    home.write_text("\n".join(kept), "utf-8")
    anew = understand(task, memory=Memory())
    assert "care.household" in [problem.code for problem in anew.problems]
    assert "care.household" not in [problem.code for understood in before for problem in understood.problems]
    assert told(understanding.again([home])) == told(understand_remembering(task)) == told(anew)
