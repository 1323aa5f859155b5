"""A PDF is looked into before anybody is sent to it."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from ocop_site.attachments.pdf import page_count
from ocop_site.problems import Mistake


def writer(pages: int = 2) -> PdfWriter:
    made = PdfWriter()
    for _ in range(pages):
        made.add_blank_page(width=595, height=842)
    return made


def bytes_of(made: PdfWriter) -> bytes:
    file = BytesIO()
    made.write(file)
    return file.getvalue()


def refusal(raw: bytes) -> str:
    with pytest.raises(Mistake) as raised:
        page_count(raw, "a.pdf")
    return raised.value.code


def test_its_pages_are_counted() -> None:
    assert page_count(bytes_of(writer(3)), "a.pdf") == 3


def test_what_is_no_pdf_is_told() -> None:
    assert refusal(b"PK\x03\x04 a document of an office") == "attachment.not-pdf"
    assert refusal(b"") == "attachment.empty"


def test_a_pdf_that_was_cut_off_is_told() -> None:
    whole = bytes_of(writer())
    assert refusal(whole[: len(whole) // 3]) == "attachment.broken"
    assert refusal(b"%PDF-1.7\n" + b"0 0 obj << /Type /Page >>" * 3) == "attachment.broken"


def test_a_pdf_that_wants_a_password_is_told() -> None:
    locked = writer()
    locked.encrypt("bi-mat", algorithm="RC4-128")
    assert refusal(bytes_of(locked)) == "attachment.locked"


def test_a_pdf_that_acts_when_it_is_opened_is_told() -> None:
    scripted = writer()
    scripted.add_open_action(JavaScript("app.alert('x')"))
    assert refusal(bytes_of(scripted)) == "attachment.acts"
    launching = writer()
    action = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("a.exe")}
    launching.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    assert refusal(bytes_of(launching)) == "attachment.acts"


def test_a_pdf_that_acts_at_a_page_or_after_a_harmless_action_is_told() -> None:
    elsewhere = DictionaryObject({NameObject("/S"): NameObject("/URI")})
    leading, chained, paged = writer(), writer(), writer()
    leading.root_object[NameObject("/OpenAction")] = elsewhere
    harmless = {NameObject("/S"): NameObject("/GoTo"), NameObject("/Next"): elsewhere}
    chained.root_object[NameObject("/OpenAction")] = DictionaryObject(harmless)
    paged.pages[1][NameObject("/AA")] = DictionaryObject({NameObject("/O"): elsewhere})
    assert {refusal(bytes_of(each)) for each in (leading, chained, paged)} == {"attachment.acts"}
