"""A theme is dressed in the face that the site has chosen: a file, its licence, what its style sheet says of it."""

import re
from pathlib import Path, PurePosixPath

import pytest

from ocop_site.theme.loading import Theme, load_theme
from ocop_site.theme.look.dressing import dressed
from ocop_site.theme.look.faces import FACES, SAMPLE
from tests.stylesheets import Rule, every_rule
from tests.support import PROJECT, some

DELTA = PROJECT / "themes" / "dong-bang"


def in_face(name: str, beyond: str = "", cache: Path | None = None) -> Theme:
    return dressed(load_theme(DELTA, {"display_face": name}), beyond, cache)[0]


def body(theme: Theme, name: str) -> bytes:
    return next(asset.body for asset in theme.assets if asset.path == theme.asset_paths[name])


def font_faces(theme: Theme) -> list[dict[str, str]]:
    rules = (rule for _, rule in every_rule(body(theme, "site.css").decode()))
    return [dict(rule.declarations) for rule in rules if rule.head == "@font-face"]


@pytest.fixture(params=FACES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_without_a_face_the_theme_is_as_it_was() -> None:
    plain = load_theme(DELTA, {"display_face": "none"})
    assert dressed(plain, "") == (plain, ())
    assert b"@font-face" not in body(plain, "site.css")


def test_a_face_is_told_once_and_stands_beside_the_style_sheet(name: str) -> None:
    theme = in_face(name)
    (face,) = [face for face in font_faces(theme) if face["font-family"] == "display"]
    file = re.fullmatch(r'url\((display\.[0-9a-f]{10}\.woff2)\) format\("woff2"\)', face["src"])
    assert file
    assert theme.asset_paths["display.woff2"] == f"assets/{file[1]}"
    assert face["font-display"] == "optional"
    assert body(theme, "display.woff2").startswith(b"wOF2")


def test_its_licence_stands_beside_it_and_is_named(name: str) -> None:
    theme = in_face(name)
    assert b"SIL OPEN FONT LICENSE Version 1.1" in body(theme, "display-OFL.txt")
    assert PurePosixPath(theme.asset_paths["display-OFL.txt"]).name.encode() in body(theme, "site.css")


def test_what_stands_in_for_it_is_as_wide_and_as_high(name: str) -> None:
    """The heights that are told are those of letters that were stretched."""
    faces = font_faces(in_face(name))
    for stand_in, told in some(zip(FACES[name].stand_ins, faces[1:], strict=True)):
        stretch, ascent, descent = (
            float(told[each].rstrip("%")) / 100 for each in ("size-adjust", "ascent-override", "descent-override")
        )
        assert 0.85 < stretch < 1.1
        assert ascent * stretch == pytest.approx(1.05, abs=0.03)
        assert descent * stretch == pytest.approx(0.32, abs=0.03)
        assert told["src"] == ", ".join(f'local("{each}")' for each in stand_in.names)


def test_letters_that_the_face_lacks_ask_for_no_file(name: str) -> None:
    for face in some(font_faces(in_face(name))):
        blocks = [int(block.removeprefix("U+").removesuffix("??"), 16) for block in face["unicode-range"].split(", ")]
        assert {ord(letter) >> 8 for letter in SAMPLE} <= {*blocks}
        assert {ord(letter) >> 8 for letter in "한글العربية"}.isdisjoint(blocks)


def test_the_tokens_of_the_theme_name_it_in_their_layer(name: str) -> None:
    told = [
        (within, declared)
        for within, rule in every_rule(body(in_face(name), "site.css").decode())
        for declared in rule.declarations
        if declared[0] == "--display-face"
    ]
    assert told[0] == (("@layer tokens",), ("--display-face", "system-ui"))
    assert told[1] == (("@layer tokens",), ("--display-face", "display, display-1, display-2"))


def test_every_heading_asks_for_it() -> None:
    def asks(rule: Rule) -> bool:
        return ("font-family", "var(--display-face), var(--sans)") in rule.declarations

    base = (DELTA / "assets" / "css" / "base.css").read_text("utf-8")
    assert any(asks(rule) and rule.head.startswith("h1") for _, rule in every_rule(base))


def test_letters_that_have_no_room_are_told_at_the_site_s_option() -> None:
    from fontTools.ttLib import TTFont

    with TTFont(FACES["source-serif"].path) as font:
        every = "".join(map(chr, font.getBestCmap()))
    theme, (doubt,) = dressed(load_theme(DELTA, {}), every)
    assert (doubt.code, doubt.location.file, doubt.details["option"]) == (
        "theme.face-letters",
        "site.yaml",
        "display_face",
    )
    assert all("25 kB" in doubt.message(language) for language in ("vi", "en"))
    assert len(body(theme, "display.woff2")) <= 25_000


def test_a_face_is_cut_once_for_the_same_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = in_face("source-serif", "ü", tmp_path), in_face("source-serif", "ö", tmp_path)
    monkeypatch.setattr("ocop_site.theme.look.kept_faces.cut", None)  # nothing can be cut any more
    assert in_face("source-serif", "ü", tmp_path) == first
    assert in_face("source-serif", "ö", tmp_path) == other != first


def test_a_damaged_file_of_the_cache_is_not_believed(tmp_path: Path) -> None:
    first = in_face("manrope", "", tmp_path)
    (file,) = (tmp_path / "faces").iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert in_face("manrope", "", tmp_path) == first
