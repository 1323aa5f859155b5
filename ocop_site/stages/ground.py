"""What every page is made of: the program and its packages, the theme, what all pages share, the whole site's records.

Where the theme's assets stand is none of it: a page that names one as it stood can be told so (`moved_assets`).

What belongs to single pages, such as a product's record, is none of it: pages note that for themselves.
"""

from collections.abc import Iterator
from typing import Any

from ocop_site.content.shape import Records
from ocop_site.dependencies import digest
from ocop_site.program import program
from ocop_site.records.kinds import KINDS
from ocop_site.stages.illustrate import Illustrated
from ocop_site.stages.worker import BuildContext


def ground_of(illustrated: Illustrated, context: BuildContext) -> str:
    """One text for all of it, that is another where any of it is."""
    catalogue, theme = illustrated.catalogue, context.theme
    return digest([
        program(),
        (theme.options, theme.words, theme.templates, sorted(theme.asset_paths), theme.office_words, theme.fallbacks),
        context.chromes,
        (catalogue.today, catalogue.site, catalogue.outlines.digest),
        list(_of_the_whole(illustrated.records)),
        [(request, result.rendition_set) for request, result in illustrated.renditions.results.items()],
        illustrated.attachments.found,
    ])  # fmt: skip


def _of_the_whole(records: Records) -> Iterator[Any]:
    """What files say that are no record of a folder's kind."""
    for kind, found in sorted(records.by_kind.items()):
        if kind not in KINDS or KINDS[kind].form == "file":
            yield from ((kind, each, shaped.entry.lines) for each, shaped in found.items())
