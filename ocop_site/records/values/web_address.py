"""The address of a whole site: what is printed in every code, so that it has one form, and every camera knows it."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from ocop_site.problems import Mistake
from ocop_site.text.vietnamese import slug

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_STEP = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*"
_ADDRESS = re.compile(rf"https?://{_HOST}(?::[1-9][0-9]{{0,4}})?/(?:{_STEP}/)*")
"""RFC 3986 without what no printed address needs: users, queries, fragments, dots as steps, characters as numbers."""

_LONGEST_HOST, _HIGHEST_PORT = 253, 65535
_USUAL_PORTS = {"http": ":80", "https": ":443"}
_PAGE = re.compile(r"(?:index|default|home)\.(?:html?|php|aspx?)", re.IGNORECASE)

_RESERVED = (
    *("example", "test", "invalid", "localhost", "local", "internal"),
    *("example.org", "example.com", "example.net"),
)
"""Names that lead nowhere in the world (RFC 2606, RFC 6761, RFC 6762, ICANN's .internal)."""


def parse_site_url(value: str) -> str:
    """An absolute address with a slash at its end; it may have a path. A `Mistake` proposes the right form, if any."""
    address = value if value.endswith("/") else f"{value}/"
    if _is_right(address):
        return address
    right = _proposal(value)
    if right:
        raise Mistake("site.url-near", value=value, right=right)
    raise Mistake("site.url", value=value)


def leads_nowhere(url: str) -> bool:
    """Whether nobody outside can open it: a name for examples and trials, a name without a dot, an address at home."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or any(host == name or host.endswith(f".{name}") for name in _RESERVED)


def _is_right(address: str) -> bool:
    if not _ADDRESS.fullmatch(address):
        return False
    parts = urlsplit(address)
    port = re.search(r":([0-9]+)$", parts.netloc)
    return (
        len(parts.hostname or "") <= _LONGEST_HOST
        and (port is None or int(port[1]) <= _HIGHEST_PORT)
        and not parts.netloc.endswith(_USUAL_PORTS[parts.scheme])
        and not any(_PAGE.fullmatch(step) for step in parts.path.split("/"))
    )


def _proposal(value: str) -> str | None:
    """What was probably meant: small letters, a foreign name as machines write it, the folder and not a page of it."""
    try:
        parts = urlsplit(_with_scheme("".join(value.split())))
        host, port = _host_and_port(parts)
    except ValueError:  # such as a bracket that is not closed, a name with an empty part
        return None
    steps = [step for step in parts.path.split("/") if step and not _PAGE.fullmatch(step)]
    if not host or {".", ".."} & set(steps):
        return None
    path = "".join(f"{step if re.fullmatch(_STEP, step) else slug(step)}/" for step in steps)
    right = f"{parts.scheme}://{host}{port}/{path}"
    return right if _is_right(right) else None


def _with_scheme(value: str) -> str:
    if re.match(r"https?://", value, re.IGNORECASE):
        return value
    return value if "://" in value or not re.match(r"[^/:@]+\.[^/:@]+(/|$)", value) else f"https://{value}"


def _host_and_port(parts: SplitResult) -> tuple[str, str]:
    """Whom somebody gives before an @ is none of an address's that is printed. ValueError for a name that is none."""
    host = (parts.hostname or "").encode("idna").decode()
    port = f":{parts.port}" if parts.port else ""
    return host, "" if port == _USUAL_PORTS.get(parts.scheme) else port
