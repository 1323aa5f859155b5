"""What can be read on what, and the nearest colour that can: by the theme's tokens, which were measured by others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.theme.look.colours import contrast, of_oklch, readable, tinted, weakest
from tests.unit.theme import test_tokens as measured

LIGHT, DARK = ("#FBF7EE", "#FFFFFF"), ("#111B19", "#1A2724")

ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@settings(deadline=None)
@given(ANY, ANY)
def test_contrast_is_as_the_standard_has_it(one: str, other: str) -> None:
    right = measured.contrast(measured.linear(one), measured.linear(other))
    assert contrast(one, other) == pytest.approx(right)


def test_of_several_grounds_the_worst_is_told() -> None:
    ratio, ground = weakest("#0E5A5E", LIGHT)
    assert (round(ratio, 2), ground) == (7.43, "#FBF7EE")


@settings(deadline=None)
@given(ANY, st.sampled_from([LIGHT, DARK]))
def test_what_is_proposed_can_be_read(colour: str, grounds: tuple[str, ...]) -> None:
    assert weakest(readable(colour, grounds), grounds)[0] >= 4.5


@settings(deadline=None)
@given(ANY)
def test_what_can_be_read_is_left_as_it_is(colour: str) -> None:
    if weakest(colour, LIGHT)[0] >= 4.5:
        assert readable(colour, LIGHT) == colour


@pytest.mark.parametrize(
    ("colour", "right"),
    [("#F39C12", "#A06400"), ("#1DB954", "#008437"), ("#FFFF00", "#767600"), ("#808080", "#717171")],
)
def test_it_is_darker_by_no_more_than_it_has_to_and_of_the_same_hue(colour: str, right: str) -> None:
    assert readable(colour, LIGHT) == right
    assert weakest(right, LIGHT)[0] < 4.6


def test_a_colour_comes_out_of_its_own_coordinates_again() -> None:
    assert of_oklch(0.62796, 0.25768, 0.510219) == "#FF0000"


def test_a_tint_of_a_grey_is_grey() -> None:
    assert tinted("#808080", 0.9, 0.03) == "#DEDEDE"
    assert len({tinted("#0E5A5E", 0.9, 0.03)[1:][at : at + 2] for at in (0, 2, 4)}) > 1
