"""The columns of the two tables: our own, and the ministry's."""

from collections.abc import Callable, Iterator

from ocop_site.editions.edition import Edition
from ocop_site.exports.open_data.rows import Row
from ocop_site.exports.open_data.tables import Cell, Column
from ocop_site.records.localities import Commune, District, FormerProvince
from ocop_site.records.values.dates import iso
from ocop_site.text.language import Text


def product_columns(edition: Edition) -> list[Column]:
    return [*_who(edition), *_where(edition), *_worth(edition), *_marked(edition)]


def ministry_columns(edition: Edition) -> list[Column]:
    """The table PTNT_OCOP of the ministry's technical rules (Decision 5277/QĐ-BNNMT), without the revenue.

    The rules are known to us second-hand; that Ma_ThoiGian is the year of issue is our reading.
    """
    return [
        Column("MA_OCOP", "string", "Mã sản phẩm OCOP chính thức", lambda row: row.product.ocop_code),
        Column("Ma_DonViHanhChinh", "string", "Mã xã, phường hiện nay", lambda row: _code(row.locality.commune)),
        Column("Ma_ThoiGian", "string", "Năm cấp giấy chứng nhận còn hiệu lực", _year),
        Column("Ma_SanPham", "string", "Mã trong danh mục này", lambda row: row.product.code),
        Column("TenSanPham", "string", "Tên sản phẩm", lambda row: _words(row.product.name, edition.language)),
        Column("XepHang", "string", "Hạng sao còn hiệu lực", _class),
        Column("ChuTheSXKD", "string", "Chủ thể", lambda row: _words(row.producer.name, edition.language)),
        Column("TrangThai", "string", "Tình trạng đến ngày dựng bảng", lambda row: _state(edition, row)),
    ]


def _who(edition: Edition) -> Iterator[Column]:
    yield Column("code", "string", "Permanent code in this catalogue", lambda row: row.product.code)
    yield from _in_languages(edition, "name", "Name", lambda row: row.product.name)
    yield from _in_languages(edition, "producer", "Producer", lambda row: row.producer.name)
    yield Column("producer_kind", "string", "Kind of producer", lambda row: row.producer.kind)
    yield Column("set", "integer", "Number of the product set", lambda row: row.product.set)


def _where(edition: Edition) -> Iterator[Column]:
    yield Column("commune_code", "string", "Code of the commune of today", lambda row: _code(row.locality.commune))
    yield from _in_languages(edition, "commune", "Commune of today", lambda row: _name(row.locality.commune))
    yield from _in_languages(edition, "former_district", "Former district", lambda row: _name(row.locality.district))
    yield from _in_languages(
        edition, "former_province", "Former province", lambda row: _name(row.locality.former_province)
    )
    yield Column(
        "latitude", "number", "WGS 84; no point of a home", lambda row: row.point.latitude if row.point else None
    )
    yield Column("longitude", "number", "WGS 84", lambda row: row.point.longitude if row.point else None)


def _worth(edition: Edition) -> Iterator[Column]:
    today = edition.catalogue.today
    yield Column("standing", "string", "What the certificate is worth", _of_status("state"))
    yield Column("stars", "integer", "Star class, where it may be shown", _of_status("stars"))
    yield Column("told_on", "date", "The day on which standing and stars are told", lambda _: today)
    yield Column("until", "date", "Last day in force", _of_status("until"))
    yield Column("ended", "string", "Last day of a term that is over", _of_status("ended"))
    yield Column(
        "ended_by",
        "date",
        "Latest day on which that term can have ended",
        _of_status("ended_by"),
    )
    yield Column("issued", "string", "Date of issue, as far as known", _issued)
    yield Column("issued_by", "string", "Date of issue at the latest, where no more is known", _issued_by)
    yield Column("decision", "string", "Number of the decision", _decision)
    yield Column("as_of", "string", "When its source last said so", _of_status("as_of"))


def _marked(edition: Edition) -> Iterator[Column]:
    addresses = edition.site_urls
    yield Column("ocop_code", "string", "Official product code", lambda row: row.product.ocop_code)
    yield Column("gtin", "string", "GTINs of its packs", lambda row: " ".join(p.gtin for p in row.packs if p.gtin))
    yield Column("is_spirit", "boolean", "Shown with restraint, by the law on alcohol", lambda row: row.is_restrained)
    yield Column("recalled", "boolean", "Under a recall, or holding what is", lambda row: row.is_recalled)
    yield Column("notice", "string", "Recall or warning in force", lambda row: " ".join(n.kind for n in row.notices))
    yield Column("withdrawn_on", "date", "Left the catalogue on", _withdrawn_on)
    yield Column("address", "string", "Its page", lambda row: addresses.absolute(addresses.code(row.product.code)))


def _in_languages(edition: Edition, name: str, what: str, text: Callable[[Row], Text | None]) -> Iterator[Column]:
    """One column a language; a text that is missing in it is left out there."""

    def value_in(language: str) -> Callable[[Row], Cell]:
        return lambda row: _words(text(row), language)

    for language, spec in edition.catalogue.site.languages.items():
        yield Column(f"{name}_{language}", "string", f"{what} ({spec.name})", value_in(language))


def _of_status(name: str) -> Callable[[Row], Cell]:
    """What the page tells of the certificate."""
    return lambda row: getattr(row.status, name) if row.status else None


def _words(text: Text | None, language: str) -> str | None:
    return text.words.get(language) if text else None


def _name(unit: Commune | District | FormerProvince | None) -> Text | None:
    return unit.name if unit else None


def _code(unit: Commune | None) -> str | None:
    return unit.code if unit else None


def _issued(row: Row) -> str | None:
    return iso(row.claim.certificate.issued) if row.claim else None


def _issued_by(row: Row) -> str | None:
    return iso(row.claim.certificate.issued_by) if row.claim else None


def _year(row: Row) -> str | None:
    return (_issued(row) or "")[:4] or None if row.is_in_force else None


def _decision(row: Row) -> str | None:
    return row.claim.decision.number if row.claim and row.claim.decision else None


def _withdrawn_on(row: Row) -> str | None:
    return iso(row.withdrawn.on) if row.withdrawn else None


def _class(row: Row) -> str | None:
    """`4*`, as the rules write it."""
    return f"{row.status.stars}*" if row.status and row.is_in_force else None


def _state(edition: Edition, row: Row) -> str:
    """In words, since the rules name no values; with the day, since a table is kept."""
    standing, until = (row.status.state, row.status.until or "") if row.status else ("withdrawn", "")
    state = edition.words(f"state.{standing}", until=until, day=edition.catalogue.today.isoformat())
    return edition.words("state.recalled", state=state) if row.is_recalled else state
