"""Ids: what records are called by, in files' names, references and addresses."""

import re

from ocop_site.files import is_device
from ocop_site.problems import Mistake
from ocop_site.text.signs import foreign_letter, latin_letters
from ocop_site.text.vietnamese import slug

ID = r"[a-z0-9]+(-[a-z0-9]+)*"

LONGEST_ID = 100
"""Letters of an id."""

LONGEST_KEPT_ID = 250
"""Letters of an id that a ledger remembers: what a file's name has room for, beside `.yaml`."""


def parse_id(value: str) -> str:
    """An id as records have it today. A `Mistake` has the id that was meant, where one can be told."""
    if not re.fullmatch(ID, value, re.ASCII):
        raise _id_mistake(value)
    if is_device(value) or len(value) > LONGEST_ID:
        raise Mistake("value.id-unusable", value=value[:40], most=LONGEST_ID)
    return value


def parse_kept_id(value: str) -> str:
    """An id that a ledger remembers, which may be longer than those of today: else who has one could mend nothing.

    A `Mistake` where no file could ever have had it.
    """
    if not re.fullmatch(ID, value, re.ASCII):
        raise Mistake("value.id", value=value)
    if is_device(value) or len(value) > LONGEST_KEPT_ID:
        raise Mistake("value.id-unusable", value=value[:40], most=LONGEST_ID)
    return value


def _id_mistake(value: str) -> Mistake:
    proposal = slug(latin_letters(value))
    if foreign := foreign_letter(value):
        place, letter, script = foreign
        return Mistake("value.id-letter", value=value, place=place, letter=letter, script=script, proposal=proposal)
    if proposal:
        return Mistake("value.id-near", value=value, proposal=proposal)
    return Mistake("value.id", value=value)
