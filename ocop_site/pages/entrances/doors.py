"""Where visitors come in who know no page: the root, and an address at which nothing stands."""

from collections.abc import Iterator
from dataclasses import replace

from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.urls import HOME, Key
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import unlisted
from ocop_site.pages.social.picture import social_picture
from ocop_site.text.language import Text, TextRun
from ocop_site.views import Alternate, Door, Head, NotFoundView, Page, RootView, Switch

INDEXES = ("root", "not_found")

NOT_FOUND = "/404.html"


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.is_default:
        yield from (PageKey("root"), PageKey("not_found"))


def path(_edition: Edition, key: PageKey) -> str:
    return "/" if key.kind == "root" else NOT_FOUND


def plan(edition: Edition, key: PageKey) -> Page:
    return (_root_page if key.kind == "root" else _not_found_page)(edition.editions)


def _root_page(editions: Editions) -> Page:
    """Told in the first language; every other door speaks its own."""
    edition = editions.default
    site, words = edition.catalogue.site, edition.words
    doors = tuple(_door(edition, HOME, site.title) for edition in editions.values())
    addresses = edition.site_urls
    languages = ", ".join(spec.name for spec in site.languages.values())
    earned = [i for i in editions if site.title.has(i) and site.tagline.has(i)]
    alternates = [Alternate(i, addresses.absolute(addresses.path(HOME, i))) for i in earned]
    head = Head(
        title=words("root.title", site=" · ".join(dict.fromkeys(text for _, text in site.title)), languages=languages),
        description=words("root.description", tagline=edition.run(site.tagline).text.rstrip(".")),
        canonical=edition.site_urls.absolute("/"),
        alternates=(*alternates, Alternate("x-default", edition.site_urls.absolute("/"))) if len(earned) > 1 else (),
        switches=_switches(editions),
        social=social_picture(edition, HOME),
    )
    return Page("/", edition.language, head, RootView(doors, site.fallback))


def _not_found_page(editions: Editions) -> Page:
    edition = editions.default
    doors = tuple(
        Door(
            i,
            edition.catalogue.site.languages[i].name,
            edition.urls.home.href,
            edition.said("not_found.door"),
        )
        for i, edition in editions.items()
    )
    title, description = edition.words("not_found.title"), edition.words("not_found.description")
    head = replace(unlisted(edition, NOT_FOUND, title, description), switches=_switches(editions), crumbs=())
    address = edition.site_urls.absolute("/p/").partition("://")[2]
    view = NotFoundView(
        doors,
        edition.site_urls.link("/p/"),
        asked=_in_each(editions, "code_form.asked"),
        wrong=_in_each(editions, "code_form.wrong"),
        address=_in_each(editions, "code_form.address", address=address),
    )
    return Page(NOT_FOUND, edition.language, head, view)


def _door(edition: Edition, key: Key, title: Text) -> Door:
    """In its own language, and marked so for the page that it stands on."""
    name = edition.catalogue.site.languages[edition.language].name
    run = edition.run(title)
    return Door(edition.language, name, edition.urls.href(key), run)


def _in_each(editions: Editions, key: str, **details: str) -> tuple[TextRun, ...]:
    """The same words in every language that has them, marked for a page in the first."""
    first, said = editions.default.language, dict[str, TextRun]()
    for language, edition in editions.items():
        run = edition.said(key, **details)
        spoken = run.language or language
        said.setdefault(run.text, TextRun(run.text, None if spoken == first else spoken))
    return tuple(said.values())


def _switches(editions: Editions) -> tuple[Switch, ...]:
    return tuple(
        Switch(i, edition.catalogue.site.languages[i].name, edition.urls.home.href, False)
        for i, edition in editions.items()
    )
