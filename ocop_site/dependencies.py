"""What something was worked out from, noted while it is worked out: as long as none of it changes, it stays the same.

A dependency is what may differ from build to build: a record, told by its file's bytes, or a *fact* worked out of
records, told by its value. Pages depend on those that they asked for while they were planned. A fact that comes out the
same as before changes nothing for who asked for it, whatever became of the records that it was worked out from.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

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

    def __init__(self, name: Name, tell: Callable[[], str], of: tuple["Dependency", ...] = ()) -> None:
        self.name, self.of = name, of
        self._tell: Callable[[], str] | None = tell
        self._fingerprint = ""

    @property
    def fingerprint(self) -> str:
        """What differs where the thing differs. Once it is known, what it was told from may go."""
        if (tell := self._tell) is not None:
            self._fingerprint = tell()
            self._tell = None
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
        of: tuple[Dependency, ...] = (),
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

    def named(self, name: Name, of: tuple[Dependency, ...]) -> "Tracked[Key, Value]":
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


def ask(dependency: Dependency) -> None:
    """Notes a dependency for whoever is at work."""
    if (asked := _asked.get()) is not None:
        asked.add(dependency)
