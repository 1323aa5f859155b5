"""The languages of a site, and the words of each in the addresses of its pages."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import LANGUAGES, Id, Line, refuse
from ocop_site.records.kinds import SECTIONS

ADDRESS_KINDS = (*(section.name for section in SECTIONS), "page")
"""What has an address word in every language; `page` is the word before a list's page number."""

RESERVED_STEPS = ("p", "01", "data", "kiosk", "assets", "pictures", "lists", "search", "facts", "offline", "files")
"""First steps of addresses that are no language's: codes, barcodes, open data, kiosks, and the site's own files."""


class SiteLanguage(Record):
    """A language of the site: its own name for itself, and the address word of every kind of page."""

    name: Annotated[
        Line, Vi("tên ngôn ngữ: viết bằng chính nó"), En("name of the language: in itself"), Example("Tiếng Việt")
    ]
    addresses: Annotated[
        dict[str, Id],
        Vi(
            "từ trong địa chỉ: của mỗi loại trang, đủ như trong ví dụ, không trùng nhau; `page` là từ trước số "
            "trang của danh sách; ngôn ngữ thứ ba không cần ghi: khi ấy dùng từ tiếng Anh"
        ),
        En(
            "address words: one for every kind of page, each its own; `page` stands before the page number of a list; "
            "a third language may do without: then the English words stand"
        ),
    ]

    @model_validator(mode="after")
    def _has_every_word(self) -> Self:
        if missing := [kind for kind in ADDRESS_KINDS if kind not in self.addresses]:
            refuse(Mistake("site.address-words", missing=", ".join(missing)))
        if unknown := [kind for kind in self.addresses if kind not in ADDRESS_KINDS]:
            refuse(Mistake("site.address-unknown", at=("addresses", unknown[0]), found=unknown[0]))
        seen: dict[str, str] = {}
        for kind, word in self.addresses.items():
            if kind != "page" and (other := seen.setdefault(word, kind)) != kind:
                refuse(Mistake("site.address-twice", at=("addresses", kind), word=word, kind=kind, other=other))
        return self


def with_later_words(languages: object) -> object:
    """With a word for each section that came after the first sites: yesterday's site.yaml still builds."""
    if not isinstance(languages, dict):
        return languages
    lent = _addresses_of(languages.get("en") or next(iter(languages.values()), None))
    return {language: _spec_with_later_words(str(language), spec, lent) for language, spec in languages.items()}


def _spec_with_later_words(language: str, spec: object, lent: Mapping[str, object]) -> object:
    """A third language may do with the address words of English, or of the site's first language, and name its own."""
    is_third = language not in LANGUAGES
    if not isinstance(spec, dict) or not (is_third or "addresses" in spec):
        return spec
    addresses = spec.get("addresses", {})
    if not isinstance(addresses, dict):
        return spec
    later = {each.name: each.words.get(language, each.words["en"]) for each in SECTIONS if each.words}
    return {**spec, "addresses": {**later, **(lent if is_third else {}), **addresses}}


def _addresses_of(spec: object) -> Mapping[str, object]:
    found = spec.get("addresses") if isinstance(spec, dict) else None
    return {kind: word for kind, word in found.items() if kind in ADDRESS_KINDS} if isinstance(found, dict) else {}
