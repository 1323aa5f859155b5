"""What the pages of a site say around its records, in a language that program and theme have no words of."""

from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import refuse
from ocop_site.text.wording import FORMS, Words


def _words(value: Any) -> Words:
    """A sentence, or a sentence for each form of number; one that is empty is not there."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        refuse(Mistake("words.shape"))
    for form, words in value.items():
        if form not in FORMS:
            refuse(Mistake("words.form-unknown", at=(form,), found=form, known=", ".join(FORMS)))
        if not isinstance(words, str):
            refuse(Mistake("value.not-single", at=(form,)))
    return dict(value)


class InterfaceWords(Record):
    """By key, one file a language; `python build.py words` writes what there is to translate."""

    words: Annotated[
        dict[str, Annotated[Words, PlainValidator(_words), WithJsonSchema({"type": ["string", "object"]})]],
        Vi("các từ: khóa, rồi câu đã dịch, hoặc câu cho từng dạng số lượng; để trống là chưa dịch"),
        En("the words: a key, then its translation, or one for each form of number; empty where it is yet to come"),
        Example("{products.menu: 제품}"),
    ] = {}
