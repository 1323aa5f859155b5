"""Where something is: below the commune as people write it, the commune by its id, old or of today."""

from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ocop_site.records.base import Record
from ocop_site.records.fields import Id, Phrase, Reference, Where


class Address(Record):
    """One of `commune` (of today), `former_commune` or `former_district` (before 2025-07-01), as the source has it."""

    line: Phrase | None = None
    commune: Annotated[Id, Reference("communes")] | None = None
    former_commune: Annotated[Id, Reference("former_communes")] | None = None
    former_district: Annotated[Id, Reference("districts")] | None = None
    point: Where | None = None

    @model_validator(mode="after")
    def _names_one_unit(self) -> Self:
        if sum(unit is not None for unit in (self.commune, self.former_commune, self.former_district)) != 1:
            raise PydanticCustomError("address.one-unit", "one unit")
        return self


class PremisesAddress(Address):
    """One of a producer's; `kind` only where the source says which."""

    kind: Literal["office", "workshop", "growing_area", "shop"] | None = None
