"""Where visitors come in: the root, printed codes, addresses that moved or ended, 404."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import NoticeLine, Picture, StatusLine
from ocop_site.views.products import PackLine


@frozen
class Door:
    """A way into one language: the page's name in that language, where it leads, what to say there."""

    language: str
    name: str
    href: str
    title: TextRun


@frozen
class LeaveLine:
    """Since when and why a product has left the catalogue, what it `was` (not told of a spirit), what followed it."""

    on: str
    reason: TextRun
    was: TextRun | None
    successor: Link | None


@frozen
class CodeVoice:
    """All that a scan is answered with in one language; runs are marked where they are not in it. `href` leads on.

    `summary` is not told of a spirit; `is_price_unknown` where there would be a price to tell.
    """

    language: str
    name: str
    href: str
    title: TextRun
    producer: TextRun
    locality: TextRun | None
    summary: TextRun | None
    packs: tuple[PackLine, ...]
    is_price_unknown: bool
    status: StatusLine
    law_warning: TextRun | None
    supplement_notice: TextRun | None
    notices: tuple[NoticeLine, ...]
    withdrawn: LeaveLine | None


@frozen
class CodeView:
    """A printed code or a barcode (`gtin`), answered at once in every language; `fallback` is that of strangers.

    `now` is the product's code of today, where `code` is an older one. `link_set` is for machines (RFC 9264).
    """

    code: str
    now: str | None
    gtin: str | None
    picture: Picture | None
    voices: tuple[CodeVoice, ...]
    fallback: str
    link_set: str | None


@frozen
class RootView:
    """The site's own root: the ways into its languages; where script runs it goes on by itself."""

    doors: tuple[Door, ...]
    fallback: str


@frozen
class NotFoundView:
    """One page for all languages; `codes` is the path below which every printed code stands.

    `asked` (for a code), `wrong` (no such code) and `address` (where to type one without script) are told in each.
    """

    doors: tuple[Door, ...]
    codes: str
    asked: tuple[TextRun, ...]
    wrong: tuple[TextRun, ...]
    address: tuple[TextRun, ...]


@frozen
class MovedView:
    """Something that stands elsewhere now."""

    link: Link


@frozen
class GoneView:
    """Something that was published and has ended."""

    name: str
    on: str
    reason: TextRun | None
    index: Link
