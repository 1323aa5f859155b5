"""What a household has not agreed to show, looked for in every word of the whole catalogue.

A household's address is a home and its telephone a person's (Law 91/2025/QH15 on personal data). What its own record
keeps back must not stand in a text, a link, a name or a place of any other record instead.
"""

import re
from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.persons import holds_a_name, is_a_name, leads_to_a_home, names_a_person
from ocop_site.catalogue.checks.wordings import PARAGRAPHS, told_at
from ocop_site.catalogue.checks.writings import Index
from ocop_site.content.entry import Value
from ocop_site.content.memory.notes import Notes
from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import LineField, PointField, TextField
from ocop_site.text.phrases import Phrases
from ocop_site.text.plain_text import plain_text

_OWN = {"addresses", "phone", "email", "zalo", "consent", "kind", "sources"}
"""Fields of a household's own record that keep its secrets, or cannot hold any."""

_LINKED = re.compile(r"\]\(\s*producer:\s*([a-z0-9-]+)")
_BRAND = re.compile(r"(?<= )[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)+$")


def homes_of(catalogue: Catalogue, notes: Notes) -> "Homes":
    """The same as before where all households keep the same."""
    digest = notes.digest("households", tuple(_keeping(catalogue)))
    return notes.kept("homes", digest, lambda: Homes(catalogue, digest))


def _keeping(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    """Who keeps what to themselves, by the records."""
    for i in catalogue.producers:
        showing = catalogue.maker_showing(i)
        if not showing.is_public or showing.keeps_home:
            yield i, catalogue.record_sources.digest("producers", i), showing.is_public, showing.keeps_home


class Homes:
    """The secrets of all households, and whose they are. `digest` stands for them."""

    def __init__(self, catalogue: Catalogue, digest: str) -> None:
        self.digest = digest
        self._secrets = _secrets(catalogue)
        self._private = {i for i in catalogue.producers if not catalogue.maker_showing(i).is_public}
        names = (name for i in self._private for _, name in catalogue.producers[i].name)
        self._names = Phrases(words for name in names for words in _called(name))

    def problems(self, shaped: Shaped[Any]) -> Iterator[Problem]:
        if self._secrets:
            yield from _given_away(shaped, self._secrets)
        if shaped.entry.kind == "products" and shaped.record.producer in self._private:
            yield from _named(shaped)
            yield from _strangers(shaped)
        elif shaped.entry.kind == "producers":
            yield from _strangers(shaped) if shaped.entry.id in self._private else ()
        elif self._private:
            yield from self._spoken_of(shaped)

    def _spoken_of(self, shaped: Shaped[Any]) -> Iterator[Problem]:
        """A person or a number in a paragraph of another record that names a household, or of a trail's stop there."""
        body: list[tuple[FieldPath | None, str]] = [(None, shaped.entry.body)] if shaped.entry.body else []
        for path, text in (*_texts(shaped), *body):
            is_stop = path is not None and path[0] == "stops" and shaped.record.stops[path[1]].producer in self._private
            for part in PARAGRAPHS.split(text):
                if not (is_stop or self._is_spoken_of(part)):
                    continue
                begins = " ".join(part.split()[:4])
                if names_a_person(part):
                    yield told_at(shaped, path, begins, "care.person", Severity.WARNING)
                elif leads_to_a_home(part):
                    yield told_at(shaped, path, begins, "care.household", Severity.WARNING)

    def _is_spoken_of(self, text: str) -> bool:
        return any(self._names.found_in(plain_text(text))) or not self._private.isdisjoint(_LINKED.findall(text))


def _called(name: str) -> Iterator[str]:
    """A name, and the brand at its end: people say `Bảy Lành` for `Cơ sở bánh in Bảy Lành`."""
    yield name
    if brand := _BRAND.search(name):
        yield brand[0]


def _secrets(catalogue: Catalogue) -> Index:
    """What the households have not agreed to show."""
    found = Index()
    for i, producer in catalogue.producers.items():
        showing = catalogue.maker_showing(i)
        if not showing.is_public:
            for number in filter(None, (*producer.phone, producer.zalo)):
                found.add_number(number, i)
            if producer.email:
                found.add_mail(producer.email, i)
        for address in producer.addresses if showing.keeps_home else ():
            for _, words in address.line or ():
                found.add_line(words, i)
            if address.point:
                found.add_point(address.point, i)
    return found


def _given_away(shaped: Shaped[Any], secrets: Index) -> Iterator[Problem]:
    entry = shaped.entry
    for path, text in [*_scalars(entry.data), ((), entry.id)]:
        if _is_told(shaped, path, text, secrets):
            yield entry.problem("care.household", path)
    if entry.body and _is_told(shaped, (), entry.body, secrets):
        lines = range(entry.body_line, len(entry.lines) + 1)
        told = (number for number in lines if _is_told(shaped, (), entry.lines[number - 1], secrets))
        yield entry.problem_at("care.household", next(told, entry.body_line), 1)
    for path, _, point in marked(shaped.record, PointField):
        if any(not _is_own(shaped, path, owner) for owner in secrets.near(point)):
            yield shaped.problem("care.household", path)


def _is_told(shaped: Shaped[Any], path: FieldPath, text: str, secrets: Index) -> bool:
    """A short line is a secret within the household's own records alone: many hamlets have its name."""
    told = ((owner, is_short) for owner, is_short in secrets.told_in(text) if not _is_own(shaped, path, owner))
    return any(not is_short or _is_of(shaped, owner) for owner, is_short in told)


def _scalars(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    else:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(key, str):
                yield (*path, key), key
            yield from _scalars(item, (*path, key))


def _is_own(shaped: Shaped[Any], path: FieldPath, owner: str) -> bool:
    """Where the secret is kept: in the household's record, and where its own products are made."""
    if shaped.entry.kind == "producers":
        return shaped.entry.id == owner and bool(path) and path[0] in _OWN
    return _is_of(shaped, owner) and path[:1] == ("made_at",)


def _is_of(shaped: Shaped[Any], owner: str) -> bool:
    """Whether a record is the household's, or that of a product of its."""
    if shaped.entry.kind == "products":
        return bool(shaped.record.producer == owner)
    return (shaped.entry.kind, shaped.entry.id) == ("producers", owner)


def _named(shaped: Shaped[Any]) -> Iterator[Problem]:
    """A person's name as the holder of a certificate, or within the number of a declaration."""
    product = shaped.record
    named: list[tuple[FieldPath, str | None]] = [(("declaration",), product.declaration)]
    named += [(("certificates", i, "holder"), each.holder) for i, each in enumerate(product.certificates)]
    for path, text in named:
        if text and (holds_a_name(text) or (path[0] == "certificates" and is_a_name(text))):
            yield shaped.problem("care.person", path)


def _strangers(shaped: Shaped[Any]) -> Iterator[Problem]:
    """What would be a secret had the household's record kept it: a telephone, a door, a person, in its own texts."""
    for path, text in _texts(shaped):
        if leads_to_a_home(text):
            yield shaped.problem("care.household", path)
        elif names_a_person(text):
            yield shaped.problem("care.person", path)


def _texts(shaped: Shaped[Any]) -> Iterator[tuple[FieldPath, str]]:
    if shaped.entry.kind == "products":
        yield from ((("links", index, "url"), link.url) for index, link in enumerate(shaped.record.links))
    elif shaped.entry.kind == "producers" and shaped.record.website:
        yield ("website",), shaped.record.website
    for path, _, text in marked(shaped.record, TextField):
        if path[0] not in _OWN:
            yield from (((*path, language), words) for language, words in text)
    for path, _, line in marked(shaped.record, LineField):
        if path[0] not in (*_OWN, "registered_name", "certificates", "declaration"):
            yield path, line
