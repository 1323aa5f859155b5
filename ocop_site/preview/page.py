"""What the preview does to a page on its way to the browser, and how it tells what is wrong."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from html import escape

from ocop_site.messages import preview_messages
from ocop_site.problems import Problem, as_text

SCRIPT, STYLE, PROBLEMS = "preview.js", "preview.css", "preview/problems"
"""Files that the preview adds to a site; no page of one stands at such a path."""

_POLICY = re.compile(rb"<meta\b[^>]*\bcontent-security-policy\b[^>]*>", re.IGNORECASE)
_SOCKETS = re.compile(rb"\bconnect-src\b", re.IGNORECASE)
_DIRECTIVES = re.compile(rb"\bcontent=[\"']?", re.IGNORECASE)
_END = re.compile(rb"</(?:head|body)\s*>", re.IGNORECASE)


class Situation(StrEnum):
    """What stands behind the problems: no site; the last good page; a page of now, of a site that is not whole."""

    NO_SITE = "no-site"
    LAST_GOOD = "last-good"
    NOT_WHOLE = "not-whole"


def live(body: bytes, host: str, version: str, overlay: bytes = b"") -> bytes:
    """The page with the script that renews it, a file of the same site as its policy wants, and leave to be told.

    `overlay` stands before it. Only some browsers take `'self'` for the site's web sockets too.
    """
    script = overlay + f'<script src="/livereload.js?snipver={version}" defer></script>'.encode()
    opened = _POLICY.sub(lambda policy: _opened(policy[0], f"ws://{host}".encode()), body)
    end = _END.search(opened)
    at = end.start() if end else len(opened)
    return opened[:at] + script + opened[at:]


def overlay(language: str, is_draft: bool) -> bytes:
    """The script that shows what is wrong over a page, and marks a draft."""
    draft = f' data-draft="{escape(preview_messages(language)("draft"))}"' if is_draft else ""
    return f'<script src="/{SCRIPT}" lang="{language}"{draft} defer></script>'.encode()


def problems_page(problems: Sequence[Problem], language: str, situation: Situation) -> bytes:
    """What is wrong: the errors, or warnings where they alone are what keeps a site back."""
    words = preview_messages(language)
    shown = [problem for problem in problems if problem.is_error] or list(problems)
    title, hint = _told(situation, len(shown), language)
    values = {
        "language": language,
        "policy": _POLICY_OF_PROBLEMS,
        "title": escape(title),
        "hint": escape(hint),
        "less": escape(words("less")),
        "more": escape(words("more", count=len(shown))),
        "items": "\n".join(_items(shown, language)),
        "others": _others(len(problems) - len(shown), language),
    }
    return _PAGE.format_map(values).encode()


def guests_page(language: str) -> bytes:
    """While there is no site: what is wrong is told on the machine where it can be mended, and nowhere else."""
    words = preview_messages(language)
    values = {"language": language, "policy": _POLICY_OF_PROBLEMS, "title": escape(words("title.no-site"))}
    return _GUESTS_PAGE.format_map({**values, "hint": escape(words("hint.guests"))}).encode()


def _told(situation: Situation, count: int, language: str) -> tuple[str, str]:
    """The title and what to do."""
    words = preview_messages(language)
    match situation:
        case Situation.NO_SITE:
            return words("title.no-site"), words("hint.no-site")
        case Situation.LAST_GOOD:
            return words("title.last-good", count=count), words("hint.last-good")
        case Situation.NOT_WHOLE:
            return words("title.not-whole", count=count), words("hint.not-whole")


def _items(problems: Iterable[Problem], language: str) -> Iterator[str]:
    for problem in problems:
        _, *excerpt = (escape(line.removeprefix("    ")) for line in as_text(problem, language).split("\n"))
        shown = f"\n<pre tabindex=0>{excerpt[0]}\n<b>{excerpt[1]}</b></pre>" if excerpt else ""
        place = escape(str(problem.location))
        yield f"<li><p><code>{place}</code></p>\n<p>{escape(problem.message(language))}</p>{shown}</li>"


def _others(count: int, language: str) -> str:
    return f"<p>{escape(preview_messages(language)('others', count=count))}</p>" if count else ""


def _opened(policy: bytes, socket: bytes) -> bytes:
    """A directive that is missing would fall back on `default-src`."""
    if _SOCKETS.search(policy):
        return _SOCKETS.sub(lambda name: name[0] + b" " + socket, policy, count=1)
    site = socket.replace(b"ws:", b"http:", 1)
    return _DIRECTIVES.sub(lambda start: start[0] + b"connect-src " + site + b" " + socket + b"; ", policy, count=1)


_POLICY_OF_PROBLEMS = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"

_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="/preview.css">
</head>
"""

_PAGE = f"""{_HEAD}<body>
<main class="problems" lang="{{language}}">
<header>
<h1>{{title}}</h1>
<button type="button" data-less="{{less}}" data-more="{{more}}" hidden>{{less}}</button>
</header>
<div>
<p>{{hint}}</p>
<ol>
{{items}}
</ol>
{{others}}
</div>
</main>
</body>
</html>
"""

_GUESTS_PAGE = f"""{_HEAD}<body>
<main class="problems">
<header>
<h1>{{title}}</h1>
</header>
<div>
<p>{{hint}}</p>
</div>
</main>
</body>
</html>
"""
