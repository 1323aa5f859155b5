"""What a shared picture tells: words in the languages of the site, and things or a photograph beside them."""

from dataclasses import replace

from ocop_site.frozen import frozen
from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.recipe import Size
from ocop_site.units import Pixel

SIZE: Size = (Pixel(1200), Pixel(630))
"""What the services ask for that show links."""


@frozen
class SocialCard:
    """All that the picture of a thing shows: one for all languages, so words come in up to two, the first larger.

    `place` is who makes it, and where. `seal` is the form of the seal that `told` puts in words, without stars: what is
    shared goes on when they have ended. `recall` stands before everything. `things` lie on the `ground`; a `photo` has
    a ground of its own. `brand` is the site's own colour, of its name and mark.
    """

    site: str
    names: tuple[str, ...]
    place: tuple[str, ...] = ()
    seal: str = ""
    told: tuple[str, ...] = ()
    recall: tuple[str, ...] = ()
    ground: str = "rice"
    things: tuple[Rendition, ...] = ()
    photo: Rendition | None = None
    brand: str = ""

    @property
    def pictures(self) -> tuple[Rendition, ...]:
        """All that is to be read before it can be painted."""
        return (*self.things, self.photo) if self.photo else self.things

    def with_things(self, things: tuple[Rendition, ...]) -> "SocialCard":
        return replace(self, things=things)
