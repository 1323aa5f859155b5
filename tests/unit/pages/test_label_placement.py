"""Names on a map lie on nothing, near what they name."""

from hypothesis import given
from hypothesis import strategies as st

from ocop_site.pages.boxes import box_around, is_free
from ocop_site.pages.map.label_placement import FARTHEST, LARGE, SMALL, place_labels
from ocop_site.pages.map.projection import Spot
from ocop_site.text.language import TextRun
from ocop_site.units import MapUnit
from tests.unit.pages.positions import box, spot

HEIGHT = MapUnit(400)

NAMES = st.lists(
    st.tuples(st.builds(TextRun, st.sampled_from(["Tân An", "Đức Hòa", "Mộc Hóa"])), st.just(spot(300.0, 200.0)))
)


def test_a_name_with_room_is_large_and_on_its_spot() -> None:
    [label] = place_labels([(TextRun("Tân An"), spot(300.0, 200.0))], [], HEIGHT)
    assert (label.x, label.y, label.is_small) == (300.0, 200.0, False)


def test_a_name_gives_way_to_a_pin() -> None:
    pin = box_around(spot(300.0, 200.0), MapUnit(27), MapUnit(27))
    [label] = place_labels([(TextRun("Tân An"), spot(300.0, 200.0))], [pin], HEIGHT)
    size = SMALL if label.is_small else LARGE
    assert is_free(box_around((label.x, label.y), len("Tân An") * size * 0.56 / 2, size * 0.6), [pin])
    assert abs(label.y - MapUnit(200)) <= FARTHEST


def test_a_name_without_room_is_left_out() -> None:
    assert place_labels([(TextRun("Tân An"), spot(300.0, 200.0))], [box(0.0, 0.0, 720.0, 400.0)], HEIGHT) == ()


@given(NAMES)
def test_no_name_lies_on_another(names: list[tuple[TextRun, Spot]]) -> None:
    labels = place_labels(names, [], HEIGHT)
    sizes = [SMALL if label.is_small else LARGE for label in labels]
    boxes = [
        box_around((label.x, label.y), len(label.text.text) * size * 0.55 / 2, size * 0.59)
        for label, size in zip(labels, sizes, strict=True)
    ]
    assert all(is_free(box, boxes[:index]) for index, box in enumerate(boxes))
