"""What every page is made of: the program and its packages, the theme, what all pages share, the whole site's records.

Where the theme's assets stand is none of it: a page that names one as it stood can be told so (`moved_assets`).

What belongs to single pages, such as a product's record, is none of it: pages note that for themselves.
"""

from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.succession import ground_of as catalogue_ground
from ocop_site.dependencies import digest
from ocop_site.pictures.renditions import Renditions
from ocop_site.program import program
from ocop_site.stages.illustrate import Illustrated
from ocop_site.stages.worker import BuildContext


def ground_of(illustrated: Illustrated, context: BuildContext) -> str:
    """One text for all of it, that is another where any of it is."""
    catalogue, theme = illustrated.catalogue, context.theme
    return digest([
        program(),
        (theme.options, theme.words, theme.templates, sorted(theme.asset_paths), theme.office_words, theme.fallbacks),
        sorted(theme.own_styles.items()),
        context.chromes,
        catalogue.site,
        catalogue_ground(catalogue),
        list(_pictures(illustrated.renditions)),
        illustrated.attachments.found,
    ])  # fmt: skip


def _pictures(renditions: Renditions) -> Iterator[Any]:
    """What became of each; the uses in an order, since a set has another one in every process."""
    for request, result in renditions.results.items():
        yield request.file, request.focus, sorted(request.uses), result.rendition_set
