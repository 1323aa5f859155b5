"""A site in nginx's words, to be included in a `server` block.

A header in a `location` replaces all those above it, so each location says all of its own.
"""

from collections.abc import Iterator

from ocop_site.exports.hosting.headers import FOR_EVER, AddressRule, Headers
from ocop_site.exports.hosting.server_rules import HOST_FILES, METHODS, QUALIFIED, ZERO_PADDING, ServerRules, places_of


def nginx_conf(ways: ServerRules) -> Iterator[str]:
    yield f"# server {{ server_name {ways.host}; root /srv/ocop; include /srv/ocop-hosting/nginx.conf; }}"
    yield f"# {places_of(ways.base)}"
    yield f"error_page 403 404 =404 {ways.base}/404.html;"
    yield "absolute_redirect off;"
    yield from _headers(ways.headers(f"{ways.base}/"))
    yield f"if ($request_method !~ ^({'|'.join(METHODS)})$) {{ return 405; }}"
    yield f'location ~ "/({"|".join(HOST_FILES)})$" {{ return 404; }}'
    yield 'location ~ "/\\.(?!well-known/)" { return 404; }'
    for path in ways.special:
        yield f"location {_matcher(ways, path)} {{"
        yield from (f"    {line}" for line in _rule(ways.headers(path)))
        yield "}"
    yield from (_redirect(way, 301) for way in ways.moved)
    yield from (_redirect(way, 302) for way in ways.codes)
    yield from _barcodes(ways)
    for old in ways.former:
        yield f'location ~ "{old.pattern}" {{ return 301 {ways.base}/$1; }}'


def _matcher(ways: ServerRules, path: str) -> str:
    if ways.is_link_sets(path):
        return f'~ "^{ways.pattern}/01/[0-9]{{14}}/linkset\\.json$"'
    return path[:-1] if path.endswith("*") else f"= {path}"


def _rule(headers: Headers) -> Iterator[str]:
    """A file's type is no header to nginx, but what it takes the file for."""
    kind, _, charset = headers.get("Content-Type", "").partition("; charset=")
    if kind:
        yield f"types {{ }} default_type {kind};"
    if charset:
        yield f"charset {charset}; charset_types {kind};"
    yield from _headers({name: value for name, value in headers.items() if name != "Content-Type"})


def _headers(headers: Headers) -> Iterator[str]:
    """With errors too; but no error is kept for ever, lest a file that comes late never be seen."""
    for name, value in headers.items():
        yield f'add_header {name} "{value}"{"" if value in FOR_EVER.values() else " always"};'


def _redirect(way: AddressRule, status: int) -> str:
    old, new = way
    return f"location = {old} {{ return {status} {new}; }}"


def _barcodes(ways: ServerRules) -> Iterator[str]:
    """Those of fewer than fourteen digits, and those that tell more than the product."""
    for length, noughts in ZERO_PADDING.items():
        matcher = f'~ "^{ways.pattern}/01/([0-9]{{{length}}})/?$"'
        yield f"location {matcher} {{ return 302 {ways.base}/01/{noughts}$1/; }}"
    yield f'location ~ "^{ways.pattern}/01/([0-9]{{14}})/{QUALIFIED}/" {{ return 302 {ways.base}/01/$1/; }}'
