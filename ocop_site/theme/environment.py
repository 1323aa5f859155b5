"""What templates are written in: Jinja, strict, escaping, and closed off from all but the view they are given."""

from collections.abc import Callable, Mapping, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any, cast

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template, Undefined, nodes
from jinja2.bccache import Bucket

from ocop_site.frozen import frozen
from ocop_site.theme.compiling import FrugalGenerator, SharedTemplate

PURE_FILTERS = (
    "batch", "default", "first", "groupby", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "select", "selectattr", "slice", "sort", "sum", "trim", "unique", "upper",
)  # fmt: skip
"""Jinja's own filters that a template has. Not `safe`: what is HTML comes from our filters; not `random`."""

HIDDEN = ("_", "gi_")
"""What Python keeps behind names that begin so leads out of the view: to frames, globals, the disk."""


def make_environment(
    templates: Mapping[str, str], names: Mapping[str, Any], filters: Mapping[str, Callable[..., Any]]
) -> "ClosedEnvironment":
    """An environment in which templates have `names` and `filters` beside what a page gives them, and nothing else."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], file_name(name), lambda: True) if name in templates else None

    environment = ClosedEnvironment(
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


@frozen
class Asked:
    """What a template asks for, at a line: another `template`, an `asset`, or a `word` that none may have."""

    kind: str
    word: str
    line: int


@frozen
class Said:
    """A piece of a template that stands in the page as it is, and the line where it begins."""

    text: str
    line: int

    def line_at(self, offset: int) -> int:
        return self.line + self.text.count("\n", 0, offset)


@frozen
class ReadTemplate:
    """What is to be judged of a template before it is rendered."""

    asked: tuple[Asked, ...]
    said: tuple[Said, ...]


@lru_cache(maxsize=1_000)
def read_template(source: str, name: str) -> ReadTemplate:
    """What a template asks for and says. TemplateSyntaxError where the source is none, RecursionError if too deep.

    The next build of a preview asks about the same sources.
    """
    tree = _PARSED[source] = _PARSER.parse(source, name)
    found = list(tree.find_all(nodes.Node))
    asked = tuple(asked for node in found if (asked := _asked_by(node)))
    said = (Said(node.data, node.lineno) for node in found if isinstance(node, nodes.TemplateData))
    return ReadTemplate(asked, tuple(said))


def _asked_by(node: nodes.Node) -> Asked | None:
    match node:
        case nodes.ScopedEvalContextModifier():
            return Asked("word", "autoescape", node.lineno)
        case nodes.Pow():  # a few signs of it keep a machine busy for ever
            return Asked("word", "**", node.lineno)
        case nodes.Getattr(attr=str(word)) if word.startswith(HIDDEN):
            return Asked("word", word, node.lineno)
        case nodes.Call(node=nodes.Name(name="asset"), args=[nodes.Const(value=str(word))]):
            return Asked("asset", word, node.lineno)
        case nodes.Extends() | nodes.Include() | nodes.FromImport() | nodes.Import():
            other = node.template.value if isinstance(node.template, nodes.Const) else "…"
            return Asked("template", str(other), node.lineno)
    return None


class ClosedEnvironment(Environment):
    """Names worked out while rendering (`view[name]`, `map(attribute=name)`) are held to the same rule.

    What was parsed to be judged is not parsed again to be compiled, and what was compiled is found by its name alone.
    """

    code_generator_class = FrugalGenerator
    template_class = SharedTemplate

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[Any, SharedTemplate] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> SharedTemplate:
        if (found := self._found.get(name)) is None:
            found = self._found[name] = cast(SharedTemplate, super().get_template(name, parent, globals))
        return found

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


_PARSER = ClosedEnvironment(trim_blocks=True, lstrip_blocks=True)

_PARSED: dict[str, nodes.Template] = {}
"""Templates that were judged, by their source, until they are compiled."""

_COMPILED = _Compiled()
