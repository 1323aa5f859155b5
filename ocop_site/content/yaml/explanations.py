"""What is wrong with the writing of a YAML file, in the words of those who write it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, Event, ScalarEvent

from ocop_site.content.entry import Position, Slip
from ocop_site.content.yaml.comments import swallowed


class ParserMark(Protocol):
    """A mark as both of PyYAML's parsers make them: from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def mark_of(mark: ParserMark | None) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A parser's complaint. `began` is where the thing began that it was reading, `bracket` the innermost open one."""

    problem: str
    context: str
    at: Position
    began: Position
    lines: list[str]
    last: Event | None = field(repr=False)
    bracket: Position | None

    @classmethod
    def of(cls, error: Exception, lines: list[str], last: Event | None, bracket: Position | None) -> "Trouble":
        at = began = Position(1, 1)
        problem, context = str(error).partition("\n")[0], ""
        if isinstance(error, yaml.MarkedYAMLError):
            problem, context = error.problem or "", error.context or ""
            at = mark_of(error.problem_mark or error.context_mark)
            began = mark_of(error.context_mark or error.problem_mark)
        return cls(problem, context, at, began, lines, last, bracket)

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def character_at(self, at: Position) -> str:
        return self.line(at.line)[at.column - 1 : at.column]

    @property
    def text(self) -> str:
        return self.line(self.at.line)


def explain(trouble: Trouble) -> Slip:
    """The first explanation that fits; each is sure of its own case."""
    for explanation in _EXPLANATIONS:
        if slip := explanation(trouble):
            return slip
    return _slip("yaml.syntax", trouble.at)


def missing_space(lines: list[str], number: int) -> Slip | None:
    """`key:value` in a line: YAML wants a plain space after the colon."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if not (match := _NO_SPACE.match(line)):
        return None
    at = Position(number, match.start(2) + 1)
    return _slip("yaml.odd-space", at) if match[2].isspace() else _slip("yaml.no-space", at, key=match[1])


_NO_SPACE = re.compile(r"\s*(?:- +)*([\w-]+) *:([^ \t/:])(?!.*: )")
_NO_VALUE = re.compile(r"[{,]\s*([\w-]+):(,)\s")
"""`{vi:, en: x}`: a name whose value is missing, and the space before it."""

_FENCE = re.compile(r"\s*(?:```|~~~)")
_BEFORE_WORDS = re.compile(r"\s*(?:- +)*")
_NO_DASH_SPACE = re.compile(r"\s*(?:- +)*-[^\s-]")


def _slip(code: str, at: Position, **details: object) -> Slip:
    return Slip(code, at.line, at.column, **details)


def _fence(trouble: Trouble) -> Slip | None:
    """The mark of a block of code, copied along from a chat or a web page."""
    return _slip("yaml.fence", trouble.at) if _FENCE.match(trouble.text) else None


def _hash(trouble: Trouble) -> Slip | None:
    """A `#` that took the rest of a line away, with what the parser was waiting for."""
    if trouble.bracket:
        return swallowed(trouble.lines, trouble.bracket.line, trouble.at.line, in_brackets=True)
    if "could not find expected ':'" in trouble.problem:
        return swallowed(trouble.lines, trouble.began.line, trouble.at.line, in_brackets=False)
    return None


def _tab(trouble: Trouble) -> Slip | None:
    if trouble.character_at(trouble.at) == "\t" and re.search("tab|cannot start", trouble.problem):
        return _slip("yaml.tab", trouble.at)
    indentation = trouble.text[: len(trouble.text) - len(trouble.text.lstrip(" \t"))]
    if "\t" in indentation and not trouble.bracket:
        return _slip("yaml.tab", Position(trouble.at.line, indentation.index("\t") + 1))
    return None


def _quote(trouble: Trouble) -> Slip | None:
    if "quoted scalar" not in trouble.context:
        return None
    if re.search("end of stream|document", trouble.problem):
        return _unclosed_quote(trouble, trouble.began)
    return _slip("yaml.escape", trouble.at)


def _late_quote(trouble: Trouble) -> Slip | None:
    """Text straight after a quoted text: one over several lines was left open, one in a line holds its own quote."""
    last = trouble.last
    if not isinstance(last, ScalarEvent) or last.style not in ("'", '"'):
        return None
    began, ended = mark_of(last.start_mark), mark_of(last.end_mark)
    if ended.line != trouble.at.line or ended.column > trouble.at.column:
        return None
    if began.line < ended.line:
        return _unclosed_quote(trouble, began)
    return _slip("yaml.after-quote", trouble.at, quote=last.style)


def _after_bracket(trouble: Trouble) -> Slip | None:
    """Text straight after a closing bracket: `[Mới] Bánh tráng` was meant as a text."""
    if not isinstance(trouble.last, CollectionEndEvent) or trouble.last.end_mark is None:
        return None
    ended = mark_of(trouble.last.end_mark)
    closing = trouble.line(ended.line)[: ended.column - 1][-1:]
    between = trouble.text[ended.column - 1 : trouble.at.column - 1]
    if ended.line != trouble.at.line or closing not in ("]", "}") or between.strip():
        return None
    if (character := trouble.character_at(trouble.at)) in ("]", "}"):
        return _slip("yaml.extra-bracket", trouble.at, character=character)
    return _slip("yaml.after-bracket", trouble.at, opened="[" if closing == "]" else "{", closing=closing)


def _unclosed_quote(trouble: Trouble, at: Position) -> Slip:
    return _slip("yaml.unclosed-quote", at, quote=trouble.character_at(at))


def _keyless(trouble: Trouble) -> Slip | None:
    lone = re.fullmatch(r"\s*(?:- +)*|.*[{,]\s*", trouble.text[: trouble.at.column - 1])
    return _slip("yaml.empty-key", trouble.at) if lone and trouble.character_at(trouble.at) == ":" else None


def _bracket(trouble: Trouble) -> Slip | None:
    if not trouble.bracket and "flow" not in trouble.context:
        return None
    at = trouble.bracket or trouble.began
    opened = trouble.character_at(at)
    closing = "]" if opened == "[" else "}"
    if empty := _NO_VALUE.search(trouble.line(at.line), at.column - 1):
        return _slip("yaml.no-space", Position(at.line, empty.start(2) + 1), key=empty[1])
    if at.line == trouble.at.line and closing in trouble.text[trouble.at.column - 1 :]:
        return _slip("yaml.in-bracket", trouble.at, opened=opened, closing=closing)
    return _slip("yaml.unclosed-bracket", at, opened=opened, closing=closing)


def _needs_quotes(trouble: Trouble) -> Slip | None:
    """A text that begins with a character which means something else to YAML."""
    if re.search("cannot start any token|node content|mapping keys are not allowed", trouble.problem):
        at = trouble.at
    elif re.search("block scalar|an alias|an anchor|a tag|a directive", trouble.context):
        at = trouble.began
    else:
        return None
    character = trouble.character_at(at)
    if not character.strip():
        return None
    return _slip("yaml.extra-bracket" if character in "]}" else "yaml.needs-quotes", at, character=character)


def _alias(trouble: Trouble) -> Slip | None:
    """Text straight after what YAML takes for a reference: `*500 g`."""
    if not isinstance(trouble.last, AliasEvent):
        return None
    return _slip("yaml.needs-quotes", mark_of(trouble.last.start_mark), character="*")


def _list_here(trouble: Trouble) -> Slip | None:
    return _slip("yaml.list-here", trouble.at) if "sequence entries are not allowed" in trouble.problem else None


def _no_colon(trouble: Trouble) -> Slip | None:
    """A line that ought to be `key: value` and is not."""
    if "could not find expected ':'" not in trouble.problem:
        return None
    if _NO_DASH_SPACE.match(trouble.line(trouble.began.line)):
        return _slip("yaml.dash-space", trouble.began)
    return missing_space(trouble.lines, trouble.began.line) or _slip("yaml.no-colon", trouble.began)


def _colon(trouble: Trouble) -> Slip | None:
    """A colon where YAML expects none: inside a text, or after lines that do not belong together."""
    if "mapping values are not allowed" not in trouble.problem:
        return None
    before = trouble.text[: trouble.at.column - 1]
    if not (found := re.match(r"\s*(?:- +)*[^:#]+:\s+([“”‘’„«]?)", before)):
        at = Position(trouble.at.line, _indentation(before) + 1)
        return _unlike_above(trouble) or _indented(trouble, at)
    if found[1]:
        return _slip("yaml.curly-quotes", Position(trouble.at.line, found.end()))
    return _slip("yaml.colon-in-text", trouble.at)


def _unlike_above(trouble: Trouble) -> Slip | None:
    """A line above that lacks its colon, or the space after it, so that this line's colon comes as a surprise."""
    column = _start(trouble.text)
    number = _line_above(trouble.lines, trouble.at.line, column)
    line = trouble.line(number)
    begun = Position(number, _indentation(line) + 1)
    if _NO_DASH_SPACE.match(line):
        return _slip("yaml.dash-space", begun)
    if slip := missing_space(trouble.lines, number):
        return slip
    lacks = _start(line) == column and ": " not in line and not line.rstrip().endswith(":")
    return _slip("yaml.no-colon", begun) if lacks and number else None


def _indent(trouble: Trouble) -> Slip | None:
    if "expected '-' indicator" in trouble.problem or "block collection" in trouble.context:
        shifted = _shifted(trouble, trouble.at)
        return _indented(trouble, shifted) if shifted else _slip("yaml.expected-dash", trouble.at)
    first_in_line = not trouble.text[: trouble.at.column - 1].strip(" -")
    if not first_in_line or not re.search("expected key|block end|document start", trouble.problem):
        return None
    if trouble.character_at(trouble.at) == "-" and trouble.began.column == trouble.at.column:
        return _slip("yaml.unexpected-dash", trouble.at)
    return _indented(trouble, trouble.at)


def _indented(trouble: Trouble, at: Position) -> Slip:
    at = _shifted(trouble, at) or at
    return _slip("yaml.indent", at, spaces=at.column - 1)


def _shifted(trouble: Trouble, at: Position) -> Position | None:
    """The line above that is one space off: the parser stumbles only over the next one, which may be right."""
    here = _start(trouble.line(at.line))
    number = _line_above(trouble.lines, at.line, here + 1)
    above = trouble.line(number)
    off = number and abs(_start(above) - here) == 1 and here % 2 == 0
    return Position(number, _indentation(above) + 1) if off else None


def _line_above(lines: list[str], number: int, column: int) -> int:
    """The nearest line above that begins in `column` or before it; 0 where there is none."""
    for above in range(number - 1, 0, -1):
        if lines[above - 1].strip() and _start(lines[above - 1]) <= column:
            return above
    return 0


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _start(line: str) -> int:
    """Where a line's words begin, after its spaces and the dashes of lists; from 0."""
    match = _BEFORE_WORDS.match(line)
    return match.end() if match else 0


_EXPLANATIONS: tuple[Callable[[Trouble], Slip | None], ...] = (
    _fence,
    _tab,
    _quote,
    _late_quote,
    _hash,
    _after_bracket,
    _keyless,
    _bracket,
    _needs_quotes,
    _alias,
    _list_here,
    _no_colon,
    _colon,
    _indent,
)
