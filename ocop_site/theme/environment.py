"""What templates are written in: Jinja, strict, escaping, and closed off from all but the view they are given."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.bccache import Bucket

PURE_FILTERS = (
    "batch", "default", "first", "groupby", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "select", "selectattr", "slice", "sort", "sum", "trim", "unique", "upper",
)  # fmt: skip
"""Jinja's own filters that a template has. Not `safe`: what is HTML comes from our filters; not `random`."""

HIDDEN = ("_", "gi_")
"""What Python keeps behind names that begin so leads out of the view: to frames, globals, the disk."""


def make_environment(
    templates: Mapping[str, str], names: Mapping[str, Any], filters: Mapping[str, Callable[..., Any]]
) -> Environment:
    """An environment in which templates have `names` and `filters` beside what a page gives them, and nothing else."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], file_name(name), lambda: True) if name in templates else None

    environment = _Closed(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_COMPILED,
    )
    environment.globals = dict(names)
    environment.filters = {name: environment.filters[name] for name in PURE_FILTERS} | dict(filters)
    return environment


def file_name(template: str) -> str:
    """A template as a person would name it; tracebacks name it so."""
    return f"templates/{template}"


def parse_template(source: str, name: str, others: Container[str]) -> None:
    """Raises TemplateSyntaxError where the source is no template or asks for more than a template may have."""
    for asked in _asked(source, name):
        if not (asked.is_template and asked.word in others):
            raise TemplateSyntaxError(asked.word, asked.line, name)


@dataclass(frozen=True)
class _Asked:
    """Another template that a template names, or a word that none may have."""

    word: str
    line: int
    is_template: bool = False


@lru_cache(maxsize=1_000)
def _asked(source: str, name: str) -> tuple[_Asked, ...]:
    """What a template needs leave for. The next build of a preview asks about the same sources."""
    tree = _PARSED[source] = _PARSER.parse(source, name)
    return tuple(asked for node in tree.find_all(nodes.Node) if (asked := _asked_by(node)))


def _asked_by(node: nodes.Node) -> _Asked | None:
    match node:
        case nodes.ScopedEvalContextModifier():
            return _Asked("autoescape", node.lineno)
        case nodes.Getattr(attr=str(word)) if word.startswith(HIDDEN):
            return _Asked(word, node.lineno)
        case nodes.Extends() | nodes.Include() | nodes.FromImport() | nodes.Import():
            other = node.template.value if isinstance(node.template, nodes.Const) else None
            return _Asked(str(other), node.lineno, is_template=other is not None)
    return None


class _Closed(Environment):
    """Names worked out while rendering (`view[name]`, `map(attribute=name)`) are held to the same rule.

    What was parsed to be judged is not parsed again to be compiled.
    """

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = _PARSED.pop(source, None)
        if tree is None:
            return super()._parse(source, name, filename)
        tree.set_environment(self)
        return tree

    def getitem(self, obj: Any, argument: Any) -> Any | Undefined:
        if isinstance(argument, str) and argument.startswith(HIDDEN):
            return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)


class _Compiled(BytecodeCache):
    """Compiled templates, by source: those of one language serve the next, and the next build of a preview."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


_PARSER = _Closed(trim_blocks=True, lstrip_blocks=True)

_PARSED: dict[str, nodes.Template] = {}
"""Templates that were judged, by their source, until they are compiled."""

_COMPILED = _Compiled()
