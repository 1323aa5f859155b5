"""Pictures as pages write them: the formats a browser may choose from, one that all can read, size, words, tone."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ocop_site.language import Run
from ocop_site.pictures.recipe import TYPES
from ocop_site.pictures.store import Print
from ocop_site.plan.edition import Edition
from ocop_site.plan.views import Picture, PictureSource, SocialPicture
from ocop_site.records.product import Photo

FORMATS = ("avif", "webp", "svg", "jpeg")
"""The best first; the last two every browser reads."""


class Figures(Edition):
    """An edition that knows what became of its pictures."""

    def pictures(self, photos: Iterable[Photo]) -> tuple[Picture, ...]:
        """Each for the page that is about it; the first one is the page's main picture."""
        return tuple(picture for photo in photos if (picture := self._picture(photo, "page")))

    def card_picture(self, photos: Sequence[Photo]) -> Picture | None:
        return self._picture(photos[0], "card") if photos else None

    def scan(self, file: str | None, words: Run) -> Picture | None:
        """A document as it was photographed; it has no focus to crop to."""
        developed = self.gallery.of(file, None) if file else None
        return self._written(developed.of("page"), developed.tone, words) if developed else None

    def social(self, photos: Sequence[Photo]) -> SocialPicture | None:
        """What is shown beside a link to the page; its address is absolute."""
        developed = self.gallery.of(photos[0].file, photos[0].focus) if photos else None
        if not developed or not (prints := developed.of("social")):
            return None
        href = self.addresses.absolute(f"/{prints[0].path}")
        return SocialPicture(href, prints[0].width, prints[0].height, self.run(photos[0].alt).text)

    def _picture(self, photo: Photo, use: str) -> Picture | None:
        developed = self.gallery.of(photo.file, photo.focus)
        prints = developed.of(use) if developed else ()
        if not developed or not prints:
            return None
        return self._written(prints, developed.tone, self.run(photo.alt), photo.credit, photo.kind)

    def _written(
        self, prints: Sequence[Print], tone: int, words: Run, credit: str | None = None, kind: str = "photo"
    ) -> Picture:
        rising = sorted(prints, key=lambda each: (FORMATS.index(each.format), each.width))
        formats = [(format, list(group)) for format, group in groupby(rising, lambda each: each.format)]
        plain = formats[-1][1]
        return Picture(
            sources=tuple(PictureSource(TYPES[format], self._srcset(group)) for format, group in formats[:-1]),
            src=self._address(plain[0]),
            srcset=self._srcset(plain) if len(plain) > 1 else "",
            width=plain[-1].width,
            height=plain[-1].height,
            tone=tone,
            alt=words,
            credit=credit,
            kind=kind,
        )

    def _srcset(self, prints: Iterable[Print]) -> str:
        return ", ".join(f"{self._address(each)} {each.width}w" for each in prints)

    def _address(self, each: Print) -> str:
        return self.addresses.link(f"/{each.path}")
