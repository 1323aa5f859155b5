"""Pages that are written plainly, read without a parser: each line and tag leads from one state to the next.

A state is the elements that are open. What a tag does there is worked out once; the next page that says the same in the
same place only follows.
"""

from collections.abc import Mapping, Sized
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple, cast

from ocop_site.output.plain_html import BEGIN, END, PlainTag, Unusual, closed, is_blank, opened, unescaped

ELSEWHERE = ("mailto:", "tel:", "sms:", "geo:", "data:")
"""What begins so leads to no file of a site."""

DOCTYPE = b"<!doctype html>"

MOST_SEEN = 100_000
"""Of so many lines and tags is known that they were seen, 10 MB; then all memory of them begins anew, 30 MB at most."""

_BY_FIRST = (b"meta name=", b"link rel=", b"script type=")
"""Tags whose meaning hangs on the first of their values, which is part of their form."""

_TELLING = {"href", "src", "action", "srcset", "id"}


class Found(NamedTuple):
    """What a page or a line of it tells: links, those within the page by themselves, ids, all else by its name."""

    links: list[str]
    anchors: list[str]
    ids: list[str]
    told: list[tuple[str, ...]]


Place = tuple[str, int, int]
"""What a value tells, and where it stands among those of its tag; then where a second one does, 0 if there is none."""


@dataclass(slots=True)
class _State:
    """Open elements, and where what was read here before led.

    `lines` are known with what they tell, `forms` are tags without what stands in their quotes.
    """

    open: tuple[str, ...]
    is_blank: bool
    lines: dict[bytes, tuple["_State", Found | None]] = field(default_factory=dict)
    forms: dict[bytes, tuple["_State", tuple[Place, ...]]] = field(default_factory=dict)


_states: dict[tuple[str, ...], _State] = {}
_seen = set[int]()


def read_plain(body: bytes) -> Found:
    """What a page tells. Unusual, and UnicodeDecodeError."""
    if not body.startswith(DOCTYPE) or b"\0" in body or b"\r" in body:
        raise Unusual
    page = Found([], [], [], [])
    links, anchors, ids, told = page
    state = _state(BEGIN)
    for line in body[len(DOCTYPE) :].lstrip(b" \n\t").removeprefix(b"<").split(b"\n<"):
        known = state.lines.get(line)
        if known is None:
            state = _line_read(state, line, page)
            continue
        state, found = known
        if found:
            links += found.links
            anchors += found.anchors
            ids += found.ids
            told += found.told
    if state.open != END:
        raise Unusual
    return page


def _line_read(start: _State, line: bytes, page: Found) -> _State:
    """Tag after tag. What is read for the second time is kept: most of what is new stands on one page only."""
    links, anchors, ids, told = (len(cast(Sized, each)) for each in page)
    state = start
    for piece in line.split(b"<"):
        tag, end, text = piece.partition(b">")
        if not end:
            raise Unusual
        values = tag.split(b'"')
        form = b'"'.join([*values[:2], *values[2::2]] if values[0] in _BY_FIRST else values[::2])
        if known := state.forms.get(form):
            state, places = known
            for what, place, second in places:
                value = unescaped(values[place].decode())
                _tell(page, what, value, unescaped(values[second].decode()) if second else "")
        else:
            state = _tag_read(state, tag.decode(), text, form, page)
        if state.is_blank and text.strip(b" \n\t"):
            raise Unusual
    if _is_seen((start.open, line)):
        found = Found(page.links[links:], page.anchors[anchors:], page.ids[ids:], page.told[told:])
        start.lines[line] = state, found if any(found) else None
    return state


def _is_seen(what: tuple[tuple[str, ...], bytes]) -> bool:
    if len(_seen) >= MOST_SEEN:
        for state in _states.values():
            state.lines.clear()
            state.forms.clear()
        _seen.clear()
    if (mark := hash(what)) in _seen:
        return True
    _seen.add(mark)
    return False


def _state(elements: tuple[str, ...]) -> _State:
    if (state := _states.get(elements)) is None:
        state = _states[elements] = _State(elements, is_blank(elements))
    return state


def _tag_read(state: _State, tag: str, text: bytes, form: bytes, page: Found) -> _State:
    """A tag of which none of its form is known here; the next one is, if its form says what it means."""
    places = list[Place]()
    if tag.startswith("/"):
        after = _state(closed(tag[1:], state.open))
    else:
        read = opened(tag, state.open)
        after = _state(read.after)
        if "template" not in state.open:  # else no part of the page until a script puts it there
            parent = state.open[-1] if state.open else ""
            for what, key, second in _tells(read, parent):
                _tell(page, what, read.attributes.get(key, ""), read.attributes.get(second, ""))
                places.append((what, _place(read, key), _place(read, second)))
            if parent == "head" and read.name == "title":
                page.told.append(("title", unescaped(text.decode()).strip()))
                return after
            if not _is_told_by_form(read, tag) or any(-1 in place for place in places):
                return after
    state.forms[form] = after, tuple(places)
    return after


def _place(read: PlainTag, key: str) -> int:
    """Where the value of an attribute stands when a tag is parted by its quotes; -1 where it has none."""
    if not key:
        return 0
    return 2 * read.quoted.index(key) + 1 if key in read.quoted else -1


def _tells(read: PlainTag, parent: str) -> list[tuple[str, str, str]]:
    """What a tag tells, and in which attributes. Unusual."""
    name, attributes = read.name, read.attributes
    tells = [(key, key, "") for key in attributes if key in _TELLING]
    if name == "meta":
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
