"""What texts lead to and show: every link and picture of a parsed text, and what is told where one leads nowhere."""

import re
from collections.abc import Collection, Iterator, Mapping
from operator import attrgetter
from typing import Any

from ocop_site.content.shape import Shaped
from ocop_site.frozen import frozen
from ocop_site.problems import Location, Mistake, Problem, Severity, nearest
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import TextField
from ocop_site.records.files import file_path
from ocop_site.records.kinds import LINKED_KINDS
from ocop_site.records.values.contacts import parse_contact, parse_email, parse_https, parse_phone
from ocop_site.records.values.media_names import is_document, media_name
from ocop_site.text.markdown.parsing import EMPTY, Mention, ParsedText, parse, parse_as_typed, plain_words
from ocop_site.text.markdown.targets import LinkTarget, parse_target

MOST_BRACKETS = 300
"""More in one text is no writing, and Markdown takes for ever over it."""

KnownIds = Mapping[str, Collection[str | int]]

_SCHEMES = {"http": parse_https, "https": parse_https, "mailto": parse_email, "tel": parse_phone}
"""What an address that begins so has to be."""

_SHORT_NUMBER = re.compile(r"tel:1\d{2}", re.IGNORECASE)
"""Numbers for emergencies, such as 115."""

_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#].*)?", re.IGNORECASE)
_UNREAD = re.compile(
    r"!\[[^\[\]\n]*\](?:[ \t]*\([^()\n]*\)?)?"
    r"|\[[^\[\]\n]+\](?:[ \t]+\(|\()(?=https?:|mailto:|tel:|[a-z]+:[a-z]|[^\s()]+\.(?:pdf|jpe?g|png|webp)\b)[^()\n]*\)?"
    r"|\([^()\n]+\)\[(?:https?:|mailto:|tel:)[^\[\]\n]*\]"
    r"|\[\[[^\[\]\n]+\]\]"
    r"|［[^［］\n]+］（[^（）\n]+）",
    re.IGNORECASE,
)
"""What is left in the words of a text where a link or a picture was meant and is none."""

_SHOWN = 60


@frozen
class WrittenText:
    """A text that is read as Markdown, or as it was typed; `path` is None for the body of a file."""

    shaped: Shaped[Any]
    path: FieldPath | None
    source: str

    @property
    def parsed(self) -> ParsedText:
        return (parse_as_typed if self.shaped.entry.kind == "notices" else parse)(self.source)

    @property
    def may_lead(self) -> bool:
        """Whether it has a sign of a link, a picture or HTML: of a text without any there is nothing to be read."""
        return any(sign in self.source for sign in ("[", "<", "&", "://", "［"))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self.parsed.mentions if self.may_lead else ()

    @property
    def has_too_many_brackets(self) -> bool:
        return self.source.count("[") > MOST_BRACKETS

    def location(self, start: int, found: str) -> Location:
        """Where in its file stands what begins at `start` of the text."""
        entry, path = self.shaped.entry, self.path
        return entry.location_in(None if path is None else file_path(entry.kind, path), self.source, start, found)

    def problem(self, code: str, mention: Mention, severity: Severity = Severity.ERROR, **details: Any) -> Problem:
        at = self.location(mention.start, mention.typed or EMPTY)
        return self.shaped.entry.problem_at(code, at.line, at.column, severity=severity, **details)


def texts_of(shaped: Shaped[Any]) -> Iterator[WrittenText]:
    """The Markdown of a record in every language, and the body of its file."""
    for path, field, text in marked(shaped.record, TextField):
        if field.markdown:
            yield from (WrittenText(shaped, (*path, language), words) for language, words in text)
    if shaped.entry.body:
        yield WrittenText(shaped, None, shaped.entry.body)


@frozen
class NamedFile:
    """A file of `media/` that a text shows or leads to, and where it says so."""

    file: str
    is_shown: bool
    location: Location


def files_of(shaped: Shaped[Any]) -> tuple[NamedFile, ...]:
    """The files that a record's texts show or lead to."""
    return shaped.notes.kept("files", None, lambda: tuple(_files_of(shaped)))


def _files_of(shaped: Shaped[Any]) -> Iterator[NamedFile]:
    for text in texts_of(shaped):
        for mention in text.mentions:
            if mention.sort != "html" and (address := parse_target(mention.typed)).sort == "local":
                location = text.location(mention.start, mention.typed)
                yield NamedFile(file_of(address), mention.sort == "picture", location)


def file_of(target: LinkTarget) -> str:
    """The name below `media/` that an address of a text means."""
    return media_name(target.id.replace("\\", "/").removeprefix("./").removeprefix("../").removeprefix("media/"))


def mention_problems(shaped: Shaped[Any], known: KnownIds) -> Iterator[Problem]:
    """All that a record's texts lead to or show and that is not there, told at its line and column."""
    for text in filter(attrgetter("may_lead"), texts_of(shaped)):
        if text.has_too_many_brackets:
            at = text.location(text.source.index("["), "[")
            yield shaped.entry.problem_at("text.brackets", at.line, at.column, most=MOST_BRACKETS)
            continue
        for mention in text.parsed.mentions:
            if mention.sort == "picture":
                yield from _of_picture(text, mention, known)
            elif mention.sort == "link":
                yield from _of_link(text, mention, known)
        yield from _of_html(text)
        yield from _of_unread(text)


def _of_html(text: WrittenText) -> Iterator[Problem]:
    """Told once a text, where it begins: who pastes one tag pastes many."""
    if found := [mention for mention in text.parsed.mentions if mention.sort == "html"]:
        details = {"found": found[0].typed[:_SHOWN], "count": len(found)}
        yield text.problem("text.html", found[0], Severity.WARNING, **details)


def _of_unread(text: WrittenText) -> Iterator[Problem]:
    """A link or a picture with a blank, a bracket too few or the wrong ones: visitors see its brackets."""
    for found in _UNREAD.findall(plain_words(text.parsed)):
        mention = Mention("link", found, max(text.source.find(found), 0))
        yield text.problem("text.link-unread", mention, Severity.WARNING, found=found[:_SHOWN])


def _of_picture(text: WrittenText, mention: Mention, known: KnownIds) -> Iterator[Problem]:
    address = parse_target(mention.typed)
    if not mention.typed:
        yield text.problem("text.picture-empty", mention, words=mention.words[:_SHOWN])
    elif address.sort != "local":
        yield text.problem("text.picture-elsewhere", mention, found=mention.typed[:_SHOWN])
    elif (name := file_of(address)) not in known["media"]:
        yield _no_file(text, mention, name, known)
    elif not mention.words.strip():
        yield text.problem("text.picture-words", mention, found=name)


def _no_file(text: WrittenText, mention: Mention, name: str, known: KnownIds) -> Problem:
    if near := nearest(name, map(str, known["media"])):
        return text.problem("reference.media-near", mention, found=name, near=near)
    return text.problem("reference.media", mention, found=name)


def _of_link(text: WrittenText, mention: Mention, known: KnownIds) -> Iterator[Problem]:
    address = parse_target(mention.typed)
    if address.sort == "record" and address.kind in _SCHEMES:
        yield _broken(text, mention, address.kind)
    elif address.sort == "record":
        yield from _of_record(text, mention, address, known)
    elif address.sort == "phone" and (mistake := _mistake_of("tel", mention.typed)):
        yield text.problem(mistake.code, mention, Severity.ERROR, **mistake.details)
    elif address.sort == "local" and file_of(address) not in known["media"]:
        yield _nowhere(text, mention, address, known)
    elif address.sort == "local" and not is_document(file_of(address)):
        yield text.problem("text.link-file", mention, found=file_of(address))
    elif not mention.words.strip():
        yield text.problem("text.link-words", mention, found=mention.typed[:_SHOWN])


def _broken(text: WrittenText, mention: Mention, scheme: str) -> Problem:
    """An address of the web, of mail or of a telephone that cannot be one, with what was probably meant."""
    mistake = _mistake_of(scheme, mention.typed) or Mistake("text.link-broken", found=mention.typed[:_SHOWN])
    return text.problem(mistake.code, mention, Severity.ERROR, **mistake.details)


def _mistake_of(scheme: str, typed: str) -> Mistake | None:
    if _SHORT_NUMBER.fullmatch(typed):
        return None
    try:
        _SCHEMES[scheme](typed)
    except Mistake as mistake:
        return mistake
    return None


def _of_record(text: WrittenText, mention: Mention, address: LinkTarget, known: KnownIds) -> Iterator[Problem]:
    found = f"{address.kind}:{address.id}"[:_SHOWN]
    if address.kind not in LINKED_KINDS:
        if meant := _meant(mention.typed):
            yield text.problem("text.link-right", mention, found=mention.typed[:_SHOWN], right=meant)
            return
        yield text.problem("reference.link-kind", mention, found=address.kind, kinds=", ".join(LINKED_KINDS))
        return
    ids = known[LINKED_KINDS[address.kind]]
    if address.id in ids:
        if not mention.words.strip():
            yield text.problem("text.link-words", mention, found=found)
    elif others := [word for word, kind in LINKED_KINDS.items() if address.id in known[kind]]:
        yield text.problem("reference.link-near", mention, found=found, near=f"{others[0]}:{address.id}")
    elif near := nearest(address.id, map(str, ids)):
        yield text.problem("reference.link-near", mention, found=found, near=f"{address.kind}:{near}")
    else:
        yield text.problem("reference.link", mention, found=found)


def _nowhere(text: WrittenText, mention: Mention, address: LinkTarget, known: KnownIds) -> Problem:
    """What was typed is no address; what it may have meant."""
    typed = mention.typed[:_SHOWN]
    if not typed:
        return text.problem("text.link-empty", mention, words=mention.words[:_SHOWN])
    kinds = [word for word, kind in LINKED_KINDS.items() if address.id.strip("/").split("/")[-1] in known[kind]]
    if kinds:
        right = f"{kinds[0]}:{address.id.strip('/').split('/')[-1]}"
        return text.problem("text.link-right", mention, found=typed, right=right)
    if _is_file(address.id):
        return _no_file(text, mention, file_of(address), known)
    if meant := _meant(typed):
        return text.problem("text.link-right", mention, found=typed, right=meant)
    if _DOMAIN.fullmatch(address.id):
        return text.problem("text.link-right", mention, found=typed, right=f"https://{typed}")
    return text.problem("text.link-nowhere", mention, found=typed, kinds=", ".join(LINKED_KINDS))


def _meant(typed: str) -> str | None:
    """A telephone or mail address without its beginning, an address of the web with a slip in it."""
    for read in (parse_contact, parse_https):
        try:
            read(typed)
        except Mistake as mistake:
            proposal = mistake.details.get("proposal")
            if proposal and (mistake.code == "mail.scheme" or re.match(r"\W*h\w{2,4}s?\W*[:/]", typed, re.IGNORECASE)):
                return str(proposal)
    try:
        return f"tel:{parse_phone(typed)}"
    except Mistake:
        return None


def _is_file(name: str) -> bool:
    return bool(
        re.search(r"\.(pdf|jpe?g|png|webp|gif|svg|heic|avif|tiff?|docx?|xlsx?|pptx?|zip|mp4)$", name, re.IGNORECASE)
    )
