"""What templates are written in: Jinja, strict, escaping, and closed off from all but the view they are given."""

from collections.abc import Callable, Container, Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates
from jinja2.sandbox import ImmutableSandboxedEnvironment

PURE_FILTERS = (
    "batch", "default", "first", "groupby", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "select", "selectattr", "slice", "sort", "sum", "trim", "unique", "upper",
)  # fmt: skip
"""Jinja's own filters that a template has. Not `safe`: what is HTML comes from our filters; not `random`."""


def make_environment(
    templates: Mapping[str, str], names: Mapping[str, Any], filters: Mapping[str, Callable[..., Any]]
) -> Environment:
    """An environment in which templates have `names` and `filters` beside what a page gives them, and nothing else."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], file_name(name), lambda: True) if name in templates else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals = dict(names)
    environment.filters = {name: environment.filters[name] for name in PURE_FILTERS} | dict(filters)
    return environment


def file_name(template: str) -> str:
    """A template as a person would name it; tracebacks name it so."""
    return f"templates/{template}"


def parse_template(source: str, name: str, others: Container[str]) -> None:
    """Raises TemplateSyntaxError where the source is no template, names one that is not there, or stops escaping."""
    tree = _PARSER.parse(source, name)
    for switch in tree.find_all(nodes.ScopedEvalContextModifier):
        raise TemplateSyntaxError("autoescape", switch.lineno, name)
    for other in find_referenced_templates(tree):
        if other not in others:
            raise TemplateSyntaxError(f"{file_name(other or '…')}?", 1, name)


_PARSER = ImmutableSandboxedEnvironment()
