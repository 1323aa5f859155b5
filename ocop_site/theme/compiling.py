"""How templates become Python: as Jinja does it, with less to do for each macro, call, name and piece of a page.

Nothing here changes what a template means. What Jinja asks anew each time is known beforehand of our environments: they
escape everything, none of what a template may call wants to be given its context, and all templates share their names.
"""

from collections.abc import Callable
from io import StringIO
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # where it has not been compiled
    from markupsafe._native import _escape_inner as escape_text


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


class Pieces(list[str]):
    """What a template made, piece by piece, where Jinja has a generator that is to be closed."""

    def close(self) -> None:
        """There is nothing to close."""


class SharedTemplate(Template):
    """A template whose module is the same for all who import it: none of them has names of its own."""

    def pieces(self, **names: Any) -> list[str]:
        """What it makes of a page; the errors of its lines are told as `render` tells them."""
        try:
            return list(self.root_render_func(self.new_context(names)))
        except Exception:
            self.environment.handle_exception()

    def _get_default_module(self, ctx: Context | None = None) -> Any:  # noqa: ARG002
        if self._module is None:
            self._module = self.make_module()
        return self._module


class FrugalGenerator(CodeGenerator):
    """Writes the module of a template. Its root and its blocks return their pieces, where Jinja's yield one by one."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.writeline(f"from {__name__} import Fixture, Pieces, caller_of, escape_text, escaped, macro_of")
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        self.writeline("resolve = context.resolve_or_missing")
        self.writeline("undefined = environment.undefined")
        self.writeline("concat = environment.concat")
        self.writeline("cond_expr_undefined = Undefined")

    def enter_frame(self, frame: Frame) -> None:
        if frame.parent is None:
            frame.buffer = self.temporary_identifier()
            self.writeline(f"{frame.buffer} = Pieces()")
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None:
            goes_on = frame.toplevel and self.extends_so_far  # to the template that it extends
            self.writeline(f"{'yield from' if goes_on else 'return'} {frame.buffer}")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        if node.required or (frame.toplevel and self.extends_so_far):
            super().visit_Block(node, frame)
        else:
            context = self.derive_context(frame) if node.scoped else self.get_context_ref()
            self.writeline(f"{frame.buffer}.extend(context.blocks[{node.name!r}][0]({context}))", node)

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

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:  # noqa: N802
        """What a template holds for all pages is set at its top."""
        super().visit_AssignBlock(node, frame)
        if frame.toplevel and isinstance(node.target, nodes.Name):
            reference = frame.symbols.ref(node.target.name)
            self.writeline(f"{reference} = context.vars[{node.target.name!r}] = Fixture({reference})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f"({self._arguments(node, frame, {'caller': 'caller'} if forward_caller else None)})")

    def _arguments(self, node: nodes.Call, frame: Frame, more: dict[str, str] | None) -> str:
        """As `signature` writes them, each behind a comma, but for the first."""
        stream, self.stream = self.stream, StringIO()
        self.signature(node, frame, more)
        written, self.stream = self.stream.getvalue(), stream
        return written.removeprefix(", ")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute, and only where there is none the long way."""
        thing, found = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({found} if ({found} := getattr(({thing} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr({thing}, {node.attr!r}))")

    def _output_child_pre(self, *_asked: Any) -> None:
        """What is HTML stays as it is, and a text is escaped, without being asked for more."""
        self._shown = self.temporary_identifier()
        self.write(f"({self._shown} if ({self._shown} := (")

    def _output_child_post(self, *_asked: Any) -> None:
        it = self._shown
        self.write(f")).__class__ is Markup else escape_text({it}) if {it}.__class__ is str else escaped({it}))")


def escaped(value: object) -> str:
    """The value as HTML. What has a way of its own to be HTML is so; of an undefined name the error is raised."""
    if type(value) is str:
        return escape_text(value)
    if type(value) is Fixture:
        return value
    return str(value) if type(value) is int else escape(value)


def macro_of(
    environment: Environment, body: Callable[..., str], name: str, names: tuple[str, ...], takes_caller: bool
) -> Callable[..., Markup]:
    """The macro of a body, to which nothing has to be given: it knows what a `missing` argument is."""
    nobody = environment.undefined("No caller defined", name="caller")
    count, lacking = len(names), [(missing,) * (len(names) - given) for given in range(len(names) + 1)]
    body.__defaults__ = lacking[0] + (nobody,) * takes_caller
    spelt = dict(zip(names, body.__code__.co_varnames, strict=False))

    def refused(given: Any, named: Any) -> Any:
        """Jinja's own macro tells what is wrong with arguments."""
        return Macro(environment, body, name, [*names], False, False, takes_caller, True)(*given, **named)

    def macro(*given: Any, **named: Any) -> Any:
        if len(given) > count or (named and not named.keys() <= spelt.keys()):
            return refused(given, named)
        if named:
            return as_html(Markup, body(*given, **{spelt[key]: value for key, value in named.items()}))
        return as_html(Markup, body(*given))

    def around(*given: Any, caller: Any = nobody, **named: Any) -> Any:
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

    def caller(*given: Any, **named: Any) -> Any:
        if named or len(given) > len(names):
            return Macro(environment, body, "caller", [*names], False, False, False, True)(*given, **named)
        return as_html(Markup, body(*given))

    return caller


as_html: Callable[[type[Markup], str], Markup] = str.__new__
"""`as_html(Markup, text)`: what is known to be HTML, without being asked."""
