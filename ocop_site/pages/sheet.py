"""A page in the making: a view with the address, title and crumbs it will have."""

from dataclasses import replace

from ocop_site.editions.edition import Edition, once
from ocop_site.editions.urls import HOME, Key
from ocop_site.frozen import frozen
from ocop_site.pages.keys import PageKey
from ocop_site.pages.schema_org.describe import describe
from ocop_site.pages.social.picture import social_picture
from ocop_site.text.language import Text
from ocop_site.views import Alternate, Head, Link, Page, Switch

DESCRIPTION_LENGTH = 300


@frozen
class Sheet:
    """What a page is about (`key`), what it shows, and what it says of itself.

    `texts` make the page what it is: it is a page of a language where all of them have that language. `pages`: of how
    many it is one in each language, where that is not the same in all.
    """

    key: PageKey
    view: object
    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    texts: tuple[Text | None, ...] = ()
    is_indexed: bool = True
    pages: tuple[tuple[str, int], ...] = ()


def page_of(edition: Edition, sheet: Sheet) -> Page:
    """The sheet at its address, with its versions in other languages."""
    urls, catalogue = edition.site_urls, edition.catalogue
    numbers = {language: _number_in(sheet, language) for language in catalogue.site.languages}
    paths = {language: urls.path(sheet.key.thing, language, number) for language, number in numbers.items()}
    earned = [language for language, number in numbers.items() if number == sheet.key.number and _has(sheet, language)]
    own = next(i for i in (edition.language, *catalogue.site.fallbacks) if i in earned)
    head = Head(
        title=_title(edition, sheet),
        description=_description(edition, sheet),
        canonical=urls.absolute(paths[own]),
        alternates=_alternates(edition, sheet.key.thing, {i: paths[i] for i in earned})
        if edition.language in earned and sheet.is_indexed
        else (),
        switches=tuple(
            Switch(language, spec.name, urls.link(paths[language]), language == edition.language)
            for language, spec in catalogue.site.languages.items()
        ),
        crumbs=() if sheet.key.thing == HOME else (edition.urls.home, *sheet.crumbs),
        is_indexed=sheet.is_indexed,
        social=social_picture(edition, sheet.key.thing),
    )
    if own == edition.language and sheet.is_indexed:
        head = replace(head, jsonld=describe(edition, sheet.key.thing, sheet.view, head, sheet.key.number))
    file = catalogue.files.get(sheet.key.thing)
    return Page(paths[edition.language], edition.language, head, sheet.view, (file,) if file else ())


def unlisted(edition: Edition, canonical: str, title: str, description: str) -> Head:
    """The head of a page that only leads on: search engines are sent to where it leads."""
    return Head(
        title=edition.words("title.with-site", title=title, site=edition.title),
        description=description,
        canonical=edition.site_urls.absolute(canonical),
        alternates=(),
        switches=(),
        crumbs=(edition.urls.home,),
        is_indexed=False,
    )


def _number_in(sheet: Sheet, language: str) -> int:
    """A list that is shorter in a language begins anew there."""
    is_there = sheet.key.number <= dict(sheet.pages).get(language, sheet.key.number)
    return sheet.key.number if is_there else 1


def _has(sheet: Sheet, language: str) -> bool:
    return all(text is None or text.has(language) for text in sheet.texts)


def _title(edition: Edition, sheet: Sheet) -> str:
    title = sheet.title
    if sheet.key.number > 1:
        title = edition.words("title.page", title=title, page=sheet.key.number)
    return title if sheet.key.thing == HOME else edition.words("title.with-site", title=title, site=edition.title)


def _description(edition: Edition, sheet: Sheet) -> str:
    """One line, cut at a word where it is long."""
    description = shortened(sheet.description, DESCRIPTION_LENGTH)
    if sheet.key.number > 1:
        description = edition.words("description.page", description=description, page=sheet.key.number)
    return description


def shortened(text: str, length: int) -> str:
    """On one line, cut at a word where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def _alternates(edition: Edition, key: Key, paths: dict[str, str]) -> tuple[Alternate, ...]:
    """Every version of the page with this one, and the one for readers of any other language."""
    if len(paths) < 2:
        return ()
    known, site = _known_alternates(edition.editions.default), edition.catalogue.site
    default = "/" if key == HOME else paths.get(site.fallback, paths.get(site.first_language, ""))
    versions = (*paths.items(), ("x-default", default))
    if versions not in known:
        known[versions] = tuple(Alternate(hreflang, edition.site_urls.absolute(path)) for hreflang, path in versions)
    return known[versions]


@once
def _known_alternates(_edition: Edition) -> dict[tuple[tuple[str, str], ...], tuple[Alternate, ...]]:
    """By their paths: every version of a page names the same."""
    return {}
