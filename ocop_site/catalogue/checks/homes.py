"""What a household has not agreed to show, looked for in every word of the whole catalogue.

A household's address is a home and its telephone a person's (Law 91/2025/QH15 on personal data). What its own record
keeps back must not stand in a text, a link, a name or a place of any other record instead.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.writings import Index, digit_runs, readings
from ocop_site.content.entry import Value
from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.fields import LineField, PointField, TextField
from ocop_site.text.phrases import Phrases, plain_text
from ocop_site.text.vietnamese import fold

FAMILY_NAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Trương", "Đinh", "Lương", "Trịnh",
)  # fmt: skip
RARER_NAMES = (
    "Mai", "Đoàn", "Đào", "Cao", "Lâm", "Tô", "Tạ", "Hà", "Thái", "Châu", "Quách", "Phùng", "Vương", "Từ", "Kiều",
    "Lưu", "Triệu", "Đàm", "La", "Nghiêm", "Thạch", "Sơn", "Kim", "Danh",
)  # fmt: skip
"""Family names that are words of brands too, so that a middle name has to follow."""

_OWN = {"addresses", "phone", "email", "zalo", "consent", "kind", "sources"}
"""Fields of a household's own record that keep its secrets, or cannot hold any."""

_TELEPHONE = re.compile(r"\d{0,2}(?:0|84)(?:[35789]\d{8,9}|2\d{9})")
"""With the number of a name before it: `em Bảy 0987 654 321`."""

_MAILED = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\b(?:gmail|hotmail|yahoo)\b", re.IGNORECASE)
_POINT = re.compile(r"\b(?:8|9|1\d|2[0-3])[.,]\d{3,}\W{1,3}(?:lng=|lon=)?10\d[.,]\d{3,}|!3d\d+\.\d{3,}")
_CALLED_AFTER = re.compile(
    r"(?i:\b(?:mang tên|đường|trường|cầu|chợ|phố|tượng|đền|xã)\s+(?:ông|bà|anh hùng|liệt sĩ)?\s*)"
    r"(?:[A-ZĐÀ-Ỹ]\w*\s*){2,4}"
)
"""Streets and schools bear the names of people of history."""

_BRAND = re.compile(r"(?<= )[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)+$")

_DOOR = re.compile(
    r"\bnhà\s+\d+/\d+|\b(?:số nhà|nhà số|số)\s+\d+\w*\W+(?:\w+\W+){0,3}?(?:ấp|tổ|hẻm|đường|khóm|khu phố)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?:{'|'.join((*FAMILY_NAMES, *RARER_NAMES))})\s+(?:Văn|Thị)\s+\w+"
    rf"|(?i:\b(?:ông|bà|anh|chị|cô|chú))\s+(?:{'|'.join(FAMILY_NAMES)})\s+\w+"
    rf"|\b(?:Mr|Mrs|Ms|Miss)\.?\s+[A-Z]\w+\s+[A-Z]\w+"
)
_NUMBER_OF_A_PERSON = re.compile(r"(?i:mã số thuế|mst|cccd|cmnd|căn cước)\W{0,3}\d{9,13}")

_IN_NUMBERS = (*FAMILY_NAMES, *(name for name in RARER_NAMES if len(name) > 2))
_SQUEEZED = re.compile(rf"(?:{'|'.join(map(fold, _IN_NUMBERS))})(?:van|thi)[a-z]{{2,}}")
_NAMED = re.compile(rf"(?:{'|'.join(FAMILY_NAMES)})(?: \w+){{1,4}}", re.IGNORECASE)


class Homes:
    """The secrets of all households, and whose they are."""

    def __init__(self, catalogue: Catalogue) -> None:
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
        """A person in a text of another record that speaks of a household: by its name, or as a stop of a trail."""
        body = [((), shaped.entry.body)] if shaped.entry.body else []
        for path, text in (*_texts(shaped), *body):
            is_stop = path[:1] == ("stops",) and shaped.record.stops[path[1]].producer in self._private
            if (is_stop or any(self._names.found_in(plain_text(text)))) and _names_a_person(text):
                yield shaped.problem("care.person", path, severity=Severity.WARNING)


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
            for number in filter(None, (producer.phone, producer.zalo)):
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
        plain = plain_text(text or "")
        is_squeezed = _SQUEEZED.search("".join(word.bare for word in plain.words))
        is_named = path[0] == "certificates" and (_NAMED.fullmatch(plain.line) or _PERSON.search(plain.line))
        if is_squeezed or is_named:
            yield shaped.problem("care.person", path)


def _strangers(shaped: Shaped[Any]) -> Iterator[Problem]:
    """What would be a secret had the household's record kept it: a telephone, a door, a person, in its own texts."""
    for path, text in _texts(shaped):
        runs = (digits for plain in readings(text) for digits in digit_runs(plain))
        is_reached = any(_TELEPHONE.fullmatch(digits) for digits in runs)
        if is_reached or any(pattern.search(unquote(text)) for pattern in (_DOOR, _MAILED, _POINT)):
            yield shaped.problem("care.household", path)
        elif _names_a_person(text):
            yield shaped.problem("care.person", path)


def _names_a_person(text: str) -> bool:
    line = readings(text)[0].line
    return bool(_PERSON.search(_CALLED_AFTER.sub("", line)) or _NUMBER_OF_A_PERSON.search(line))


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
