"""What a theme sees: one view for each template, plain data all the way down. This package is the themes' contract.

Dates are ISO text to the precision known ("2023", "2023-01", "2023-01-10"); a `Run` carries its language only where
it is not the page's; links are ready to be written; what is None or empty is not known and is not shown.
"""

from dataclasses import dataclass

from ocop_site.views.entrances import CodeView, CodeVoice, Door, GoneView, LeaveLine, MovedView, NotFoundView, RootView
from ocop_site.views.everywhere import (
    Alternate,
    Chrome,
    Download,
    Head,
    KioskPaths,
    Link,
    OfficeLine,
    SocialPicture,
    Switch,
)
from ocop_site.views.finding import CodedLink, CodesView, DirectoryView, HomeView, KindCard, ListView, MyListView
from ocop_site.views.kiosks import KioskLine, KiosksView, KioskView, Slide
from ocop_site.views.maps import MapMakers, MapPlace, MapView
from ocop_site.views.parts import (
    AddressLine,
    Card,
    Contact,
    HoursLine,
    LinkGroup,
    Listing,
    ListPart,
    NoticeLine,
    Picture,
    PictureSource,
    Prose,
    Qr,
    SourceLine,
    StatusLine,
    Turn,
)
from ocop_site.views.people import (
    DecisionCard,
    DecisionsView,
    DecisionView,
    PartnerGroup,
    PartnerLine,
    PartnersView,
    ProducerCard,
    ProducersView,
    ProducerView,
)
from ocop_site.views.places import (
    PlaceCard,
    PlacesView,
    PlaceView,
    StockLine,
    StopLine,
    TrailCard,
    TrailsView,
    TrailView,
)
from ocop_site.views.products import (
    CertificateLine,
    CraftLines,
    FoodLines,
    MarkLine,
    OutsideLink,
    PackLine,
    PriceLine,
    ProductView,
    RecordLines,
    SellerLine,
    ServiceLines,
    SoldAt,
    TermLine,
    TravelLines,
    WithdrawnView,
)
from ocop_site.views.programme import (
    Bullet,
    Chart,
    ChartBar,
    ChartPart,
    ChartTick,
    CountLine,
    ProgrammeView,
    TargetLine,
)
from ocop_site.views.reading import ArticleCard, ArticlesView, ArticleView, GlossaryView, NoticesView
from ocop_site.views.sketches import Locator, MapLabel, Pin, ScaleBar, Sketch

__all__ = [
    "TEMPLATES",
    "AddressLine",
    "Alternate",
    "ArticleCard",
    "ArticleView",
    "ArticlesView",
    "Bullet",
    "Card",
    "CertificateLine",
    "Chart",
    "ChartBar",
    "ChartPart",
    "ChartTick",
    "Chrome",
    "CodeView",
    "CodeVoice",
    "CodedLink",
    "CodesView",
    "Contact",
    "CountLine",
    "CraftLines",
    "DecisionCard",
    "DecisionView",
    "DecisionsView",
    "DirectoryView",
    "Door",
    "Download",
    "FoodLines",
    "GlossaryView",
    "GoneView",
    "Head",
    "HomeView",
    "HoursLine",
    "KindCard",
    "KioskLine",
    "KioskPaths",
    "KioskView",
    "KiosksView",
    "LeaveLine",
    "Link",
    "LinkGroup",
    "ListPart",
    "ListView",
    "Listing",
    "Locator",
    "MapLabel",
    "MapMakers",
    "MapPlace",
    "MapView",
    "MarkLine",
    "MovedView",
    "MyListView",
    "NotFoundView",
    "NoticeLine",
    "NoticesView",
    "OfficeLine",
    "OutsideLink",
    "PackLine",
    "Page",
    "PartnerGroup",
    "PartnerLine",
    "PartnersView",
    "Picture",
    "PictureSource",
    "Pin",
    "PlaceCard",
    "PlaceView",
    "PlacesView",
    "PriceLine",
    "ProducerCard",
    "ProducerView",
    "ProducersView",
    "ProductView",
    "ProgrammeView",
    "Prose",
    "Qr",
    "RecordLines",
    "RootView",
    "ScaleBar",
    "SellerLine",
    "ServiceLines",
    "Sketch",
    "Slide",
    "SocialPicture",
    "SoldAt",
    "SourceLine",
    "StatusLine",
    "StockLine",
    "StopLine",
    "Switch",
    "TargetLine",
    "TermLine",
    "TrailCard",
    "TrailView",
    "TrailsView",
    "TravelLines",
    "Turn",
    "WithdrawnView",
]  # fmt: skip

TEMPLATES: dict[type, str] = {
    HomeView: "home",
    ListView: "list",
    DirectoryView: "directory",
    CodesView: "codes",
    ProductView: "product",
    WithdrawnView: "withdrawn",
    ProducersView: "producers",
    ProducerView: "producer",
    DecisionsView: "decisions",
    DecisionView: "decision",
    PlacesView: "places",
    PlaceView: "place",
    MapView: "map",
    TrailsView: "trails",
    TrailView: "trail",
    PartnersView: "partners",
    ArticlesView: "articles",
    ArticleView: "article",
    NoticesView: "notices",
    MyListView: "my_list",
    ProgrammeView: "programme",
    GlossaryView: "glossary",
    CodeView: "code",
    RootView: "root",
    KioskView: "kiosk",
    KiosksView: "kiosks",
    NotFoundView: "not_found",
    MovedView: "moved",
    GoneView: "gone",
}
"""The template that shows each view: `templates/<name>.html` of a theme."""


@dataclass(frozen=True, slots=True)
class Page:
    """A view at an address in a language; `sources` are the content files it was made from."""

    path: str
    language: str
    head: Head
    view: object
    sources: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        return TEMPLATES[type(self.view)]
