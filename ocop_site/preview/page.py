"""What the preview does to a page on its way to the browser, and the page it shows while there is no site."""

import re
from collections.abc import Iterable
from html import escape

from ocop_site.messages import preview_messages
from ocop_site.problems import Problem, as_text

_POLICY = re.compile(rb"<meta\b[^>]*\bcontent-security-policy\b[^>]*>", re.IGNORECASE)
_SOCKETS = re.compile(rb"\bconnect-src\b", re.IGNORECASE)
_DIRECTIVES = re.compile(rb"\bcontent=[\"']?", re.IGNORECASE)
_END = re.compile(rb"</(?:head|body)\s*>", re.IGNORECASE)


def live(body: bytes, host: str, version: str) -> bytes:
    """The page with the script that renews it, a file of the same site as its policy wants, and leave to be told.

    Only some browsers take `'self'` for the site's web sockets too.
    """
    script = f'<script src="/livereload.js?snipver={version}" defer></script>'.encode()
    opened = _POLICY.sub(lambda policy: _opened(policy[0], f"ws://{host}".encode()), body)
    end = _END.search(opened)
    at = end.start() if end else len(opened)
    return opened[:at] + script + opened[at:]


def problems_page(problems: Iterable[Problem], language: str) -> bytes:
    words = preview_messages(language)
    items = "\n".join(f"<li><pre>{escape(as_text(problem, language))}</pre>" for problem in problems)
    title, hint = escape(words("title")), escape(words("hint"))
    return _PAGE.format(language=language, title=title, hint=hint, items=items).encode()


def _opened(policy: bytes, socket: bytes) -> bytes:
    """A directive that is missing would fall back on `default-src`."""
    if _SOCKETS.search(policy):
        return _SOCKETS.sub(lambda name: name[0] + b" " + socket, policy, count=1)
    site = socket.replace(b"ws:", b"http:", 1)
    return _DIRECTIVES.sub(lambda start: start[0] + b"connect-src " + site + b" " + socket + b"; ", policy, count=1)


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{hint}</p>
<ul>
{items}
</ul>
</body>
</html>
"""
