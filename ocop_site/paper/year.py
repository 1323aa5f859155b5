"""The wheel of the year on paper: for the middle of the booklet, for a poster."""

from dataclasses import replace

from ocop_site.editions.edition import Edition
from ocop_site.pages.seasons import shape
from ocop_site.pages.seasons.in_season import things
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.pictures.recipe import CUT_OUT
from ocop_site.views import Wheel, WheelMonth, WheelPicture
from ocop_site.views.paper import Piece, PrintedPicture, PrintedWheel


def wheel_piece(print_edition: PrintEdition, box: Box) -> Piece | None:
    """The wheel as large as the box has room for, in its middle; None where there is none, as on the site.

    Its hub, `Wheel.hub` of `Wheel.size` from the middle, is free for words; so is the legend to be written around it,
    of what `Wheel.seasons` and `Wheel.feasts` tell. Its numbers have 8 pt where it is 51 mm wide.
    """
    edition = print_edition.first
    wheel = year_wheel(edition)
    if not wheel:
        return None
    size = min(box.width, box.height)
    x, y = (box.width - size) / 2, (box.height - size) / 2
    printed = PrintedWheel(x, y, size, replace(wheel, months=tuple(map(_plain, wheel.months)), now=()))
    return Piece(box.x, box.y, box.width, box.height, (), pictures=_things(edition, wheel, printed), wheels=(printed,))


def _plain(month: WheelMonth) -> WheelMonth:
    return replace(month, is_now=False, path=shape.piece(month.month))


def _things(edition: Edition, wheel: Wheel, printed: PrintedWheel) -> tuple[PrintedPicture, ...]:
    products, placed = things(edition), {each.month: each.picture for each in wheel.months}
    found = (_thing(edition, products[month], at, printed) for month, at in placed.items() if at and at.is_cut_out)
    return tuple(each for each in found if each)


def _thing(edition: Edition, product_id: str, at: WheelPicture, printed: PrintedWheel) -> PrintedPicture | None:
    """What lies on a month, as sharp as there is."""
    photo = edition.catalogue.products[product_id].photos[0]
    renditions = edition.editions.renditions.of(photo.file, photo.focus, photo.ground)
    largest = max(renditions.of(CUT_OUT), key=lambda each: each.width, default=None) if renditions else None
    one = printed.size / float(shape.SIZE)
    if not largest:
        return None
    return PrintedPicture(
        round(printed.x + one * at.x, 2),
        round(printed.y + one * at.y, 2),
        round(one * at.width, 2),
        round(one * at.height, 2),
        largest.path,
        edition.run(photo.alt),
    )
