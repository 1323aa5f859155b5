"""How templates become Python: as Jinja does it, with less to do for each macro, call, name and piece of a page.

Nothing here changes what a template means. What Jinja asks anew each time is known beforehand of our environments: they
escape everything, none of what a template may call wants to be given its context, and all templates share their names.
"""

from collections.abc import Callable
from io import StringIO
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context, Macro, missing
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner
except ImportError:  # where it has not been compiled
    from markupsafe._native import _escape_inner


class SharedTemplate(Template):
    """A template whose module is the same for all who import it: none of them has names of its own."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class FrugalGenerator(CodeGenerator):
    """Writes the module of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(f"from {__name__} import caller_of, escaped, macro_of")
        super().visit_Template(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The object that a template calls."""
        names = tuple(argument.name for argument in macro_ref.node.args)
        name = getattr(macro_ref.node, "name", None)
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or "caller" in names:
            super().macro_def(macro_ref, frame)
        elif name is None and not macro_ref.accesses_caller:
            self.write(f"caller_of(environment, macro, {names!r})")
        else:
            self.write(f"macro_of(environment, macro, {name!r}, {names!r}, {macro_ref.accesses_caller!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.visit(node.node, frame)
        self.write(f"({self._arguments(node, frame, {'caller': 'caller'} if forward_caller else None)})")

    def _arguments(self, node: nodes.Call, frame: Frame, more: dict[str, str] | None) -> str:
        """As `signature` writes them, each behind a comma, but for the first."""
        stream, self.stream = self.stream, StringIO()
        self.signature(node, frame, more)
        written, self.stream = self.stream.getvalue(), stream
        return written.removeprefix(", ")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute, and only where there is none the long way."""
        thing, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({thing} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr({thing}, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """What is HTML stays as it is without being asked."""
        self._shown = self.temporary_identifier()
        self.write(f"({self._shown} if ({self._shown} := (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(f")).__class__ is Markup else escaped({self._shown}))")


def escaped(value: Any) -> str:
    """The value as HTML. What has a way of its own to be HTML is so; of an undefined name the error is raised."""
    if type(value) is str:
        return _escape_inner(value)
    return str(value) if type(value) is int else escape(value)


def macro_of(
    environment: Environment, body: Callable[..., str], name: str | None, names: tuple[str, ...], takes_caller: bool
) -> Callable[..., Markup]:
    """The macro of a body, to which nothing has to be given: it knows what a `missing` argument is."""
    nobody = environment.undefined("No caller defined", name="caller")
    body.__defaults__ = (missing,) * len(names) + (nobody,) * takes_caller
    count, known = len(names), (*names, "caller") if takes_caller else names
    spelt = dict(zip(known, body.__code__.co_varnames, strict=False))

    def macro(*given: Any, **named: Any) -> Markup:
        if len(given) > count or not named.keys() <= spelt.keys():
            return _told(environment, body, name, names, takes_caller)(*given, **named)
        if named:
            return as_html(Markup, body(*given, **{spelt[key]: value for key, value in named.items()}))
        return as_html(Markup, body(*given))

    return macro


def caller_of(environment: Environment, body: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """The same of the block of a `call`, made anew each time that it is come by."""
    if names:
        body.__defaults__ = (missing,) * len(names)

    def caller(*given: Any, **named: Any) -> Markup:
        if named or len(given) > len(names):
            return _told(environment, body, None, names, False)(*given, **named)
        return as_html(Markup, body(*given))

    return caller


def _told(environment: Environment, body: Callable[..., str], name: Any, names: Any, takes_caller: bool) -> Macro:
    """Jinja's own macro: it tells what is wrong with arguments."""
    return Macro(environment, body, name, names, False, False, takes_caller, True)


as_html: Callable[[type[Markup], str], Markup] = str.__new__
"""`as_html(Markup, text)`: what is known to be HTML, without being asked."""
