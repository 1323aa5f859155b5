"""A site in Caddy's words: a snippet to be imported into a site's block.

Caddy's matcher of paths takes no notice of case, but its `map` does: what is redirected is looked up in maps.
"""

from collections.abc import Iterator

from ocop_site.exports.hosting.headers import FRESH, AddressRule, Headers
from ocop_site.exports.hosting.server_rules import (
    HIDDEN,
    HOST_FILES,
    LONGEST_NAME,
    METHODS,
    QUALIFIED,
    ZERO_PADDING,
    ServerRules,
    places_of,
)


def caddyfile(ways: ServerRules) -> Iterator[str]:
    yield "# import /srv/ocop-hosting/Caddyfile"
    yield f"# {ways.host} {{ root * /srv/ocop; import ocop }}, each on a line of its own"
    yield f"# {places_of(ways.base)}"
    yield "(ocop) {"
    yield from (f"\t{line}" for line in _site(ways))
    yield "}"


def _site(ways: ServerRules) -> Iterator[str]:
    yield from _headers("", ways.everywhere)
    yield from _fresh(ways)
    for path, headers in ways.special.items():
        if ways.is_link_sets(path):
            yield f"@linksets path_regexp ^{ways.pattern}/01/[0-9]{{14}}/linkset\\.json$"
            yield from _headers("@linksets ", headers)
        else:
            yield from _headers(f"{path} ", headers)
    yield from _redirects("moved", ways.moved, 301)
    yield from _redirects("code", ways.codes, 302)
    yield from _barcodes(ways)
    yield f"@foreign not method {' '.join(METHODS)}"
    yield "error @foreign 405"
    yield f"@long path_regexp (\\x00|[^/]{{{LONGEST_NAME + 1}}}|^.{{1000}})"
    yield "error @long 404"
    for number, old in enumerate(ways.former):
        yield f"@former{number} path_regexp former{number} {old.pattern}"
        yield f"redir @former{number} {ways.base}/{{re.former{number}.1}} 301"
    yield "file_server {"
    yield f"\thide {' '.join((*HOST_FILES, *HIDDEN))}"
    yield "}"
    yield from _errors(ways)


def _errors(ways: ServerRules) -> Iterator[str]:
    """No error is kept for ever, nor taken for the file that was asked for."""
    yield "handle_errors {"
    yield "\t@missing expression {http.error.status_code} == 404"
    yield "\t@refused expression {http.error.status_code} != 404"
    yield from (f"\t{line}" for line in _headers("", FRESH))
    yield '\theader @missing Content-Type "text/html; charset=utf-8"'
    yield f"\trewrite @missing {ways.base}/404.html"
    yield "\tfile_server @missing"
    yield '\trespond @refused "{http.error.status_code} {http.error.status_text}"'
    yield "}"


def _fresh(ways: ServerRules) -> Iterator[str]:
    """Of two headers for one address Caddy keeps the more general, so each address has but one."""
    kept = [path for path, headers in ways.special.items() if "Cache-Control" in headers]
    yield f"@fresh not path {' '.join(kept)}"
    yield from _headers("@fresh ", FRESH)


def _headers(matcher: str, headers: Headers) -> Iterator[str]:
    return (f'header {matcher}{name} "{value}"' for name, value in headers.items())


def _redirects(name: str, ways: tuple[AddressRule, ...], status: int) -> Iterator[str]:
    if ways:
        yield f"map {{path}} {{{name}_to}} {{"
        yield from (f"\t{old} {new}" for old, new in ways)
        yield '\tdefault ""'
        yield "}"
        yield f'@{name} expression `{{{name}_to}} != ""`'
        yield f"redir @{name} {{{name}_to}} {status}"


def _barcodes(ways: ServerRules) -> Iterator[str]:
    """Those of fewer than fourteen digits, and those that tell more than the product."""
    for length, noughts in ZERO_PADDING.items():
        yield f"@gtin{length} path_regexp gtin{length} ^{ways.pattern}/01/([0-9]{{{length}}})/?$"
        yield f"redir @gtin{length} {ways.base}/01/{noughts}{{re.gtin{length}.1}}/ 302"
    yield f"@lot path_regexp lot ^{ways.pattern}/01/([0-9]{{14}})/{QUALIFIED}/"
    yield f"redir @lot {ways.base}/01/{{re.lot.1}}/ 302"
