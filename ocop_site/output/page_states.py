"""Pages that are written plainly, read without a parser: each line leads from one state to the next.

A state is the elements that are open. A line that is read there for the second time is kept with what it tells. Any
other has a form, what is left of it without values and texts, which tells where those stand that matter; only of a line
with a new form each tag is looked at.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any, NamedTuple

from ocop_site.output.plain_html import BEGIN, END, PlainTag, Unusual, closed, is_blank, opened, unescaped
from ocop_site.pages.policy import source_of

ELSEWHERE = ("mailto:", "tel:", "sms:", "geo:", "data:")
"""What begins so leads to no file of a site."""

DOCTYPE = b"<!doctype html>"

MOST_SEEN = 50_000
"""Of so many lines, and of as many before them, is known that they were seen, 10 MB; twice as many are kept, 30 MB."""

_BY_FIRST = (b"meta name=", b"link rel=", b"script type=")
"""Tags whose meaning hangs on the first of their values, which is part of their form."""

_TELLING = {"href", "src", "action", "srcset", "id"}

_VALUES = re.compile(rb"""\"([^"]*)"(?=[ \n\t/>])|>([^<]*)""")
"""Values, and the texts behind tags, in what begins within a tag. What is left of it tells one from the other: it goes
on with `<` behind a text."""


class Found(NamedTuple):
    """What a page or a line of it tells: links, those within the page by themselves, ids, all else by its name."""

    links: list[str]
    anchors: list[str]
    ids: list[str]
    told: list[tuple[str, ...]]

    def add(self, other: "Found") -> None:
        self.links.extend(other.links)
        self.anchors.extend(other.anchors)
        self.ids.extend(other.ids)
        self.told.extend(other.told)


Place = tuple[str, int, int]
"""What is told, and by which part of a line; then by which other part too, 0 if by none."""


class _Form(NamedTuple):
    """Where lines of a form lead, what they tell, and which parts of them must be blank."""

    after: "_State"
    tells: Sequence[Place]
    blank: Sequence[int]

    def behind(self, parts: int) -> "_Form":
        """The same where so many parts stand before."""
        tells = [(what, place + parts, second and second + parts) for what, place, second in self.tells]
        return _Form(self.after, tells, [place + parts for place in self.blank])


@dataclass(slots=True)
class _State:
    """Open elements, and where what was read here before led.

    `lines` are known with what they tell, if that is of one sort, by its place within `Found`.
    """

    open: tuple[str, ...]
    is_blank: bool
    lines: dict[bytes, tuple["_State", int, Sequence[Any]]] = field(default_factory=dict)
    forms: dict[bytes, _Form] = field(default_factory=dict)


_states: dict[tuple[str, ...], _State] = {}
_seen, _seen_earlier = set[int](), set[int]()


def read_plain(body: bytes) -> Found:
    """What a page tells. Unusual, and UnicodeDecodeError."""
    if not body.startswith(DOCTYPE) or b"\0" in body or b"\r" in body:
        raise Unusual
    page = Found([], [], [], [])
    state = _state(BEGIN)
    for line in body[len(DOCTYPE) :].lstrip(b" \n\t").removeprefix(b"<").split(b"\n<"):
        known = state.lines.get(line)
        if known is None:
            state = _new_line_read(state, line, page)
            continue
        state, sort, found = known
        if found:
            page[sort].extend(found)
    if state.open != END:
        raise Unusual
    return page


def _new_line_read(start: _State, line: bytes, page: Found) -> _State:
    """Keeps what is read for the second time: most of what is new stands on one page only."""
    if not _is_seen(start, line):
        return _line_read(start, line, page)
    found = Found([], [], [], [])
    state = _line_read(start, line, found)
    page.add(found)
    sorts = [sort for sort, its in enumerate(found) if its] or [0]
    if len(sorts) == 1:
        start.lines[line] = state, sorts[0], found[sorts[0]]
    return state


def _is_seen(state: _State, line: bytes) -> bool:
    """Whether a line was met there before, as long as that is remembered."""
    global _seen, _seen_earlier
    mark = hash((state.open, line))
    if mark in _seen or mark in _seen_earlier:
        return True
    if len(_seen) >= MOST_SEEN:
        _seen, _seen_earlier = set(), _seen
        _forget_lines()
    _seen.add(mark)
    return False


def _forget_lines() -> None:
    if sum(len(state.lines) + len(state.forms) for state in _states.values()) > MOST_SEEN:
        for state in _states.values():
            state.lines.clear()
            state.forms.clear()


def _line_read(state: _State, line: bytes, page: Found) -> _State:
    """What a line tells, or a tag with the text behind it."""
    parts, form = _parted(line)
    if known := state.forms.get(form):
        for what, place, second in known.tells:
            value = unescaped(parts[place].decode())
            _tell(page, what, value, unescaped(parts[second].decode()) if second else "")
        for place in known.blank:
            if parts[place].strip(b" \n\t"):
                raise Unusual
        return known.after
    tags = line.split(b"<")
    return _tags_read(state, tags, form, page) if len(tags) > 1 else _tag_read(state, line, form, page)


def _parted(line: bytes) -> tuple[list[bytes], bytes]:
    """The parts of a line, always what stays, then a value or a text, the other of both being None; and its form."""
    parts = _VALUES.split(line)
    form = b"\0".join(parts[::3])
    if parts[0] in _BY_FIRST and len(parts) > 1 and parts[1] is not None:
        form = b'%b"%b' % (parts[1], form)
    return parts, form


def _tags_read(state: _State, tags: Sequence[bytes], form: bytes, page: Found) -> _State:
    """Tag after tag. If each is told by its form, so is the line when its form is met again."""
    start, before, forms = state, 0, list[_Form]()
    for tag in tags:
        parts, its_form = _parted(tag)
        after = _line_read(state, tag, page)
        if (known := state.forms.get(its_form)) and not (before and tag.startswith(_BY_FIRST)):
            forms.append(known.behind(before))
        state, before = after, before + len(parts) - 1
    if len(forms) == len(tags) and _is_seen(start, form):
        tells = [each for known in forms for each in known.tells]
        start.forms[form] = _Form(state, tells, [place for known in forms for place in known.blank])
    return state


def _state(elements: tuple[str, ...]) -> _State:
    if (state := _states.get(elements)) is None:
        state = _states[elements] = _State(elements, is_blank(elements))
    return state


def _tag_read(state: _State, piece: bytes, form: bytes, page: Found) -> _State:
    """A tag whose form is not known here; the next one's is, if it says what it means."""
    start, end, text = piece.partition(b">")
    if not end:
        raise Unusual
    tag, of_text = start.decode(), 3 * start.count(b'"') // 2 + 2
    tells, is_known = list[Place](), True
    if tag.startswith("/"):
        after = _state(closed(tag[1:], state.open))
    else:
        read = opened(tag, state.open)
        after = _state(read.after)
        if "template" not in state.open:  # else no part of the page until a script puts it there
            parent = state.open[-1] if state.open else ""
            for what, key, second in _tells(read, parent):
                _tell(page, what, read.attributes.get(key, ""), read.attributes.get(second, ""))
                tells.append((what, _place(read, key), _place(read, second)))
            if parent == "head" and read.name == "title":
                _tell(page, "title", unescaped(text.decode()), "")
                tells.append(("title", of_text, 0))
            elif read.name == "style":
                _tell(page, "style", source_of(text), "")
            is_known = _is_told_by_form(read, tag) and not any(-1 in place for place in tells)
    if after.is_blank and text.strip(b" \n\t"):
        raise Unusual
    if is_known:
        state.forms[form] = _Form(after, tells, [of_text] if after.is_blank else [])
    return after


def _place(read: PlainTag, key: str) -> int:
    """Which part of a tag is the value of an attribute; -1 where it has none."""
    if not key:
        return 0
    return 3 * read.quoted.index(key) + 1 if key in read.quoted else -1


def _tells(read: PlainTag, parent: str) -> list[tuple[str, str, str]]:
    """What a tag tells, and in which attributes. Unusual."""
    name, attributes = read.name, read.attributes
    tells = [(key, key, "") for key in attributes if key in _TELLING]
    if name == "meta":
        if attributes.get("http-equiv", "").lower() == "content-security-policy":
            return [("policy", "content", "")]
        if any(key != "id" for key, *_ in tells) or attributes.get("http-equiv", "").lower() == "refresh":
            raise Unusual
        if parent == "head" and (what := attributes.get("name", "")) in ("description", "robots"):
            tells.append((what, "content", ""))
    elif name == "link":
        tells = _of_link(attributes, parent, tells)
    elif name == "script" and "src" not in attributes and not attributes.get("type", "").lower().endswith("json"):
        raise Unusual
    elif name == "html":
        tells.append(("language", "lang", ""))
    elif name == "h1":
        tells.append(("h1", "", ""))
    return tells


def _of_link(
    attributes: Mapping[str, str], parent: str, tells: list[tuple[str, str, str]]
) -> list[tuple[str, str, str]]:
    """The page's own address and those of other languages are no links."""
    rel, is_of_language = attributes.get("rel", ""), "hreflang" in attributes
    if rel != rel.lower() or (is_of_language and (rel != "alternate" or parent != "head")):
        raise Unusual
    if rel == "canonical" or is_of_language:
        tells = [each for each in tells if each[0] == "id"]
    if rel == "canonical" and parent == "head":
        tells.append(("canonical", "href", ""))
    if is_of_language:
        tells.append(("alternate", "hreflang", "href"))
    return tells


def _is_told_by_form(read: PlainTag, tag: str) -> bool:
    """Whether no value decides what the others mean, but for one that is part of the form."""
    if tag.partition('"')[0].encode() in _BY_FIRST:
        return "http-equiv" not in read.attributes
    if read.name == "style":
        return False
    if read.name == "script":
        return "src" in read.attributes
    return not read.attributes.keys() & {"meta": {"name", "http-equiv"}, "link": {"rel"}}.get(read.name, set())


def _tell(page: Found, what: str, value: str, second: str) -> None:
    if what == "id":
        page.ids.append(intern(value))
    elif what not in _TELLING or what == "srcset":
        if what == "alternate" and not value:
            raise Unusual
        page.told.append((what, value, second))
    elif value.startswith("#"):
        page.anchors.append(value)
    elif not value.startswith(ELSEWHERE):
        page.links.append(intern(value))
