"""How somebody is reached: telephones, mail boxes, addresses on the web. Nothing that was typed is left out of them."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from ocop_site.problems import Mistake
from ocop_site.text.signs import ascii_signs
from ocop_site.text.vietnamese import fold

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

COUNTRY = "VN"
"""Where a telephone number without a country's belongs."""

VIETNAM = 84

LONGEST = 254
"""Letters of a mail address (RFC 5321); in what is longer, nothing that was meant is looked for."""

_NUMBER = re.compile(r"\(?\+?[\d ().\-–/]+")
_EXTENSION = re.compile(r"(?:ext\.?|máy lẻ|số lẻ|lẻ|nhánh|nội bộ|line|x|#)\D{0,3}\d{1,5}\)?$", re.IGNORECASE)
_SERVICE = re.compile(r"1[89]00\d{4,6}")
"""Numbers of services: dialled as they are, and from within the country alone."""

_ZALO = re.compile(r"(?:https?://)?zalo\.me/(?=[\d+])", re.IGNORECASE)
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")
_AT = re.compile(r"\s*(?:[(\[]\s*(?:at|a còng|@)\s*[)\]]|\sa còng\s|\sat\s|@)\s*", re.IGNORECASE)
_BEFORE_MAIL = re.compile(r"(?:^|[<(:]\s*)$")
_BOXES = re.compile(r"@(gmail|yahoo|hotmail|outlook|icloud)$", re.IGNORECASE)
_SCHEME = re.compile(r"(?:h+t{1,3}p{1,2}s{0,2}\s*(?::\s*/*|/+)\s*)+", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?")
_WHOLE = re.compile(r"(?:https?://|www\.)[^\s<>\"”’)\],;]+", re.IGNORECASE)
_KEPT = "/?#@!$&'()*+,;=:%-._~"
"""What stays as it is in the path of an address (RFC 3986)."""


def parse_phone(value: str) -> str:
    """A number as international text (E.164), or as it is dialled where it is a service's: 1900 1234 has no other."""
    return _parse_number(value, "phone.several")


def parse_zalo(value: str) -> str:
    """A number that has an account on Zalo; its address there is read too."""
    number = _parse_number(_ZALO.sub("", value.strip()), "phone.one")
    if not number.startswith("+"):
        raise Mistake("phone.service", value=value)
    return number


def parse_email(value: str) -> str:
    box = re.sub(r"^mailto:\s*", "", ascii_signs(value), flags=re.IGNORECASE)
    if len(box) > LONGEST:
        raise Mistake("value.email", value=value)
    if _MAIL.fullmatch(box):
        return box
    raise _mail_mistake(value, box)


def is_https(value: str) -> bool:
    """Whether it is an address that a page may link to."""
    if not re.fullmatch(r"https://[^\s<>\"/\[\]]+\.[^\s<>\"]+", value):
        return False
    try:
        parts = urlsplit(value)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # such as a port beyond 65535
        return False


def parse_https(value: str) -> str:
    """An address with the small letters that its beginning means, and nothing that a program may read otherwise."""
    address = re.sub(r"^https://[^/?#]*", lambda begins: begins[0].lower(), value.strip(), flags=re.IGNORECASE)
    if address.isascii() and is_https(address):
        return address
    raise _address_mistake(value.strip())


def parse_contact(value: str) -> str:
    """Where mistakes are reported: a page or a mail address."""
    text = value.strip()
    if re.match("mailto:", text, re.IGNORECASE):
        return f"mailto:{parse_email(text)}"
    if len(text) <= LONGEST and _MAIL.fullmatch(ascii_signs(text)):
        raise Mistake("mail.scheme", value=value, proposal=f"mailto:{ascii_signs(text)}")
    try:
        return parse_https(text)
    except Mistake as mistake:
        raise Mistake("value.contact", value=value) if mistake.code == "value.https" else mistake from None


def parse_address(value: str) -> str:
    """Where a source is: a place, or an address, which is linked where it is https."""
    text = value.strip()
    return parse_https(text) if re.match("https:", text, re.IGNORECASE) else text


def _parse_number(value: str, several: str) -> str:
    text = re.sub(r"^tel:\s*", "", ascii_signs(value), flags=re.IGNORECASE)
    if len(text) > LONGEST:
        raise Mistake("value.phone", value=value)
    if _NUMBER.fullmatch(text) and (number := _whole_number(text)):
        return _dialled(number)
    raise _phone_mistake(value, text, several)


def _whole_number(text: str) -> "PhoneNumber | None":
    """A number that can exist, in which every digit that was typed is."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    typed, national = re.sub(r"\D", "", text), str(number.national_number)
    is_whole = number.extension is None and typed.endswith(national)
    return number if is_whole and phonenumbers.is_valid_number(number) else None


def _dialled(number: "PhoneNumber") -> str:
    import phonenumbers

    national = str(number.national_number)
    if number.country_code == VIETNAM and _SERVICE.fullmatch(national):
        return national
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _phone_mistake(value: str, text: str, several: str) -> Mistake:
    import phonenumbers

    found = [_shown(match.number) for match in phonenumbers.PhoneNumberMatcher(text, COUNTRY)]
    typed = re.sub("[Oo]", "0", re.sub("[lI]", "1", text))
    if not found and _NUMBER.fullmatch(typed) and (meant := _whole_number(typed)):
        found = [_shown(meant)]
    if len(found) > 1:
        return Mistake(several, value=value, proposal=", ".join(dict.fromkeys(found)))
    if not found:
        return Mistake("value.phone", value=value)
    if _EXTENSION.search(text):
        return Mistake("phone.extension", value=value, proposal=found[0])
    return Mistake("phone.signs", value=value, proposal=found[0])


def _shown(number: "PhoneNumber") -> str:
    """As people of the country write it, without an extension."""
    import phonenumbers

    alone = phonenumbers.PhoneNumber(country_code=number.country_code, national_number=number.national_number)
    styles = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(
        alone, styles.NATIONAL if number.country_code == VIETNAM else styles.INTERNATIONAL
    )


def _mail_mistake(value: str, box: str) -> Mistake:
    found = list(dict.fromkeys(_MAIL.findall(box)))
    if len(found) > 1:
        return Mistake("mail.several", value=value, proposal=found[0])
    meant = _AT.sub("@", box).replace(",", ".").strip(" .;<>")
    if "@" in meant:
        meant = _BOXES.sub(r"@\1.com", fold(meant))
        found = found or _MAIL.findall(meant)
    if found and _BEFORE_MAIL.search(meant.partition(fold(found[0]))[0]):
        return Mistake("mail.near", value=value, proposal=found[0])
    return Mistake("value.email", value=value)


def _address_mistake(value: str) -> Mistake:
    if len(value) > 4 * LONGEST:
        return Mistake("value.https", value=value)
    found = list(dict.fromkeys(_WHOLE.findall(value)))
    if len(found) > 1:
        return Mistake("url.several", value=value, proposal=found[0])
    if not (meant := _as_https(value)) and found and re.search(r"[\s(<\[:\"“]", value.partition(found[0])[0][-1:]):
        meant = _as_https(found[0])
    if not meant:
        return Mistake("value.https", value=value)
    if len(_without_scheme(value).split()) > 1 and not (found and not value.startswith(found[0])):
        return Mistake("url.blank", value=value, proposal=meant)
    if re.match("https://", value, re.IGNORECASE) and not value.isascii():
        return Mistake("url.letters", value=value, proposal=meant)
    return Mistake("url.near", value=value, proposal=meant)


def _as_https(value: str) -> str | None:
    """The address that was probably meant."""
    host, rest = re.match(r"([^/?#]*)(.*)", _without_scheme(value), re.DOTALL).groups()  # type: ignore[union-attr]
    host = "".join(host.lower().split())
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    address = f"https://{host}{quote(rest, safe=_KEPT)}"
    return address if _HOST.fullmatch(host) and is_https(address) else None


def _without_scheme(value: str) -> str:
    bare = value.strip().strip("<>\"'“”‘’").lstrip("/")
    match = _SCHEME.match(bare)
    return bare[match.end() :] if match else bare
