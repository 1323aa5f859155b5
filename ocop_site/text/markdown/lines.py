"""What people type at the beginnings of lines, as a Markdown parser reads it.

Rule 1: a list may follow a line of words, be parted by one blank line from nothing, and be indented by two or by four.
Rule 2: dashes and dots that word processors put before lines are bullets where lines that follow each other have them;
a sign that says something, such as a tick or an arrow, stays in its item.
Rule 3: the number of an item is typed text, and shown; a year at a line's start is no item, `#OCOP` no heading and
`> 5 kg` no quotation.
Rule 4: a line that is indented where no list is open is a paragraph, as in a letter, and no code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ocop_site.frozen import frozen

NUMBER_OPENS, NUMBER_CLOSES = "\x0e", "\x0f"
"""Around the number of an item; no text holds these characters."""

DEEPEST = 8
"""Lists and quotations within each other; what is deeper stands at this depth."""

DELIMITERS = re.compile(r"(?=.*\|)[|:\- \t]*-[|:\- \t]*$")
"""The line between a table's head and its rows."""

ITEM = re.compile(r" *(?:-|1\.) ")
"""The beginning of an item as it is written."""

_STEP = " " * 4

_BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\))[ \t]+(?=\S)")
_ENUMERATED = re.compile(r"((\d{1,2})[.)/-]|\((\d{1,2})\))[ \t]*(?=[^\W\d_])")
"""`1.Bước`, `1/ Bước`, `(1) Bước`: an item where a number beside it has an item, too."""

_DOT = re.compile(r"[•●▪◦‣·○■□◆◇❖➢➤►▶▸▹⁃∙\uf0a7\uf0b7\uf0d8\uf076\uf0fc][ \t]*(?=\S)")
"""The last ones are those of Word, which have a shape in its own fonts alone."""

_SIGN = re.compile(r"[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]{1,5}\ufe0f?[ \t]*(?=\w)|[oØ§][ \t]+(?=[^\W\d_])")
_FONT_DOTS = "oØ§"
"""What is left of a dot of Word's where its font is not there."""

_DASH = re.compile(r"(?:[–—−][ \t]*|[-+](?=[^\W\d_]))(?=\S)")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_QUOTED = re.compile(r">(?![ \t]*\d)[ \t]?")
_NO_BLOCK = re.compile(r"#|>|--?[ \t]*$")
_IN_ITEM = re.compile(rf"{_NO_BLOCK.pattern}|{_BULLET.pattern}")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}")
_UNDERLINE = re.compile(r"={3,}[ \t]*$")
_YEAR = re.compile(r"(\d+)([.)])(?=\s|$)")


def as_markdown(source: str, depth: int = 0) -> str:
    """The text with every list, number and indentation in the one form that leaves a parser no doubt."""
    lines = [line.expandtabs(4).rstrip() + "  " * line.endswith("  ") for line in source.split("\n")]
    return "\n".join(_Lines(lines, depth).written())


@frozen
class _Item:
    """A line that begins an item: `sort` tells lists apart that follow each other."""

    sort: str
    mark: str
    words: str


@frozen
class _OpenList:
    """A list by the indentation of its marks and their sort."""

    indent: int
    sort: str


@dataclass
class _Lines:
    """Reads lines in their order; `open` has, from the outermost, the lists that a line may go on with.

    `is_parted` says that an item of theirs has a second part behind a blank line, a paragraph or a list, so that one
    parts the items that follow too.
    """

    lines: list[str]
    depth: int
    open: list["_OpenList"] = field(default_factory=list)
    begins_block: bool = True
    is_parted: bool = False

    def written(self) -> Iterator[str]:
        number = 0
        while number < len(self.lines):
            taken, written = self._block(number)
            for line in written:
                self.begins_block = not line.strip()
                yield line
            number += taken

    def _block(self, number: int) -> tuple[int, Iterator[str]]:
        """How many lines belong together, and what is written of them."""
        line = self.lines[number]
        if (end := self._end_of_quotation(number)) > number:
            return end - number, self._quotation(self.lines[number:end])
        if not line.strip():
            return 1, iter([""])
        if item := self._item(number):
            return 1, self._written_item(_indent(line), item)
        if self._is_underlined(number):
            return 2, self._apart(f"# {line.strip()}", _indent(line))
        if _HEADING.match(line.lstrip()) or _RULE.fullmatch(line.strip()):
            return 1, self._apart(line.strip(), _indent(line))
        return 1, self._words(number)

    def _end_of_quotation(self, number: int) -> int:
        if self.depth >= DEEPEST:
            return number
        while number < len(self.lines) and _QUOTED.match(self.lines[number].lstrip()):
            number += 1
        return number

    def _quotation(self, lines: list[str]) -> Iterator[str]:
        self.open = []
        within = as_markdown("\n".join(_QUOTED.sub("", line.lstrip(), count=1) for line in lines), self.depth + 1)
        yield from ("", *(f"> {line}" for line in within.split("\n")), "")

    def _apart(self, line: str, indent: int) -> Iterator[str]:
        """A heading or a rule, a block by itself."""
        self._close(indent)
        yield from ("", _STEP * len(self.open) + line, "")

    def _item(self, number: int) -> _Item | None:
        line = self.lines[number].lstrip()
        if match := _BULLET.match(line):
            return None if _RULE.fullmatch(line.rstrip()) else _Item(match[0][0], "- ", line[match.end() :])
        if match := _NUMBER.match(line):
            typed = match[1]
            mark = f"1. {NUMBER_OPENS}{typed}{NUMBER_CLOSES}"
            return _Item("1", mark, line[match.end() :]) if self._counts(number, typed) else None
        for shape in (_DOT, _DASH):
            if (match := shape.match(line)) and (shape is _DOT or self._has_company(number, match[0][0])):
                return _Item(match[0][0], "- ", line[match.end() :])
        return self._enumerated(number, line) or self._signed(number, line)

    def _enumerated(self, number: int, line: str) -> _Item | None:
        match = _ENUMERATED.match(line)
        if not match or not self._number_company(number, int(match[2] or match[3])):
            return None
        return _Item("1", f"1. {NUMBER_OPENS}{match[1]}{NUMBER_CLOSES}", line[match.end() :])

    def _signed(self, number: int, line: str) -> _Item | None:
        match = _SIGN.match(line)
        if not match or not any(_SIGN.match(beside) for beside in self._beside(number)):
            return None
        return _Item("sign", "- ", line[match.end() :] if match[0][0] in _FONT_DOTS else line)

    def _counts(self, number: int, typed: str) -> bool:
        """CommonMark 0.31, 5.3: within a paragraph only a first item begins a list. Letters count in company only."""
        if typed[0].isalpha() and not self._letter_company(number, typed):
            return False
        return bool(self.open) or self.begins_block or typed[:-1] in ("1", "a")

    def _letter_company(self, number: int, typed: str) -> bool:
        alphabet = "abcdđeghiklmnopqrstuvxy"
        near = {line.lstrip()[:2] for line in self.lines[max(0, number - 6) : number + 7]}
        at = alphabet.find(typed[0])
        neighbours = [alphabet[i] for i in (at - 1, at + 1) if at >= 0 and 0 <= i < len(alphabet)]
        return any(f"{each})" in near for each in [*neighbours, chr(ord(typed[0]) + 1), chr(ord(typed[0]) - 1)])

    def _number_company(self, number: int, counted: int) -> bool:
        """Whether a line near it has the number before or after its own."""
        near = (_ENUMERATED.match(line.lstrip()) for line in self.lines[max(0, number - 6) : number + 7])
        return any(abs(int(match[2] or match[3]) - counted) == 1 for match in near if match)

    def _has_company(self, number: int, mark: str) -> bool:
        """Whether a line beside it begins so, too."""
        return any(line.startswith(mark) and bool(_DASH.match(line)) for line in self._beside(number))

    def _beside(self, number: int) -> list[str]:
        return [self.lines[i].lstrip() for i in (number - 1, number + 1) if 0 <= i < len(self.lines)]

    def _written_item(self, indent: int, item: _Item) -> Iterator[str]:
        closed = self._close(indent)
        goes_on = closed is not None and closed.sort == item.sort
        parts = self.is_parted or (not goes_on and (closed is not None or not self.open))
        if parts and not self.begins_block:
            yield ""
        self.is_parted = self.is_parted or (self.begins_block and bool(self.open))
        if len(self.open) < DEEPEST:
            self.open.append(_OpenList(indent, item.sort))
        yield _STEP * (len(self.open) - 1) + item.mark + _as_words(item.words, _IN_ITEM)

    def _close(self, indent: int) -> "_OpenList | None":
        """Closes the lists that a line with this indentation is no part of; the last one is its sibling."""
        closed = None
        while self.open and indent < self.open[-1].indent + 2:
            closed = self.open.pop()
        self.is_parted = self.is_parted and (closed is not None or bool(self.open))
        return closed

    def _words(self, number: int) -> Iterator[str]:
        line = self.lines[number]
        words = line.lstrip()
        if self.begins_block:
            self._close(_indent(line))
            self.is_parted = bool(self.open)
            yield _STEP * len(self.open) + _as_words(words)
            return
        if self._begins_table(number):
            yield ""
        yield _STEP * max(0, len(self.open) - 1) + _as_words(words)

    def _begins_table(self, number: int) -> bool:
        following = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        return "|" in self.lines[number] and bool(DELIMITERS.match(following)) and not self.open

    def _is_underlined(self, number: int) -> bool:
        """A heading of one line, as letters have it."""
        following = self.lines[number + 1] if number + 1 < len(self.lines) else ""
        return self.begins_block and bool(_UNDERLINE.match(following))


def _as_words(words: str, no_block: re.Pattern[str] = _NO_BLOCK) -> str:
    """What would begin a block of its own and is not meant to, so that it is read as it was typed."""
    if _HEADING.match(words):
        return words
    if match := _YEAR.match(words):
        return f"{match[1]}\\{words[match.end(1) :]}"
    return f"\\{words}" if no_block.match(words) else words


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
