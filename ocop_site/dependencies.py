"""What something was worked out from, noted while it is worked out: as long as none of it changes, it stays the same.

A dependency is what may differ from build to build: a record, told by its file's bytes, or a *fact* worked out of
records, told by its value. Pages depend on those that they asked for while they were planned. A fact that comes out the
same as before changes nothing for who asked for it, whatever became of the records that it was worked out from.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from hashlib import blake2b
from typing import Any, TypeVar, cast

from ocop_site.frozen import frozen

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Work = TypeVar("Work", bound=Callable[..., Any])

Name = tuple[str, ...]
"""What names a dependency in every build: what it is of, then of which language, record or value."""

MISSING, _THERE = "", "there"
"""The fingerprint of what is not there, and of an entry of which only that is asked."""

_ALL, _ORDER = "*", "#"
"""In place of a key: all entries of a mapping; its keys in their order."""

_IS_THERE = "?"
"""Before a key: whether it has an entry, whatever that is."""


class Dependency:
    """One thing that may change, by its name. `of` are those that it was worked out from itself."""

    __slots__ = ("_fingerprint", "_tell", "name", "of")

    def __init__(self, name: Name, tell: Callable[[], str], of: frozenset["Dependency"] = frozenset()) -> None:
        self.name, self._tell, self.of = name, tell, of
        self._fingerprint: str | None = None

    @property
    def fingerprint(self) -> str:
        """What differs where the thing differs. Once it is known, what it was told from may go."""
        if self._fingerprint is None:
            told = self._tell()
            self._fingerprint, self._tell = told, lambda: told
        return self._fingerprint


_asked: ContextVar[set[Dependency] | None] = ContextVar("asked", default=None)


@contextmanager
def noted() -> Iterator[set[Dependency]]:
    """Fills a set with what is asked for within."""
    found: set[Dependency] = set()
    before = _asked.set(found)
    try:
        yield found
    finally:
        _asked.reset(before)


def digest(value: object) -> str:
    """The fingerprint of a value that `repr` tells whole: plain data, frozen views."""
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Tracked(Mapping[Key, Value]):
    """A mapping whose entries are dependencies, one by one; who walks over it depends on all of them.

    Who asks whether there is one depends on that alone.

    `tell` gives an entry's fingerprint, by default that of its value. Asked for outside of `noted`, it is a mapping.
    """

    __slots__ = ("_by_text", "_entries", "_members", "_name", "_of", "_tell", "_values")

    def __init__(
        self,
        values: Mapping[Key, Value],
        name: Name = (),
        tell: Callable[[Key], str] | None = None,
        of: frozenset[Dependency] = frozenset(),
    ) -> None:
        self._values, self._name, self._of = values, name, of
        self._tell = tell or (lambda key: digest(values[key]))
        self._entries: dict[Key | str, Dependency] = {}
        self._members: dict[Key, Dependency] = {}
        self._by_text: dict[str, Key] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self._values),)

    def __repr__(self) -> str:
        ask(self.all())
        return repr(self._values)

    def named(self, name: Name, of: frozenset[Dependency]) -> "Tracked[Key, Value]":
        """The same mapping as that of a fact."""
        return Tracked(self._values, name, self._tell, of)

    def __getitem__(self, key: Key) -> Value:
        if (asked := _asked.get()) is not None:
            asked.add(self._entries.get(key) or self.entry(key))
        return self._values[key]

    def get(self, key: Key, default: Any = None) -> Any:
        if (asked := _asked.get()) is not None:
            asked.add(self._entries.get(key) or self.entry(key))
        return self._values.get(key, default)

    def __contains__(self, key: object) -> bool:
        if (asked := _asked.get()) is not None:
            asked.add(self.membership(key))  # type: ignore[arg-type]
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        if (asked := _asked.get()) is not None:
            asked.add(self._entries.get(_ORDER) or self.order())
        return iter(self._values)

    def __len__(self) -> int:
        if (asked := _asked.get()) is not None:
            asked.add(self._entries.get(_ORDER) or self.order())
        return len(self._values)

    def items(self) -> Any:
        ask(self.all())
        return self._values.items()

    def values(self) -> Any:
        ask(self.all())
        return self._values.values()

    def keys(self) -> Any:
        ask(self.order())
        return self._values.keys()

    def entry(self, key: Key) -> Dependency:
        """An entry as a dependency, there or not."""
        found = self._entries.get(key)
        if found is None:
            found = Dependency((*self._name, str(key)), lambda: self._told(key), self._of)
            self._entries[key] = found
        return found

    def membership(self, key: Key) -> Dependency:
        """Whether a key has an entry, as a dependency."""
        found = self._members.get(key)
        if found is None:
            name = (*self._name, f"{_IS_THERE}{key}")
            found = self._members[key] = Dependency(name, lambda: _THERE if key in self._values else MISSING, self._of)
        return found

    def order(self) -> Dependency:
        """The keys in their order, as a dependency."""
        return self._special(_ORDER, lambda: digest(list(map(str, self._values))))

    def all(self) -> Dependency:
        """All entries, as a dependency."""
        return self._special(_ALL, lambda: digest([(str(key), self._told(key)) for key in self._values]))

    def find(self, key: str) -> Dependency:
        """The dependency whose name ends with this."""
        if key in (_ALL, _ORDER):
            return self.all() if key == _ALL else self.order()
        if key.startswith(_IS_THERE):
            return self.membership(self._key(key.removeprefix(_IS_THERE)))
        return self.entry(self._key(key))

    def _key(self, text: str) -> Key:
        if self._by_text is None:
            self._by_text = {str(each): each for each in self._values}
        return self._by_text.get(text, text)  # type: ignore[return-value]

    def _special(self, key: str, tell: Callable[[], str]) -> Dependency:
        if key not in self._entries:
            self._entries[key] = Dependency((*self._name, key), tell, self._of)
        return self._entries[key]

    def _told(self, key: Key) -> str:
        return self._tell(key) if key in self._values else MISSING


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


def ask(dependency: Dependency) -> None:
    """Notes a dependency for whoever is at work."""
    if (asked := _asked.get()) is not None:
        asked.add(dependency)


def _remembering(work: Work, tell: Callable[[Any, frozenset[Dependency]], str]) -> Work:
    name = _name_of(work)

    @wraps(work)
    def remembered(owner: Any, *arguments: str) -> Any:
        cells = cells_of(owner)
        cell = cells.get((name, arguments))
        if cell is None:
            cell = cells.kept((name, arguments))
            cell = cell or _worked_out(work, owner, (name, _language(owner), *arguments), tell)
            cells[name, arguments] = cell
        if not cell.by_entry and (asked := _asked.get()) is not None:
            asked.add(cell.dependency)
        return cell.result

    FACTS[name] = remembered
    return cast(Work, remembered)


def _name_of(work: Callable[..., Any]) -> str:
    return f"{work.__module__.removeprefix('ocop_site.')}.{work.__qualname__}"


def _worked_out(
    work: Callable[..., Any], owner: object, name: Name, tell: Callable[[Any, frozenset[Dependency]], str]
) -> Cell:
    with noted() as asked:
        result = work(owner, *name[2:])
    of = let_go(asked)
    if isinstance(result, Tracked):
        whole = Dependency(name, lambda: result.all().fingerprint, of)
        return Cell(result.named(name, frozenset([whole])), whole, by_entry=True)
    return Cell(result, Dependency(name, lambda: tell(result, of), of))


def let_go(dependencies: Iterable[Dependency]) -> frozenset[Dependency]:
    """The same, to be kept: of none is a whole catalogue kept only because nobody has asked yet what it was."""
    for each in dependencies:
        if not each.of:
            _ = each.fingerprint
    return frozenset(dependencies)


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
