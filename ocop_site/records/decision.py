"""Decisions that recognise, revoke or extend; one covers many products."""

from typing import Literal

from pydantic import Field

from ocop_site.records.base import Record
from ocop_site.records.fields import Dated, Line, MediaFile, Phrase, SourceId

Level = Literal["district", "province", "ministry"]


class Decision(Record):
    number: Line
    kind: Literal["recognition", "revocation", "extension"]
    issuer: Phrase
    level: Level
    issued: Dated
    scan: MediaFile | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
