"""Where visitors come in who know no page: the root, and an address at which nothing stands."""

from dataclasses import replace

from ocop_site.language import Run, Text
from ocop_site.plan.lines import Editions, Lines, first_of
from ocop_site.plan.sheets import unlisted
from ocop_site.plan.urls import HOME, Key
from ocop_site.plan.views import (
    Alternate,
    Door,
    Head,
    NotFoundView,
    Page,
    RootView,
    Switch,
)

NOT_FOUND = "/404.html"


def root_page(editions: Editions) -> Page:
    """Told in the first language; every other door speaks its own."""
    lines = first_of(editions)
    site, words = lines.catalogue.site, lines.words
    doors = tuple(_door(edition, HOME, site.title) for edition in editions.values())
    addresses = lines.addresses
    languages = ", ".join(spec.name for spec in site.languages.values())
    earned = [i for i in editions if site.title.has(i) and site.tagline.has(i)]
    alternates = [Alternate(i, addresses.absolute(addresses.path(HOME, i))) for i in earned]
    head = Head(
        title=words("root.title", site=" · ".join(dict.fromkeys(text for _, text in site.title)), languages=languages),
        description=words("root.description", tagline=lines.run(site.tagline).text.rstrip(".")),
        canonical=lines.addresses.absolute("/"),
        alternates=(*alternates, Alternate("x-default", lines.addresses.absolute("/"))) if len(earned) > 1 else (),
        switches=_switches(editions),
    )
    return Page("/", lines.language, head, RootView(doors, site.fallback))


def not_found_page(editions: Editions) -> Page:
    lines = first_of(editions)
    doors = tuple(
        Door(i, edition.catalogue.site.languages[i].name, edition.home.href, Run(edition.words("not_found.door")))
        for i, edition in editions.items()
    )
    title, description = lines.words("not_found.title"), lines.words("not_found.description")
    head = replace(unlisted(lines, NOT_FOUND, title, description), switches=_switches(editions), crumbs=())
    address = lines.addresses.absolute("/p/").partition("://")[2]
    view = NotFoundView(
        doors,
        lines.addresses.link("/p/"),
        asked=_in_each(editions, "code_form.asked"),
        wrong=_in_each(editions, "code_form.wrong"),
        address=_in_each(editions, "code_form.address", address=address),
    )
    return Page(NOT_FOUND, lines.language, head, view)


def _door(lines: Lines, key: Key, title: Text) -> Door:
    """In its own language, and marked so for the page that it stands on."""
    name = lines.catalogue.site.languages[lines.language].name
    run = lines.run(title)
    return Door(lines.language, name, lines.href(key), run)


def _in_each(editions: Editions, key: str, **details: str) -> tuple[Run, ...]:
    """The same words in every language, marked for a page in the first."""
    first = first_of(editions).language
    return tuple(Run(e.words(key, **details), None if i == first else i) for i, e in editions.items())


def _switches(editions: Editions) -> tuple[Switch, ...]:
    return tuple(
        Switch(i, lines.catalogue.site.languages[i].name, lines.home.href, False) for i, lines in editions.items()
    )
