"""A theme as the preview publishes it: pages ask for each asset by its own name, so that its bytes change no page."""

from dataclasses import replace

from ocop_site.document import Document
from ocop_site.theme.theme import Theme


def with_own_names(theme: Theme) -> Theme:
    """The theme with `assets/site.css` beside `assets/site.3f2a….css`, by which style sheets name what they show.

    No style stands in a page, for the same reason.
    """
    own = {path: f"assets/{name}" for name, path in theme.asset_paths.items()}
    twins = tuple(Document(own[asset.path], asset.body) for asset in theme.assets)
    paths = {name: own[path] for name, path in theme.asset_paths.items()}
    return replace(theme.with_styles_apart(), assets=(*theme.assets, *twins), asset_paths=paths)


def changed_assets(before: Theme, now: Theme) -> frozenset[str]:
    """The assets that became others, by the path at which pages ask for them."""
    old, own = {asset.path: asset.body for asset in before.assets}, frozenset(now.asset_paths.values())
    return frozenset(asset.path for asset in now.assets if asset.path in own and old.get(asset.path) != asset.body)
