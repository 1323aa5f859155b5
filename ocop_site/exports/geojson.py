"""Products as points (GeoJSON, RFC 7946): where they are made, as near as may be known."""

from typing import Any

from ocop_site.exports.product_json import Json, known
from ocop_site.exports.rows import Row
from ocop_site.plan.lines import Lines


def feature_collection(lines: Lines, rows: list[Row]) -> Json:
    """What has left the catalogue, and what nobody knows the place of, has no point."""
    features = [feature for row in rows if row.worth and (feature := _feature(lines, row))]
    return {"type": "FeatureCollection", "features": features}


def _feature(lines: Lines, row: Row) -> Json | None:
    """`precision` tells a door from the middle of a commune, which is where nobody may be looked for."""
    point = row.point or row.centre
    if point is None or row.worth is None:
        return None
    properties: dict[str, Any] = known(
        code=row.product.code,
        name=row.product.name,
        precision="address" if row.point else "commune_centre",
        address=lines.addresses.absolute(lines.addresses.code(row.product.code)),
        as_of=lines.catalogue.today.isoformat(),
        standing=row.worth.standing,
        stars=row.worth.stars,
        until=row.worth.until,
    )
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    return {"type": "Feature", "id": row.product.code, "geometry": geometry, "properties": properties}
