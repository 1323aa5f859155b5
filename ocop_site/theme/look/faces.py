"""The faces that names, headings and large numbers can be set in: where each lies, and what stands in for it."""

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from ocop_site.frozen import frozen

OPTION = "display_face"
"""The option of a theme that names one."""

NONE = "none"
"""The value of that option where the text's own face is enough."""

SAMPLE = "Lạp xưởng tươi Cô Châu Bánh tráng Đức Hòa Rượu đế Gò Đen Fresh Chinese sausage Purple rice of Long An"
"""Words such as these faces are for, by whose letters one is wider than another."""


@frozen
class StandIn:
    """A face that many systems have, by its names there; `width` is that of a letter of SAMPLE on average, in ems.

    Each has every Vietnamese letter: Georgia, for one, lacks some sixty.
    """

    names: tuple[str, ...]
    width: float


@frozen
class DisplayFace:
    """A file of a Python package and its licence, which the package brings; `title` is what its makers call it."""

    title: str
    package: str
    file: str
    licence: str
    weight: int
    stand_ins: tuple[StandIn, ...]

    @property
    def path(self) -> Path:
        return self._folder / self.file

    @property
    def licence_path(self) -> Path:
        return self._folder / self.licence

    @property
    def _folder(self) -> Path:
        spec = find_spec(self.package)
        assert spec, self.package
        assert spec.origin, self.package
        return Path(spec.origin).parent / "files"


_SERIFS = (
    StandIn(("Noto Serif Bold", "NotoSerif-Bold"), 0.5379),
    StandIn(("Times New Roman Bold", "TimesNewRomanPS-BoldMT"), 0.4652),
)

_SANS = (
    StandIn(("Noto Sans Bold", "NotoSans-Bold"), 0.5299),
    StandIn(("Arial Bold", "Arial-BoldMT"), 0.5151),
)

FACES: Mapping[str, DisplayFace] = {
    "source-serif": DisplayFace(
        title="Source Serif Pro Semibold",
        package="font_source_serif_pro",
        file="SourceSerifPro-Semibold.ttf",
        licence="LICENSE.txt",
        weight=600,
        stand_ins=_SERIFS,
    ),
    "manrope": DisplayFace(
        title="Manrope Bold",
        package="font_manrope",
        file="Manrope-Bold.ttf",
        licence="OFL.txt",
        weight=700,
        stand_ins=_SANS,
    ),
}
"""All are under the SIL Open Font License 1.1."""
