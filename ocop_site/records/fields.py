"""The values that records are made of: every scalar arrives as text and is typed here, strictly.

YAML's own typing and a validator's lenience would read `0272345671` as octal and `185.000` as 185.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, NoReturn

from pydantic import BeforeValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from ocop_site.frozen import frozen
from ocop_site.problems import Mistake
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.values.contacts import (
    parse_address,
    parse_contact,
    parse_email,
    parse_https,
    parse_phone,
    parse_zalo,
)
from ocop_site.records.values.dates import PartialDate, parse_day, parse_partial_date
from ocop_site.records.values.identifiers import (
    Code,
    Gtin,
    Identifier,
    parse_code,
    parse_gtin,
    parse_identifier,
    parse_prefix,
)
from ocop_site.records.values.ids import ID, parse_id, parse_kept_id
from ocop_site.records.values.lunar_days import DayOfMoon, parse_lunar_day
from ocop_site.records.values.media_names import media_name
from ocop_site.records.values.numbers import decimal, month, percent, positive, stars, whole
from ocop_site.records.values.placeholders import placeholder
from ocop_site.records.values.points import Point, parse_focus, parse_point
from ocop_site.text.language import Text
from ocop_site.text.signs import ascii_signs

_MOST_KEPT = 2048
"""Values of one type that are remembered: dates, ids and sources are the same in many records."""

LANGUAGES = ("vi", "en")
"""The languages of a text where no site has named its own."""


@frozen
class Reference:
    """Marks a field that names a record of `kind` by its id."""

    kind: str


@frozen
class TextField:
    """Marks a field that holds a text; `markdown` where it is Markdown."""

    markdown: bool = False


@frozen
class LineField:
    """Marks a field that holds a line in no language of its own: a number, a name, a further spelling."""


@frozen
class DateOfFact:
    """Marks a field that holds the date of what has happened, so that it cannot lie in the future."""


@frozen
class PointField:
    """Marks a field that holds a point on the map."""


def from_value(parse: Callable[[object], Any]) -> PlainValidator:
    """A validator; what `parse` raises as `Mistake` becomes the model's error with its details."""

    def validate(value: object) -> Any:
        try:
            return parse(value)
        except Mistake as mistake:
            return refuse(mistake)

    return PlainValidator(validate)


def from_text(parse: Callable[[str], Any]) -> PlainValidator:
    """A validator for one scalar."""

    known = lru_cache(maxsize=_MOST_KEPT)(lambda value: parse(_known(value)))

    def validate(value: object) -> Any:
        if isinstance(value, list | dict):
            return refuse(Mistake("value.not-single"))
        try:
            return known(value) if isinstance(value, str) else value
        except Mistake as mistake:
            return refuse(mistake)

    return PlainValidator(validate)


def from_signs(parse: Callable[[str], Any]) -> PlainValidator:
    """The same for what is no text: a number, a day, a code may be typed in the wide signs or the digits of others."""
    return from_text(lambda value: parse(ascii_signs(value)))


def refuse(mistake: Mistake) -> NoReturn:
    """Turns a mistake into the error that a model collects with its path."""
    raise PydanticCustomError(mistake.code, "{code}", {"code": mistake.code, **mistake.details})


def _known(value: str) -> str:
    if found := placeholder(value):
        raise Mistake("value.placeholder", found=found)
    return value


def _line(value: str) -> str:
    if "\n" in value:
        raise Mistake("value.several-lines")
    return value.strip()


def _media_file(value: str) -> str:
    return media_name(_line(value))


def _matching(pattern: str, code: str, **details: object) -> Callable[[str], str]:
    shape = re.compile(pattern, re.ASCII)

    def parse(value: str) -> str:
        if not shape.fullmatch(value):
            raise Mistake(code, value=value, **details)
        return value

    return parse


def _flag(value: str) -> bool:
    if value not in ("true", "false"):
        raise Mistake("value.flag", value=value)
    return value == "true"


def _as_list(value: object) -> object:
    """One alone as a list of one."""
    return [value] if isinstance(value, str) else value


def parse_text(value: object, info: ValidationInfo) -> Text:
    """A mapping of the site's languages, or a bare string, which is its first language."""
    languages: tuple[str, ...] = (info.context or {}).get("languages", LANGUAGES)
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text({languages[0]: _told(value)})
    if not isinstance(value, dict):
        refuse(Mistake("text.shape", languages=", ".join(languages)))
    for language, words in value.items():
        if language not in languages:
            refuse(Mistake("text.language", at=(language,), found=language, languages=", ".join(languages)))
        if not isinstance(words, str):
            refuse(Mistake("value.not-single", at=(language,)))
        _told(words, language)
    if languages[0] not in value:
        refuse(Mistake("text.first-language", language=languages[0]))
    return Text({language: value[language] for language in languages if language in value})


def _told(words: str, *at: str) -> str:
    if found := placeholder(words):
        refuse(Mistake("value.placeholder", found=found, **({"at": at} if at else {})))
    return words


def _phrase(value: object, info: ValidationInfo) -> Text:
    text = parse_text(value, info)
    for language, words in text:
        if "\n" in words:
            refuse(Mistake("value.several-lines", at=(language,) if isinstance(value, dict) else ()))
    return text


_TEXT_SCHEMA = WithJsonSchema({"type": ["string", "object"]})
_STRING = WithJsonSchema({"type": "string"})
_DATED = WithJsonSchema({"type": ["string", "integer"]})  # programs that read YAML take a year alone for a number

Line = Annotated[str, from_text(_line), LineField(), _STRING]
Id = Annotated[str, from_signs(parse_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
KeptId = Annotated[str, from_text(parse_kept_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
ProductCode = Annotated[Code, from_signs(parse_code), _STRING]
CodePrefix = Annotated[str, from_signs(parse_prefix), _STRING]
Permanent = Annotated[Identifier, from_text(parse_identifier), _STRING]
Whole = Annotated[int, from_signs(whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Positive = Annotated[int, from_signs(positive), WithJsonSchema({"type": "integer", "minimum": 1})]
Number = Annotated[Decimal, from_signs(decimal), WithJsonSchema({"type": "number"})]
Percent = Annotated[Decimal, from_signs(percent), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})]
Flag = Annotated[bool, from_signs(_flag), WithJsonSchema({"type": "boolean"})]
Stars = Annotated[int, from_signs(stars), WithJsonSchema({"enum": [3, 4, 5]})]
Month = Annotated[int, from_signs(month), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})]
Day = Annotated[date, from_signs(parse_day), _STRING]
LunarDay = Annotated[DayOfMoon, from_signs(parse_lunar_day), _STRING]
Dated = Annotated[PartialDate, from_signs(parse_partial_date), _DATED]
PastDay = Annotated[Day, DateOfFact()]
PastDated = Annotated[Dated, DateOfFact()]
Phone = Annotated[str, from_text(parse_phone), _STRING]
Phones = Annotated[
    tuple[Phone, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
    Vi("điện thoại: một số, hoặc danh sách các số"),
    En("telephone: one number, or a list of them"),
    Example("0272 3826 123"),
    Example("[0272 3826 123, 1900 1234]"),
]
Zalo = Annotated[str, from_text(parse_zalo), _STRING]
Email = Annotated[str, from_text(parse_email), _STRING]
Https = Annotated[str, from_text(parse_https), _STRING]
Contact = Annotated[str, from_text(parse_contact), _STRING]
SourceAddress = Annotated[str, from_text(parse_address), LineField(), _STRING]
PackGtin = Annotated[Gtin, from_signs(parse_gtin), _STRING]
OcopCode = Annotated[str, from_signs(_matching(r"\d{2}-(\d{3}-)?\d{5}-\d{1,5}-20\d\d", "value.ocop-code")), _STRING]
MediaFile = Annotated[str, from_text(_media_file), Reference("media"), _STRING]
Where = Annotated[
    Point, from_value(parse_point), PointField(), WithJsonSchema({"type": "array", "items": {"type": "number"}})
]
PassedPoint = Annotated[Point, from_value(parse_point), WithJsonSchema({"type": "array", "items": {"type": "number"}})]
"""One of a line that may well lead out of the province."""
FocusPoint = Annotated[
    tuple[float, float],
    from_value(parse_focus),
    WithJsonSchema({"type": "array", "items": {"type": "number", "minimum": 0, "maximum": 1}}),
]
Phrase = Annotated[Text, PlainValidator(_phrase), TextField(), _TEXT_SCHEMA]
Passage = Annotated[Text, PlainValidator(parse_text), TextField(), _TEXT_SCHEMA]
Prose = Annotated[Text, PlainValidator(parse_text), TextField(markdown=True), _TEXT_SCHEMA]

ProductId = Annotated[Id, Reference("products")]
ProducerId = Annotated[Id, Reference("producers")]
PlaceId = Annotated[Id, Reference("places")]
DecisionId = Annotated[Id, Reference("decisions")]
PageId = Annotated[Id, Reference("pages")]
SourceId = Annotated[Id, Reference("sources")]
IndustryId = Annotated[Id, Reference("industries")]
SetNumber = Annotated[Positive, Reference("sets")]

SourceIds = Annotated[
    tuple[SourceId, ...],
    Vi("nguồn: mã trong `sources.yaml`"),
    En("sources: ids in `sources.yaml`"),
    Example("[s-seed]"),
]
