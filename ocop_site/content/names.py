"""What a file's name says: a record's id, or what kind of stray file it is."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace

from ocop_site.content.copies import is_copy_of_machine, original_of
from ocop_site.files import is_device
from ocop_site.frozen import frozen
from ocop_site.problems import Mistake, nearest
from ocop_site.records.values.ids import LONGEST_ID
from ocop_site.records.values.media_names import media_name
from ocop_site.text.signs import ascii_signs, latin_letters
from ocop_site.text.vietnamese import slug, with_real_d


@frozen
class RecordName:
    """The id (and language) in a record's file name. A file with a `mistake` in its name is read all the same."""

    id: str
    language: str | None = None
    mistake: Mistake | None = None

    @property
    def key(self) -> str:
        return f"{self.id}.{self.language}" if self.language else self.id


class Stray(Mistake):
    """A file that is no record and is not read."""


WARNINGS = {"name.leftover", "name.office-file"}
"""Strays that only lie about: nothing that was meant to be published is missing because of them."""

_SILENT = re.compile(
    r"\.|~\$|(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|__macosx)$|readme(\.[a-z]{2})?(\.md|\.txt)?$", re.IGNORECASE
)
_UNLOADED = re.compile(r"\.(.+)\.icloud")
_LEFTOVER = re.compile(r"#.*#$|.*(~|\.(bak|orig|old|tmp|temp|rej|save|sw[a-p]))$", re.IGNORECASE | re.DOTALL)
_OFFICE = {"xlsx", "xlsm", "xls", "ods", "csv", "tsv", "docx", "doc", "odt", "rtf", "pdf", "pptx", "numbers", "pages"}
_PICTURES = {"jpg", "jpeg", "png", "webp", "gif", "svg", "heic", "avif", "tif", "tiff", "bmp"}
_GOOD = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml")
_HANDY = 60
"""Letters of a name that is proposed in place of one that is too long."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


def shown(name: str) -> str:
    """A name fit to be told: composed letters, nothing that is no character."""
    if name.isascii() and name.isprintable():
        return name
    text = unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return with_real_d("".join(c if c.isprintable() or c == " " else "\ufffd" for c in text))


def of_media(name: str) -> str:
    """The name by which records find a file or folder in `media/`."""
    return shown(media_name(name))


def unloaded(name: str) -> str | None:
    """The file that iCloud keeps elsewhere and has left this one for; None where the name is another."""
    found = _UNLOADED.fullmatch(name)
    return found[1] if found else None


def is_silent(name: str) -> bool:
    """Files that systems and programs put everywhere, and a README for whoever opens the folder."""
    return bool(_SILENT.match(name))


def leftover(name: str) -> Stray | None:
    return Stray("name.leftover", name=name) if _LEFTOVER.match(name) else None


def record(name: str, is_folder: bool, there: Collection[str] = ()) -> RecordName:
    """`<id>.yaml`; raises a `Stray` for what is not to be read. `there` is all that lies in its folder."""
    good = None if is_folder or is_copy_of_machine(name, there) else _GOOD.fullmatch(name)
    if good and not is_device(good[1]) and len(good[1]) <= LONGEST_ID:
        return RecordName(good[1])
    stem, mistake = _stem(name, is_folder, "yaml", {"yml"}, there)
    return _checked(RecordName(stem, None, mistake), name, f"{_plain(stem)}.yaml")


def markdown(name: str, is_folder: bool, there: Collection[str] = ()) -> RecordName:
    """`<id>.<language>.md`."""
    stem, mistake = _stem(name, is_folder, "md", {"markdown", "mdown", "mkd"}, there)
    base, dot, language = stem.rpartition(".")
    if not dot:
        raise Stray("name.no-language", name=name, proposal=f"{_plain(stem) or 'ten-bai'}.vi.md")
    if not _LANGUAGE.fullmatch(language):
        raise Stray("name.language", name=name, language=language)
    return _checked(RecordName(base, language, mistake), name, f"{_plain(base)}.{language}.md")


def unknown(name: str, known: Iterable[str]) -> Mistake:
    """For a file or folder at the top that means nothing there."""
    if near := nearest(name, known):
        return Mistake("name.unknown-near", name=name, near=near)
    return Mistake("name.unknown", name=name)


def stray(name: str, there: Collection[str]) -> Stray | None:
    """The strays that are recognised in any folder."""
    if found := leftover(name):
        return found
    if name.rpartition(".")[2].lower() in _OFFICE:
        return Stray("name.office-file", name=name)
    if not (original := original_of(name, there)):
        return None
    if there and original not in there:
        return Stray("name.copy-alone", name=name, original=original)
    return Stray("name.copy", name=name, original=original)


def _stem(
    name: str, is_folder: bool, expected: str, slips: set[str], there: Collection[str]
) -> tuple[str, Mistake | None]:
    """The name without its extension, which may be misspelt: then the right name is proposed."""
    if found := stray(name, there):
        raise found
    if is_folder:
        raise Stray("name.folder-inside", name=name)
    stem, _, extension = name.rpartition(".")
    if stem.endswith(f".{expected}") and extension in (expected, *slips):
        # Who types the ending where Windows hides it has it twice.
        stem = stem.removesuffix(f".{expected}")
        return stem, Mistake("name.extension", name=name, proposal=f"{stem}.{expected}")
    if extension == expected:
        return stem, None
    inner, _, hidden = stem.rpartition(".")
    if extension.lower() == "txt" and hidden.lower() in {expected, *slips}:
        # Notepad adds `.txt`, and Windows does not show it.
        stem, extension = inner, hidden
    if extension.lower() in {expected, *slips}:
        return stem, Mistake("name.extension", name=name, proposal=f"{stem}.{expected}")
    if extension.lower() in _PICTURES:
        raise Stray("name.picture", name=name)
    raise Stray("name.not-markdown" if expected == "md" else "name.not-yaml", name=name)


def _plain(stem: str) -> str:
    """The id that was meant; Cyrillic letters that look like Latin ones are these."""
    return slug(latin_letters(ascii_signs(stem)))


def _checked(read: RecordName, name: str, proposal: str) -> RecordName:
    """A good name as it is; any other with what is wrong with it. What is proposed is a name that Windows takes."""
    if is_device(read.id) or is_device(_plain(read.id)):
        return replace(read, mistake=Mistake("name.reserved", name=name if is_device(read.id) else proposal))
    if not _plain(read.id):
        return replace(read, mistake=Mistake("name.no-letters", name=name))
    if _plain(read.id) != read.id:
        proposal = proposal.replace(_plain(read.id), _shortened(_plain(read.id)), 1)
        return replace(read, mistake=Mistake("name.not-slug", name=name, proposal=proposal))
    if len(read.id) > LONGEST_ID:
        proposal = proposal.replace(read.id, _shortened(read.id), 1)
        details = {"name": f"{name[:40]}…", "letters": len(read.id), "most": LONGEST_ID}
        return replace(read, mistake=Mistake("name.too-long", **details, proposal=proposal))
    return read


def _shortened(record_id: str) -> str:
    """An id that is too long, ended behind one of its words."""
    if len(record_id) <= LONGEST_ID:
        return record_id
    start = record_id[:_HANDY]
    return start.rpartition("-")[0] or start
