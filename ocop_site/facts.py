"""Facts: what is worked out of records once for all who ask, each a dependency of those who did.

A fact is told by its value, an opaque one by all that it was worked out from. An owner, such as an edition, remembers
its facts in cells.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

from ocop_site.dependencies import Dependency, Name, Tracked, ask, digest, noted
from ocop_site.frozen import frozen

Work = TypeVar("Work", bound=Callable[..., Any])


@frozen
class Cell:
    """The result of a fact with the dependency that it is; `by_entry`, where its entries are dependencies instead."""

    result: Any
    dependency: Dependency
    by_entry: bool = False


Question = tuple[str, tuple[str, ...]]
"""The name of a fact, and its arguments."""


class Cells(dict[Question, Cell]):
    """What was worked out for an owner of facts, an edition for instance."""

    def kept(self, _question: Question) -> Cell | None:
        """What holds still of before; here nothing was before."""
        return None


FACTS: dict[str, Callable[..., Any]] = {}
"""Every fact by its name."""

OPAQUE: dict[str, int] = {}
"""How many parts the name of each opaque one has, by the first of them; that of an entry of one has more."""


def fact(work: Work) -> Work:
    """Makes of a method, or of a function of an edition, one that works once for the same arguments and remembers.

    Who asks for it depends on its value, which `repr` must tell whole; where that is `Tracked`, on the entries that are
    asked for. Its arguments are texts.
    """
    return _remembering(work, lambda result, _of: digest(result))


def opaque(work: Work) -> Work:
    """The same for what is no plain data: it is another wherever anything is that it was worked out from."""
    OPAQUE[_name_of(work)] = work.__code__.co_argcount + 1
    return _remembering(work, lambda _result, of: digest(sorted((each.name, each.fingerprint) for each in of)))


def cells_of(owner: Any) -> Cells:
    found: Cells | None = owner.__dict__.get(CELLS)
    return owner.__dict__.setdefault(CELLS, Cells()) if found is None else found


CELLS = "_cells"
"""Where an owner has them."""


def is_opaque(name: Name) -> bool:
    """Whether what bears it is another wherever anything is that it was worked out from."""
    return OPAQUE.get(name[0]) == len(name)


def _remembering(work: Work, tell: Callable[[Any, Iterable[Dependency]], str]) -> Work:
    name = _name_of(work)

    @wraps(work)
    def remembered(owner: Any, *arguments: str) -> Any:
        cells = cells_of(owner)
        cell = cells.get((name, arguments))
        if cell is None:
            cell = cells.kept((name, arguments))
            cell = cell or _worked_out(work, owner, (name, _language(owner), *arguments), tell)
            cells[name, arguments] = cell
        if not cell.by_entry:
            ask(cell.dependency)
        return cell.result

    FACTS[name] = remembered
    return cast(Work, remembered)


def _name_of(work: Callable[..., Any]) -> str:
    return f"{work.__module__.removeprefix('ocop_site.')}.{work.__qualname__}"


def _worked_out(
    work: Callable[..., Any], owner: object, name: Name, tell: Callable[[Any, Iterable[Dependency]], str]
) -> Cell:
    with noted() as asked:
        result = work(owner, *name[2:])
    of = let_go(asked)
    if isinstance(result, Tracked):
        whole = Dependency(name, lambda: result.all().fingerprint, of)
        return Cell(result.named(name, (whole,)), whole, by_entry=True)
    return Cell(result, Dependency(name, lambda: tell(result, of), of))


def let_go(dependencies: Iterable[Dependency]) -> tuple[Dependency, ...]:
    """The same, to be kept: of none is a whole catalogue kept only because nobody has asked yet what it was."""
    for each in dependencies:
        if not each.of:
            _ = each.fingerprint
    return tuple(dependencies)


def worked_out(owner: object, name: Name) -> Dependency:
    """A fact's dependency by its name, which ends with an entry where its value is a mapping of such."""
    work = FACTS[name[0]]
    count = work.__wrapped__.__code__.co_argcount - 1  # type: ignore[attr-defined]
    with noted() as asked:
        result = work(owner, *name[2 : 2 + count])
    return result.find(name[2 + count]) if isinstance(result, Tracked) else next(iter(asked))


def _language(owner: Any) -> str:
    """The language of an edition or of one of its helpers; empty for what is of no language."""
    told: str = getattr(getattr(owner, "localized", owner), "language", "")
    return told
