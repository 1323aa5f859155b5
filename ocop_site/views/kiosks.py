"""A showroom's touch screen, and the page for those who set it up."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.entrances import Door
from ocop_site.views.everywhere import Link
from ocop_site.views.finding import DoorCard
from ocop_site.views.parts import Picture, Prose
from ocop_site.views.seasons import Wheel


@frozen
class Slide:
    """A product in a kiosk's loop; `shelf` where it stands on one there.

    `picture` is cut out where it can be, to lie on the sheet of its `pattern`.
    """

    link: Link
    other_names: tuple[TextRun, ...]
    picture: Picture
    pattern: str
    shelf: str | None


@frozen
class ShelfThing:
    """A product that stands in the room; `picture` is cut out where it can be, without one it has its `pattern`."""

    link: Link
    other_names: tuple[TextRun, ...]
    picture: Picture | None
    pattern: str
    shelf: str | None


@frozen
class KioskView:
    """Where the kiosk of a place begins; `place` is its id. `slides` never hold spirits or what is recalled.

    `here` is the first of what stands on its shelves, in their order, of `stock` in all on the page of the place.

    `doors` lead into languages; `ways` are the doors of the home page, `wheel` its year.

    `notices` leads to the recalls and warnings in force, where there are any.
    """

    place: str
    name: TextRun
    other_names: tuple[TextRun, ...]
    invitation: TextRun
    slides: tuple[Slide, ...]
    here: tuple[ShelfThing, ...]
    stock: Link
    doors: tuple[Door, ...]
    ways: tuple[DoorCard, ...]
    wheel: Wheel | None
    notices: Link | None


@frozen
class KioskLine:
    """`link` opens it here; `address` is what a browser is started with, `leave` what ends it."""

    link: Link
    address: str
    leave: str


@frozen
class KiosksView:
    """For those who set kiosks up: where they begin, and how to, in each of the languages that staff may read."""

    kiosks: tuple[KioskLine, ...]
    guides: tuple[Prose, ...]
