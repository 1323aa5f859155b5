"""The faces of shared pictures: which letters they have, how wide words are in them, and how words are drawn.

Letters are set by the font's own measures and never by the system's text engine, so that every machine sets them alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from ocop_site.frozen import frozen


@dataclass(frozen=True)
class Face:
    """A font of a package, which is opened when somebody asks for it."""

    package: str
    file: str

    def has(self, letter: str) -> bool:
        return ord(letter) in self._letters

    def width(self, text: str, size: int) -> float:
        """In pixels, with letters of `size`."""
        return _units_of(self, text) * size / self._units

    def steps(self, text: str) -> Iterator[int]:
        """How far it is from each letter to the next, in units of the font."""
        glyphs = [self._letters[ord(letter)] for letter in text]
        for glyph, following in pairwise([*glyphs, ""]):
            yield self._advance(glyph) + (self._kerning(glyph, following) if following else 0)

    def draw(self, picture: Image.Image, at: tuple[float, float], text: str, size: int, colour: str) -> None:
        """A line of text from its left end on its base line."""
        x, y = at
        for letter, step in zip(text, self.steps(text), strict=True):
            whole, part = divmod(round(x * _PARTS), _PARTS)
            if shape := _shape(self.path, size, letter, part):
                picture.paste(colour, (whole + shape.left, round(y) + shape.upper), shape.mask)
            x += step * size / self._units

    @cached_property
    def path(self) -> Path:
        return Path(str(files(self.package) / "files" / self.file))

    @cached_property
    def _font(self) -> Any:
        from fontTools.ttLib import TTFont

        return TTFont(self.path, lazy=True)

    @cached_property
    def _letters(self) -> dict[int, str]:
        found: dict[int, str] = self._font.getBestCmap()
        return found

    @cached_property
    def _units(self) -> int:
        units: int = self._font["head"].unitsPerEm
        return units

    def _advance(self, glyph: str) -> int:
        if glyph not in self._advances:
            self._advances[glyph] = self._font["hmtx"][glyph][0]
        return self._advances[glyph]

    @cached_property
    def _advances(self) -> dict[str, int]:
        return {}

    def _kerning(self, left: str, right: str) -> int:
        """How much closer two letters stand: what the first table of pairs says that knows them."""
        if (left, right) not in self._kerned:
            told = (_pair_value(table, left, right) for table in self._pairs)
            self._kerned[left, right] = next((value for value in told if value is not None), 0)
        return self._kerned[left, right]

    @cached_property
    def _kerned(self) -> dict[tuple[str, str], int]:
        return {}

    @cached_property
    def _pairs(self) -> list[Any]:
        """The font's tables of pairs, those within extensions too (OpenType, GPOS lookups 2 and 9)."""
        table = self._font["GPOS"].table
        kerns = [each.Feature for each in table.FeatureList.FeatureRecord if each.FeatureTag == "kern"]
        numbers = {number for each in kerns for number in each.LookupListIndex}
        subtables = [each for i in sorted(numbers) for each in table.LookupList.Lookup[i].SubTable]
        return [each for each in (getattr(each, "ExtSubTable", each) for each in subtables) if each.LookupType == 2]


NAME = Face("font_source_serif_pro", "SourceSerifPro-Bold.ttf")
"""For what a page is about."""

WORDS = Face("font_manrope", "Manrope-SemiBold.ttf")
"""For all else."""

FACES = (NAME, WORDS)


@lru_cache(maxsize=4096)
def _units_of(face: Face, text: str) -> int:
    return sum(face.steps(text))


def _pair_value(table: Any, left: str, right: str) -> int | None:
    """What a table of pairs says of two letters, or of their classes; None where it does not know them."""
    if left not in table.Coverage.glyphs:
        return None
    if table.Format == 1:
        pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord
        return next((_advance_of(each.Value1) for each in pairs if each.SecondGlyph == right), None)
    first, second = table.ClassDef1.classDefs.get(left, 0), table.ClassDef2.classDefs.get(right, 0)
    return _advance_of(table.Class1Record[first].Class2Record[second].Value1)


def _advance_of(value: Any) -> int:
    return getattr(value, "XAdvance", 0) if value else 0


_PARTS = 4
"""How finely letters are placed, in parts of a pixel."""


@frozen
class _Shape:
    """A letter as a mask, and where that stands from the letter's begin on its base line."""

    mask: Image.Image
    left: int
    upper: int


@lru_cache(maxsize=4096)
def _shape(path: Path, size: int, letter: str, part: int) -> _Shape | None:
    """A letter that begins so many parts of a pixel further right; None for a space."""
    room = Image.new("L", (3 * size, 3 * size))
    ImageDraw.Draw(room).text((size + part / _PARTS, 2 * size), letter, 255, _of_size(path, size), anchor="ls")
    box = room.getbbox()
    return _Shape(room.crop(box), box[0] - size, box[1] - 2 * size) if box else None


@lru_cache(maxsize=64)
def _of_size(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
