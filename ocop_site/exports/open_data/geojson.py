"""Products as points (GeoJSON, RFC 7946): where they are made, as near as may be known."""

from typing import Any

from ocop_site.editions.edition import Edition
from ocop_site.exports.open_data.product_json import Json, known
from ocop_site.exports.open_data.rows import Row


def feature_collection(edition: Edition, rows: list[Row]) -> Json:
    """What has left the catalogue, and what nobody knows the place of, has no point."""
    features = (feature for row in rows if row.status and (feature := _feature(edition, row)))
    return {"type": "FeatureCollection", "features": features}


def _feature(edition: Edition, row: Row) -> Json | None:
    """`precision` tells a door from the middle of a commune, which is where nobody may be looked for."""
    point = row.point or row.centre
    if point is None or row.status is None:
        return None
    properties: dict[str, Any] = known(
        code=row.product.code,
        name=row.product.name,
        precision="address" if row.point else "commune_centre",
        address=edition.site_urls.absolute(edition.site_urls.code(row.product.code)),
        told_on=edition.catalogue.today.isoformat(),
        recalled=row.is_recalled or None,
        standing=row.status.state,
        stars=row.status.stars,
        until=row.status.until,
    )
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    return {"type": "Feature", "id": row.product.code, "geometry": geometry, "properties": properties}
