"""The values that records are made of: what is read, and how each mistake is refused, through whole records."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ocop_site.messages import message
from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.land.year import Feast
from ocop_site.records.people import Producer
from ocop_site.records.place import Place
from ocop_site.records.products.product import Product
from ocop_site.records.values.dates import PartialDate
from ocop_site.records.values.identifiers import gtin_check_digit, parse_identifier
from ocop_site.records.values.lunar_days import DayOfMoon
from ocop_site.records.values.opening_hours import DAYS, OpeningHours
from ocop_site.records.values.points import Point
from ocop_site.records.writing import FrontMatter

PRODUCT = {"code": "LA008", "name": "Lạp xưởng", "producer": "co-chau", "summary": "Xúc xích.", "sources": ["s-bla"]}
WHOLE: dict[type[Record], dict[str, Any]] = {
    Product: PRODUCT,
    Producer: {"name": "Cô Châu", "kind": "household"},
    Place: {"name": "Nhà trăm cột", "kind": "tourist_point"},
    FrontMatter: {"title": "Hội nghị", "summary": "Mở đầu."},
    Feast: {"name": "Tết"},
}

Refusal = tuple[tuple[str | int, ...], str, dict[str, Any]]


def read(model: type[Record], languages: tuple[str, ...] = ("vi", "en"), **fields: Any) -> Any:
    return model.model_validate({**WHOLE[model], **fields}, context={"languages": languages})


def refused(model: type[Record], **fields: Any) -> Refusal:
    """Where the one mistake stands, its code, and what its message needs."""
    with pytest.raises(ValidationError) as error:
        read(model, **fields)
    [told] = error.value.errors(include_url=False)
    return tuple(told["loc"]), told["type"], told.get("ctx", {})


def priced(**price: Any) -> dict[str, Any]:
    return {"packs": [{"price": {"as_of": "2025-01", **price}}]}


@pytest.mark.parametrize(
    ("model", "field", "written", "value"),
    [
        (Product, "code", "LA008", "LA008"),
        (Product, "code", "OCOP00008", "OCOP00008"),
        (Product, "producer", "co-chau-2", "co-chau-2"),
        (Product, "set", "26", 26),
        (Product, "declaration", "  01/LX/2023 ", "01/LX/2023"),
        (Product, "alcohol_percent", "31", Decimal(31)),
        (Product, "alcohol_percent", "31,5", Decimal("31.5")),
        (Product, "alcohol_percent", "31.5", Decimal("31.5")),
        (Product, "alcohol_percent", "100", Decimal(100)),
        (Product, "gift", "true", True),
        (Product, "gift", "false", False),
        (Product, "season", ["5", "06", "12"], (5, 6, 12)),
        (Product, "ocop_code", "80-794-28261-1-2023", "80-794-28261-1-2023"),
        (Product, "ocop_code", "80-28261-12-2023", "80-28261-12-2023"),
        (Producer, "since", "2015", PartialDate(2015)),
        (Producer, "phone", "0272 3826 123", ("+842723826123",)),
        (Producer, "phone", "+84 272 3826 123", ("+842723826123",)),
        (Producer, "phone", "0909.123.456", ("+84909123456",)),
        (Producer, "phone", "+1 650 253 0000", ("+16502530000",)),
        (Producer, "email", "lien-he@lap-xuong.vn", "lien-he@lap-xuong.vn"),
        (Producer, "website", "https://lap-xuong.vn/trang?a=1", "https://lap-xuong.vn/trang?a=1"),
        (FrontMatter, "order", "0", 0),
        (FrontMatter, "order", "12", 12),
        (FrontMatter, "date", "10/01/2023", date(2023, 1, 10)),
    ],
)
def test_a_value_is_read_as_it_is_meant(model: type[Record], field: str, written: Any, value: Any) -> None:
    assert getattr(read(model, **{field: written}), field) == value


@pytest.mark.parametrize(
    ("model", "field", "written", "code"),
    [
        (Product, "code", "la008", "value.code-near"),
        (Product, "code", "L008", "value.code"),
        (Product, "code", "LA08", "value.code-near"),
        (Product, "code", "LA000008", "value.code"),
        (Product, "code", "LA008\n", "value.code"),
        (Product, "producer", "nul", "value.id-unusable"),
        (Product, "producer", "co-" * 33 + "chau", "value.id-unusable"),
        (Product, "producer", "Co-Chau", "value.id-near"),
        (Product, "producer", "cô-châu", "value.id-near"),
        (Product, "producer", "co_chau", "value.id-near"),
        (Product, "producer", "co--chau", "value.id-near"),
        (Product, "producer", "-co-chau", "value.id-near"),
        (Product, "set", "0", "number.zero"),
        (Product, "set", "8.5", "number.whole"),
        (Product, "set", "-8", "number.whole"),
        (Product, "set", "VIII", "number.whole"),
        (Product, "declaration", "một\nhai", "value.several-lines"),
        (Product, "declaration", ["một"], "value.not-single"),
        (Product, "declaration", {"vi": "một"}, "value.not-single"),
        (Product, "alcohol_percent", "101", "number.percent"),
        (Product, "alcohol_percent", "100,5", "number.percent"),
        (Product, "alcohol_percent", "-1", "number.decimal"),
        (Product, "alcohol_percent", "cao", "number.decimal"),
        (Product, "gift", "yes", "value.flag"),
        (Product, "gift", "No", "value.flag"),
        (Product, "gift", "True", "value.flag"),
        (Product, "gift", "1", "value.flag"),
        (Product, "ocop_code", "80-1234-1-2023", "value.ocop-code"),
        (Product, "ocop_code", "80-794-28261-1-1999", "value.ocop-code"),
        (Producer, "since", "31/02/2015", "date.day"),
        (Producer, "since", "không rõ", "value.placeholder"),
        (Producer, "zalo", "113", "value.phone"),
        (Producer, "zalo", "090912345", "value.phone"),
        (Producer, "zalo", "đang cập nhật", "value.placeholder"),
        (Producer, "email", "lien-he@lap-xuong", "value.email"),
        (Producer, "email", "liên hệ@lap-xuong.vn", "value.email"),
        (Producer, "website", "http://lap-xuong.vn", "url.near"),
        (Producer, "website", "lap-xuong.vn", "url.near"),
        (Producer, "website", "https://lap-xuong", "value.https"),
        (Producer, "website", "https://lap-xuong.vn/a b", "url.blank"),
        (Producer, "website", "https://lap-xuong.vn:99999/", "value.https"),
        (Producer, "website", "javascript:alert(1)//https://a.vn", "value.https"),
        (FrontMatter, "order", "-1", "number.whole"),
        (FrontMatter, "date", "2023-01", "date.day-needed"),
    ],
)
def test_a_mistake_is_refused_at_its_field(model: type[Record], field: str, written: Any, code: str) -> None:
    where, found, details = refused(model, **{field: written})
    assert (where, found) == ((field,), code)
    assert message(code, "vi", details)


def test_a_phone_number_that_yaml_takes_for_octal_is_told_as_it_was_written() -> None:
    assert refused(Producer, phone="0272345671")[2]["value"] == "0272345671"
    assert read(Producer, phone="02723826123").phone == ("+842723826123",)


@pytest.mark.parametrize("written", ["6", "2", "0", "3.5", "43 sao", "năm", ""])
def test_only_three_to_five_stars_are_a_certificate(written: str) -> None:
    where, code, details = refused(Product, certificates=[{"stars": "3"}, {"stars": written}])
    assert (where, code, details["value"]) == (("certificates", 1, "stars"), "value.stars", written)


@pytest.mark.parametrize(
    ("written", "right"), [("3 sao", 3), ("Hạng 4 sao", 4), ("★★★★★", 5), ("⭐⭐⭐", 3), ("4.0", 4)]
)
def test_a_star_class_with_words_or_signs_is_refused_with_its_number(written: str, right: int) -> None:
    _, code, details = refused(Product, certificates=[{"stars": written}])
    assert (code, details["proposal"]) == ("value.stars-near", right)


@pytest.mark.parametrize("stars", [3, 4, 5])
def test_three_to_five_stars_are_read(stars: int) -> None:
    assert read(Product, certificates=[{"stars": str(stars)}]).certificates[0].stars == stars


@pytest.mark.parametrize("written", ["mùng một Tết", "1", "31/1", "0/1", "1/13", "15-8", "1/1/2027"])
def test_a_day_of_the_lunar_calendar_is_a_day_and_a_month(written: str) -> None:
    at, code, details = refused(Feast, lunar_day=written)
    assert (at, code, details["value"]) == (("lunar_day",), "value.lunar-day", written)


def test_a_day_of_the_lunar_calendar_is_read_with_the_day_first() -> None:
    assert read(Feast, lunar_day="15/8").lunar_day == DayOfMoon(15, 8)


@pytest.mark.parametrize("written", ["0", "13", "May", "-5"])
def test_a_month_is_from_1_to_12(written: str) -> None:
    assert refused(Product, season=["5", written])[:2] == (("season", 1), "value.month")


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("185.000", "185000"),
        ("185,000", "185000"),
        ("185 000", "185000"),
        ("1.250.000", "1250000"),
        ("185.000đ", "185000"),
        ("185.000 ₫", "185000"),
        ("1.250.000 VNĐ", "1250000"),
        ("185.000 VND", "185000"),
    ],
)
def test_a_price_with_separators_is_an_error_that_proposes_the_number(written: str, proposal: str) -> None:
    where, code, details = refused(Product, **priced(**{"from": written}))
    assert (where, code) == (("packs", 0, "price", "from"), "number.thousands")
    assert details["proposal"] == proposal


@pytest.mark.parametrize(
    ("written", "code"),
    [("0", "number.zero"), ("185.00", "number.whole"), ("1e5", "number.whole"), ("liên hệ", "number.whole")],
)
def test_a_price_is_a_whole_number_above_0(written: str, code: str) -> None:
    assert refused(Product, **priced(**{"from": written}))[1] == code


def test_a_price_does_not_fall_from_its_start() -> None:
    assert refused(Product, **priced(**{"from": "200000", "to": "185000"}))[1] == "price.order"
    price = read(Product, **priced(**{"from": "185000", "to": "185000"})).packs[0].price
    assert (price.start, price.to) == (185000, 185000)


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("185k", 185_000),
        ("185K", 185_000),
        ("18,5k", 18_500),
        ("185 nghìn", 185_000),
        ("185 ngàn đồng", 185_000),
        ("185000đ", 185_000),
        ("185000 VND", 185_000),
        ("VNĐ 185.000", 185_000),
        ("185.000 đồng", 185_000),
        ("185.000đ/kg", 185_000),
        ("185k/hộp", 185_000),
        ("185.000,00", 185_000),
        ("185000.00", 185_000),
        ("185_000", 185_000),
        ("khoảng 185k", 185_000),
        ("1tr2", 1_200_000),
        ("1tr250", 1_250_000),
        ("1,2 triệu", 1_200_000),
        ("1 triệu 200 nghìn", 1_200_000),
    ],
)
def test_a_price_as_people_say_it_is_refused_with_its_number(written: str, proposal: int) -> None:
    where, code, details = refused(Product, **priced(**{"from": written}))
    assert (where, code, details["proposal"]) == (("packs", 0, "price", "from"), "number.near", proposal)


@pytest.mark.parametrize("written", ["150k-185k", "150-185k", "150.000 - 185.000đ", "150000 đến 185000"])
def test_a_span_of_prices_is_refused_with_both_ends(written: str) -> None:
    _, code, details = refused(Product, **priced(**{"from": written}))
    assert (code, details["low"], details["high"]) == ("number.span", 150_000, 185_000)


@pytest.mark.parametrize(
    ("field", "written", "right"),
    [
        ("keeps_days", "6 tháng", 180),
        ("keeps_days", "khoảng 2 tuần", 14),
        ("keeps_days", "1 năm", 365),
        ("liquid_ml", "0,5 lít", 500),
        ("liquid_ml", "1 l", 1000),
    ],
)
def test_a_number_in_another_unit_is_refused_with_what_it_is_in_the_fields_own(
    field: str, written: str, right: int
) -> None:
    _, code, details = refused(Product, travel={field: written})
    assert (code, details["proposal"]) == ("number.unit", right)


@pytest.mark.parametrize("written", ["8.93512E+12", "8,93512E+12", "8E12"])
def test_a_barcode_that_a_spreadsheet_rounded_is_asked_for_anew(written: str) -> None:
    assert refused(Product, packs=[{"gtin": written}])[1] == "gtin.rounded"


@pytest.mark.parametrize("written", ["""10°32'11"N 106°36'46"E""", "10°32′11″ B, 106°36′46″ Đ"])
def test_a_point_in_degrees_minutes_and_seconds_is_refused_with_its_numbers(written: str) -> None:
    _, code, details = refused(Place, address={"commune": "a", "point": written})
    assert (code, details["proposal"]) == ("point.near", "[10.53639, 106.61278]")


@pytest.mark.parametrize("written", ["1,5 kg", "2 triệu rưỡi", "-8", "8.5", "liên hệ", "nửa ký", "$8", "8 USD"])
def test_a_number_that_is_not_clear_is_refused_without_a_guess(written: str) -> None:
    assert refused(Product, **priced(**{"from": written}))[1] == "number.whole"


@pytest.mark.parametrize(
    ("written", "proposal"),
    [("tháng 5", 5), ("T5", 5), ("5-8", "5, 6, 7, 8"), ("11-2", "11, 12, 1, 2"), ("5, 6", "5, 6")],
)
def test_a_month_in_another_writing_is_refused_with_its_number(written: str, proposal: object) -> None:
    _, code, details = refused(Product, season=[written])
    assert (code, details["proposal"]) == ("value.month-near", proposal)


WIDE = "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19"
ARABIC = "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669"
DEVANAGARI = "\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d\u096e\u096f"


@pytest.mark.parametrize("digits", [WIDE, ARABIC, DEVANAGARI])
def test_digits_of_another_keyboard_are_turned_into_those_that_all_programs_read(digits: str) -> None:
    turn = str.maketrans("0123456789", digits)

    def typed(value: str) -> str:
        return value.translate(turn)

    product = read(
        Product,
        code=typed("LA008"),
        set=typed("8"),
        alcohol_percent=typed("4.5"),
        season=[typed("5")],
        packs=[{"gtin": typed("4006381333931"), "price": {"from": typed("185000"), "as_of": typed("2025-01")}}],
    )
    assert product.code == "LA008"
    assert (product.set, product.alcohol_percent, product.season) == (8, Decimal("4.5"), (5,))
    assert product.packs[0].gtin == "4006381333931"
    assert (product.packs[0].price.start, str(product.packs[0].price.as_of)) == (185000, "2025-01")
    place = read(Place, address=at_commune(point=[typed("10.5"), typed("106.6")]), phone=typed("0272 3826 123"))
    assert (place.address.point, place.phone) == (Point(10.5, 106.6), ("+842723826123",))
    assert hours(mon=f"{typed('07:30')}-{typed('17:00')}").days[0] == (("07:30", "17:00"),)


def test_the_ledger_takes_no_digits_of_another_keyboard() -> None:
    with pytest.raises(Mistake):
        parse_identifier("04006381333931".translate(str.maketrans("0123456789", ARABIC)))


def test_wide_letters_of_a_code_and_an_id_are_turned_too() -> None:
    product = read(
        Product, code="\uff2c\uff21\uff10\uff10\uff18", producer="\uff43\uff4f\uff0d\uff43\uff48\uff41\uff55"
    )
    assert (product.code, product.producer) == ("LA008", "co-chau")


@pytest.mark.parametrize(
    ("field", "written", "code", "place", "script", "proposal"),
    [
        ("code", "L\u0410008", "value.code-letter", 2, "Cyrillic", "LA008"),
        ("code", "L\u0391008", "value.code-letter", 2, "Greek", "LA008"),
        ("code", "\u0432\u0430", "value.code", None, None, None),
        ("producer", "c\u043e-chau", "value.id-letter", 2, "Cyrillic", "co-chau"),
        ("producer", "co-ch\u03b1u", "value.id-letter", 6, "Greek", "co-chau"),
    ],
)
def test_a_letter_that_only_looks_latin_is_named_with_its_place(
    field: str, written: str, code: str, place: int | None, script: str | None, proposal: str | None
) -> None:
    _, told, details = refused(Product, **{field: written})
    assert (told, details.get("place"), details.get("script")) == (code, place, script)
    assert details.get("proposal") == proposal


@pytest.mark.parametrize("written", ["la008", "LA-008", "LA 008", "LA8", "la08"])
def test_a_code_in_another_writing_is_refused_with_the_code(written: str) -> None:
    _, code, details = refused(Product, code=written)
    assert (code, details["proposal"]) == ("value.code-near", "LA008")


@pytest.mark.parametrize("written", ["Cô Châu", "cô-châu", "co_chau", "Co-Chau", "\u00d0\u1eb7c s\u1ea3n"])
def test_an_id_with_marks_is_refused_with_its_plain_form(written: str) -> None:
    _, code, details = refused(Product, producer=written)
    assert (code, details["proposal"]) == ("value.id-near", "dac-san" if written[0] == "\u00d0" else "co-chau")


@pytest.mark.parametrize("written", ["10.4898, 106.593", ["10,4898", "106,593"], ["10", "4898", "106", "593"]])
def test_a_point_with_commas_is_refused_with_the_one_that_is_read(written: Any) -> None:
    _, code, details = refused(Place, address=at_commune(point=written))
    assert (code, details["proposal"]) == ("point.near", "[10.4898, 106.593]")


def test_a_decimal_with_something_after_it_proposes_the_number_alone() -> None:
    assert refused(Product, alcohol_percent="31,5 %")[2]["proposal"] == "31,5"


def test_thousands_in_a_decimal_are_no_decimal() -> None:
    assert refused(Product, alcohol_percent="1.250.000")[1] == "number.decimal"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("4006381333931", "4006381333931"),
        ("8934563138165", "8934563138165"),
        ("96385074", "96385074"),
        ("036000291452", "036000291452"),
        ("10614141000415", "10614141000415"),
        ("4 006381-333931", "4006381333931"),
    ],
)
def test_a_gtin_is_stored_as_its_digits(written: str, stored: str) -> None:
    assert read(Product, packs=[{"gtin": written}]).packs[0].gtin == stored


def test_a_wrong_check_digit_is_told_with_the_right_one() -> None:
    where, code, details = refused(Product, packs=[{"gtin": "8934563138164"}])
    assert (where, code) == (("packs", 0, "gtin"), "gtin.check-digit")
    assert (details["found"], details["right"]) == ("4", 5)


@pytest.mark.parametrize("written", ["123", "40063813339310000", "400638133393", "400638133393O", "LA008"])
def test_a_gtin_of_another_shape_or_length_is_refused(written: str) -> None:
    assert refused(Product, packs=[{"gtin": written}])[1] in ("gtin.shape", "gtin.check-digit")


def _in_wide_digits(digits: str) -> str:
    return "".join(chr(ord(digit) - ord("0") + 0xFF10) for digit in digits)


@pytest.mark.parametrize("written", [_in_wide_digits("8934563138165"), "893456313816٥", "89345631381６5"])
def test_a_gtin_in_digits_that_no_scanner_knows_is_read_in_those_that_all_know(written: str) -> None:
    assert read(Product, packs=[{"gtin": written}]).packs[0].gtin == "8934563138165"


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_never_passes(digits: str, at: int, by: int) -> None:
    slipped = f"{digits[:at]}{(int(digits[at]) + by) % 10}{digits[at + 1 :]}"
    assert gtin_check_digit(slipped) != gtin_check_digit(digits)


def at_commune(point: Any) -> dict[str, Any]:
    return {"commune": "can-duoc", "point": point}


def test_a_point_is_latitude_then_longitude() -> None:
    assert read(Place, address=at_commune(point=["10.5", "106.6"])).address.point == Point(10.5, 106.6)


def test_swapped_coordinates_are_told_with_both() -> None:
    where, code, details = refused(Place, address=at_commune(point=["106.6", "10.5"]))
    assert (where, code) == (("address", "point"), "point.swapped")
    assert (details["first"], details["second"]) == ("106.6", "10.5")


@pytest.mark.parametrize(
    "written", ["10.5 106", ["10.5"], ["10.5", "106.6", "3"], ["10.5", "190"], ["bắc", "đông"],
                {"lat": "10.5"}, [["10.5"], "106.6"]],
)  # fmt: skip
def test_a_point_of_another_shape_is_refused(written: Any) -> None:
    assert refused(Place, address=at_commune(point=written))[:2] == (("address", "point"), "point.shape")


@pytest.mark.parametrize("units", [{}, dict.fromkeys(("commune", "former_commune"), "a"), {"line": "ấp 1"}])
def test_an_address_names_one_unit(units: dict[str, str]) -> None:
    assert refused(Place, address=units)[:2] == (("address",), "address.one-unit")


def test_a_text_is_kept_in_the_sites_order_of_languages() -> None:
    name = read(Product, name={"en": "Sausage", "vi": "Lạp xưởng"}).name
    assert list(name) == [("vi", "Lạp xưởng"), ("en", "Sausage")]


@pytest.mark.parametrize("first", ["vi", "en", "ko"])
def test_a_bare_text_is_in_the_first_language(first: str) -> None:
    assert list(read(Product, languages=(first, "fr"), name="x").name) == [(first, "x")]


def test_without_a_site_texts_are_vietnamese_and_english() -> None:
    assert list(Product.model_validate(PRODUCT).name) == [("vi", "Lạp xưởng")]


@pytest.mark.parametrize(
    ("written", "code", "at"),
    [
        ({"vi": "Lạp xưởng", "ko": "소시지"}, "text.language", ("ko",)),
        ({"en": "Sausage"}, "text.first-language", ()),
        ({}, "text.first-language", ()),
        (["Lạp xưởng"], "text.shape", ()),
        ({"vi": ["Lạp xưởng"]}, "value.not-single", ("vi",)),
        ({"vi": "Lạp\nxưởng"}, "value.several-lines", ("vi",)),
        ({"vi": "Lạp xưởng", "en": "a\nb"}, "value.several-lines", ("en",)),
        ("Lạp\nxưởng", "value.several-lines", ()),
    ],
)
def test_a_mistake_in_a_text_is_told_at_its_language(written: Any, code: str, at: tuple[str, ...]) -> None:
    where, found, details = refused(Product, name=written)
    assert (where, found, tuple(details.get("at", ()))) == (("name",), code, at)


def test_a_passage_may_have_several_lines() -> None:
    assert read(Product, summary="một\nhai").summary.run("vi").text == "một\nhai"


def hours(**written: Any) -> OpeningHours:
    by_day = {key.replace("_", "-"): spans for key, spans in written.items()}
    found: OpeningHours = read(Place, opening_hours=by_day).opening_hours
    return found


def test_opening_hours_are_told_by_day() -> None:
    found = hours(mon_fri="7:30-11:30, 13:00 – 17:00", sat="closed")
    weekdays = (("07:30", "11:30"), ("13:00", "17:00"))
    assert found.days == (*[weekdays] * 5, (), None)


def test_a_day_may_end_at_midnight() -> None:
    assert hours(sun="18:00-24:00").days[-1] == (("18:00", "24:00"),)


def test_a_night_market_may_end_after_midnight() -> None:
    found = hours(mon_sun="09:00-11:00, 18:00-02:00")
    assert found.days == (*[(("09:00", "11:00"), ("18:00", "02:00"))] * 7,)


@pytest.mark.parametrize(
    "written", [{"mon-sun": "01:00-03:00, 18:00-02:00"}, {"sun": "18:00-06:00", "mon": "05:30-17:00"}]
)
def test_a_night_does_not_run_into_the_next_morning(written: dict[str, str]) -> None:
    assert refused(Place, opening_hours=written)[1] == "hours.night"


@pytest.mark.parametrize(
    ("written", "code", "at"),
    [
        ({"mon": "18:00-02:00, 19:00-20:00"}, "hours.overlap", "mon"),
        ({"wed": "closed", "mon-fri": "07:30-17:00"}, "hours.day-twice", "mon-fri"),
        ({"mon-fri": "07:30-17:00", "fri-sat": "09:00-10:00"}, "hours.day-twice", "fri-sat"),
        ({"mon": "07:00-12:00, 11:00-17:00"}, "hours.overlap", "mon"),
        ({"mon": "13:00-17:00, 07:00-12:00"}, "hours.overlap", "mon"),
        ({"mon": "07:30-24:30"}, "hours.span", "mon"),
    ],
)
def test_a_day_is_told_once_and_its_hours_in_their_order(written: dict[str, str], code: str, at: str) -> None:
    _, told, details = refused(Place, opening_hours=written)
    assert (told, details["at"]) == (code, (at,))


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("Thứ 2 - Thứ 6", "mon tue wed thu fri"),
        ("T2-T6", "mon tue wed thu fri"),
        ("T.2–T.6", "mon tue wed thu fri"),
        ("từ thứ Hai đến thứ Sáu", "mon tue wed thu fri"),
        ("thu 2 - thu 6", "mon tue wed thu fri"),
        ("thu-sat", "thu fri sat"),
        ("CN", "sun"),
        ("Chủ nhật", "sun"),
        ("T7, CN", "sat sun"),
        ("Thứ bảy và Chủ nhật", "sat sun"),
        ("sat-mon", "mon sat sun"),
        ("Monday", "mon"),
        ("Hằng ngày", "mon tue wed thu fri sat sun"),
    ],
)
def test_days_are_read_as_people_call_them(key: str, days: str) -> None:
    open_on = [day for day, spans in zip(DAYS, hours(**{key: "07:30-17:00"}).days, strict=True) if spans]
    assert open_on == days.split()


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("7h30-11h, 13h30-17h", (("07:30", "11:00"), ("13:30", "17:00"))),
        ("07h30 - 17h00", (("07:30", "17:00"),)),
        ("7 giờ 30 đến 17 giờ", (("07:30", "17:00"),)),
        ("7g30-11g; 13g-17g", (("07:30", "11:00"), ("13:00", "17:00"))),
        ("sáng 7h-11h, chiều 13h30-17h", (("07:00", "11:00"), ("13:30", "17:00"))),
        ("18h-2h", (("18:00", "02:00"),)),
        ("\uff17:30-17:00", (("07:30", "17:00"),)),
        ("cả ngày", (("00:00", "24:00"),)),
        ("nghỉ", ()),
        ("Đóng cửa", ()),
        ("CLOSED", ()),
    ],
)
def test_hours_are_read_as_people_say_them(written: str, spans: tuple[tuple[str, str], ...]) -> None:
    assert hours(mon=written).days[0] == spans


def test_one_day_in_two_languages_is_told_twice() -> None:
    assert refused(Place, opening_hours={"CN": "nghỉ", "sun": "7h-8h"})[1] == "hours.day-twice"


def test_opening_hours_may_have_a_note() -> None:
    assert hours(mon="08:00-09:00", note="nghỉ Tết").note == read(Product, name="nghỉ Tết").name
    assert len(hours(note="gọi trước").days) == len(DAYS)


@pytest.mark.parametrize("key", ["thứ 9", "T9", "mon-mon", "mon-tet", "mon-fri-sat", "ngày thường"])
def test_a_day_that_is_none_is_refused_at_its_key(key: str) -> None:
    where, code, details = refused(Place, opening_hours={key: "08:00-09:00"})
    assert (where, code, details["at"], details["found"]) == (("opening_hours",), "hours.day", (key,), key)


@pytest.mark.parametrize(
    "spans", ["17:00-07:30", "07:30-07:30", "chiều 1h30-5h", "7-17", "07:30", "07:60-08:00", "25:00-26:00",
              "08:00-09:00,", "mở cửa", ["mở cửa"], [{"a": "b"}]],
)  # fmt: skip
def test_hours_that_are_none_are_refused_at_their_day(spans: Any) -> None:
    where, code, details = refused(Place, opening_hours={"sat": spans})
    assert (where, code, details["at"]) == (("opening_hours",), "hours.span", ("sat",))


def test_the_spans_of_a_day_may_be_a_list() -> None:
    found = read(Place, opening_hours={"mon": ["07:30-11:30", "13:00-17:00"]}).opening_hours
    assert found.days[0] == (("07:30", "11:30"), ("13:00", "17:00"))


@pytest.mark.parametrize("written", ["07:30-17:00", ["mon"]])
def test_opening_hours_are_a_mapping(written: Any) -> None:
    assert refused(Place, opening_hours=written)[:2] == (("opening_hours",), "hours.shape")


def test_an_unknown_field_and_a_missing_one_are_refused() -> None:
    assert refused(Product, colour="đỏ")[:2] == (("colour",), "extra_forbidden")
    with pytest.raises(ValidationError) as error:
        Product.model_validate({})
    missing = {told["loc"][0] for told in error.value.errors() if told["type"] == "missing"}
    assert missing == {"code", "name", "producer", "summary", "sources"}


def test_a_product_names_a_source() -> None:
    assert refused(Product, sources=[])[:2] == (("sources",), "too_short")


def test_all_mistakes_of_a_record_are_told_at_once() -> None:
    with pytest.raises(ValidationError) as error:
        read(Product, code="la8", set="0", certificates=[{"stars": "6", "issued": "2023-02-31"}])
    found = {told["type"] for told in error.value.errors()}
    assert found == {"value.code-near", "number.zero", "value.stars", "date.day"}
