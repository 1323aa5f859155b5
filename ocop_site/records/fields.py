"""The values that records are made of: every scalar arrives as text and is typed here, strictly.

YAML's own typing and a validator's lenience would read `0272345671` as octal and `185.000` as 185.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, NamedTuple, NoReturn
from urllib.parse import urlsplit

import phonenumbers
from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from ocop_site.files import is_device
from ocop_site.problems import Mistake
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.values.dates import PartialDate, parse_day, parse_partial_date
from ocop_site.records.values.identifiers import Code, Gtin, Identifier, parse_code, parse_gtin, parse_identifier
from ocop_site.records.values.media_names import media_name
from ocop_site.records.values.numbers import decimal, month, percent, positive, stars, whole
from ocop_site.text.language import Text

LANGUAGES = ("vi", "en")
"""The languages of a text where no site has named its own."""


@dataclass(frozen=True)
class Reference:
    """Marks a field that names a record of `kind` by its id."""

    kind: str


@dataclass(frozen=True)
class TextField:
    """Marks a field that holds a text; `markdown` where it is Markdown."""

    markdown: bool = False


@dataclass(frozen=True)
class LineField:
    """Marks a field that holds a line in no language of its own: a number, a name, a further spelling."""


@dataclass(frozen=True)
class DateOfFact:
    """Marks a field that holds the date of what has happened, so that it cannot lie in the future."""


@dataclass(frozen=True)
class PointField:
    """Marks a field that holds a point on the map."""


class Point(NamedTuple):
    """Degrees, WGS 84."""

    latitude: float
    longitude: float


def from_text(parse: Callable[[str], Any]) -> PlainValidator:
    """A validator for one scalar; what `parse` raises as `Mistake` becomes the model's error with its details."""

    def validate(value: object) -> Any:
        if not isinstance(value, str):
            return value if not isinstance(value, list | dict) else refuse(Mistake("value.not-single"))
        try:
            return parse(value)
        except Mistake as mistake:
            return refuse(mistake)

    return PlainValidator(validate)


def refuse(mistake: Mistake) -> NoReturn:
    """Turns a mistake into the error that a model collects with its path."""
    raise PydanticCustomError(mistake.code, "{code}", {"code": mistake.code, **mistake.details})


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


ID = r"[a-z0-9]+(-[a-z0-9]+)*"

LONGEST_ID = 100
LONGEST_KEPT_ID = 250
"""What a file's name has room for, beside `.yaml`."""


def _id(value: str) -> str:
    _matching(ID, "value.id")(value)
    if is_device(value) or len(value) > LONGEST_ID:
        raise Mistake("value.id-unusable", value=value[:40], most=LONGEST_ID)
    return value


def _kept_id(value: str) -> str:
    """An id that a ledger remembers. It may be longer than those of today: else who has one could mend nothing."""
    _matching(ID, "value.id")(value)
    if is_device(value) or len(value) > LONGEST_KEPT_ID:
        raise Mistake("value.id-unusable", value=value[:40], most=LONGEST_ID)
    return value


def is_https(value: str) -> bool:
    """Whether it is an address that a page may link to."""
    if not re.fullmatch(r"https://[^\s<>\"/\[\]]+\.[^\s<>\"]+", value):
        return False
    try:
        parts = urlsplit(value)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # such as a port beyond 65535
        return False


def _https(value: str) -> str:
    if not is_https(value):
        raise Mistake("value.https", value=value)
    return value


def _contact(value: str) -> str:
    """Where mistakes are reported: a page or a mail address."""
    if not is_https(value) and not re.fullmatch(r"mailto:[^\s<>\"@?]+@[^\s<>\"@?]+", value):
        raise Mistake("value.contact", value=value)
    return value


def _flag(value: str) -> bool:
    if value not in ("true", "false"):
        raise Mistake("value.flag", value=value)
    return value == "true"


def _phone(value: str) -> str:
    """A number as international text (E.164); a number without country is Vietnamese."""
    try:
        number = phonenumbers.parse(value, "VN")
    except phonenumbers.NumberParseException:
        raise Mistake("value.phone", value=value) from None
    if not phonenumbers.is_valid_number(number):
        raise Mistake("value.phone", value=value)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _point(value: object) -> Point:
    """`[latitude, longitude]`."""
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
        refuse(Mistake("point.shape"))
    if not all(re.fullmatch(r"-?\d{1,3}(\.\d+)?", v) for v in value):
        refuse(Mistake("point.shape"))
    latitude, longitude = (float(v) for v in value)
    if abs(latitude) > 90:
        refuse(Mistake("point.swapped", first=value[0], second=value[1]))
    if abs(longitude) > 180:
        refuse(Mistake("point.shape"))
    return Point(latitude, longitude)


def _focus(value: object) -> tuple[float, float]:
    """`[0.5, 0.3]`: parts of the width and of the height."""
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
        refuse(Mistake("photo.focus"))
    if not all(re.fullmatch(r"0|1|[01]\.0*|0?\.\d+", v) for v in value):
        refuse(Mistake("photo.focus"))
    across, down = (float(v) for v in value)
    return across, down


def parse_text(value: object, info: ValidationInfo) -> Text:
    """A mapping of the site's languages, or a bare string, which is its first language."""
    languages: tuple[str, ...] = (info.context or {}).get("languages", LANGUAGES)
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text({languages[0]: value})
    if not isinstance(value, dict):
        refuse(Mistake("text.shape", languages=", ".join(languages)))
    for language, words in value.items():
        if language not in languages:
            refuse(Mistake("text.language", at=(language,), found=language, languages=", ".join(languages)))
        if not isinstance(words, str):
            refuse(Mistake("value.not-single", at=(language,)))
    if languages[0] not in value:
        refuse(Mistake("text.first-language", language=languages[0]))
    return Text({language: value[language] for language in languages if language in value})


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
Id = Annotated[str, from_text(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
KeptId = Annotated[str, from_text(_kept_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
ProductCode = Annotated[Code, from_text(parse_code), _STRING]
Permanent = Annotated[Identifier, from_text(parse_identifier), _STRING]
Whole = Annotated[int, from_text(whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Positive = Annotated[int, from_text(positive), WithJsonSchema({"type": "integer", "minimum": 1})]
Number = Annotated[Decimal, from_text(decimal), WithJsonSchema({"type": "number"})]
Percent = Annotated[Decimal, from_text(percent), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100})]
Flag = Annotated[bool, from_text(_flag), WithJsonSchema({"type": "boolean"})]
Stars = Annotated[int, from_text(stars), WithJsonSchema({"enum": [3, 4, 5]})]
Month = Annotated[int, from_text(month), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})]
Day = Annotated[date, from_text(parse_day), _STRING]
Dated = Annotated[PartialDate, from_text(parse_partial_date), _DATED]
PastDay = Annotated[Day, DateOfFact()]
PastDated = Annotated[Dated, DateOfFact()]
Phone = Annotated[str, from_text(_phone), _STRING]
Email = Annotated[str, from_text(_matching(r"[^\s@<>\"]+@[^\s@<>\"]+\.[a-zA-Z]{2,}", "value.email")), _STRING]
Https = Annotated[str, from_text(_https), _STRING]
Contact = Annotated[str, from_text(_contact), _STRING]
PackGtin = Annotated[Gtin, from_text(parse_gtin), _STRING]
OcopCode = Annotated[str, from_text(_matching(r"\d{2}-(\d{3}-)?\d{5}-\d{1,5}-20\d\d", "value.ocop-code")), _STRING]
MediaFile = Annotated[str, from_text(_media_file), Reference("media"), _STRING]
Where = Annotated[
    Point, PlainValidator(_point), PointField(), WithJsonSchema({"type": "array", "items": {"type": "number"}})
]
FocusPoint = Annotated[
    tuple[float, float],
    PlainValidator(_focus),
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
SetNumber = Annotated[Positive, Reference("sets")]

SourceIds = Annotated[
    tuple[SourceId, ...],
    Vi("nguồn: mã trong `sources.yaml`"),
    En("sources: ids in `sources.yaml`"),
    Example("[s-seed]"),
]
