"""What templates are written in: Jinja, strict, escaping, and closed off from all but the view they are given."""

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Protocol, cast

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
)

from ocop_site.frozen import frozen
from ocop_site.theme.filters import FILTERS
from ocop_site.theme.jinja.compiling import FrugalGenerator
from ocop_site.theme.jinja.running import SharedTemplate

PURE_FILTERS = (
    "batch", "default", "first", "groupby", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "select", "selectattr", "slice", "sort", "sum", "trim", "unique", "upper",
)  # fmt: skip
"""Jinja's own filters that a template has. Not `safe`: what is HTML comes from our filters; not `random`."""

HIDDEN = ("_", "gi_")
"""What Python keeps behind names that begin so leads out of the view: to frames, globals, the disk."""


Codes = Mapping[tuple[str, str], bytes]
"""Templates that were compiled, by their names and sources, as `marshal` writes them: for this Python alone."""


def make_environment(
    templates: Mapping[str, str],
    names: Mapping[str, Any],
    filters: Mapping[str, Callable[..., Any]],
    codes: Codes = MappingProxyType({}),
    words: "PlainWords | None" = None,
) -> "ClosedEnvironment":
    """An environment in which templates have `names` and `filters` beside what a page gives them, and nothing else.

    `words` are those of the `w` among the names.
    """
    environment = ClosedEnvironment(
        loader=_Loader(templates, codes),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals = dict(names)
    environment.words = words or environment.undefined(name="w")
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
    """What is to be judged of a template before it is rendered, and its `code`, None if it cannot be compiled."""

    asked: tuple[Asked, ...]
    said: tuple[Said, ...]
    code: bytes | None


@lru_cache(maxsize=1_000)
def read_template(source: str, name: str) -> ReadTemplate:
    """What a template asks for and says. TemplateSyntaxError where the source is none, RecursionError if too deep.

    The next build of a preview asks about the same sources.
    """
    tree = _PARSER.parse(source, name)
    found = list(tree.find_all(nodes.Node))
    asked = tuple(asked for node in found if (asked := _asked_by(node)))
    said = (Said(node.data, node.lineno) for node in found if isinstance(node, nodes.TemplateData))
    return ReadTemplate(asked, tuple(said), _compiled(tree, name))


def _compiled(tree: nodes.Template, name: str) -> bytes | None:
    """What is wrong beyond the writing, such as a filter that nobody knows, is told to whom asks for the template."""
    try:
        return marshal.dumps(_PARSER.compile(tree, name, file_name(name)))
    except TemplateSyntaxError:
        return None


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


class PlainWords(Protocol):
    """The words that need no values, by their keys, and phrases."""

    @property
    def plain(self) -> Mapping[str | tuple[str, ...], str]: ...


class ClosedEnvironment(Environment):
    """Names worked out while rendering (`view[name]`, `map(attribute=name)`) are held to the same rule.

    A template that was loaded is found by its name alone.
    """

    words: PlainWords | Undefined

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

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The same for all templates, which cannot change them."""
        return {**self.globals, **d} if d else self.globals

    def getitem(self, obj: Any, argument: Any) -> Any | Undefined:
        if isinstance(argument, str) and argument.startswith(HIDDEN):
            return self.undefined(obj=obj, name=argument)
        return super().getitem(obj, argument)


class _Loader(BaseLoader):
    """Templates by their names; those that were compiled are not so again."""

    def __init__(self, templates: Mapping[str, str], codes: Codes) -> None:
        self._templates, self._codes = templates, codes

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002
        if template not in self._templates:
            raise TemplateNotFound(template)
        return self._templates[template], file_name(template), None

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        code = self._codes.get((name, self._templates.get(name, "")))
        if code is None:
            return super().load(environment, name, globals)
        return environment.template_class.from_code(environment, marshal.loads(code), globals or {})


def _of_a_page(*_given: Any) -> Any:
    """Stands for a filter while templates are compiled: what it makes of a constant is another in each language."""
    raise NotImplementedError


_PARSER = make_environment({}, {}, dict.fromkeys(FILTERS, _of_a_page))
