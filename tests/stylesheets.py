"""Style sheets read as rules within rules, so that tests can look at them and serve a site without some of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<comment> /\*.*?\*/ )
    | (?P<text> "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | url\([^)]*\) )
    | (?P<mark> [{};] )
    | .
    """,
    re.DOTALL | re.VERBOSE,
)

GROUPS = ("@layer", "@media", "@supports")
"""At-rules whose bodies are rules."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`head` is a selector or what an at-rule says; `body` of a statement that ends with a semicolon is None."""

    head: str
    body: str | None

    @property
    def is_group(self) -> bool:
        return self.head.startswith(GROUPS) and self.body is not None

    @property
    def declarations(self) -> list[tuple[str, str]]:
        """Properties and their values, in order; none of a group."""
        if self.is_group or self.body is None:
            return []
        halves = (rule.head.partition(":") for rule in rules(f"{self.body};"))
        return [(name.strip(), value.strip()) for name, colon, value in halves if colon]

    def __str__(self) -> str:
        return f"{self.head};\n" if self.body is None else f"{self.head} {{{self.body}}}\n"


def rules(css: str) -> Iterator[Rule]:
    """The rules of a style sheet or of a group's body, without comments."""
    head, depth, begun, written = "", 0, 0, ""
    for token in _TOKEN.finditer(css):
        if token["comment"]:
            continue
        mark = token["mark"]
        if depth == 0 and mark == "{":
            depth, begun = 1, len(written)
        elif depth:
            depth += {"{": 1, "}": -1}.get(mark or "", 0)
            if depth:
                written += token[0]
            else:
                yield Rule(" ".join(head.split()), written[begun:])
                head = ""
        elif mark == ";":
            if head.strip():
                yield Rule(" ".join(head.split()), None)
            head = ""
        else:
            head += token[0]


def every_rule(css: str, within: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Rule]]:
    """Each rule that is no group, with the heads of the groups that it stands in."""
    for rule in rules(css):
        if rule.is_group:
            yield from every_rule(rule.body or "", (*within, rule.head))
        else:
            yield within, rule


def rewritten(css: str, change: Callable[[Rule], str]) -> str:
    """The style sheet with each of its outermost rules as `change` writes it."""
    return "".join(map(change, rules(css)))


def without_supports(css: str) -> str:
    """As a browser reads it that fails every `@supports`."""

    def kept(rule: Rule) -> str:
        if rule.head.startswith("@supports"):
            return ""
        return f"{rule.head} {{\n{without_supports(rule.body or '')}}}\n" if rule.is_group else str(rule)

    return rewritten(css, kept)


def without_layers(css: str) -> str:
    """As a browser reads it that has never heard of layers: it drops them whole, and knows no `revert-layer` either."""

    def kept(rule: Rule) -> str:
        if rule.head.startswith("@supports not"):
            return rule.body or ""
        return "" if rule.head.startswith(("@layer", "@supports")) else str(rule)

    return rewritten(css, kept)
