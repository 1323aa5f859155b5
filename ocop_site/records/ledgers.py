"""The two memories of what was given out: permanent codes, and everything that was ever published."""

from typing import TYPE_CHECKING, Literal, LiteralString, NoReturn, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ocop_site.records.base import Record
from ocop_site.records.fields import Day, Id, Permanent, Phrase, Stars
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.site import ADDRESS_KINDS, RESERVED_STEPS

if TYPE_CHECKING:
    RecordKind = str
else:
    RecordKind = Literal[PAGE_KINDS]


class GivenCode(Record):
    """A code or barcode, one product's for ever.

    `printed` is when labels were last made of it; where these carried `stars`, `claim` is the last day they told of.
    """

    product: Id
    published: Day
    printed: Day | None = None
    stars: Stars | None = None
    claim: Day | None = None


class Codes(Record):
    """Every code ever given, then the GTIN of every pack ever published, in fourteen digits."""

    codes: dict[Permanent, GivenCode] = {}


class Published(Record):
    """A record that once had a page: still there, or `moved` to another id, or `ended`."""

    since: Day
    moved: Id | None = None
    ended: Day | None = None
    reason: Phrase | None = None

    @model_validator(mode="after")
    def _ends_in_one_way(self) -> Self:
        if self.moved and self.ended:
            raise PydanticCustomError("ledger.moved-or-ended", "one way")
        return self


class PublishedLedger(Record):
    """`words` are the address words that each kind stood under, by language, newest first."""

    words: dict[Id, dict[str, tuple[Id, ...]]] = {}
    records: dict[RecordKind, dict[Id, Published]] = {}

    @model_validator(mode="after")
    def _words_are_addresses(self) -> Self:
        """Else two pages would stand at one address: those of two kinds, or one of ours beside a code's."""
        for language, kinds in self.words.items():
            if language in RESERVED_STEPS:
                _refuse("site.language-reserved", ("words", language), found=language)
            seen: dict[str, str] = {}
            for kind, words in kinds.items():
                if kind not in ADDRESS_KINDS or kind == "page":
                    _refuse("site.address-unknown", ("words", language, kind), found=kind)
                for word in words:
                    if (other := seen.setdefault(word, kind)) != kind:
                        _refuse("site.address-twice", ("words", language, kind), word=word, kind=kind, other=other)
        return self


def _refuse(code: LiteralString, at: tuple[str, ...], **details: str) -> NoReturn:
    raise PydanticCustomError(code, "refused", {"at": at, **details})
