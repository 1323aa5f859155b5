"""The records of a catalogue as that which everything is worked out from: who asks for one depends on it.

A record is told by the bytes of its file, a line of the ledger of codes by its values.
"""

from collections.abc import Mapping
from typing import Any

from ocop_site.content.memory.notes import unlike_any
from ocop_site.content.shape import Shaped
from ocop_site.dependencies import Dependency, Name, Tracked, ask

SOURCES = RECORDS, EVERY = "records", "every"
"""How the names of all that facts are worked out from in the end begin; the second is of products, drafts too."""

About = tuple[str, str]
"""A record by its kind and id."""


class RecordSources:
    """Records by kind and id, `every` product, drafts too, and lines of ledgers; `digests` are those of files."""

    def __init__(
        self,
        records: Mapping[str, Mapping[str, Any]],
        every: Mapping[str, Any],
        lines: Mapping[str, Mapping[Any, Any]],
        digests: Mapping[About, str],
    ) -> None:
        self._given, self._digests = records, digests
        self.every = Tracked(every, (EVERY, "products"), lambda record_id: self._told("products", record_id))
        self._records = {kind: self._tracked(kind, found) for kind, found in records.items()}
        self._records |= {kind: Tracked(found, (RECORDS, kind)) for kind, found in lines.items()}

    def of(self, kind: str) -> Tracked[Any, Any]:
        """Those of a kind; none of a kind that has none."""
        found = self._records.get(kind)
        if found is None:  # to ask whether it holds any would depend on all
            found = self._records[kind] = self._tracked(kind, {})
        return found

    def find(self, name: Name) -> Dependency:
        """The dependency of a name that begins as one of these: a record, there or not, or all of a kind."""
        return (self.every if name[0] == EVERY else self.of(name[1])).find(name[2])

    def has(self, record: Dependency) -> bool:
        """Whether a record is known to be as it was. Of what is no record, or none any more, nothing is known."""
        if record.name[0] not in SOURCES:
            return False
        _, kind, record_id = record.name
        return self._digests.get((kind, record_id)) == record.fingerprint and record_id in self._given.get(kind, ())

    def digest(self, kind: str, record_id: str) -> str:
        """What stands for a record, alike only where the record is the same. Who asks for it depends on the record."""
        ask(self.of(kind).entry(record_id))
        return self._told(kind, record_id)

    def _told(self, kind: str, record_id: str) -> str:
        return self._digests.get((kind, record_id)) or unlike_any()

    def _tracked(self, kind: str, found: Mapping[str, Any]) -> Tracked[str, Any]:
        return Tracked(found, (RECORDS, kind), lambda record_id: self._told(kind, record_id))


def digests_of(shaped: Mapping[str, Mapping[str, Shaped[Any]]]) -> Mapping[About, str]:
    """What stands for each record; an article is made of a file for each language."""
    found: dict[About, list[str]] = {}
    for kind, records in shaped.items():
        for each in records.values():
            found.setdefault((kind, each.entry.id), []).append(each.digest)
    return {about: " ".join(digests) for about, digests in found.items()}
