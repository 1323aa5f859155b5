"""Every kind of record, declared once: where it is written, its model, and what of it is published.

Reading, shaping, linking, ids, addresses, menus, former pages, titles, the ledger, schemas and the editors' guide all
iterate this registry. Beside the kinds stand the sections: pages that list records by something, at addresses of their
own. The files that tell of the whole site (`site.yaml`, `scheme.yaml`, the ledgers) are in `records/files.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ocop_site.records.base import Record
from ocop_site.records.decision import Decision
from ocop_site.records.people import Partner, Producer
from ocop_site.records.place import Place, Trail
from ocop_site.records.products.doors import HomeDoors
from ocop_site.records.products.product import Product
from ocop_site.records.programme import Programme
from ocop_site.records.writing import FrontMatter, Glossary, Notice

Menu = Literal["menu", "visit", "finding", "programme", "catalogue"]
"""Where an index is linked to: the menu of few; the page of places to go and see, the first of which is in the menu;
the groups of the page about the catalogue."""


@dataclass(frozen=True)
class Section:
    """What stands at addresses of its own. `words` are its address words for a site that names none.

    A section without `words` is one that every site has to name. `menu` is where its index is linked to.
    """

    name: str
    menu: Menu | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind(Section):
    """A kind of record.

    `vi` and `en` are what editors call it. `form`: a folder of YAML files, one of Markdown files, or a YAML file;
    `whole` is the model's field that holds such a file where it is one mapping by id. `link` is what Markdown calls it,
    `[text](link:id)`. `title` is the field that names a record. `has_pages`: each record has a page, which the ledger
    of what was published remembers.
    """

    vi: str = ""
    en: str = ""
    model: type[Record] = Record
    form: Literal["folder", "markdown", "file"] = "folder"
    whole: str | None = None
    link: str | None = None
    title: str = "name"
    has_pages: bool = False
    is_required: bool = False


SECTIONS: tuple[Section, ...] = (
    Kind("products", "menu", vi="sản phẩm", en="products", model=Product, link="product", has_pages=True),
    Kind(
        "doors", "finding", {"vi": "chon", "en": "choose"}, vi="cửa vào ở trang chủ", en="doors of the home page",
        model=HomeDoors, form="file", whole="doors", title="title",
    ),
    Section("industries", "finding"),
    Section("sets"),
    Section("communes"),
    Section("districts"),
    Section("former_provinces", words={"vi": "tinh-cu", "en": "former-provinces"}),
    Section("localities", "finding"),
    Section("seasons", "menu", {"vi": "mua-vu", "en": "seasons"}),
    Section("map", "menu"),
    Section("suits", "finding", {"vi": "phu-hop", "en": "suits"}),
    Section("prices", "finding", {"vi": "gia", "en": "prices"}),
    Section("stars", "finding"),
    Section("a_z", "finding"),
    Section("codes", "finding", {"vi": "ma-san-pham", "en": "codes"}),
    Kind("producers", "menu", vi="chủ thể", en="producers", model=Producer, link="producer", has_pages=True),
    Kind("places", "visit", vi="địa điểm", en="places", model=Place, link="place", has_pages=True),
    Kind(
        "decisions", "programme", vi="quyết định", en="decisions",
        model=Decision, link="decision", title="number", has_pages=True,
    ),
    Kind("trails", "visit", vi="hành trình", en="trails", model=Trail, link="trail", has_pages=True),
    Kind("partners", "programme", vi="đối tác", en="partners", model=Partner),
    Kind("programme", "programme", vi="chương trình", en="programme", model=Programme, form="file"),
    Kind(
        "news", "programme", vi="tin tức", en="news",
        model=FrontMatter, form="markdown", link="news", title="title", has_pages=True,
    ),
    Kind(
        "pages", "catalogue", vi="trang giới thiệu", en="pages",
        model=FrontMatter, form="markdown", link="page", title="title", has_pages=True,
    ),
    Kind("glossary", "catalogue", vi="thuật ngữ", en="glossary", model=Glossary, form="file", whole="terms"),
    Kind("notices", "catalogue", vi="cảnh báo và thu hồi sản phẩm", en="recalls and warnings", model=Notice),
    Section("now", "visit", {"vi": "bay-gio", "en": "now"}),
    Section("about", None, {"vi": "ve-danh-muc", "en": "about-this-catalogue"}),
    Section("search", words={"vi": "tim", "en": "search"}),
    Section("my_list", words={"vi": "danh-sach-cua-toi", "en": "my-list"}),
)  # fmt: skip
"""All that has an address word, in the order of menus and of the ledger."""

KINDS: Mapping[str, Kind] = {each.name: each for each in SECTIONS if isinstance(each, Kind)}

PAGE_KINDS = tuple(kind.name for kind in KINDS.values() if kind.has_pages)
"""The kinds whose records have pages of their own."""

LINKED_KINDS: Mapping[str, str] = {kind.link: kind.name for kind in KINDS.values() if kind.link}
"""What Markdown may link to by id, and what it calls that: `[text](product:lap-xuong)`."""


def in_menu(menu: Menu) -> tuple[str, ...]:
    return tuple(section.name for section in SECTIONS if section.menu == menu)
