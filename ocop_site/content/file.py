"""What one content file says: an `Entry`, or problems that tell what is wrong with its writing."""

from functools import partial

from ocop_site.content.conflict import refuse_conflict
from ocop_site.content.encodings.decoding import as_seen, blemishes, decode
from ocop_site.content.entry import Entry, Slip, Value
from ocop_site.content.folder import FolderItem
from ocop_site.content.front_matter import MarkdownFile, read_article
from ocop_site.content.names import RecordName
from ocop_site.content.yaml.events import MOST_NODES
from ocop_site.content.yaml.tree import positions, read_tree
from ocop_site.frozen import frozen
from ocop_site.problems import Problem
from ocop_site.records.files import FILES
from ocop_site.records.ledgers import LEDGERS


@frozen
class ContentFile:
    """A file to be read, as what, and how many times larger than a record's it may be."""

    found: FolderItem
    kind: str
    name: RecordName
    factor: int = 1


@frozen
class FileRead:
    """What one file says, or what is wrong with it."""

    entry: Entry | None
    problems: tuple[Problem, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is no more than its data: nothing is told of it, and nothing is written below them."""
        return self.entry is not None and not self.problems and self.entry.language is None


def read_file(raw: bytes, source: ContentFile, digest: str = "") -> FileRead:
    """Reads what a file holds and tells whatever is wrong with it."""
    way = source.found.way
    try:
        return _entry(decode(raw), source, digest)
    except Slip as slip:
        return FileRead(None, (slip.problem(way, as_seen(raw, slip)),))


def remembered(raw: bytes, source: ContentFile, digest: str, data: dict[str, Value]) -> FileRead:
    """A file that is no more than its data: its text and the places in it are found where they are asked for."""
    text = partial(decode, raw)
    where = positions(text, MOST_NODES * source.factor)
    return FileRead(Entry(source.kind, source.name.id, source.found.way, data, *where, text, digest=digest), ())


def _entry(text: str, source: ContentFile, digest: str) -> FileRead:
    """No entry where a part cannot be read: what stands there is not known, so nothing can be said of the rest."""
    kind, name = source.kind, source.name
    text, slips = blemishes(text)
    lines = tuple(text.split("\n"))
    try:
        refuse_conflict(lines)
        most = MOST_NODES * source.factor
        article = read_article(text) if name.language else MarkdownFile(read_tree(text, most))
    except Slip as slip:
        return FileRead(None, tuple(each.problem(source.found.way, lines) for each in (*slips, _kept(slip, kind))))
    tree = article.tree
    told = (*slips, *(_kept(slip, kind) for slip in tree.slips))
    problems = tuple(slip.problem(source.found.way, lines) for slip in told)
    where = (tree.data, tree.values, tree.keys, lambda: text)
    entry = Entry(kind, name.id, source.found.way, *where, name.language, article.body, article.body_line, digest)
    return FileRead(entry if tree.whole else None, problems)


def _kept(slip: Slip, kind: str) -> Slip:
    """A file that no catalogue can do without is never proposed to be removed, however empty it is."""
    if slip.code == "yaml.empty" and kind in LEDGERS:
        return Slip("yaml.empty-ledger", slip.mark.line, slip.mark.column)
    if slip.code == "yaml.empty" and FILES[kind].is_required:
        return Slip("yaml.empty-needed", slip.mark.line, slip.mark.column)
    return slip
