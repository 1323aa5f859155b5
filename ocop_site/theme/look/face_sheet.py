"""A display face as a theme's style sheet has it: the cut face and its stand-ins, the two tokens that ask for them.

The stand-ins are what is there before the face is, and where it never comes: stretched to be as wide as it and given
its height, so that a line breaks where it would break, and nothing moves.
"""

from collections.abc import Iterator

from ocop_site.frozen import frozen
from ocop_site.theme.look.cutting import CutFace
from ocop_site.theme.look.faces import DisplayFace, StandIn

FONT, LICENCE = "display.woff2", "display-OFL.txt"
"""The names of its files among a theme's assets."""

LAYER = "tokens"
"""The cascade layer in which a site's settings are told, so that what a theme says of paper in a later one counts."""


@frozen
class FacePaths:
    """Where the face and its licence stand, beside the style sheet."""

    font: str
    licence: str


def face_sheet(face: DisplayFace, made: CutFace, paths: FacePaths) -> str:
    """The rules for the end of a style sheet."""
    return "\n".join([*_rules(face, made, paths), ""])


def _rules(face: DisplayFace, made: CutFace, paths: FacePaths) -> Iterator[str]:
    yield f"/* {face.title}, cut to the letters that are needed; SIL Open Font License 1.1: {paths.licence} */"
    yield _font_face(
        ("font-family", "display"),
        ("src", f'url({paths.font}) format("woff2")'),
        ("font-weight", str(face.weight)),
        ("font-display", "optional"),
        ("unicode-range", ", ".join(made.ranges)),
    )
    families = ["display"]
    for number, stand_in in enumerate(face.stand_ins, start=1):
        families.append(f"display-{number}")
        yield _stand_in(families[-1], stand_in, face.weight, made)
    tokens = f"--display-face: {', '.join(families)}; --display-weight: {face.weight}"
    yield f"@layer {LAYER} {{ :root {{ {tokens}; }} }}"


def _stand_in(family: str, stand_in: StandIn, weight: int, made: CutFace) -> str:
    """Heights are told of the letters as they are stretched (CSS Fonts 5, 2.1), so they are divided by that."""
    stretch = made.width / stand_in.width
    return _font_face(
        ("font-family", family),
        ("src", ", ".join(f'local("{name}")' for name in stand_in.names)),
        ("font-weight", str(weight)),
        ("unicode-range", ", ".join(made.ranges)),
        ("size-adjust", _percent(stretch)),
        ("ascent-override", _percent(made.ascent / stretch)),
        ("descent-override", _percent(made.descent / stretch)),
        ("line-gap-override", "0%"),
    )


def _font_face(*told: tuple[str, str]) -> str:
    return f"@font-face {{ {' '.join(f'{name}: {value};' for name, value in told)} }}"


def _percent(share: float) -> str:
    return f"{share * 100:.4g}%"
