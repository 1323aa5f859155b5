"""What a door of the home page must not show: a picture of what may not stand where things are recommended."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.content.shape import Records
from ocop_site.problems import Problem


def door_problems(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    of_spirits = _pictures(catalogue, is_restrained=True) - _pictures(catalogue, is_restrained=False)
    for shaped in records.of("doors").values():
        for door_id, door in shaped.record.doors.items():
            if door.picture in of_spirits:
                yield shaped.problem("door.spirit", ("doors", door_id, "picture"), file=door.picture)


def _pictures(catalogue: Catalogue, *, is_restrained: bool) -> frozenset[str]:
    """The files that show products of the one sort or the other."""
    found = (p for i, p in catalogue.products.items() if catalogue.showing(i).is_restrained is is_restrained)
    return frozenset(photo.file for product in found for photo in product.photos)
