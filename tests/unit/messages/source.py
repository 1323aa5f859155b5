"""Which keys of messages the source can say: what stands where a key is asked for is followed back to its literals."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef

Seen = frozenset[tuple[Function, str]]
"""The parameters on the way, so that a function which calls itself is followed once."""


@dataclass(frozen=True, eq=False)
class Module:
    """A file of the package; `path` is as from the package's folder."""

    path: str
    tree: ast.Module

    @cached_property
    def around(self) -> Mapping[ast.AST, ast.AST]:
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def calls(self) -> tuple[ast.Call, ...]:
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    @cached_property
    def calls_by_name(self) -> Mapping[str, list[ast.Call]]:
        by_name: dict[str, list[ast.Call]] = {}
        for call in self.calls:
            by_name.setdefault(name_of(call), []).append(call)
        return by_name

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, Function))

    def functions_around(self, node: ast.AST) -> Iterator[Function]:
        """From the innermost out."""
        while node in self.around:
            node = self.around[node]
            if isinstance(node, Function):
                yield node

    def called(self, function: Function) -> str:
        """The name it is called by: the class's, where it makes one."""
        owner = self.around[function]
        return owner.name if function.name == "__init__" and isinstance(owner, ast.ClassDef) else function.name

    def parameters(self, function: Function) -> list[str]:
        """As a call gives them: without `self`."""
        names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
        return names[1:] if isinstance(self.around[function], ast.ClassDef) else names


def modules_of(package: Path) -> list[Module]:
    files = sorted(package.rglob("*.py"))
    return [Module(file.relative_to(package).as_posix(), ast.parse(file.read_text("utf-8"))) for file in files]


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


@dataclass
class Source:
    """The package's modules, and the values of what cannot be followed: by the expression as it is written."""

    modules: list[Module]
    families: Mapping[str, set[str]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)

    def said(self, asks: Callable[[Module, ast.Call], bool]) -> set[str]:
        """Every key that is asked for by such calls, whose first argument it is."""
        keys: set[str] = set()
        for module in self.modules:
            for call in module.calls:
                if asks(module, call):
                    keys |= self.values(module, call.args[0])
        return keys

    def values(self, module: Module, node: ast.expr, seen: Seen = frozenset()) -> set[str]:
        """What an expression may be. What an attribute carries was a literal where its object was made."""
        written = ast.unparse(node)
        if written in self.families:
            self.met.add(written)
            return self.families[written]
        match node:
            case ast.Constant(value=str() as text):
                return {text}
            case ast.Constant(value=None) | ast.Attribute():
                return set()
            case ast.IfExp():
                return self.values(module, node.body, seen) | self.values(module, node.orelse, seen)
            case ast.BoolOp():
                return set().union(*(self.values(module, each, seen) for each in node.values))
            case ast.JoinedStr():
                return self._joined(module, node, seen)
            case ast.Name():
                return self._named(module, node, seen)
            case ast.Call():
                return self._returned(module, node, seen)
        return self._not_followed(module, node)

    def _joined(self, module: Module, node: ast.JoinedStr, seen: Seen) -> set[str]:
        parts = [part.value if isinstance(part, ast.FormattedValue) else part for part in node.values]
        return {"".join(each) for each in product(*(self.values(module, part, seen) for part in parts))}

    def _named(self, module: Module, node: ast.Name, seen: Seen) -> set[str]:
        for function in module.functions_around(node):
            if (function, node.id) in seen:
                return set()
            if node.id in module.parameters(function):
                return self._given(module, function, node.id, seen | {(function, node.id)})
            if meant := list(bound(function, node.id)):
                return set().union(*(self._bound_to(module, each, seen) for each in meant))
        return self._not_followed(module, node)

    def _bound_to(self, module: Module, node: ast.AST, seen: Seen) -> set[str]:
        """A name that a `case` catches is an error of a model: a literal where it was raised."""
        if isinstance(node, ast.MatchAs):
            return set()
        return self.values(module, node, seen) if isinstance(node, ast.expr) else self._not_followed(module, node)

    def _given(self, home: Module, function: Function, name: str, seen: Seen) -> set[str]:
        """What a function's callers give it."""
        parameters = home.parameters(function)
        position, needed = parameters.index(name), len(parameters) - len(function.args.defaults)
        keys: set[str] = set()
        for module, call in self._callers(home, home.called(function)):
            named = {keyword.arg: keyword.value for keyword in call.keywords}
            if len(call.args) + len(named) < needed:
                continue
            if position < len(call.args):
                keys |= self.values(module, call.args[position], seen)
            elif name in named:
                keys |= self.values(module, named[name], seen)
        return keys

    def _callers(self, home: Module, name: str) -> Iterator[tuple[Module, ast.Call]]:
        """Its own module's if its name begins with an underscore; never those that mean a function of their own."""
        for module in self.modules if not name.startswith("_") else [home]:
            is_another = module is not home and name in {function.name for function in module.functions}
            for call in module.calls_by_name.get(name, ()):
                if not (is_another and isinstance(call.func, ast.Name)):
                    yield module, call

    def _returned(self, module: Module, call: ast.Call, seen: Seen) -> set[str]:
        """What a function of the same module gives back, or one after the other."""
        found = [function for function in module.functions if function.name == name_of(call)]
        given = [
            node.value
            for function in found
            for node in ast.walk(function)
            if isinstance(node, ast.Return | ast.Yield) and node.value is not None
        ]
        if not given:
            return self._not_followed(module, call)
        return set().union(*(self.values(module, each, seen) for each in given))

    def _not_followed(self, module: Module, node: ast.AST) -> set[str]:
        self.unknown.add(f"{module.path}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}")
        return set()


def bound(function: Function, name: str) -> Iterator[ast.AST]:
    """All that a name stands for within a function: values assigned, items gone through, what a `case` catches."""
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                yield value
            case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
                yield value
            case ast.NamedExpr(target=ast.Name(id=target), value=value) if target == name:
                yield value
            case ast.For(target=ast.Name(id=target), iter=value) if target == name:
                yield value
            case ast.MatchAs(name=target) if target == name:
                yield node
