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


class Fixture(Markup):
    """HTML that stands on many pages: as bytes it is made once."""

    __slots__ = ("_body",)
    _body: bytes

    @property
    def body(self) -> bytes:
        try:
            return self._body
        except AttributeError:
            self._body = self.encode()
            return self._body


class SharedTemplate(Template):
    """A template whose module is the same for all who import it: none of them has names of its own."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        if self._module is None:
            self._module = self.make_module()
        return self._module


class FrugalGenerator(CodeGenerator):
    """Writes the module of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(f"from {__name__} import Fixture, caller_of, escaped, macro_of")
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
            self.write(f"macro_of(environment, macro, {name or 'caller'!r}, {names!r}, {macro_ref.accesses_caller!r})")

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        """What a template holds for all pages is set at its top."""
        super().visit_AssignBlock(node, frame)
        if frame.toplevel and isinstance(node.target, nodes.Name):
            reference = frame.symbols.ref(node.target.name)
            self.writeline(f"{reference} = context.vars[{node.target.name!r}] = Fixture({reference})")

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
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    if kind is Fixture:
        return value
    return str(value) if kind is int else escape(value)


def macro_of(
    environment: Environment, body: Callable[..., str], name: str, names: tuple[str, ...], takes_caller: bool
) -> Callable[..., Markup]:
    """The macro of a body, to which nothing has to be given: it knows what a `missing` argument is."""
    nobody = environment.undefined("No caller defined", name="caller")
    count, lacking = len(names), [(missing,) * (len(names) - given) for given in range(len(names) + 1)]
    body.__defaults__ = lacking[0] + (nobody,) * takes_caller
    spelt = dict(zip(names, body.__code__.co_varnames, strict=False))

    def refused(given: Any, named: Any) -> Markup:
        """Jinja's own macro tells what is wrong with arguments."""
        return Macro(environment, body, name, names, False, False, takes_caller, True)(*given, **named)

    def macro(*given: Any, **named: Any) -> Markup:
        if len(given) > count or (named and not named.keys() <= spelt.keys()):
            return refused(given, named)
        if named:
            return as_html(Markup, body(*given, **{spelt[key]: value for key, value in named.items()}))
        return as_html(Markup, body(*given))

    def around(*given: Any, caller: Any = nobody, **named: Any) -> Markup:
        if len(given) > count or (named and not named.keys() <= spelt.keys()):
            return refused(given, {**named, "caller": caller})
        if named:
            named = {spelt[key]: value for key, value in named.items()}
            return as_html(Markup, body(*given, **named, **{by: caller}))
        return as_html(Markup, body(*given, *lacking[len(given)], caller))

    by = body.__code__.co_varnames[count] if takes_caller else ""
    return around if takes_caller else macro


def caller_of(environment: Environment, body: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """The same of the block of a `call`, made anew each time that it is come by."""
    if names:
        body.__defaults__ = (missing,) * len(names)

    def caller(*given: Any, **named: Any) -> Markup:
        if named or len(given) > len(names):
            return Macro(environment, body, "caller", names, False, False, False, True)(*given, **named)
        return as_html(Markup, body(*given))

    return caller


as_html: Callable[[type[Markup], str], Markup] = str.__new__
"""`as_html(Markup, text)`: what is known to be HTML, without being asked."""
