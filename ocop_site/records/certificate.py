"""What a record says of one OCOP certificate. What it is worth on a day is computed, never typed in."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ocop_site.records.base import Record
from ocop_site.records.fields import Dated, Day, DecisionId, Line, Passage, SourceId, Stars


class Revocation(Record):
    """Art. 8 of Decision 26/2026/QĐ-TTg."""

    on: Dated
    decision: DecisionId | None = None
    reason: Passage | None = None


class Certificate(Record):
    """`issued` is the date of issue; `issued_by` a date it cannot be later than; `expires` as printed.

    `extended_until` with its `basis` is the continuation of Art. 12.3; `as_of` is when a source last said so,
    the first of `sources`; `checked` when the office looked it up and found nothing newer.
    """

    stars: Stars
    purpose: Literal["first", "upgrade", "renewal"] | None = None
    number: Line | None = None
    decision: DecisionId | None = None
    holder: Line | None = None
    issued: Dated | None = None
    issued_by: Dated | None = None
    expires: Dated | None = None
    extended_until: Day | None = None
    basis: Passage | None = None
    revoked: Revocation | None = None
    as_of: Dated | None = None
    checked: Day | None = None
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.extended_until and not self.basis:
            raise PydanticCustomError("certificate.basis", "basis", {"at": ("extended_until",)})
        if self.issued and self.expires and self.expires.latest < self.issued.earliest:
            dates = {"at": ("expires",), "issued": str(self.issued), "expires": str(self.expires)}
            raise PydanticCustomError("certificate.order", "order", dates)
        return self
