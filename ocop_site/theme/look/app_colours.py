"""The colours of the catalogue on a phone's first screen: the ground of pages, and a site's own colour around it."""

from ocop_site.exports.offline.webmanifest import AppColours
from ocop_site.theme.look.site_colours import site_colours
from ocop_site.theme.theme import Theme

_OWN = "brand"


def app_colours(theme: Theme) -> AppColours | None:
    """Where a site sets no colour, nothing but the ground; of a theme that declares none nothing is known."""
    if not (brand := theme.colours.get(_OWN)) or not brand.light:
        return None
    ground, own = brand.light[0], site_colours(theme.colours, theme.given).get(_OWN)
    return AppColours(own.light if own else ground, ground)
