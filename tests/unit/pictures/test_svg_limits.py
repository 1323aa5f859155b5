"""What a few lines of a drawing can ask for: no hang, no crash, no memory without end."""

import tracemalloc

import pytest

from ocop_site.pictures.drawings.drawing import read_drawing
from ocop_site.pictures.placeholder import TONES
from ocop_site.pictures.recipe import FULL, Recipe
from ocop_site.pictures.render import render
from ocop_site.problems import Mistake
from tests.unit.pictures.printing import renditions, size_of
from tests.unit.pictures.test_svg import drawing, read


@pytest.mark.parametrize("clips", [3, 40, 2000])
@pytest.mark.parametrize("turn", [1, -1])
def test_clips_of_clips_without_end_are_refused(clips: int, turn: int) -> None:
    """The painter goes down one within another: from some thousands on, the whole program ends."""
    inside = '<path d="M0 0h40v30z" clip-path="url(#c{})"/>' * 9
    chain = [f'<clipPath id="c{n}">{inside.format(*[n + 1] * 9)}</clipPath>' for n in range(clips)]
    with pytest.raises(Mistake) as raised:
        read("".join(chain[::turn]) + '<rect width="9" height="9" clip-path="url(#c0)"/>')
    assert raised.value.code == "picture.drawing-large"


def test_a_clip_and_a_few_half_transparent_parts_are_no_burden() -> None:
    clip = '<clipPath id="c"><circle cx="20" cy="15" r="9"/></clipPath><g clip-path="url(#c)" opacity="0.5">'
    made = renditions(drawing(f'{clip}<rect width="40" height="30" fill="#8c4526"/></g>'), "a.svg")
    assert {each.format for each, _ in made} >= {"svg", "jpeg"}


def test_numbers_beyond_the_painters_measure_are_told() -> None:
    found = read_drawing(drawing('<ellipse rx="3" ry="99999999999"/>'))
    with pytest.raises(Mistake) as raised:
        found.painted(*size_of(40, 30))
    assert raised.value.code == "picture.drawing-unpainted"


def test_a_drawing_for_a_page_alone_has_its_tone_and_nothing_else() -> None:
    page = Recipe(FULL.uses[:1])
    tone, made, _ = render(read_drawing(drawing('<rect width="40" height="30" fill="#0E5A5E"/>')), page)
    assert TONES[tone] == "#0E5A5E"
    assert [(each.use, each.format) for each, _ in made] == [("page", "svg")]


def test_a_long_path_takes_little_more_memory_than_itself() -> None:
    raw = drawing(f'<path d="M0 0{" L1 1" * 200_000}"/>')
    tracemalloc.start()
    read_drawing(raw)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20 * len(raw)
