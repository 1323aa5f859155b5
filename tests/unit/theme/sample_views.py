"""Views of every kind made from their own declarations: one with nothing but what it must have, one with everything."""

import types
import typing
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from ocop_site import views
from ocop_site.catalogue.status import CertificateState
from ocop_site.editions.status import SEALS
from ocop_site.pages.policy import POLICY
from ocop_site.text.language import TextRun
from ocop_site.theme.loading import Theme, load_theme
from ocop_site.theme.render import Renderer
from ocop_site.views import (
    Alternate,
    Chrome,
    Head,
    HoursLine,
    Link,
    MapMakers,
    MapPlace,
    Page,
    Pin,
    StatusLine,
    Switch,
    Turn,
)
from tests.support import PROJECT

BASE = "/thu"

AWKWARD = 'Chữ & "dấu" <b>đậm</b>'
"""What people may write, and what must never be taken for HTML."""

WORDS: dict[str, Any] = {
    "code": "LA008",
    "codes": f"{BASE}/p/",
    "fallback": "en",
    "language": "en",
    "pattern": "thuc-pham",
    "phones": "+84272345671",
    "zalo": "+84912345678",
    "email": "ten@example.org",
    "purpose": "upgrade",
    "level": "province",
    "producer_kind": "household",
    "set_basis": "ours",
    "starts": None,
    "time_zone": "Asia/Ho_Chi_Minh",
    "utc_offset": 420,
    "state": "continued",
    "seal": "in_force",
    "ground": "rice",
    "changed_on": "2025-07-01",
    "since": "2019",
    "seen": "2024-06",
    "issued": "2023",
    "food_safety_until": "2027-02-28",
    "alcohol_percent": "31",
    "report": "mailto:bao@example.org?subject=LA008",
    "canonical": "https://example.org/thu/",
    "jsonld": '{"@context":"https://schema.org","@graph":[]}',
    "lowest": 185000,
    "highest": 200000,
    "precision": "former",
    "land": "M0 0h9v9z",
    "land_made": "M9 9h9v9z",
    "dots": "M9 9h0",
}
"""What a field of this name holds where any text or number would not do."""

OF_KINDS: dict[str, dict[str, Any]] = {
    "NoticeLine": {"kind": "recall"},
    "MarkLine": {"kind": "organic"},
    "OutsideLink": {"kind": "shop"},
    "AddressLine": {"kind": "workshop"},
    "PlaceCard": {"kind": "ocop_stall"},
    "StopLine": {"kind": "place.workshop"},
    "PlaceView": {"kind": "showroom", "unknown": ("address", "hours")},
    "ProducerCard": {"kind": "farm"},
    "ProducerView": {"kind": "cooperative", "unknown": ("contact", "visits")},
    "DecisionCard": {"kind": "revocation"},
    "DecisionView": {"kind": "recognition"},
    "PartnerGroup": {"kind": "research"},
    "ArticlesView": {"kind": "news"},
    "ArticleView": {"kind": "news"},
    "Teaser": {"kind": "producer.farm"},
    "StatusLine": {"stars": 4, "later": (StatusLine("term_over", stars=4, seal="over", starts="2027-03-15"),)},
    "CertificateLine": {"stars": 5},
    "CountLine": {"stars": ((5, 1), (4, 18), (3, 8))},
    "FoodLines": {"allergens": ("fish", "milk"), "diet": ("vegetarian", "vegan"), "diet_basis": "ours"},
    "ProductView": {
        "season": ((5, 6), (12, 12)),
        "unknown": ("weight", "price"),
    },
    "ServiceLines": {"languages": ("Tiếng Việt", "English")},
    "AboutView": {"counts": (("products", 41), ("sources", 1))},
    "Pin": {"kind": "makers"},
    "SheetPin": {"kind": "makers", "anchor": "middle"},
    "GroundName": {"kind": "town"},
    "WheelMonth": {"month": 11, "ground": "river"},
    "SeasonLine": {"ground": "river", "spans": ((8, 11), (12, 12))},
    "SeasonProduct": {"months": (5, 6, 12), "spans": ((5, 6), (12, 12))},
    "SeasonsView": {"bare": (1, 2)},
    "FeastLine": {"day": "2027-02-06"},
}

LISTS: dict[Any, tuple[Any, ...]] = {
    HoursLine: (HoursLine(0, 0, None), HoursLine(1, 1, ()), HoursLine(2, 6, (("07:30", "11:00"), ("13:00", "17:00")))),
    Turn: tuple(Turn(number, f"{BASE}/vi/san-pham/trang-{number}/", number == 9) for number in range(1, 64)),
}


_anchors = count(1)
"""No two things on a page have the same id."""


UNUSUAL = {"recalled_on"}
"""What stands in place of much else, so that tests ask for it by name."""


def view_of(kind: Any, full: bool) -> Any:
    """An instance of a dataclass: every field filled, or only those that have to be."""
    hints = typing.get_type_hints(kind)
    filled = {field.name: _value(kind.__name__, field.name, hints[field.name], full) for field in fields(kind)}
    return kind(**{**filled, **dict.fromkeys(UNUSUAL & filled.keys())})


def page_of(view: object, language: str = "vi", **head: Any) -> Page:
    """A page at an address of its own, with a head that leaves nothing out."""
    name = views.TEMPLATES[type(view)]
    told = Head(
        title=f"Trang {name}",
        description=AWKWARD,
        canonical=f"https://example.org{BASE}/{language}/{name}/",
        alternates=(Alternate("vi", "https://example.org/a/"), Alternate("x-default", "https://example.org/b/")),
        switches=tuple(
            Switch(i, n, f"{BASE}/{i}/", i == language) for i, n in (("vi", "Tiếng Việt"), ("en", "English"))
        ),
        crumbs=(
            Link(f"{BASE}/{language}/", TextRun("Trang chủ")),
            Link(f"{BASE}/{language}/{name}/", TextRun(AWKWARD)),
        ),
    )
    told = Head(**{**{field.name: getattr(told, field.name) for field in fields(Head)}, **head})
    return Page(f"/{language}/{name}/", language, told, view, ("products/mau.yaml",))


def chrome_of(language: str, checked_on: str | None = None) -> Chrome:
    links = (
        Link(f"{BASE}/{language}/product/", TextRun("Sản phẩm")),
        Link(f"{BASE}/{language}/place/", TextRun("Nơi")),
    )
    everything: Chrome = view_of(Chrome, full=True)
    return replace(
        everything, language=language, base=BASE, menu=links, checked_on=checked_on, today="2026-11-23", policy=POLICY
    )


@cache
def delta() -> Theme:
    return load_theme(PROJECT / "themes" / "dong-bang", {})


def renderer(theme: Theme | None = None, **chrome: Any) -> Renderer:
    return Renderer(theme or delta(), {language: chrome_of(language, **chrome) for language in ("vi", "en")})


def render(view: object, language: str = "vi", **head: Any) -> str:
    return renderer().render(page_of(view, language, **head)).body.decode()


def status(state: str, **known: Any) -> StatusLine:
    return StatusLine(state, **{"seal": SEALS[CertificateState(state)], **known})


def write(folder: Path, name: str, text: str) -> Path:
    """A file of a theme in the making."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def _value(kind: str, name: str, hint: Any, full: bool) -> Any:
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _value(kind, name, arguments[0], full) if full else None
    if typing.get_origin(hint) is tuple and arguments[-1] is Ellipsis and not full:
        return ()
    if name in OF_KINDS.get(kind, {}):
        return OF_KINDS[kind][name]
    if typing.get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        return LISTS.get(arguments[0]) or tuple(_value(kind, name, arguments[0], full) for _ in range(2))
    return _single(name, hint, full)


def _single(name: str, hint: Any, full: bool) -> Any:
    if hint is TextRun:
        return TextRun(AWKWARD, "vi") if full else TextRun(AWKWARD)
    if is_dataclass(hint):
        return view_of(hint, full)
    if name in WORDS:
        return WORDS[name]
    if name == "anchor":
        return f"mo-neo-{next(_anchors)}"
    if hint is bool:
        return full
    number = getattr(hint, "__supertype__", hint)  # a unit is a number
    if number is int:
        return 1250
    if number is float:
        return 12.5
    return _text(name)


def _text(name: str) -> str:
    """Addresses for addresses, days for days, awkward words for all else."""
    if name in (
        "href",
        "data_page",
        "privacy_page",
        "stars_page",
        "report",
        "directions",
        "website",
        "home",
        "explain_stars",
        "traceability_href",
        "short_address",
    ):
        return "https://example.org/mau/?a=1&b=2"
    if name == "source":
        return f"## Đầu đề\n\n{AWKWARD} [liên kết](https://example.org/)"
    if name in ("on", "date", "until", "ended") or name.endswith(("_on", "_of", "_by", "_until", "expires", "checked")):
        return "2026-10-20"
    return AWKWARD


def _numbered(kind: Any, *numbers: int | None) -> tuple[Any, ...]:
    return tuple(replace(view_of(kind, full=True), number=number) for number in numbers)


LISTS[Pin] = _numbered(Pin, 1, 2, 3, 4)
OF_KINDS["MapView"] = {
    "places": _numbered(MapPlace, 1, 2),
    "units": _numbered(MapMakers, 3, 4),
    "other_places": _numbered(MapPlace, None),
    "other_units": (*_numbered(MapMakers, None), view_of(MapMakers, full=False)),
}
"""Every pin leads to its line in the list, and every number in the list to its pin."""
