"""Pictures as pages write them: the formats a browser may choose from, one that all can read, size, words, tone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.urls import SiteUrls
from ocop_site.facts import fact, opaque
from ocop_site.pictures.cache import Rendition, RenditionSet
from ocop_site.pictures.recipe import CUT_OUT, PIN, TYPES
from ocop_site.pictures.renditions import Renditions
from ocop_site.records.photo import Photo
from ocop_site.text.language import TextRun
from ocop_site.views import Picture, PictureSource

FORMATS = ("avif", "webp", "svg", "jpeg")
"""The best first; the last two every browser reads."""


@dataclass(frozen=True, eq=False)
class Pictures:
    """The pictures that an edition's records name, as its pages show them."""

    localized: LocalizedCatalogue
    site_urls: SiteUrls
    renditions: Renditions

    def of_page(self, photos: Iterable[Photo]) -> tuple[Picture, ...]:
        """The pictures of a record's own page; the first one is its main picture."""
        return tuple(picture for photo in photos if (picture := self._picture(photo, "page")))

    def in_text(self, file: str, words: str) -> Picture | None:
        """A picture within a text, under the words that the text has for it."""
        rendition_set = self.renditions.of(file, None)
        renditions = rendition_set.of("page") if rendition_set else ()
        return self._written(renditions, rendition_set.tone, TextRun(words)) if rendition_set and renditions else None

    def card(self, photos: Sequence[Photo]) -> Picture | None:
        """The first picture, cropped for a list."""
        return self._picture(photos[0], "card") if photos else None

    @fact
    def variant(self, product_id: str) -> int:
        """How many products before it, by their codes, begin with the same drawing: codes are given in rising order."""
        return self._variants().get(product_id, 0)

    @opaque
    def _variants(self) -> dict[str, int]:
        shown, variants = Counter[str](), {}
        for product_id, product in sorted(self.localized.catalogue.products.items(), key=lambda each: each[1].code):
            if product.photos and (first := product.photos[0]).kind == "illustration":
                variants[product_id] = shown[first.file]
                shown[first.file] += 1
        return variants

    def pin(self, photos: Sequence[Photo]) -> Picture | None:
        """The first picture, as small and square as a pin of the map needs it."""
        return self._picture(photos[0], PIN) if photos else None

    def cut_out(self, photos: Sequence[Photo]) -> Picture | None:
        """The thing of the first picture without its ground, as it stands among others; None where it has one."""
        return self._picture(photos[0], CUT_OUT) if photos else None

    def at_door(self, file: str, ground: str, words: TextRun) -> Picture | None:
        """What stands at a door of the home page, cut out; None where the file is not."""
        rendition_set = self.renditions.of(file, None, ground)
        renditions = rendition_set.of(CUT_OUT) if rendition_set else ()
        return self._written(renditions, rendition_set.tone, words) if rendition_set and renditions else None

    def scan(self, file: str | None, words: TextRun) -> Picture | None:
        """A document as it was photographed; it has no focus to crop to."""
        rendition_set = self.renditions.of(file, None) if file else None
        return self._written(rendition_set.of("page"), rendition_set.tone, words) if rendition_set else None

    def rendition(self, photo: Photo, use: str) -> Rendition | None:
        """The largest of a use that no page shows, for what is composed of it."""
        renditions = found.of(use) if (found := self._set(photo)) else ()
        return max(renditions, key=lambda each: each.width, default=None)

    def address(self, photos: Sequence[Photo]) -> str | None:
        """Where the first picture stands in the format that everybody reads, as large as there is; absolute."""
        renditions = found.of("page") if photos and (found := self._set(photos[0])) else ()
        plain = [each for each in renditions if each.format == FORMATS[-1]] or renditions
        return self.site_urls.absolute(f"/{max(plain, key=lambda each: each.width).path}") if plain else None

    def _picture(self, photo: Photo, use: str) -> Picture | None:
        rendition_set = self._set(photo)
        renditions = rendition_set.of(use) if rendition_set else ()
        if not rendition_set or not renditions:
            return None
        words, ground = self.localized.run(photo.alt), None if rendition_set.is_opaque else photo.ground
        return self._written(renditions, rendition_set.tone, words, photo.credit, photo.kind, ground)

    def _set(self, photo: Photo) -> RenditionSet | None:
        return self.renditions.of(photo.file, photo.focus, photo.ground)

    def _written(
        self,
        renditions: Sequence[Rendition],
        tone: int,
        words: TextRun,
        credit: str | None = None,
        kind: str = "photo",
        ground: str | None = None,
    ) -> Picture:
        rising = sorted(renditions, key=lambda each: (FORMATS.index(each.format), each.width))
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
            ground=ground,
        )

    def _srcset(self, renditions: Iterable[Rendition]) -> str:
        return ", ".join(f"{self._address(each)} {each.width}w" for each in renditions)

    def _address(self, each: Rendition) -> str:
        return self.site_urls.link(f"/{each.path}")
