"""What is true of the whole site."""

from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from pydantic import BeforeValidator, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ocop_site.problems import Mistake
from ocop_site.records.address import Address
from ocop_site.records.base import Record
from ocop_site.records.fields import Contact, Day, Email, Https, Id, Line, PageId, Phone, Phrase, PlaceId, from_text
from ocop_site.records.kinds import SECTIONS

ADDRESS_KINDS = (*(section.name for section in SECTIONS), "page")
"""What has an address word in every language; `page` is the word before a list's page number."""

RESERVED_STEPS = ("p", "01", "data", "kiosk", "assets", "pictures", "lists")
"""First steps of addresses that are no language's: codes, barcodes, open data, kiosks, and the site's own files."""


def _url(value: str) -> str:
    """An absolute address with a slash at its end; it may have a path."""
    scheme, _, rest = value.partition("://")
    host, _, path = rest.partition("/")
    if scheme not in ("http", "https") or not host or any(c in rest for c in ' ?#"<>\\') or "//" in path:
        raise Mistake("site.url", value=value)
    return value.rstrip("/") + "/"


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Mistake("site.time-zone", value=value) from None
    return value


def _theme_options(value: object) -> dict[str, Any]:
    """Free here: the theme checks its own options."""
    if not isinstance(value, dict):
        raise PydanticCustomError("value.not-mapping", "mapping")
    return value


def _with_later_words(languages: object) -> object:
    """With a word for each section that came after the first sites: yesterday's site.yaml still builds."""
    if not isinstance(languages, dict):
        return languages
    return {language: _spec_with_later_words(str(language), spec) for language, spec in languages.items()}


def _spec_with_later_words(language: str, spec: object) -> object:
    addresses = spec.get("addresses") if isinstance(spec, dict) else None
    if not isinstance(spec, dict) or not isinstance(addresses, dict):
        return spec
    later = {each.name: each.words.get(language, each.words["en"]) for each in SECTIONS if each.words}
    return {**spec, "addresses": {**later, **addresses}}


Url = Annotated[str, from_text(_url), WithJsonSchema({"type": "string"})]
TimeZone = Annotated[str, from_text(_zone), WithJsonSchema({"type": "string"})]
ThemeOptions = Annotated[dict[str, Any], PlainValidator(_theme_options), WithJsonSchema({"type": "object"})]


class SiteLanguage(Record):
    """A language of the site: its own name for itself, and the address word of every kind of page."""

    name: Line
    addresses: dict[str, Id]

    @model_validator(mode="after")
    def _has_every_word(self) -> Self:
        if missing := [kind for kind in ADDRESS_KINDS if kind not in self.addresses]:
            raise PydanticCustomError("site.address-words", "missing", {"missing": ", ".join(missing)})
        if unknown := [kind for kind in self.addresses if kind not in ADDRESS_KINDS]:
            raise PydanticCustomError(
                "site.address-unknown", "unknown", {"at": ("addresses", unknown[0]), "found": unknown[0]}
            )
        seen: dict[str, str] = {}
        for kind, word in self.addresses.items():
            if kind != "page" and (other := seen.setdefault(word, kind)) != kind:
                details = {"at": ("addresses", kind), "word": word, "kind": kind, "other": other}
                raise PydanticCustomError("site.address-twice", "twice", details)
        return self


class Office(Record):
    name: Phrase
    address: Address | None = None
    phone: Phone | None = None
    email: Email | None = None


class Licence(Record):
    name: Phrase
    url: Https


class Site(Record):
    title: Phrase
    tagline: Phrase
    url: Url
    languages: Annotated[dict[Id, SiteLanguage], BeforeValidator(_with_later_words)]
    time_zone: TimeZone
    data_licence: Licence | None = None
    fallback: Id
    theme: Id
    theme_options: ThemeOptions = {}
    office: Office | None = None
    showroom: PlaceId | None = None
    stars_page: PageId | None = None
    data_page: PageId | None = None
    code_prefix: Line
    checked_on: Day | None = None
    report_problem: Contact

    @model_validator(mode="after")
    def _speaks_known_languages(self) -> Self:
        for language in self.languages:
            if language in RESERVED_STEPS:
                details = {"at": ("languages", language), "found": language}
                raise PydanticCustomError("site.language-reserved", "reserved", details)
            try:
                Locale.parse(language, sep="-")
            except (ValueError, UnknownLocaleError):
                details = {"at": ("languages", language), "found": language}
                raise PydanticCustomError("site.language", "unknown", details) from None
        return self

    @model_validator(mode="after")
    def _falls_back_to_its_own_language(self) -> Self:
        if self.fallback not in self.languages:
            details = {"at": ("fallback",), "found": self.fallback, "languages": ", ".join(self.languages)}
            raise PydanticCustomError("text.language", "language", details)
        return self

    @property
    def first_language(self) -> str:
        return next(iter(self.languages))
