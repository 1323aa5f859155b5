"""What a link in a text leads to, as far as the address alone tells."""

import re
from typing import Literal
from urllib.parse import unquote

from ocop_site.frozen import frozen

TargetSort = Literal["web", "insecure", "mail", "phone", "record", "local"]


@frozen
class LinkTarget:
    """`sort`: web (https), insecure (http), mail, phone, record (`kind` and `id`), or local: a file or nothing known.

    `href` is the address as a page may write it; empty where only the catalogue knows.
    """

    sort: TargetSort
    href: str = ""
    kind: str = ""
    id: str = ""


_WEB = re.compile(r"(https?)://([^\s/?#@\\<>\"]+\.[^\s/?#@\\<>\"]+|localhost)(?=[/?#]|$)[^\s<>\"\\]*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^\s<>\"@?]+@[^\s<>\"@?]+\.[^\s<>\"@?]+(?:\?[^\s<>\"]*)?)", re.IGNORECASE)
_PHONE = re.compile(r"tel:(\+?[\d().\- ]{3,20})", re.IGNORECASE)
_RECORD = re.compile(r"([a-z][a-z-]*):[ \t]*(.*)", re.DOTALL | re.IGNORECASE)
_ATTEMPT = re.compile(r"\w:|/|\w\.\w|#")


def parse_target(typed: str) -> LinkTarget:
    """The address that was typed between the brackets of a link."""
    if match := _WEB.fullmatch(typed):
        scheme = match[1].lower()
        return LinkTarget("web" if scheme == "https" else "insecure", scheme + typed[len(scheme) :])
    if match := _MAIL.fullmatch(typed):
        return LinkTarget("mail", f"mailto:{match[1]}")
    if match := _PHONE.fullmatch(typed):
        return LinkTarget("phone", "tel:" + re.sub(r"[^\d+]", "", match[1]))
    if match := _RECORD.fullmatch(typed):
        return LinkTarget("record", kind=match[1].lower(), id=match[2])
    return LinkTarget("local", id=unquote(typed))


def is_attempt(typed: str) -> bool:
    """Whether somebody meant an address, rather than words in brackets: `[2](page 5)` is a reference of its own."""
    return bool(_ATTEMPT.search(typed))
