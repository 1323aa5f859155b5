"""Where visitors come in: the root, printed codes, addresses that moved or ended, 404."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ocop_site.language import Run, Text
from ocop_site.plan.lines import Lines
from ocop_site.plan.urls import HOME, Key
from ocop_site.plan.views import (
    Alternate,
    CodeView,
    Door,
    GoneView,
    Head,
    MovedView,
    NotFoundView,
    Page,
    RootView,
    Switch,
)
from ocop_site.showroom.ledger import resolve

NOT_FOUND = "/404.html"

Editions = Mapping[str, Lines]


def root_page(editions: Editions) -> Page:
    """Told in the first language; every other door speaks its own."""
    lines = _first(editions)
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
    lines = _first(editions)
    doors = tuple(
        Door(i, edition.catalogue.site.languages[i].name, edition.home.href, Run(edition.words("not_found.door")))
        for i, edition in editions.items()
    )
    title, description = lines.words("not_found.title"), lines.words("not_found.description")
    head = replace(_unlisted(lines, NOT_FOUND, title, description), switches=_switches(editions), crumbs=())
    address = lines.addresses.absolute("/p/").partition("://")[2]
    view = NotFoundView(
        doors,
        lines.addresses.link("/p/"),
        asked=_in_each(editions, "code_form.asked"),
        wrong=_in_each(editions, "code_form.wrong"),
        address=_in_each(editions, "code_form.address", address=address),
    )
    return Page(NOT_FOUND, lines.language, head, view)


def code_pages(editions: Editions) -> Iterator[Page]:
    """A small page for each product's code: what it is and the ways on, whatever has become of it."""
    lines = _first(editions)
    for product_id, product in lines.catalogue.products.items():
        key = ("products", product_id)
        name, code = lines.run(product.name).text, product.code
        view = CodeView(
            code=code,
            doors=tuple(_door(edition, key, product.name) for edition in editions.values()),
            worth=lines.worth(product_id),
            is_withdrawn=product.withdrawn is not None,
            law_warning=lines.law_warning(product_id),
            notices=lines.notices(product_id),
            fallback=lines.catalogue.site.fallback,
        )
        title = lines.words("code.title", code=code, name=name)
        description = lines.words("code.description", code=code, name=name)
        head = replace(_unlisted(lines, lines.addresses.path(key, lines.language), title, description), crumbs=())
        file = lines.catalogue.files.get(key)
        yield Page(lines.addresses.code(code), lines.language, head, view, (file,) if file else ())


def former_pages(lines: Lines) -> Iterator[Page]:
    """At addresses that were published once: where the thing stands now, or that it has ended."""
    ledger = lines.catalogue.published
    for kind, records in ledger.records.items():
        for record_id, entry in records.items():
            now = (kind, resolve(ledger, kind, record_id))
            for path in _paths(lines, (kind, record_id)):
                if entry.ended:
                    yield _gone(lines, path, (kind, record_id), entry.ended, entry.reason)
                elif path != lines.addresses.path(now, lines.language):
                    yield _moved(lines, path, now)


def _paths(lines: Lines, key: Key) -> Iterator[str]:
    """The addresses that something ever had: under the word of today and under those of before."""
    current = lines.addresses.words[lines.language]
    before = lines.catalogue.published.words.get(lines.language, {}).get(key[0], ())
    for word in dict.fromkeys((current[key[0]], *before)):
        yield lines.addresses.path_by_words(key, lines.language, {**current, key[0]: word})


def _moved(lines: Lines, old: str, new: Key) -> Page:
    path = lines.addresses.path(new, lines.language)
    link = lines.link(new, _name(lines, new))
    head = _unlisted(
        lines,
        path,
        lines.words("moved.title", name=link.label.text),
        lines.words("moved.description", name=link.label.text, path=path),
    )
    return Page(old, lines.language, head, MovedView(link))


def _gone(lines: Lines, path: str, key: Key, on: date, reason: Text | None) -> Page:
    kind, record_id = key
    index = lines.menu_link(kind) if getattr(lines.catalogue, kind) else lines.home
    head = _unlisted(
        lines,
        path,
        lines.words("gone.title", name=f"{lines.words(f'{kind}.menu')}, {record_id}"),
        lines.words("gone.description", name=record_id),
    )
    return Page(path, lines.language, head, GoneView(record_id, on.isoformat(), lines.maybe(reason), index))


def _unlisted(lines: Lines, canonical: str, title: str, description: str) -> Head:
    """The head of a page that only leads on: search engines are sent to where it leads."""
    return Head(
        title=lines.words("title.with-site", title=title, site=lines.title),
        description=description,
        canonical=lines.addresses.absolute(canonical),
        alternates=(),
        switches=(),
        crumbs=(lines.home,),
        is_indexed=False,
    )


def _name(lines: Lines, key: Key) -> Run:
    kind, record_id = key
    record = getattr(lines.catalogue, kind)[record_id]
    if kind in ("news", "pages"):
        return lines.run(record.title)
    return Run(record.number) if kind == "decisions" else lines.run(record.name)


def _first(editions: Editions) -> Lines:
    return next(iter(editions.values()))


def _door(lines: Lines, key: Key, title: Text) -> Door:
    """In its own language, and marked so for the page that it stands on."""
    name = lines.catalogue.site.languages[lines.language].name
    run = lines.run(title)
    return Door(lines.language, name, lines.href(key), run)


def _in_each(editions: Editions, key: str, **details: str) -> tuple[Run, ...]:
    """The same words in every language, marked for a page in the first."""
    first = _first(editions).language
    return tuple(Run(e.words(key, **details), None if i == first else i) for i, e in editions.items())


def _switches(editions: Editions) -> tuple[Switch, ...]:
    return tuple(
        Switch(i, lines.catalogue.site.languages[i].name, lines.home.href, False) for i, lines in editions.items()
    )
