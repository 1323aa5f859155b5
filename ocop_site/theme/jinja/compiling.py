"""How templates become Python: as Jinja does it, with less to do for each macro, call, name and piece of a page.

Nothing here changes what a template means. What Jinja asks anew each time is known beforehand of our environments: they
escape everything, none of what a template may call wants to be given its context, and all templates share their names.
"""

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from ocop_site.theme.jinja import running

_GIVEN = (
    "Fixture", "Pieces", "caller_of", "concatenated", "escape_text", "escaped", "looped", "macro_of", "names_of",
)  # fmt: skip
"""What the module of a template needs beside what Jinja gives it."""


class FrugalGenerator(CodeGenerator):
    """Writes the module of a template. Its root and its blocks return their pieces, where Jinja's yield one by one."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self._has_own_words = "w" in _names_given(node)
        self.writeline(f"from {running.__name__} import {', '.join(_GIVEN)}")
        self.writeline("imported = {}")
        super().visit_Template(node, frame)
        self.writeline("LoopContext = looped")

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

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        """Names from a module that is the same for every page are asked for once."""
        if not frame.toplevel or node.with_context:
            super().visit_FromImport(node, frame)
            return
        pairs = [name if isinstance(name, tuple) else (name, name) for name in node.names]
        found = self.temporary_identifier()
        self.writeline(f"if ({found} := imported.get({found!r})) is None:", node)
        self.indent()
        self.writeline(f"{found} = imported[{found!r}] = names_of(environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}), {pairs!r}, {self.position(node)!r})")
        self.outdent()
        for _, name in pairs:
            self.writeline(f"{frame.symbols.ref(name)} = {found}[{name!r}]")
        self.writeline(f"context.vars.update({found})")
        self.writeline(f"context.exported_vars.difference_update({found})")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("concatenated(")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write(")")

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

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        children = node.nodes if self._has_own_words else list(_with_phrases(node.nodes))
        super().visit_Output(nodes.Output(children, lineno=node.lineno), frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        words = None if self._has_own_words or forward_caller else _plain_words(node)
        if words is not None:
            self.write(f"environment.words.plain[{words!r}]")
            return
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

    def _output_child_pre(self, node: nodes.Expr, *_asked: Any) -> None:
        """What is HTML stays as it is, and a text is escaped, without being asked for more."""
        if _is_phrase(node):
            return
        self._shown = self.temporary_identifier()
        self.write(f"({self._shown} if ({self._shown} := (")

    def _output_child_post(self, node: nodes.Expr, *_asked: Any) -> None:
        if _is_phrase(node):
            return
        it = self._shown
        self.write(f")).__class__ is Markup else escape_text({it}) if {it}.__class__ is str else escaped({it}))")


def _with_phrases(children: Sequence[nodes.Expr]) -> Iterator[nodes.Expr]:
    """What is written out, with words and the HTML around them as phrases: each has the words of one line.

    So what is wrong with words is told at their line.
    """
    parts, line = [""], 0
    for child in children:
        words = _plain_words(child)
        if isinstance(child, nodes.TemplateData):
            parts[-1] += child.data
        elif isinstance(words, str) and (len(parts) == 1 or child.lineno == line):
            parts, line = [*parts, words, ""], child.lineno
        else:
            yield from _phrase(parts, line)
            parts, line = ["", words, ""] if isinstance(words, str) else [""], child.lineno
            if words is None:
                yield child
    yield from _phrase(parts, line)


def _phrase(parts: Sequence[str], line: int) -> Iterator[nodes.Expr]:
    """HTML and the keys of words in turn, as one call of `w`; nothing where there is none of both."""
    if len(parts) > 1:
        yield nodes.Call(nodes.Name("w", "load"), [nodes.Const(tuple(parts))], [], None, None, lineno=line)
    elif parts[0]:
        yield nodes.TemplateData(parts[0])


def _is_phrase(node: nodes.Expr) -> bool:
    return isinstance(_plain_words(node), tuple)


def _plain_words(node: nodes.Expr) -> str | tuple[str, ...] | None:
    """The key of `w("key")`, with no values to be filled in, or the parts of a phrase."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "w":
        match node.args, node.kwargs, node.dyn_args, node.dyn_kwargs:
            case [nodes.Const(value=str() | tuple() as words)], [], None, None:
                return cast("str | tuple[str, ...]", words)
    return None


def _names_given(tree: nodes.Template) -> Iterator[str]:
    """The names that a template itself gives to something."""
    for node in tree.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)):
        match node:
            case nodes.Name(name=name, ctx="store" | "param") | nodes.Macro(name=name) | nodes.Import(target=name):
                yield name
            case nodes.FromImport(names=names):
                yield from (name if isinstance(name, str) else name[1] for name in names)
