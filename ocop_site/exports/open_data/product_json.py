"""A product as JSON: texts by language, dates as ISO to the precision known, what is not known left out."""

from collections.abc import Mapping
from typing import Any

from ocop_site.editions.edition import Edition
from ocop_site.exports.open_data.rows import Row
from ocop_site.records.localities import Commune, District, FormerCommune
from ocop_site.records.products.packs import Pack
from ocop_site.records.values.dates import iso
from ocop_site.records.writing import Notice
from ocop_site.text.language import Text
from ocop_site.text.markdown.parsing import parse_as_typed, plain_words

Json = dict[str, Any]


def known(**fields: Any) -> Json:
    """The fields that say something."""
    told = ((name, _plain(value)) for name, value in fields.items() if value is not None)
    return {name: value for name, value in told if value or value == 0}


def product_json(edition: Edition, row: Row) -> Json:
    product = row.product
    return known(
        code=product.code,
        id=row.id,
        address=edition.site_urls.absolute(edition.site_urls.code(product.code)),
        pages=_pages(edition, "products", row.id),
        name=product.name,
        name_is_ours=product.name_is_ours,
        also_known_as=product.also_known_as,
        generic_name=product.generic_name,
        set=_set(edition, row),
        producer=known(
            id=product.producer,
            kind=row.producer.kind,
            name=row.producer.name,
            pages=_pages(edition, "producers", product.producer),
        ),
        made_in=_made_in(row),
        worth=_status(edition, row),
        withdrawn=known(on=iso(row.withdrawn.on), reason=row.withdrawn.reason) if row.withdrawn else None,
        notices=[_notice(edition, notice) for notice in row.notices],
        contains=[edition.catalogue.products[i].code for i in product.contains if i in edition.catalogue.products],
        recalled=row.is_recalled or None,
        is_spirit=row.is_restrained or None,
        summary=product.summary,
        ocop_code=product.ocop_code,
        declaration=product.declaration,
        packs=[_pack(pack) for pack in row.packs],
        ingredients=product.ingredients,
        allergens=product.allergens,
        diet=product.diet,
        diet_basis=product.diet_basis,
        alcohol_percent=str(product.alcohol_percent) if product.alcohol_percent is not None else None,
        links=[known(kind=link.kind, url=link.url, label=link.label) for link in row.links],
        sources=_sources(edition, row),
    )


def _notice(edition: Edition, notice: Notice) -> Json:
    """Of which products it tells, since it reaches the sets that hold them too."""
    products = edition.catalogue.products
    return known(
        kind=notice.kind,
        date=iso(notice.date),
        until=iso(notice.until),
        products=[products[i].code for i in notice.products if i in products],
        text={language: plain_words(parse_as_typed(words)) for language, words in notice.text},
    )


def _pages(edition: Edition, kind: str, record_id: str) -> Mapping[str, str]:
    addresses = edition.site_urls
    languages = edition.catalogue.site.languages
    return {language: addresses.absolute(addresses.path((kind, record_id), language)) for language in languages}


def _set(edition: Edition, row: Row) -> Json | None:
    if (number := row.product.set) is None:
        return None
    found = edition.catalogue.sets[number]
    industry = known(id=found.industry.id, name=found.industry.name)
    return known(number=number, name=found.set.name, basis=row.product.set_basis, industry=industry)


def _made_in(row: Row) -> Json:
    place = row.locality
    return known(
        line=row.line,
        commune=_unit(place.commune),
        former_commune=_unit(place.former_commune),
        former_district=_unit(place.district),
        former_province=known(name=place.former_province.name) if place.former_province else None,
        elsewhere=known(commune=place.elsewhere.commune, province=place.elsewhere.province)
        if place.elsewhere
        else None,
        point=known(latitude=row.point.latitude, longitude=row.point.longitude) if row.point else None,
    )


def _unit(unit: Commune | FormerCommune | District | None) -> Json | None:
    return known(code=unit.code, name=unit.name) if unit else None


def _status(edition: Edition, row: Row) -> Json | None:
    """As told on the day of the build, and until when it holds; `as_of` is when its source last said so."""
    if (status := row.status) is None:
        return None
    certificate = row.claim.certificate if row.claim else None
    decision = row.claim.decision if row.claim else None
    return known(
        told_on=edition.catalogue.today.isoformat(),
        standing=status.state,
        stars=status.stars,
        until=status.until,
        ended=status.ended,
        ended_by=status.ended_by,
        issued=iso(certificate.issued) if certificate else None,
        issued_by=iso(certificate.issued_by) if certificate else None,
        as_of=status.as_of,
        revoked_on=status.revoked_on,
        decision=known(number=decision.number, issuer=decision.issuer, issued=iso(decision.issued))
        if decision
        else None,
    )


def _pack(pack: Pack) -> Json:
    price = pack.price
    indicative_price = (
        known(**{"from": price.start}, to=price.to, unit=price.unit, as_of=iso(price.as_of)) if price else None
    )
    return known(name=pack.name, net_weight=pack.net_weight, gtin=pack.gtin, indicative_price_vnd=indicative_price)


def _sources(edition: Edition, row: Row) -> list[Json]:
    named = [*row.product.sources, *(i for c in row.product.certificates for i in c.sources)]
    sources = (edition.catalogue.sources[i] for i in dict.fromkeys(named))
    return [known(title=source.title, address=source.address, seen=iso(source.seen)) for source in sources]


def _plain(value: Any) -> Any:
    return dict(value.words) if isinstance(value, Text) else value
