"""What many pages are made of: pictures, texts, the status of a certificate, cards and lists, addresses, notices."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import Pixel
from ocop_site.views.everywhere import Link


@frozen
class PictureSource:
    """A format of a picture; `srcset` names its files and their widths."""

    type: str
    srcset: str


@frozen
class Picture:
    """A picture as `<picture>` writes it: `sources` from the best format on, then `src` for every browser.

    `srcset` of the latter is empty where there is one width only. `width` and `height` tell the proportion and the
    largest size. `tone` is the number of the colour to show while it loads, 0 to 31. `kind`: photo or illustration.
    `ground` is the colour, by its name, to lay a picture on that was cut out and stands in its whole size.
    """

    sources: tuple[PictureSource, ...]
    src: str
    srcset: str
    width: Pixel
    height: Pixel
    tone: int
    alt: TextRun
    credit: str | None
    kind: str
    ground: str | None = None


@frozen
class Qr:
    """A QR code as SVG draws it: `path` is path data of the dark modules on a light square of `side` units.

    `svg` and `png` are the same as files. Never inverted, in dark mode neither: some readers fail.
    """

    side: int
    path: str
    svg: str
    png: str


@frozen
class FileLine:
    """A file to take along; `about` tells its sort, size and length: "PDF, 1.2 MB, 4 pages"."""

    href: str
    label: TextRun
    type: str
    about: str


@frozen
class ProseLink:
    """Where a link of a text leads, by the address that was typed; `note` stands behind its words."""

    typed: str
    href: str
    is_external: bool = False
    note: str | None = None


@frozen
class ProsePicture:
    """A picture within a text, by the name that was typed."""

    typed: str
    picture: Picture


@frozen
class Prose:
    """A text with what it leads to and shows; the filter `markdown` makes it safe HTML.

    `is_typed`: nothing in it is Markdown but its links, and every line is a line.
    """

    source: str
    language: str | None = None
    links: tuple[ProseLink, ...] = ()
    pictures: tuple[ProsePicture, ...] = ()
    is_typed: bool = False


@frozen
class SourceLine:
    """`href` only where the source is on the web under https; else `address` is told as it stands."""

    title: TextRun
    href: str | None = None
    address: str | None = None
    seen: str | None = None
    note: TextRun | None = None


@frozen
class StatusLine:
    """What a product's stars are worth on the day of the build, and `later` by what is recorded now.

    `state`: valid, ending, continued, term_over, lapsed, revoked, unverified or none. `recalled_on`: the product, or
    something in a set, is under a recall since that day, which is told before all else. `stars` is None where no star
    may be shown; `solid` tells what is in force from what is told. `seal` is the form of the mark for all of this:
    in_force, told, over (the term is, and no more is known), ended (no star may be shown any more), recalled; empty
    where nothing was ever recognised. `until` is the last day in force, `ended` the last day of a term
    that is over ("2024" where no more is known), `ended_by` a day after which it cannot have ended, where that is all
    that is known; `as_of` when `source`, named as shortly as it may be, last said so. Each of `later` holds from the
    day that it `starts` on, in rising order, and has no later ones of its own.
    """

    state: str
    recalled_on: str | None = None
    stars: int | None = None
    solid: bool = False
    seal: str = ""
    until: str | None = None
    ended: str | None = None
    ended_by: str | None = None
    as_of: str | None = None
    source: TextRun | None = None
    basis: TextRun | None = None
    revoked_on: str | None = None
    revoked_by: Link | None = None
    starts: str | None = None
    later: tuple["StatusLine", ...] = ()


@frozen
class Card:
    """A product in a list. `pattern` is the id of its industry, for a cover without picture; empty where unknown.

    `picture` is cropped to 4:3, whatever it was; `cut_out` is the thing on it without its ground, where it has none.
    `variant` is 0, or where several products share a drawing 1, 2, 3 ..., so that each can be shown in its own way.
    """

    href: str
    code: str
    name: TextRun
    producer: TextRun
    locality: TextRun | None
    status: StatusLine
    pattern: str
    picture: Picture | None
    cut_out: Picture | None = None
    variant: int = 0


@frozen
class Turn:
    """A link to a page of a list; `here` where it is this one."""

    number: int
    href: str
    here: bool


@frozen
class ListPart:
    """Cards under a heading of their own within a list: `count` of all, the cards of this page.

    `anchor` is the id it has on the page; `following` leads to where the next part begins, on whatever page.
    """

    heading: TextRun
    count: int
    cards: tuple[Card, ...]
    anchor: str
    following: Link | None


@frozen
class Listing:
    """One page of a list of products: `count` of all, the cards of this page, the pages there are (none if one).

    `parts` are the same cards under headings, where they are not all alike.
    """

    count: int
    cards: tuple[Card, ...]
    turns: tuple[Turn, ...] = ()
    parts: tuple[ListPart, ...] = ()


@frozen
class LinkGroup:
    """Links under a heading; `anchor` is the id it has on the page."""

    label: TextRun
    links: tuple[Link, ...]
    anchor: str = ""
    note: TextRun | None = None


@frozen
class AddressLine:
    """`line` below the commune, then the units of today and those before `changed_on`, smallest first, if they differ.

    `undetermined`: the old unit is known and does not give the commune of today. `directions` opens the visitor's map;
    `leads_to` is the unit where they end, if no more is known or told than that.
    """

    line: TextRun | None
    today: tuple[TextRun, ...]
    before: tuple[TextRun, ...]
    changed_on: str
    undetermined: bool
    directions: str
    leads_to: TextRun | None = None
    commune: Link | None = None
    district: Link | None = None
    kind: str | None = None


@frozen
class Contact:
    """`phones` and `zalo` are numbers as they are dialled, most of them international; shown by the filter `phone`."""

    phones: tuple[str, ...] = ()
    zalo: str | None = None
    email: str | None = None
    website: str | None = None


@frozen
class HoursLine:
    """Days with the same hours, from `first` to `last`, 0 for Monday; no span: closed; None: not told."""

    first: int
    last: int
    spans: tuple[tuple[str, str], ...] | None


@frozen
class NoticeLine:
    """A recall or warning in force; `kind` is recall or warning. `held_in`: the sets that hold one of its products."""

    kind: str
    date: str
    until: str | None
    text: Prose
    products: tuple[Link, ...]
    held_in: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    anchor: str
