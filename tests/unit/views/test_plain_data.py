"""Views are plain data all the way down: a theme can change nothing, and there is nothing that it could call."""

import dataclasses
from typing import get_args, get_origin, get_type_hints

import pytest

from ocop_site.text.language import TextRun
from ocop_site.views import TEMPLATES, Chrome, Head, Link, MovedView, Page
from ocop_site.views.paper import BookletView, PosterView, SheetsView

PLAIN = {str, int, float, bool, type(None)}

TOP = [*TEMPLATES, Head, Chrome, BookletView, PosterView, SheetsView]


def parts_of(hint: object) -> set[object]:
    """What an annotation names within its tuples and unions."""
    arguments = [each for each in get_args(hint) if each is not Ellipsis]
    assert get_origin(hint) not in (list, dict, set), f"{hint} could be changed"
    return {part for each in arguments for part in parts_of(each)} if arguments else {hint}


def within(kind: type) -> set[type]:
    """A view with every part of it."""
    found: set[type] = set()
    ahead = [kind]
    while ahead:
        here = ahead.pop()
        if here in found or here in PLAIN:
            continue
        found.add(here)
        assert dataclasses.is_dataclass(here), f"{here} in {kind} is no plain data"
        ahead += [part for hint in get_type_hints(here).values() for part in parts_of(hint) if isinstance(part, type)]
    return found


def is_frozen(kind: type) -> bool:
    """Whether a value refuses that its fields are set."""
    try:
        for field in dataclasses.fields(kind):
            setattr(object.__new__(kind), field.name, None)
    except dataclasses.FrozenInstanceError:
        return True
    return False


@pytest.mark.parametrize("kind", TOP, ids=lambda kind: kind.__name__)
def test_a_view_is_frozen_with_all_its_parts(kind: type) -> None:
    parts = within(kind)
    assert kind in parts
    assert [part.__name__ for part in parts if not is_frozen(part)] == []


def test_a_page_is_shown_by_the_template_of_its_kind_of_view() -> None:
    view = MovedView(Link("/", TextRun("x")))
    assert Page("/", "vi", Head("", "", "", (), ()), view).template == "moved"
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.link = Link("/y/", TextRun("y"))  # type: ignore[misc]


def test_each_kind_of_view_has_a_template_of_its_own() -> None:
    assert len(set(TEMPLATES.values())) == len(TEMPLATES) > 20
