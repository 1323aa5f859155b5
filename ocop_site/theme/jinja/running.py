"""What templates that became Python are made of: pieces, macros, names, loops, and what is HTML already."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from jinja2 import Environment, Template
from jinja2.runtime import Context, LoopContext, Macro, markup_join
from jinja2.utils import missing
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # where it has not been compiled
    from markupsafe._native import _escape_inner as escape_text

Html = TypeVar("Html", bound=Markup)

as_html: Callable[[type[Html], str], Html] = str.__new__
"""`as_html(Markup, text)`: what is known to be HTML, without being asked."""


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


def names_of(template: SharedTemplate, pairs: Sequence[tuple[str, str]], position: str) -> dict[str, Any]:
    """What a template exports, by the names that another has for it; what it does not export is undefined."""
    module = template._get_default_module()

    def named(name: str) -> Any:
        if (found := getattr(module, name, missing)) is not missing:
            return found
        told = f"the template {module.__name__!r} (imported on {position}) does not export the requested name {name!r}"
        return template.environment.undefined(told, name=name)

    return {alias: named(name) for name, alias in pairs}


def concatenated(*parts: Any) -> str:
    """`~` of a template: HTML where any of the parts is."""
    for part in parts:
        if part.__class__ is not str:
            return markup_join(parts)
    return "".join(parts)


class Loop(LoopContext):
    """`loop` of a template that goes through a list, and so knows its end beforehand."""

    index, first, last = 0, False, False

    _iterable: Sequence[Any]

    @property
    def previtem(self) -> Any:
        return self._undefined("there is no previous item") if self.first else self._iterable[self.index0 - 1]

    @property
    def nextitem(self) -> Any:
        return self._undefined("there is no next item") if self.last else self._iterable[self.index]


def looped(things: Iterable[Any], undefined: Any, *recursion: Any) -> Iterable[tuple[Any, LoopContext]]:
    """Each of the things with its `loop`."""
    if recursion or things.__class__ not in (tuple, list):
        return LoopContext(things, undefined, *recursion)
    return _each(things, Loop(things, undefined))


def _each(things: Sequence[Any], loop: Loop) -> Iterator[tuple[Any, Loop]]:
    end = len(things) - 1
    for number, thing in enumerate(things):
        loop.index0, loop.index, loop.first, loop.last = number, number + 1, number == 0, number == end
        yield thing, loop


def escaped(value: object) -> str:
    """The value as HTML. What has a way of its own to be HTML is so; of an undefined name the error is raised."""
    if type(value) is str:
        return escape_text(value)
    if type(value) is Fixture:
        return value
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return escape_text(str(value))
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
