"""What stands on every page: links, the versions in other languages, head and chrome."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import Pixel


@frozen
class Link:
    href: str
    label: TextRun
    count: int | None = None


@frozen
class Signpost:
    """A link with what one finds there, in one line."""

    link: Link
    finds: TextRun


@frozen
class Switch:
    """The same thing in one of the site's languages; `here` for the page's own."""

    language: str
    name: str
    href: str
    here: bool


@frozen
class Alternate:
    """A hreflang and the absolute address it stands for."""

    hreflang: str
    href: str


@frozen
class SocialPicture:
    """A JPEG to be shown beside a link to the page; `href` is absolute."""

    href: str
    width: Pixel
    height: Pixel
    alt: str


@frozen
class Download:
    """A file for machines, with its media type."""

    href: str
    label: TextRun
    type: str


@frozen
class Head:
    """`canonical` is absolute; `alternates` are empty where a page has not earned them; `crumbs` lead here.

    `jsonld` is what the page says for machines, as JSON; the filter `json` lets it stand in a `<script>`.
    """

    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    switches: tuple[Switch, ...]
    crumbs: tuple[Link, ...] = ()
    is_indexed: bool = True
    social: SocialPicture | None = None
    jsonld: str | None = None


@frozen
class OfficeLine:
    """Who keeps the catalogue; `phones` are numbers as they are dialled."""

    name: TextRun
    phones: tuple[str, ...]
    email: str | None


@frozen
class KioskPaths:
    """Kiosks begin below the path `starts`; the pages of places in this language stand below `places`.

    `now` leads to what is open and in season, where anything is known of that.
    """

    starts: str
    places: str
    now: Link | None


@frozen
class FoundKind:
    """A kind of page that search finds: its address with `*` for the id, and what it is called."""

    kind: str
    href: str
    label: str


@frozen
class Search:
    """`index` is the script that the kit's search begins with, `page` where results have an address of their own.

    `names` leads to all names, for whoever has no script; pictures of what is found stand below `pictures`;
    `law_warning` stands beside every spirit.
    """

    index: str
    page: Link
    names: Link
    pictures: str
    kinds: tuple[FoundKind, ...]
    law_warning: TextRun | None


@frozen
class Offline:
    """Where the worker stands that keeps the catalogue in a browser, what tells of recalls, and the web manifest.

    `standing` are the marks of the notices that this page knows of. A site that is only looked at has no worker.
    """

    worker: str
    notices: str
    webmanifest: str
    standing: tuple[str, ...]


@frozen
class Chrome:
    """What all pages of a language share; links lead from any page. `origin` is the site's scheme and host.

    `today` is the day of the build in the site's `time_zone`, which is `utc_offset` minutes ahead of UTC that day.
    `menu` is short; `about` leads to the page with all else: what helps `finding`, the `programme`, the `catalogue`.
    `policy` is the Content-Security-Policy that every page carries in its head, `feeds` are this language's, `data` the
    open data of all. `attribution`: whom those who use the data again name; `register`: where an authority shows
    certificates. `kiosk` is nothing where no place has one.
    """

    language: str
    title: TextRun
    short_title: TextRun
    tagline: TextRun
    home: str
    base: str
    origin: str
    menu: tuple[Link, ...]
    about: Link
    finding: tuple[Signpost, ...]
    programme: tuple[Signpost, ...]
    catalogue: tuple[Signpost, ...]
    my_list: Link
    search: Search
    office: OfficeLine | None
    data_page: str | None
    stars_page: str | None
    privacy_page: str | None
    report: str
    checked_on: str | None
    today: str
    time_zone: str
    utc_offset: int
    policy: str
    licence: Link | None
    attribution: TextRun | None
    register: Link | None
    feeds: tuple[Download, ...]
    data: tuple[Download, ...]
    kiosk: KioskPaths | None
    offline: Offline
