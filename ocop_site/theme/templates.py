"""A theme's templates: what is wrong in their writing is told at its line, before a page is rendered.

A browser refuses by the policy of every page what stands here inline, and says so to nobody: so it is told here.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from jinja2 import TemplateSyntaxError

from ocop_site.problems import Problem, nearest
from ocop_site.theme.files import ThemeFile, ThemeFiles
from ocop_site.theme.jinja.environment import Asked, Codes, Said, read_template
from ocop_site.theme.kit import PREFIX, kit_templates
from ocop_site.theme.theme import ThemeError

_INLINE = re.compile(
    r"""(?:^|(?<=[\s"'/}]))(?P<attribute>style|on[a-z]{3,})(?:=|\s*=\s*["'])(?!=)|<(?P<element>style)\b"""
    r"""|<(?P<script>script)(?![^>]*\b(?:src|type)\s*=)[^>]*>""",
    re.IGNORECASE,
)
"""Ways to style or run something without a file; data in a script has a type of its own."""

_ADDRESS = re.compile(
    r"""(?<=[\s"'])(?P<name>src|srcset|poster|data|href|action)\s*=\s*(["'])(?P<address>[^"'<>]+)(?:\2|\Z)""",
    re.IGNORECASE,
)
"""An address that is written out, or begins so."""

_LINKS = re.compile(r"#|(?:https|mailto|tel|sms|geo):")
"""What may be written out: a part of the page, and what a visitor is led to."""

_LOADS = {"src", "srcset", "poster", "data"}


def templates_of(files: ThemeFiles) -> Mapping[str, str]:
    """Every template by its name, the kit's too."""
    return {**kit_templates(), **{name: file.text for name, file in _own(files).items()}}


def compiled(templates: Mapping[str, str]) -> Codes:
    """The codes of those that can be compiled."""
    codes = {(name, source): read_template(source, name).code for name, source in templates.items()}
    return {key: code for key, code in codes.items() if code is not None}


def template_faults(files: ThemeFiles, assets: Collection[str]) -> Iterator[Problem]:
    """What is wrong with the templates among the files; `assets` are the names by which `asset` finds something."""
    own = _own(files)
    for name, file in own.items():
        if name.startswith(PREFIX):
            yield file.problem("theme.kit", folder=PREFIX)
        else:
            yield from _faults(name, file, {*kit_templates(), *own}, assets)


def _own(files: ThemeFiles) -> ThemeFiles:
    return {name: files[name] for name in sorted(files) if name.endswith(".html")}


def _faults(name: str, file: ThemeFile, others: Collection[str], assets: Collection[str]) -> Iterator[Problem]:
    try:
        read = read_template(file.text, name)
    except ThemeError as error:
        yield from error.problems
    except TemplateSyntaxError as error:
        yield file.problem("theme.template", error.lineno, 1, reason=error.message or "")
    except RecursionError:
        yield file.problem("theme.template-deep")
    else:
        yield from (_refused(file, asked, others, assets) for asked in read.asked if not _has(asked, others, assets))
        for said in read.said:
            yield from _inline(file, said)


def _has(asked: Asked, others: Collection[str], assets: Collection[str]) -> bool:
    known = {"template": others, "asset": assets}.get(asked.kind, ())
    return asked.word in known


def _refused(file: ThemeFile, asked: Asked, others: Collection[str], assets: Collection[str]) -> Problem:
    if asked.kind == "word":
        return file.problem("theme.template-closed", asked.line, 1, word=asked.word)
    if asked.kind == "asset":
        near = nearest(asked.word, assets) or "–"
        return file.problem("theme.asset-near", asked.line, 1, name=asked.word, near=near)
    near = nearest(asked.word, others) or "–"
    return file.problem("theme.template-unknown", asked.line, 1, name=asked.word, near=near)


def _inline(file: ThemeFile, said: Said) -> Iterator[Problem]:
    for match in _INLINE.finditer(said.text):
        found = match["attribute"] or match["script"] or match["element"]
        yield file.problem("theme.inline", said.line_at(match.start()), 1, found=found)
    for match in _ADDRESS.finditer(said.text):
        if not _is_link(match["name"].lower(), match["address"]):
            yield file.problem("theme.address", said.line_at(match.start()), 1, address=match["address"])


def _is_link(name: str, address: str) -> bool:
    return address.startswith("#") if name in _LOADS else bool(_LINKS.match(address))
